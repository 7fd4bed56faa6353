// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/id.h"

namespace palpate {

class KnowledgeBase;

using BodyRegionId = NameId<struct BodyRegionTag>;

/// A group of zones with a name ("neck"). Every zone is in exactly one.
struct BodyRegion {
    BodyRegionId id;
    std::string name;
    std::vector<ZoneId> zones;
};

/// The regions of regions.json alone, for those who need no rules. What is broken is left out. Throws nothing but
/// std::bad_alloc.
[[nodiscard]] std::vector<BodyRegion>
loadBodyRegions(const std::filesystem::path &dir, const std::filesystem::path &schemaDir, const KnowledgeBase &base);

} // namespace palpate
