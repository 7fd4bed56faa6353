// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/wordreader.h"

#include <algorithm>

#include "lookup/placefinder.h"
#include "lookup/sentence.h"
#include "lookup/sidefinder.h"
#include "lookup/vocabulary.h"
#include "referral/phrase.h"

namespace palpate {

namespace {

using namespace lookup;

/// A place told as an aside ("sometimes the thumb") and one that a pain spreads to count less than the main one.
constexpr double asideWeight = 0.6;
constexpr double spreadWeight = 0.8;
/// A place that is only moved counts where nothing else is said.
constexpr double handledWeight = 0.5;
/// More unknown words than this are not worth telling.
constexpr std::size_t mostUnmatched = 100;

template <typename Value> void addOnce(const Value &value, std::vector<Value> &values)
{
    if (std::ranges::find(values, value) == values.end()) {
        values.push_back(value);
    }
}

/// Of two mentions of one place the heavier counts.
void addPlace(const FeltPlace &place, std::vector<FeltPlace> &places)
{
    const auto same = std::ranges::find_if(
        places, [&place](const FeltPlace &one) { return one.zones == place.zones && one.side == place.side; });
    if (same == places.end()) {
        places.push_back(place);
    } else {
        same->weight = std::max(same->weight, place.weight);
    }
}

class Reading {
public:
    Reading(const Vocabulary &vocabulary, const Lexicon &lexicon, std::string_view text)
        : m_vocabulary{vocabulary}, m_text{cut(vocabulary, text)}, m_finder{vocabulary, lexicon, m_text}
    {}

    [[nodiscard]] Understood understood() &&
    {
        addPlaces();
        addProvoking();
        addQualities();
        addUnmatched();
        m_understood.doSidesContradict = m_text.doSidesContradict;
        return std::move(m_understood);
    }

private:
    void addPlaces()
    {
        const SideFinder sides{m_text, m_finder.places()};
        std::vector<FeltPlace> handled;
        for (const PlaceSpan &span : m_finder.places()) {
            for (const std::vector<ZoneId> &zones : span.places) {
                FeltPlace place{zones, sides.sideOf(span), weightOf(span)};
                if (m_finder.isSpared(span)) {
                    addPlace({place.zones, place.side, 1}, m_understood.query.spared);
                } else if (m_finder.isHandled(span)) {
                    place.weight = handledWeight;
                    addPlace(place, handled);
                } else {
                    addPlace(place, m_understood.query.felt);
                }
            }
        }
        if (m_understood.query.felt.empty()) {
            m_understood.query.felt = std::move(handled);
        }
        // What is felt somewhere is not spared there.
        std::erase_if(m_understood.query.spared, [this](const FeltPlace &spared) {
            return std::ranges::any_of(m_understood.query.felt, [&spared](const FeltPlace &felt) {
                return felt.zones == spared.zones && felt.side == spared.side;
            });
        });
    }

    [[nodiscard]] double weightOf(const PlaceSpan &span) const
    {
        if (m_finder.isAside(span)) {
            return asideWeight;
        }
        return m_finder.isSpreadTo(span) ? spreadWeight : 1;
    }

    void addProvoking()
    {
        for (const SenseSpan &span : m_finder.provoking()) {
            if (const auto *activity = std::get_if<ActivitySense>(span.sense)) {
                addOnce(activity->activity, m_understood.query.provokedBy);
            } else if (const auto *movement = std::get_if<MovementSense>(span.sense)) {
                addOnce(movement->movement, m_understood.query.limited);
            }
        }
    }

    void addQualities()
    {
        for (const SenseSpan &span : m_finder.meanings(MeaningKind::quality)) {
            if (!m_finder.isStruck(span.begin)) {
                addOnce(std::get<MeaningSense>(*span.sense).id, m_understood.qualities);
            }
        }
    }

    void addUnmatched()
    {
        for (std::size_t at = 0; at < m_text.words.size(); ++at) {
            const std::string &written = m_text.words[at].written;
            if (!m_finder.isCovered(at) && !m_vocabulary.forms().isKnown(written) &&
                m_understood.unmatched.size() < mostUnmatched) {
                addOnce(written, m_understood.unmatched);
            }
        }
    }

    const Vocabulary &m_vocabulary;
    Sentences m_text;
    PlaceFinder m_finder;
    Understood m_understood;
};

/// Pieces between blanks that hold letters of other scripts only: folding drops them, but they are to be told.
void addOtherScripts(std::string_view text, std::vector<std::string> &unmatched)
{
    constexpr std::size_t longestTold = 60;
    while (!text.empty() && unmatched.size() < mostUnmatched) {
        const std::size_t end = std::min(text.find_first_of(" \t\n"), text.size());
        const std::string_view piece = text.substr(0, end);
        const bool isOther = std::ranges::any_of(piece, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        if (isOther && piece.size() <= longestTold && foldedWords(piece).empty()) {
            addOnce(std::string{piece}, unmatched);
        }
        text.remove_prefix(std::min(text.size(), end + 1));
    }
}

} // namespace

WordReader::WordReader(const KnowledgeBase &base, const RuleBase &rules, const WordForms &forms)
    : m_lexicon{&rules.lexicon}, m_vocabulary{std::make_unique<const Vocabulary>(base, rules, forms)}
{}

WordReader::~WordReader() = default;
WordReader::WordReader(WordReader &&) noexcept = default;
WordReader &WordReader::operator=(WordReader &&) noexcept = default;

Understood WordReader::read(std::string_view text) const
{
    Understood understood = Reading{*m_vocabulary, *m_lexicon, text}.understood();
    addOtherScripts(text, understood.unmatched);
    return understood;
}

} // namespace palpate
