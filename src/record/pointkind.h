// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace palpate {

/// How a trigger point shows itself: active hurts by itself, latent only when pressed.
enum class PointKind : std::uint8_t { active, latent, unsure };

/// The stable word used in files: "active", "latent", "unsure".
[[nodiscard]] constexpr std::string_view toKey(PointKind kind) noexcept
{
    switch (kind) {
    case PointKind::active:
        return "active";
    case PointKind::latent:
        return "latent";
    case PointKind::unsure:
        break;
    }
    return "unsure";
}

[[nodiscard]] constexpr std::optional<PointKind> pointKindFromKey(std::string_view key) noexcept
{
    for (const PointKind kind : {PointKind::active, PointKind::latent, PointKind::unsure}) {
        if (toKey(kind) == key) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace palpate
