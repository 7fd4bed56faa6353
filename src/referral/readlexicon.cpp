// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the words of people.
#include "referral/rulereader.h"

#include <utility>

namespace palpate::knowledge {

namespace {

constexpr std::array<Word<SideWord>, 5> sideWords{{{"left", SideWord::left},
                                                   {"right", SideWord::right},
                                                   {"both", SideWord::both},
                                                   {"midline", SideWord::midline},
                                                   {"one", SideWord::one}}};
constexpr std::array<Word<MeaningKind>, 7> kindWords{{{"quality", MeaningKind::quality},
                                                      {"spread", MeaningKind::spread},
                                                      {"negation", MeaningKind::negation},
                                                      {"time", MeaningKind::time},
                                                      {"provoking", MeaningKind::provoking},
                                                      {"effect", MeaningKind::effect},
                                                      {"filler", MeaningKind::filler}}};

/// Refuses an entry with a phrase that another place has already.
class TakenPhrases {
public:
    void take(const Node &node, const std::vector<Phrase> &phrases)
    {
        std::set<std::string> own;
        for (const Phrase &phrase : phrases) {
            if (m_taken.contains(phrase.text()) || !own.insert(phrase.text()).second) {
                throw node.fault("this phrase stands twice: " + phrase.text());
            }
        }
        m_taken.merge(own);
    }

private:
    std::set<std::string> m_taken;
};

[[nodiscard]] Spelling readSpelling(const Node &node) { return {node.at("word").text(), readTexts(node.at("forms"))}; }

} // namespace

void RuleReader::readLexicon()
{
    const DataFile file =
        open("words", {"zones", "shared", "not_places", "sides", "meanings", "spellings", "regional"});
    Lexicon &words = m_rules.lexicon;
    TakenPhrases taken;
    file.forEach("zones", m_problems, [&](const Node &node) {
        ZoneWords entry{readZone(node.at("zone")), readPhrases(node)};
        taken.take(node, entry.phrases);
        words.zones.push_back(std::move(entry));
    });
    file.forEach("shared", m_problems, [&](const Node &node) {
        const Node zones = node.at("zones");
        SharedWords entry{readPhrase(node.at("phrase")), readZones(zones)};
        taken.take(node, {entry.phrase});
        words.shared.push_back(std::move(entry));
    });
    file.forEach("not_places", m_problems, [&](const Node &node) {
        NoPlace entry{readPhrase(node.at("phrase")), node.at("means").text()};
        taken.take(node, {entry.phrase});
        words.noPlaces.push_back(std::move(entry));
    });
    file.forEach("sides", m_problems, [&](const Node &node) {
        words.sides.push_back({readWord(node.at("side"), sideWords), readPhrases(node)});
    });
    file.forEach("meanings", m_problems, [&](const Node &node) {
        words.meanings.push_back(
            {readWord(node.at("kind"), kindWords), readId<MeaningId>(node.at("id")), readPhrases(node)});
    });
    file.forEach("spellings", m_problems, [&](const Node &node) { words.spellings.push_back(readSpelling(node)); });
    file.forEach("regional", m_problems, [&](const Node &node) {
        words.regional.push_back({node.at("british").text(), node.at("american").text()});
    });
}

} // namespace palpate::knowledge
