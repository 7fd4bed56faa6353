// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "lookup/lookup.h"
#include "referral/knowledgebase.h"

namespace palpate::cli {

/// The answer as docs/data-formats.md describes it, at most so many candidates.
[[nodiscard]] std::string lookupJson(const KnowledgeBase &base, const RuleBase &rules, const LookupAnswer &answer,
                                     std::size_t limit);

} // namespace palpate::cli
