// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace palpate {

/// What the person was asked when giving a number. Answers to different questions are never mixed in one chart.
enum class Asked : std::uint8_t {
    sorenessNow,         ///< how sore it is at this moment, without pressing
    tendernessPressed,   ///< how much it hurts when pressed
    worstSinceLastEntry, ///< the worst soreness since the rating before
    averageOfDay         ///< the average soreness of the local day of the rating
};

/// The stable word used in files: "soreness-now", "tenderness-pressed", "worst-since-last-entry", "average-of-day".
[[nodiscard]] constexpr std::string_view toKey(Asked asked) noexcept
{
    switch (asked) {
    case Asked::sorenessNow:
        return "soreness-now";
    case Asked::tendernessPressed:
        return "tenderness-pressed";
    case Asked::worstSinceLastEntry:
        return "worst-since-last-entry";
    case Asked::averageOfDay:
        break;
    }
    return "average-of-day";
}

[[nodiscard]] constexpr std::optional<Asked> askedFromKey(std::string_view key) noexcept
{
    for (const Asked asked :
         {Asked::sorenessNow, Asked::tendernessPressed, Asked::worstSinceLastEntry, Asked::averageOfDay}) {
        if (toKey(asked) == key) {
            return asked;
        }
    }
    return std::nullopt;
}

} // namespace palpate
