// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace palpate {

/// The person's own side, never the viewer's. In the body frame x < 0 is right and x > 0 is left.
enum class Side : std::uint8_t { left, right, midline };

[[nodiscard]] constexpr Side mirrored(Side side) noexcept
{
    switch (side) {
    case Side::left:
        return Side::right;
    case Side::right:
        return Side::left;
    case Side::midline:
        break;
    }
    return Side::midline;
}

/// The stable word used in files: "left", "right", "midline".
[[nodiscard]] constexpr std::string_view toKey(Side side) noexcept
{
    switch (side) {
    case Side::left:
        return "left";
    case Side::right:
        return "right";
    case Side::midline:
        break;
    }
    return "midline";
}

[[nodiscard]] constexpr std::optional<Side> sideFromKey(std::string_view key) noexcept
{
    for (const Side side : {Side::left, Side::right, Side::midline}) {
        if (toKey(side) == key) {
            return side;
        }
    }
    return std::nullopt;
}

} // namespace palpate
