// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "referral/knowledgebase.h"
#include "referral/rulebase.h"
#include "referral/wordforms.h"

// The phrases that are looked for in what people write, by what they mean.
namespace palpate::lookup {

// ---- what a phrase means; places in the lists of the lexicon and the base ----

struct ZoneSense {
    std::size_t words; ///< in Lexicon::zones
};
struct PartSense {
    std::size_t part; ///< in Lexicon::parts
};
struct TogetherSense {
    std::size_t words; ///< in Lexicon::together
};
struct NoPlaceSense {};
struct SideSense {
    SideWord side;
};
struct AspectSense {
    AspectId aspect;
};
struct MeaningSense {
    MeaningKind kind;
    MeaningId id;
};
struct ActivitySense {
    ActivityId activity;
};
struct MovementSense {
    MovementId movement;
};

using Sense = std::variant<ZoneSense, PartSense, TogetherSense, NoPlaceSense, SideSense, AspectSense, MeaningSense,
                           ActivitySense, MovementSense>;

/// A phrase found at the beginning of some words.
struct Found {
    std::size_t length;
    const Sense *sense;
};

/// The phrases by their words. Small words that say nothing about a place ("the", "my") stand in none.
class Vocabulary {
public:
    /// Keeps nothing of `base` and `rules`; `forms` must outlive it.
    Vocabulary(const KnowledgeBase &base, const RuleBase &rules, const WordForms &forms);

    /// What somebody wrote, without the small words.
    [[nodiscard]] std::vector<Word> wordsOf(std::string_view text) const;

    /// Every phrase that begins there, shorter ones first.
    [[nodiscard]] std::vector<Found> foundAt(std::span<const Word> words) const;

    [[nodiscard]] const WordForms &forms() const noexcept { return *m_forms; }

private:
    void add(std::string_view phrase, Sense sense);
    void add(const std::vector<Phrase> &phrases, const Sense &sense);

    const WordForms *m_forms;
    /// By the stems of the phrase with blanks between.
    std::unordered_multimap<std::string, Sense> m_phrases;
    std::size_t m_longest = 0;
};

} // namespace palpate::lookup
