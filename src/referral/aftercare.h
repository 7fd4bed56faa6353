// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/id.h"
#include "referral/bodyregion.h"
#include "referral/safety.h"

namespace palpate {

using AfterSignId = NameId<struct AfterSignTag>;

/// A danger sign that is asked for in the days after a treatment or session.
struct AfterSign {
    AfterSignId id;
    std::string words;
    /// Says why, how urgent it is and what to do.
    RedFlagId rule;
    /// That for people with any of these conditions; no conditions where there is none.
    std::vector<ConditionId> conditions;
    std::optional<RedFlagId> ruleWithCondition;
    bool onlyAfterNeedles;
    /// Regions of the muscles treated; empty for all.
    std::vector<BodyRegionId> regions;
};

struct RuleBase;

/// The signs that fit: after needles or not, and by the regions of the muscles treated. Where no muscle is known, all
/// regions count, so that nothing is left out. Pointers into the rules.
[[nodiscard]] std::vector<const AfterSign *> signsAfter(const RuleBase &rules, bool needles,
                                                        std::span<const BodyRegionId> regions);

/// The rule that holds for a person with these conditions. Never null for a sign of these rules.
[[nodiscard]] const RedFlag *ruleOf(const RuleBase &rules, const AfterSign &sign,
                                    std::span<const ConditionId> conditions);

} // namespace palpate
