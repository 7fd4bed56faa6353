// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "atlas-builder/body.h"
#include "core/side.h"

namespace palpate::atlas {

/// Where an arm is cut to look at the trunk behind it: across the upper arm bone, just below the deltoid.
struct ArmCut {
    Side side = Side::left;
    PointMm at;
    PointMm upwards; ///< along the bone, of length 1

    /// Negative below the cut.
    [[nodiscard]] double distance(const PointMm &p) const noexcept
    {
        return (p.x - at.x) * upwards.x + (p.y - at.y) * upwards.y + (p.z - at.z) * upwards.z;
    }

    [[nodiscard]] bool isOnSide(const PointMm &p) const noexcept { return (p.x > 0) == (side == Side::left); }

    static constexpr double fadeMm = 28;

    /// How much of the arm shows there: nothing at the cut, all of it from a little above.
    [[nodiscard]] double presence(const PointMm &p) const noexcept
    {
        const double t = std::clamp(distance(p) / fadeMm, 0.0, 1.0);
        return t * t * (3 - 2 * t);
    }
};

/// Nothing for a body without upper arm bone and deltoid.
[[nodiscard]] std::optional<ArmCut> armCut(const Body &body, const Recipe &recipe, Side side);

/// Tells the parts of one side's skin again where its arm hangs free of the trunk, from the cut and its fading end
/// downwards: there the two do not hang together, and bones need not be asked.
void tellArmFromTrunk(const ArmCut &cut, const Mesh &skin, std::vector<BodyPart> &parts);

} // namespace palpate::atlas
