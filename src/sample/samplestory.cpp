// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/samplestory.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace palpate::sample {

namespace {

using std::chrono::days;

/// Spans that come every so many days and last so many.
std::vector<SampleSpan> spans(LocalDay from, LocalDay until, std::array<int, 2> apart, std::array<int, 2> length,
                              SampleRandom &random)
{
    std::vector<SampleSpan> all;
    LocalDay at = from + days{random.whole(apart[0] / 2, apart[1])};
    while (true) {
        const LocalDay last = at + days{random.whole(length[0], length[1]) - 1};
        if (last > until) {
            return all;
        }
        all.push_back({at, last});
        at = last + days{random.whole(apart[0], apart[1])};
    }
}

/// Rises in two days, falls slowly.
double flareOn(LocalDay day, const std::vector<SampleSpan> &flares)
{
    for (const auto &[from, to] : flares) {
        if (day >= from && day <= to) {
            const double length = static_cast<double>((to - from).count() + 1);
            const double gone = static_cast<double>((day - from).count());
            return 3.2 * std::min(1.0, (gone + 1) / 3) * (1 - 0.7 * gone / length);
        }
    }
    return 0;
}

/// Days since a treatment → sorer at first, then easier, then as before.
double afterTreatment(std::ptrdiff_t daysSince)
{
    constexpr std::array<double, 4> sorer{1.2, 1.6, 0.9, 0.2};
    if (daysSince < std::ssize(sorer)) {
        return sorer[static_cast<std::size_t>(daysSince)];
    }
    constexpr double easing = 14;
    const double gone = static_cast<double>(daysSince - std::ssize(sorer));
    return gone < easing ? -1.5 * (1 - gone / easing) : 0;
}

} // namespace

SampleStory sampleStory(LocalDay from, LocalDay until, SampleRandom &random)
{
    SampleStory story;
    story.flares = spans(from, until, {30, 90}, {5, 18}, random);
    story.pauses = spans(from, until, {150, 400}, {7, 20}, random);
    constexpr std::array<double, 7> rhythm{0.2, 0.0, 0.2, 0.4, 0.6, -0.5, -0.7};
    LocalDay nextTreatment = from + days{random.whole(10, 30)};
    std::ptrdiff_t sinceTreatment = 100;
    double strain = 0;
    for (LocalDay day = from; day <= until; day += days{1}) {
        SampleDay one{day};
        one.weekday = static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1;
        const bool workday = one.weekday < 5;
        const bool pause = std::ranges::any_of(
            story.pauses, [day](const SampleSpan &span) { return day >= span.from && day <= span.to; });
        one.silent = pause || random.chance(0.06);
        strain = 0.7 * strain + random.noise(1.2);
        one.stress = std::clamp((workday ? 4.3 : 3.6) + strain, 0.0, 10.0);
        one.sleep = std::clamp(7.4 - 0.15 * (one.stress - 4) + (workday ? 0 : 0.3) + random.noise(0.8), 3.0, 11.0);
        ++sinceTreatment;
        if (day >= nextTreatment && workday && !one.silent) {
            one.treated = true;
            sinceTreatment = 0;
            nextTreatment = day + days{random.whole(16, 38)};
        }
        const double flare = flareOn(day, story.flares);
        one.flare = flare > 0;
        one.shift = flare + rhythm[static_cast<std::size_t>(one.weekday)] + afterTreatment(sinceTreatment) +
                    0.15 * (one.stress - 4) - 0.2 * (one.sleep - 7);
        story.days.push_back(one);
    }
    return story;
}

} // namespace palpate::sample
