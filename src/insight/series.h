// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "insight/daterange.h"
#include "insight/soreness.h"

// What charts need to know of readings: what may be joined by a line, what a day comes to, and how to say much in few
// values.
namespace palpate {

/// A line joins neighbours that are at most this many local days apart, so it reaches over one missing day and no more.
inline constexpr std::chrono::days joinedWithin{2};

/// Neighbours in a row of values: from `first` up to, without, `end`.
struct Run {
    std::size_t first;
    std::size_t end;

    friend bool operator==(const Run &, const Run &) = default;
};

/// What may be joined by one line each. The days are in order; every value is in one run.
[[nodiscard]] std::vector<Run> runsOf(std::span<const LocalDay> days);

/// What one day's answers to one question come to.
struct DayMedian {
    LocalDay day;
    int count = 0;
    double median = 0; ///< halfway between the two in the middle where there are two
    PainLevel lowest;
    PainLevel highest;

    friend bool operator==(const DayMedian &, const DayMedian &) = default;
};

/// Days with a reading, in order; values carried over are left out. The readings are in order of time.
[[nodiscard]] std::vector<DayMedian> dayMedians(std::span<const Reading> readings);

/// The median of the day medians; empty where there is none.
[[nodiscard]] std::optional<double> medianOf(std::span<const DayMedian> days);

struct DaySummary {
    DayLevels levels;
    bool onlyNothing = false; ///< all of it follows from "nothing today"

    friend bool operator==(const DaySummary &, const DaySummary &) = default;
};

/// Days with an answer over all points that are not deleted, in order. The zeros of "nothing today" answer only how
/// sore it is now. Throws JournalError.
[[nodiscard]] std::vector<DaySummary> daySummaries(const JournalReader &journal, Asked asked, const DateRange &range);

/// A value of a line: when, in any unit, and how much.
struct LineValue {
    double at;
    double level;

    friend bool operator==(const LineValue &, const LineValue &) = default;
};

/// The same line to the eye in few values: of each of `columns` equal parts between from and to the first, the lowest,
/// the highest and the last. The values are in order and between from and to.
[[nodiscard]] std::vector<LineValue> thinned(std::span<const LineValue> values, double from, double to, int columns);

} // namespace palpate
