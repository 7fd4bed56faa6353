// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/series.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace palpate {

namespace {

template <typename T> double medianOfSorted(std::span<const T> sorted)
{
    const std::size_t middle = sorted.size() / 2;
    const auto upper = static_cast<double>(sorted[middle]);
    return sorted.size() % 2 == 1 ? upper : (static_cast<double>(sorted[middle - 1]) + upper) / 2;
}

DayMedian medianOfDay(LocalDay day, std::vector<int> &levels)
{
    std::ranges::sort(levels);
    return {day, static_cast<int>(levels.size()), medianOfSorted(std::span<const int>{levels}),
            *PainLevel::from(levels.front()), *PainLevel::from(levels.back())};
}

/// In order, and none twice: a value may be the first and the lowest at once.
void addColumn(std::span<const LineValue> column, std::vector<LineValue> &few)
{
    const auto [lowest, highest] = std::ranges::minmax_element(column, {}, &LineValue::level);
    std::vector<std::ptrdiff_t> chosen{0, lowest - column.begin(), highest - column.begin(), std::ssize(column) - 1};
    std::ranges::sort(chosen);
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    for (const std::ptrdiff_t at : chosen) {
        few.push_back(column[static_cast<std::size_t>(at)]);
    }
}

} // namespace

std::vector<Run> runsOf(std::span<const LocalDay> days)
{
    std::vector<Run> runs;
    for (std::size_t at = 0; at < days.size(); ++at) {
        if (at == 0 || days[at] - days[at - 1] > joinedWithin) {
            runs.push_back({at, at});
        }
        runs.back().end = at + 1;
    }
    return runs;
}

std::vector<DayMedian> dayMedians(std::span<const Reading> readings)
{
    std::vector<DayMedian> days;
    std::vector<int> levels;
    LocalDay day{};
    const auto close = [&] {
        if (!levels.empty()) {
            days.push_back(medianOfDay(day, levels));
            levels.clear();
        }
    };
    for (const Reading &reading : readings) {
        if (reading.origin == Origin::carriedOver) {
            continue;
        }
        if (dayOf(reading.at) != day) {
            close();
            day = dayOf(reading.at);
        }
        levels.push_back(reading.level.value());
    }
    close();
    return days;
}

std::optional<double> medianOf(std::span<const DayMedian> days)
{
    if (days.empty()) {
        return std::nullopt;
    }
    std::vector<double> levels;
    levels.reserve(days.size());
    std::ranges::transform(days, std::back_inserter(levels), &DayMedian::median);
    std::ranges::sort(levels);
    return medianOfSorted(std::span<const double>{levels});
}

std::vector<DaySummary> daySummaries(const JournalReader &journal, Asked asked, const DateRange &range)
{
    const std::vector<DayLevels> given = journal.dayLevels(asked, range.from, range.to);
    const std::vector<DayLevels> all =
        asked == Asked::sorenessNow ? sorenessByDay(journal, range.from, range.to) : given;
    std::vector<DaySummary> summaries;
    summaries.reserve(all.size());
    for (const DayLevels &day : all) {
        summaries.push_back({day, !std::ranges::binary_search(given, day.day, {}, &DayLevels::day)});
    }
    return summaries;
}

std::vector<LineValue> thinned(std::span<const LineValue> values, double from, double to, int columns)
{
    std::vector<LineValue> few;
    const auto columnOf = [&](const LineValue &value) { return std::floor((value.at - from) / (to - from) * columns); };
    for (std::size_t first = 0; first < values.size();) {
        std::size_t end = first + 1;
        while (end < values.size() && columnOf(values[end]) == columnOf(values[first])) {
            ++end;
        }
        addColumn(values.subspan(first, end - first), few);
        first = end;
    }
    return few;
}

} // namespace palpate
