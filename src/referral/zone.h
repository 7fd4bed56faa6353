// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.h"

namespace palpate {

/// The view of the body that shows a zone best.
enum class ZoneView : std::uint8_t { front, back, side, top, bottom };

inline constexpr std::array allZoneViews{ZoneView::front, ZoneView::back, ZoneView::side, ZoneView::top,
                                         ZoneView::bottom};

/// The stable word used in files.
[[nodiscard]] constexpr std::string_view toKey(ZoneView view) noexcept
{
    switch (view) {
    case ZoneView::front:
        return "front";
    case ZoneView::back:
        return "back";
    case ZoneView::side:
        return "side";
    case ZoneView::top:
        return "top";
    case ZoneView::bottom:
        break;
    }
    return "bottom";
}

/// Whether a zone exists once on each side of the body or once in the middle.
enum class Laterality : std::uint8_t { paired, midline };

inline constexpr std::array allLateralities{Laterality::paired, Laterality::midline};

/// The stable word used in files.
[[nodiscard]] constexpr std::string_view toKey(Laterality laterality) noexcept
{
    return laterality == Laterality::paired ? "paired" : "midline";
}

/// One of the named areas that together tile the body: what pain is said to be in.
struct Zone {
    ZoneId id;
    /// Plain English, without a side: "front of the shoulder".
    std::string description;
    ZoneView view;
    Laterality laterality;
    /// What people call it; at least one.
    std::vector<std::string> words;
};

} // namespace palpate
