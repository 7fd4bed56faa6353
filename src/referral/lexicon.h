// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/id.h"
#include "referral/phrase.h"

namespace palpate {

/// A meaning that is no place: a quality, a time ("burning", "night").
using MeaningId = NameId<struct MeaningTag>;
/// A part of the body as people name it, larger than a zone ("thigh").
using BodyPartId = NameId<struct BodyPartTag>;
/// Where in a part ("outer").
using AspectId = NameId<struct AspectTag>;

/// What people call one zone. Longer phrases win over shorter ones that they hold.
struct ZoneWords {
    ZoneId zone;
    std::vector<Phrase> phrases;
};

/// One zone of a part of the body.
struct PartZone {
    ZoneId zone;
    /// Where in the part it lies: any of these words before or after the part mean this zone ("outer", "upper").
    std::vector<AspectId> aspects;
    /// Whether people may mean it when they name the part and say no more.
    bool isUsual;
};

/// A part of the body that holds several zones ("thigh"), at least one of them usual.
struct BodyPart {
    BodyPartId id;
    std::vector<Phrase> phrases;
    std::vector<PartZone> zones;
};

/// Words for where in a part something lies.
struct AspectWords {
    AspectId aspect;
    std::vector<Phrase> phrases;
};

/// A phrase that names several parts at once ("ring and little finger"); at least two.
struct TogetherWords {
    Phrase phrase;
    std::vector<BodyPartId> parts;
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

/// `handling`: what is done with a part ("lifting my arm"), which does not say that it hurts there. `spared`: said
/// behind a place that does not hurt ("my hand is fine").
enum class MeaningKind : std::uint8_t { quality, spread, negation, time, effect, filler, handling, spared };

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

/// The words that people use for places and pains, folded as foldedWords() folds. No phrase stands for two places.
struct Lexicon {
    std::vector<ZoneWords> zones;
    std::vector<BodyPart> parts;
    std::vector<AspectWords> aspects;
    std::vector<TogetherWords> together;
    std::vector<NoPlace> noPlaces;
    std::vector<SideWords> sides;
    std::vector<MeaningWords> meanings;
    std::vector<Spelling> spellings;
    std::vector<RegionalWord> regional;
    /// Words that are one slip away from a word for a place and mean something else.
    std::vector<std::string> ordinary;
};

} // namespace palpate
