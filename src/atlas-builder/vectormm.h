// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "core/pointmm.h"

namespace palpate::atlas {

/// What a builder of surfaces computes with points and the steps between them, all in millimetres.

[[nodiscard]] constexpr PointMm plus(PointMm a, PointMm b) noexcept { return {a.x + b.x, a.y + b.y, a.z + b.z}; }

[[nodiscard]] constexpr PointMm minus(PointMm a, PointMm b) noexcept { return {a.x - b.x, a.y - b.y, a.z - b.z}; }

[[nodiscard]] constexpr PointMm times(PointMm a, double factor) noexcept
{
    return {a.x * factor, a.y * factor, a.z * factor};
}

[[nodiscard]] constexpr double dot(PointMm a, PointMm b) noexcept { return a.x * b.x + a.y * b.y + a.z * b.z; }

[[nodiscard]] constexpr PointMm cross(PointMm a, PointMm b) noexcept
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

[[nodiscard]] inline double length(PointMm a) noexcept { return std::sqrt(dot(a, a)); }

/// A step of length 1; nothing stays nothing.
[[nodiscard]] inline PointMm unit(PointMm a) noexcept
{
    const double size = length(a);
    return size > 0 ? times(a, 1 / size) : a;
}

[[nodiscard]] inline PointMm between(PointMm a, PointMm b, double t) noexcept
{
    return {std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t), std::lerp(a.z, b.z, t)};
}

} // namespace palpate::atlas
