// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/daterange.h"

#include <algorithm>

namespace palpate {

namespace {

std::chrono::days daysOf(RangeLength length)
{
    switch (length) {
    case RangeLength::twoWeeks:
        return std::chrono::days{14};
    case RangeLength::month:
        return std::chrono::days{30};
    case RangeLength::threeMonths:
        return std::chrono::days{91};
    case RangeLength::year:
    case RangeLength::all:
        break;
    }
    return std::chrono::days{365};
}

constexpr std::chrono::days oneDay{1};

} // namespace

DateRange rangeUpTo(LocalDay last, RangeLength length, LocalDay first)
{
    if (length == RangeLength::all) {
        return {std::min(first, last), last};
    }
    return {last - daysOf(length) + oneDay, last};
}

DateRange earlier(const DateRange &range) { return {range.from - range.length(), range.from - oneDay}; }

DateRange later(const DateRange &range, LocalDay today)
{
    const LocalDay to = std::min(range.to + range.length(), std::max(today, range.to));
    return {to - range.length() + oneDay, to};
}

} // namespace palpate
