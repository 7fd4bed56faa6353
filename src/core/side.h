// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/keyed.h"

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

/// In files: "left", "right", "midline".
template <> struct Keys<Side> {
    static constexpr KeyTable<Side, 3> all{{{Side::left, "left"}, {Side::right, "right"}, {Side::midline, "midline"}}};
};

} // namespace palpate
