// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/sentence.h"

#include <algorithm>

namespace palpate::lookup {

namespace {

/// The longest phrase of that sense that begins there.
template <typename Wanted> [[nodiscard]] const Found *longest(const std::vector<Found> &found)
{
    const Found *best = nullptr;
    for (const Found &one : found) {
        if (std::holds_alternative<Wanted>(*one.sense)) {
            best = &one;
        }
    }
    return best;
}

class Cutter {
public:
    explicit Cutter(const Vocabulary &vocabulary) : m_vocabulary{vocabulary} {}

    void addClause(std::string_view written)
    {
        const std::vector<Word> words = m_vocabulary.wordsOf(written);
        std::size_t at = 0;
        while (at < words.size()) {
            const std::span<const Word> rest = std::span{words}.subspan(at);
            const std::vector<Found> found = m_vocabulary.foundAt(rest);
            const Found *side = longest<SideSense>(found);
            const Found *noPlace = longest<NoPlaceSense>(found);
            const bool isOnSide = at > 0 && (words[at - 1].written == "on" || words[at - 1].written == "to");
            if (side != nullptr && noPlace != nullptr && noPlace->length > side->length && !isOnSide) {
                // "right behind": the word says "exactly" and nothing about sides.
                at += side->length;
            } else if (side != nullptr) {
                addSide(std::get<SideSense>(*side->sense).side);
                at += side->length;
            } else {
                m_cut.words.push_back(words[at++]);
                m_cut.clause.push_back(m_clause);
                m_cut.sentence.push_back(m_sentence);
            }
        }
        ++m_clause;
    }

    void endSentence() { ++m_sentence; }

    [[nodiscard]] Sentences take() && { return std::move(m_cut); }

private:
    void addSide(SideWord side)
    {
        const bool followsAnother = !m_cut.sides.empty() && m_cut.sides.back().before == m_cut.words.size() &&
                                    m_lastClause == m_clause && m_cut.sides.back().side != side;
        if (followsAnother && side != SideWord::one) {
            m_cut.doSidesContradict = true;
        }
        m_cut.sides.push_back({m_cut.words.size(), side});
        m_lastClause = m_clause;
    }

    const Vocabulary &m_vocabulary;
    Sentences m_cut;
    std::size_t m_clause = 0;
    std::size_t m_lastClause = 0;
    std::size_t m_sentence = 0;
};

} // namespace

Sentences cut(const Vocabulary &vocabulary, std::string_view text)
{
    constexpr std::string_view ends = ".,;:!?()\n+&/";
    Cutter cutter{vocabulary};
    while (!text.empty()) {
        // A dash between blanks parts clauses; one inside a word does not.
        std::size_t end = std::min(text.find_first_of(ends), text.find(" - "));
        const bool isDash = end != std::string_view::npos && text[end] == ' ';
        cutter.addClause(text.substr(0, end));
        if (end == std::string_view::npos) {
            break;
        }
        if (std::string_view{".;!?\n"}.find(text[end]) != std::string_view::npos) {
            cutter.endSentence();
        }
        text.remove_prefix(end + (isDash ? 3 : 1));
    }
    return std::move(cutter).take();
}

} // namespace palpate::lookup
