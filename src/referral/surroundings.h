// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <vector>

#include "core/error.h"
#include "referral/knowledgebase.h"

namespace palpate {

/// How often the manuals' lists of muscles by region name a referral group.
enum class Naming : std::uint8_t { rarely, sometimes, often };

/// What lies beside and under what, as the body atlas shows it, and which groups are often named.
struct Surroundings {
    /// Zones that share an edge on the skin, on one side of the body or across the midline; symmetric.
    std::map<ZoneId, std::set<ZoneId>> neighbours;
    /// The zones that a muscle lies under.
    std::map<MuscleId, std::set<ZoneId>> above;
    /// Muscles that stand once, in the middle.
    std::set<MuscleId> unpaired;
    /// Groups that are not here are named sometimes.
    std::map<ReferralGroupId, Naming> naming;
};

struct LoadedSurroundings {
    Surroundings surroundings;
    std::vector<DataFileError> problems;
};

/// Reads surroundings.json and naming.json of `dir`, each checked against its schema of `schemaDir` and their ids
/// against `base`. What is broken is left out and told. Throws nothing but std::bad_alloc.
[[nodiscard]] LoadedSurroundings loadSurroundings(const std::filesystem::path &dir,
                                                  const std::filesystem::path &schemaDir, const KnowledgeBase &base);

} // namespace palpate
