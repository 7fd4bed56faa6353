// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "openwindow.h"

namespace palpate::testing {

/// Marks that many points in different muscles of the left, with a soreness of 1, 2, 3 …; 12 at most.
inline void markPoints(OpenWindow &open, int count)
{
    constexpr std::array muscles{
        "infraspinatus",        "upper-trapezius",    "levator-scapulae", "gluteus-medius",    "soleus",
        "supraspinatus",        "quadratus-lumborum", "rhomboid-major",   "tibialis-anterior", "biceps-brachii",
        "gastrocnemius-medial", "piriformis"};
    for (int number = 0; number < count; ++number) {
        const MuscleId muscle{muscles.at(static_cast<std::size_t>(number))};
        const anatomy::Region &region = shippedAtlas().region(shippedAtlas().regionOf(muscle, Side::left).value());
        const PointMm middle{(region.low.x + region.high.x) / 2, (region.low.y + region.high.y) / 2,
                             (region.low.z + region.high.z) / 2};
        if (!open.session().mark(muscle, Side::left, middle, PointKind::active, PainLevel::from(1 + number % 10), {})) {
            throw std::runtime_error{"a point could not be marked"};
        }
    }
}

} // namespace palpate::testing
