// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/soreness.h"

#include <algorithm>

namespace palpate {

namespace {

bool hasRatingOn(std::span<const Rating> ratings, LocalDay day)
{
    return std::ranges::any_of(ratings, [day](const Rating &rating) { return dayOf(rating.at) == day; });
}

/// The moment of the first "nothing today" of each day, in order.
std::vector<Instant> nothingDays(std::span<const CheckIn> checkIns)
{
    std::vector<Instant> moments;
    for (const CheckIn &checkIn : checkIns) {
        if (checkIn.noSoreness && (moments.empty() || dayOf(moments.back()) != dayOf(checkIn.at))) {
            moments.push_back(checkIn.at);
        }
    }
    return moments;
}

PainLevel zero() { return *PainLevel::from(PainLevel::lowest); }

/// What a day of "nothing today" comes to: `rated` are the numbers given that day all the same.
DayLevels nothingDay(LocalDay day, std::span<const TriggerPoint> points, std::span<const Rating> rated)
{
    int count = 0;
    int sum = 0;
    PainLevel worst = zero();
    for (const Rating &rating : rated) {
        if (rating.asked == Asked::sorenessNow && !rating.carriedOver) {
            ++count;
            sum += rating.level.value();
            worst = std::max(worst, rating.level);
        }
    }
    for (const TriggerPoint &point : points) {
        const bool hasOwn = std::ranges::any_of(rated, [&point](const Rating &rating) {
            return rating.point == point.id && rating.asked == Asked::sorenessNow;
        });
        count += isOpenOn(point, day) && !hasOwn ? 1 : 0;
    }
    return {day, count, count == 0 ? 0 : static_cast<double>(sum) / count, worst};
}

} // namespace

bool isOpenOn(const TriggerPoint &point, LocalDay day)
{
    if (dayOf(point.markedAt) > day) {
        return false;
    }
    bool quiet = false;
    for (const LifeEvent &event : point.life) {
        if (dayOf(event.at) <= day) {
            quiet = event.stage == LifeStage::quiet;
        }
    }
    return !quiet;
}

std::vector<Reading> readingsOf(const TriggerPoint &point, std::span<const Rating> ratings,
                                std::span<const CheckIn> checkIns)
{
    std::vector<Reading> readings;
    readings.reserve(ratings.size());
    for (const Rating &rating : ratings) {
        readings.push_back(
            {rating.at, rating.level, rating.carriedOver ? Origin::carriedOver : Origin::given, rating.id});
    }
    for (const Instant &moment : nothingDays(checkIns)) {
        if (isOpenOn(point, dayOf(moment)) && !hasRatingOn(ratings, dayOf(moment))) {
            readings.push_back({moment, zero(), Origin::nothingToday});
        }
    }
    std::ranges::stable_sort(readings, {}, [](const Reading &reading) { return reading.at.utc; });
    return readings;
}

std::vector<Reading> readings(const JournalReader &journal, const TriggerPoint &point, Asked asked, LocalDay from,
                              LocalDay to)
{
    const auto checkIns = asked == Asked::sorenessNow ? journal.between<CheckIn>(from, to) : std::vector<CheckIn>{};
    return readingsOf(point, journal.ratingsOf(point.id, asked, from, to), checkIns);
}

std::vector<DayLevels> sorenessByDay(const JournalReader &journal, LocalDay from, LocalDay to)
{
    std::vector<DayLevels> days = journal.dayLevels(Asked::sorenessNow, from, to);
    const std::vector<Instant> nothing = nothingDays(journal.between<CheckIn>(from, to));
    if (nothing.empty()) {
        return days;
    }
    const std::vector<TriggerPoint> points = journal.all<TriggerPoint>();
    for (const Instant &moment : nothing) {
        const LocalDay day = dayOf(moment);
        const DayLevels levels = nothingDay(day, points, journal.ratingsBetween(day, day));
        const auto at = std::ranges::lower_bound(days, day, {}, &DayLevels::day);
        if (at != days.end() && at->day == day) {
            *at = levels;
        } else {
            days.insert(at, levels);
        }
    }
    return days;
}

} // namespace palpate
