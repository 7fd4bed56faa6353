// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "referral/rulebase.h"

namespace palpate {

/// All that is known at the moment when danger signs are looked for.
struct Situation {
    std::string text;
    std::vector<ZoneId> felt;
    std::vector<ConditionId> conditions;
    /// The questions answered with yes.
    std::vector<QuestionId> answered;
    std::optional<int> ageYears;
    std::optional<int> pregnantWeek;
};

/// The danger signs that hold and that nothing harmless quiets: words of despair first, then the most urgent. A phrase
/// does not count where "no", "not", "without" or the like stands right before it in the same clause ("no chest
/// pain"), but does where the phrase itself begins with such a word. Pointers into `rules`.
[[nodiscard]] std::vector<const RedFlag *> redFlagsIn(const RuleBase &rules, const Situation &situation);

} // namespace palpate
