// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "referral/loadknowledge.h"
#include "referral/rulebase.h"
#include "referral/surroundings.h"

namespace palpate {

struct LoadedAll {
    KnowledgeBase base;
    RuleBase rules;
    Surroundings surroundings;
    /// As those of LoadedKnowledge.
    std::vector<DataFileError> problems;
};

/// loadKnowledge(), loadRules() and loadSurroundings(), side by side: all that a lookup needs.
[[nodiscard]] LoadedAll loadAll(const std::filesystem::path &dir, const std::filesystem::path &schemaDir);

} // namespace palpate
