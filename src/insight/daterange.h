// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/keyed.h"
#include "core/localday.h"

namespace palpate {

/// How many days are looked at together. Fixed numbers of days, so that paging leaves none out: 14, 30, 91 and 365.
enum class RangeLength : std::uint8_t { twoWeeks, month, threeMonths, year, all };

template <> struct Keys<RangeLength> {
    static constexpr KeyTable<RangeLength, 5> all{{{RangeLength::twoWeeks, "two-weeks"},
                                                   {RangeLength::month, "month"},
                                                   {RangeLength::threeMonths, "three-months"},
                                                   {RangeLength::year, "year"},
                                                   {RangeLength::all, "all"}}};
};

/// Local days, both included; from <= to.
struct DateRange {
    LocalDay from;
    LocalDay to;

    [[nodiscard]] std::chrono::days length() const { return to - from + std::chrono::days{1}; }
    [[nodiscard]] bool contains(LocalDay day) const { return from <= day && day <= to; }

    friend bool operator==(const DateRange &, const DateRange &) = default;
};

/// The days of this length up to `last`; all of them begin on `first`, or on `last` where nothing is earlier.
[[nodiscard]] DateRange rangeUpTo(LocalDay last, RangeLength length, LocalDay first);
/// As many days right before.
[[nodiscard]] DateRange earlier(const DateRange &range);
/// As many days right after, but none after `today`.
[[nodiscard]] DateRange later(const DateRange &range, LocalDay today);

} // namespace palpate
