// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/id.h"

namespace palpate {

/// The view of the body that shows a zone best.
enum class ZoneView : std::uint8_t { front, back, side, top, bottom };

/// Whether a zone exists once on each side of the body or once in the middle.
enum class Laterality : std::uint8_t { paired, midline };

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
