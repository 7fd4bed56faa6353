// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "lookup/sentence.h"
#include "lookup/vocabulary.h"

// Finds the places in a text, and what is said of them.
namespace palpate::lookup {

/// Words that name places. `begin` to before `end`, by word.
struct PlaceSpan {
    std::size_t begin;
    std::size_t end;
    /// Each of one or more zones, any of which may be meant; more than one place for "ring and little finger".
    std::vector<std::vector<ZoneId>> places;
};

struct SenseSpan {
    std::size_t begin;
    std::size_t end;
    const Sense *sense;
};

class PlaceFinder {
public:
    /// The arguments must outlive it.
    PlaceFinder(const Vocabulary &vocabulary, const Lexicon &lexicon, const Sentences &text);

    /// In the order of the text, none over another. Where phrases overlap, the longer ones win.
    [[nodiscard]] const std::vector<PlaceSpan> &places() const noexcept { return m_places; }
    /// Activities and movements that are not said to help.
    [[nodiscard]] const std::vector<SenseSpan> &provoking() const noexcept { return m_provoking; }
    [[nodiscard]] std::vector<SenseSpan> meanings(MeaningKind kind) const;

    /// "not in the hand", "the hand is fine".
    [[nodiscard]] bool isSpared(const PlaceSpan &span) const;
    /// "when I lift my arm".
    [[nodiscard]] bool isHandled(const PlaceSpan &span) const;
    /// "sometimes the thumb".
    [[nodiscard]] bool isAside(const PlaceSpan &span) const;
    /// "down to the thumb".
    [[nodiscard]] bool isSpreadTo(const PlaceSpan &span) const;
    /// Whether "no" or the like takes back what begins at that word.
    [[nodiscard]] bool isStruck(std::size_t at) const;
    /// Whether some phrase holds the word.
    [[nodiscard]] bool isCovered(std::size_t at) const { return m_covered[at]; }

private:
    struct Choice;

    void choose();
    [[nodiscard]] std::vector<Choice> choices() const;
    [[nodiscard]] Choice composed(const BodyPart &part, std::size_t begin, std::size_t end) const;
    /// Aspects said of a part; several groups where "and" stands between ("front and outer").
    using Aspects = std::vector<std::vector<AspectId>>;
    void extendLeft(const BodyPart &part, Choice &choice, Aspects &aspects) const;
    void extendRight(const BodyPart &part, Choice &choice, Aspects &aspects) const;
    [[nodiscard]] const SenseSpan *aspectEndingAt(std::size_t end) const;
    [[nodiscard]] const SenseSpan *aspectBeginningAt(std::size_t begin) const;
    [[nodiscard]] bool isPlaceAt(std::size_t begin) const;
    [[nodiscard]] bool isSameClause(std::size_t one, std::size_t other) const;
    [[nodiscard]] bool isWord(std::size_t at, std::string_view list) const;
    [[nodiscard]] bool isHelped(const SenseSpan &span) const;
    [[nodiscard]] const PlaceSpan *placeBefore(std::size_t at) const;

    const Lexicon &m_lexicon;
    const Sentences &m_text;
    std::vector<SenseSpan> m_phrases;
    std::vector<bool> m_covered;
    std::vector<PlaceSpan> m_places;
    std::vector<SenseSpan> m_provoking;
};

} // namespace palpate::lookup
