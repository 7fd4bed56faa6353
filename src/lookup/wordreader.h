// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/query.h"
#include "referral/knowledgebase.h"
#include "referral/rulebase.h"
#include "referral/wordforms.h"

namespace palpate {

namespace lookup {
class Vocabulary;
}

/// What could be made of some words.
struct Understood {
    LookupQuery query;
    /// Burning, stabbing and the like, each once.
    std::vector<MeaningId> qualities;
    /// Words that mean nothing to the program, folded, each once, in the order of the text.
    std::vector<std::string> unmatched;
    /// The text names two sides for one place; the place then counts for either.
    bool doSidesContradict = false;
};

/// Reads places, sides and what provokes out of plain words. Knows typing errors, British and American words, "no pain
/// in", spread ("down the arm to the thumb"), and that lifting an arm does not say that the arm hurts. Text of any
/// length and script; takes under 5 ms for what people type.
class WordReader {
public:
    /// Keeps pointers to `rules` and `forms`, which must outlive it and stay where they are.
    WordReader(const KnowledgeBase &base, const RuleBase &rules, const WordForms &forms);
    ~WordReader();
    WordReader(WordReader &&) noexcept;
    WordReader &operator=(WordReader &&) noexcept;
    WordReader(const WordReader &) = delete;
    WordReader &operator=(const WordReader &) = delete;

    [[nodiscard]] Understood read(std::string_view text) const;

private:
    const Lexicon *m_lexicon;
    std::unique_ptr<const lookup::Vocabulary> m_vocabulary;
};

} // namespace palpate
