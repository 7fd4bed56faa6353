// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/id.h"
#include "core/keyed.h"
#include "core/side.h"
#include "referral/activity.h"

namespace palpate {

/// On which side of the body something is felt; `either` where nobody said.
enum class FeltSide : std::uint8_t { left, right, both, either };

template <> struct Keys<FeltSide> {
    static constexpr KeyTable<FeltSide, 4> all{
        {{FeltSide::left, "left"}, {FeltSide::right, "right"}, {FeltSide::both, "both"}, {FeltSide::either, "either"}}};
};

/// One place that a person named, chose or painted.
struct FeltPlace {
    /// At least one. Several where the words leave open which is meant ("shoulder"): any of them will do.
    std::vector<ZoneId> zones;
    /// Says nothing about midline zones.
    FeltSide side = FeltSide::either;
    /// How much of the pain is there, above 0 and at most 1.
    double weight = 1;

    friend bool operator==(const FeltPlace &, const FeltPlace &) = default;
};

/// What a person says about a pain.
struct LookupQuery {
    std::vector<FeltPlace> felt;
    /// Where it is said not to hurt.
    std::vector<FeltPlace> spared;
    /// What brings it on or keeps it.
    std::vector<ActivityId> provokedBy;
    /// Movements that hurt or fall short.
    std::vector<MovementId> limited;

    friend bool operator==(const LookupQuery &, const LookupQuery &) = default;
};

/// How much of one zone a drawing covers.
struct PaintedZone {
    ZoneId zone;
    Side side;
    /// 0 to 1.
    double covered;
};

/// How much a zone weighs of which so much is painted: in full, 1, from a third of its area on, as people paint the
/// heart of their pain. Nothing for one that the brush only brushed against (below 2 %).
[[nodiscard]] std::optional<double> paintedWeight(double covered);

/// A drawing as places.
[[nodiscard]] std::vector<FeltPlace> feltIn(std::span<const PaintedZone> painted);

} // namespace palpate
