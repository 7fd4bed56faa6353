// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/id.h"
#include "core/side.h"
#include "referral/pattern.h"

namespace palpate {

/// Essential zones are drawn solid, spillover hatched.
enum class HitKind : std::uint8_t { essential, spillover };

/// A zone of the body, side and all, that one muscle refers to.
struct ReferredZone {
    ZoneId zone;
    /// The person's own side; midline exactly when the zone is a midline zone.
    Side side;
    HitKind kind;
    /// See ZoneHit::weight.
    double weight;

    friend bool operator==(const ReferredZone &, const ReferredZone &) noexcept = default;
};

/// Where one muscle of one side refers pain to.
struct Referral {
    MuscleId muscle;
    Side muscleSide;
    /// Highest weight first, essential before spillover, then by zone id and side. Each zone and side stands once.
    std::vector<ReferredZone> zones;
};

/// The zones of all the muscle's sites on that side, merged: a zone that is essential for one site is essential, and
/// the highest weight of that kind counts. Sites described on the other side only do not count. A muscle of the
/// midline refers to the paired zones of both sides.
[[nodiscard]] Referral referralOf(const MusclePattern &pattern, Side ofMuscle);

/// The same for a single site, whatever side it is described on.
[[nodiscard]] Referral referralOf(const MusclePattern &pattern, const SitePattern &site, Side ofMuscle);

} // namespace palpate
