// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/engine.h"
#include "lookup/ownreferral.h"
#include "lookup/wordreader.h"
#include "referral/redflagcheck.h"
#include "referral/rulebase.h"

namespace palpate {

/// What a person tells the program: places chosen or painted, words, and what their profile says.
struct LookupInput {
    LookupQuery chosen;
    std::string text;
    std::vector<ConditionId> conditions;
    std::vector<QuestionId> answered;
    std::optional<int> ageYears;
    std::optional<int> pregnantWeek;
    /// Signs that a professional has checked or that the person did not mean; neither told nor withheld for.
    std::set<RedFlagId> settled{};
};

/// Where nobody is told to press until an alert is answered.
struct Withheld {
    bool everywhere = false;
    std::set<ZoneId> zones;
};

struct LookupAnswer {
    /// Comes before all else: words of despair first, then the most urgent. Pointers into the rules.
    std::vector<const RedFlag *> alerts;
    Withheld withheld;
    /// The chosen places, and what the words add.
    Understood understood;
    /// Empty with words of despair: no list, no score.
    Ranking ranking;
};

/// Danger signs, words and ranking in their order: the one way from what a person says to what the program answers.
class Lookup {
public:
    /// The base and the rules must outlive it and stay where they are.
    Lookup(const KnowledgeBase &base, const RuleBase &rules, const Surroundings &surroundings);

    [[nodiscard]] LookupAnswer answer(const LookupInput &input) const;

    /// The passages of the text by which an alert was raised: see RedFlagCheck::wordsBehind().
    [[nodiscard]] std::vector<TextSpan> wordsBehind(const RedFlag &flag, const std::string &text) const;

    /// From now on these count as well; those of before are forgotten. Left out: muscles and zones that are not in the
    /// base, zones painted below 2 %, a muscle of two sides without its side. Makes the engine anew, which takes about
    /// 2 ms.
    void setOwnReferrals(std::vector<OwnReferral> own);

private:
    const KnowledgeBase *m_base;
    Surroundings m_surroundings;
    /// On the heap, as what reads words points to it.
    std::unique_ptr<const WordForms> m_forms;
    RedFlagCheck m_dangers;
    WordReader m_words;
    LookupEngine m_engine;
};

} // namespace palpate
