// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "core/instant.h"
#include "core/pointmm.h"
#include "core/side.h"
#include "record/pointkind.h"

namespace palpate {

/// A trigger point that the person found in one of their muscles.
/// Invariant, held by the journal's verbs and by the tables under them: fits(side, position).
struct TriggerPoint {
    PointId id;
    MuscleId muscle;
    Side side = Side::midline; ///< midline where the muscle has no pair
    PointMm position;          ///< in the body frame, millimetres
    PointKind kind = PointKind::unsure;
    Instant markedAt;

    friend bool operator==(const TriggerPoint &, const TriggerPoint &) = default;
};

/// No body reaches farther than this from the origin of its frame, in millimetres.
inline constexpr double bodyReachMm = 5000;

/// Whether a point of a muscle on this side can stand at this place: left where x > 0, right where x < 0, midline
/// at any x; each coordinate within bodyReachMm (so never infinite, never NaN).
[[nodiscard]] constexpr bool fits(Side side, PointMm position) noexcept
{
    for (const double coordinate : {position.x, position.y, position.z}) {
        if (!(coordinate >= -bodyReachMm && coordinate <= bodyReachMm)) {
            return false;
        }
    }
    switch (side) {
    case Side::left:
        return position.x > 0;
    case Side::right:
        return position.x < 0;
    case Side::midline:
        break;
    }
    return true;
}

} // namespace palpate
