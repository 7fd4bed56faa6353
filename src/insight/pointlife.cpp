// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/pointlife.h"

#include <algorithm>

namespace palpate {

namespace {

bool counts(const Reading &reading) { return reading.origin != Origin::carriedOver; }

bool hasReturned(const TriggerPoint &point, std::span<const Reading> readings)
{
    const auto since = point.life.empty() ? point.markedAt.utc : point.life.back().at.utc;
    return std::ranges::any_of(readings, [since](const Reading &reading) {
        return counts(reading) && reading.at.utc > since && reading.level.value() > 0;
    });
}

bool hasGoneQuiet(std::span<const Reading> readings, LocalDay today)
{
    int zeros = 0;
    LocalDay first = today;
    for (const Reading &reading : readings) {
        if (!counts(reading)) {
            continue;
        }
        if (reading.level.value() > 0) {
            zeros = 0;
        } else if (++zeros == 1) {
            first = dayOf(reading.at);
        }
    }
    return zeros >= 2 && today - first >= quietAfter;
}

} // namespace

std::optional<LifeSuggestion> suggestionFor(const TriggerPoint &point, std::span<const Reading> readings,
                                            LocalDay today)
{
    if (point.quiet) {
        return hasReturned(point, readings) ? std::optional{LifeSuggestion::returned} : std::nullopt;
    }
    return hasGoneQuiet(readings, today) ? std::optional{LifeSuggestion::quiet} : std::nullopt;
}

int timesReturned(const TriggerPoint &point)
{
    // A point that was quiet and is shown as active again has come back as much as one that says so.
    int times = 0;
    bool quiet = false;
    for (const LifeEvent &event : point.life) {
        if (event.stage == LifeStage::quiet) {
            quiet = true;
        } else if (quiet) {
            ++times;
            quiet = false;
        }
    }
    return times;
}

TriggerPoint withSuggestion(TriggerPoint point, LifeSuggestion suggestion, const Instant &now)
{
    point.quiet = suggestion == LifeSuggestion::quiet;
    point.life.push_back({now, point.quiet ? LifeStage::quiet : LifeStage::returned});
    return point;
}

} // namespace palpate
