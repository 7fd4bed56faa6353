// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "referral/library.h"
#include "referral/loadknowledge.h"
#include "referral/rulebase.h"
#include "referral/surroundings.h"

namespace palpate {

struct LoadedAll {
    KnowledgeBase base;
    RuleBase rules;
    Surroundings surroundings;
    Library library; ///< empty unless it was asked for
    /// As those of LoadedKnowledge.
    std::vector<DataFileError> problems;
};

enum class WithLibrary { no, yes };

/// loadKnowledge(), loadRules() and loadSurroundings(), side by side: all that a lookup needs; for the window also what
/// there is to read.
[[nodiscard]] LoadedAll loadAll(const std::filesystem::path &dir, const std::filesystem::path &schemaDir,
                                WithLibrary withLibrary = WithLibrary::no);

} // namespace palpate
