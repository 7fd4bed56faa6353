// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "referral/knowledgebase.h"
#include "referral/rulebase.h"

namespace palpate {

/// A word, or several that are one misspelt.
struct Word {
    /// One form for all endings, spellings and countries: what phrases are compared by.
    std::string stem;
    /// Spelt right, with its ending.
    std::string spelt;
    /// As it was written, folded.
    std::string written;
    /// How many folded words it was written as.
    std::size_t parts = 1;
};

/// Brings the words that people type into one form. Knows the words of all phrases, so that a typing error is mended
/// towards one of them, and never a word that is itself one of them.
class WordForms {
public:
    /// Keeps nothing of the arguments.
    WordForms(const KnowledgeBase &base, const RuleBase &rules);

    /// Of words folded as foldedWords() folds; several that are a known misspelling of one become that one.
    [[nodiscard]] std::vector<Word> of(std::span<const std::string> folded) const;

    /// One word, its typing error mended and in the spelling that phrases have. A misspelling of several words has
    /// none.
    [[nodiscard]] const std::string &speltRight(const std::string &folded) const;

    /// Whether a phrase, or the list of ordinary words, has it.
    [[nodiscard]] bool isKnown(const std::string &folded) const { return m_known.contains(folded); }

    /// The stem of an English word. Source: the Snowball project's English stemmer.
    [[nodiscard]] static std::string stemOf(const std::string &folded);

private:
    void addSpellings(const Lexicon &words);
    void know(const Phrase &phrase, bool isTarget);
    void knowWords(std::string_view text);
    void know(const std::string &word, bool isTarget);
    [[nodiscard]] Word formsOf(const std::string &folded) const;
    /// The known word that is meant by an unknown one; itself where none is near.
    [[nodiscard]] const std::string &mended(const std::string &folded) const;

    /// With their stems; without one where a word is known, but a phrase does not have it.
    std::unordered_map<std::string, std::string> m_known;
    /// A word with another ending than a known one is no typing error.
    std::unordered_set<std::string> m_knownStems;
    std::unordered_map<std::string, std::string> m_spellings;
    /// Misspellings of two or three words, by their first.
    std::multimap<std::string, std::pair<std::vector<std::string>, std::string>> m_splitSpellings;
    std::unordered_map<std::string, std::string> m_british;
    /// Words of places and dangers, to mend typing errors with.
    std::set<std::string> m_targets;
};

} // namespace palpate
