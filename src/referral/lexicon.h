// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/id.h"
#include "referral/phrase.h"

namespace palpate {

/// A meaning that is no place: a quality, a time, what provokes ("burning", "night", "sitting").
using MeaningId = NameId<struct MeaningTag>;

/// What people call one zone. Longer phrases win over shorter ones that they hold.
struct ZoneWords {
    ZoneId zone;
    std::vector<Phrase> phrases;
};

/// A phrase that may mean any of several zones.
struct SharedWords {
    Phrase phrase;
    /// At least two.
    std::vector<ZoneId> zones;
};

/// A phrase that sounds like a place and is none.
struct NoPlace {
    Phrase phrase;
    std::string means;
};

enum class SideWord : std::uint8_t { left, right, both, midline, one };

struct SideWords {
    SideWord side;
    std::vector<Phrase> phrases;
};

enum class MeaningKind : std::uint8_t { quality, spread, negation, time, provoking, effect, filler };

struct MeaningWords {
    MeaningKind kind;
    MeaningId id;
    std::vector<Phrase> phrases;
};

/// Other forms of one word: misspellings and inflections.
struct Spelling {
    std::string word;
    std::vector<std::string> forms;
};

/// One thing, two words.
struct RegionalWord {
    std::string british;
    std::string american;
};

/// The words that people use for places and pains, folded as foldedWords() folds. No phrase stands for two zones but
/// in `shared`.
struct Lexicon {
    std::vector<ZoneWords> zones;
    std::vector<SharedWords> shared;
    std::vector<NoPlace> noPlaces;
    std::vector<SideWords> sides;
    std::vector<MeaningWords> meanings;
    std::vector<Spelling> spellings;
    std::vector<RegionalWord> regional;
};

} // namespace palpate
