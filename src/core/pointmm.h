// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace palpate {

/// A place in the body frame, in millimetres: x < 0 is the person's right, y < 0 is front, z is up.
struct PointMm {
    double x = 0;
    double y = 0;
    double z = 0;

    friend constexpr bool operator==(const PointMm &, const PointMm &) noexcept = default;
};

[[nodiscard]] constexpr PointMm mirrored(PointMm point) noexcept { return {-point.x, point.y, point.z}; }

} // namespace palpate
