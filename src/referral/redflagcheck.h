// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "referral/rulebase.h"
#include "referral/wordforms.h"

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

/// Looks for danger signs in what people write, answer and are. Typing errors are mended first.
class RedFlagCheck {
public:
    /// The arguments must outlive it and stay where they are.
    RedFlagCheck(const RuleBase &rules, const WordForms &forms);
    ~RedFlagCheck();
    RedFlagCheck(RedFlagCheck &&) noexcept;
    RedFlagCheck &operator=(RedFlagCheck &&) noexcept;
    RedFlagCheck(const RedFlagCheck &) = delete;
    RedFlagCheck &operator=(const RedFlagCheck &) = delete;

    /// The danger signs that hold and that nothing harmless quiets: words of despair first, then the most urgent. A
    /// phrase does not count where "no", "not", "without" or the like stands right before it in the same clause ("no
    /// chest pain"), but does where the phrase itself begins with such a word. Pointers into the rules.
    [[nodiscard]] std::vector<const RedFlag *> raisedBy(const Situation &situation) const;

    /// The passages of the text by which the sign holds, in order, not overlapping, and one where only separators lie
    /// between. Striking them leaves a text that says it no more. Empty where it holds without words or does not hold;
    /// but where only places, answers or a profile are missing to it, these are taken as given.
    [[nodiscard]] std::vector<TextSpan> wordsBehind(const RedFlag &flag, const Situation &situation) const;

private:
    struct Phrases;

    const RuleBase *m_rules;
    const WordForms *m_forms;
    std::unique_ptr<const Phrases> m_phrases;
};

} // namespace palpate
