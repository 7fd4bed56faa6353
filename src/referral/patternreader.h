// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <unordered_set>

#include "referral/datafile.h"
#include "referral/pattern.h"
#include "referral/zone.h"

namespace palpate::knowledge {

/// The ids that a pattern may name.
struct KnownIds {
    std::unordered_map<ZoneId, Laterality> zones;
    std::unordered_set<SourceId> sources;
    std::unordered_set<ActivityId> activities;
    std::unordered_set<MovementId> movements;
};

/// Reads an entry that obeys patterns.schema.json. Throws DataFileError, naming the place, where it names something
/// unknown or contradicts itself.
[[nodiscard]] MusclePattern readPattern(const Node &node, const KnownIds &known);

} // namespace palpate::knowledge
