// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/keyed.h"

namespace palpate {

/// How a trigger point shows itself: active hurts by itself, latent only when pressed.
enum class PointKind : std::uint8_t { active, latent, unsure };

template <> struct Keys<PointKind> {
    static constexpr KeyTable<PointKind, 3> all{
        {{PointKind::active, "active"}, {PointKind::latent, "latent"}, {PointKind::unsure, "unsure"}}};
};

} // namespace palpate
