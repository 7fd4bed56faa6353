// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace palpate::anatomy {

// How the numbers of the atlas pictures are written. The builder writes them, the map reads them.

/// Shading multiplies a structure's colour by this much.
inline constexpr float darkestShade = 0.72F;
inline constexpr float lightestShade = 1.04F;

/// 64 steps over the range, spread over a byte: fewer steps band, more only cost space.
[[nodiscard]] inline std::uint8_t encodeShade(float shade) noexcept
{
    const float part = (shade - darkestShade) / (lightestShade - darkestShade);
    return static_cast<std::uint8_t>(4 * std::lround(std::clamp(part, 0.0F, 1.0F) * 63));
}

[[nodiscard]] inline float decodeShade(std::uint8_t value) noexcept
{
    return darkestShade + (lightestShade - darkestShade) * static_cast<float>(value) / 252.0F;
}

/// Nearness pictures hold one number for a square block of this many pixels on each side: depth changes slowly.
inline constexpr int nearnessBlock = 4;

/// Millimetres in front of the view's far plane, in half millimetres; 0 is nothing.
[[nodiscard]] inline std::uint16_t encodeNearness(double mmFromFar) noexcept
{
    return static_cast<std::uint16_t>(1 + std::lround(std::clamp(mmFromFar, 0.0, 30000.0) * 2));
}

[[nodiscard]] inline double decodeNearness(std::uint16_t value) noexcept { return (value - 1) / 2.0; }

} // namespace palpate::anatomy
