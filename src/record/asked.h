// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/keyed.h"

namespace palpate {

/// What the person was asked when giving a number. Answers to different questions are never mixed in one chart.
enum class Asked : std::uint8_t {
    sorenessNow,         ///< how sore it is at this moment, without pressing
    tendernessPressed,   ///< how much it hurts when pressed
    worstSinceLastEntry, ///< the worst soreness since the rating before
    averageOfDay         ///< the average soreness of the local day of the rating
};

template <> struct Keys<Asked> {
    static constexpr KeyTable<Asked, 4> all{{{Asked::sorenessNow, "soreness-now"},
                                             {Asked::tendernessPressed, "tenderness-pressed"},
                                             {Asked::worstSinceLastEntry, "worst-since-last-entry"},
                                             {Asked::averageOfDay, "average-of-day"}}};
};

} // namespace palpate
