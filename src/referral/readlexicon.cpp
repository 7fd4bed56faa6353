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
constexpr std::array<Word<MeaningKind>, 8> kindWords{{{"quality", MeaningKind::quality},
                                                      {"spread", MeaningKind::spread},
                                                      {"negation", MeaningKind::negation},
                                                      {"time", MeaningKind::time},
                                                      {"effect", MeaningKind::effect},
                                                      {"filler", MeaningKind::filler},
                                                      {"handling", MeaningKind::handling},
                                                      {"spared", MeaningKind::spared}}};

} // namespace

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

namespace {

[[nodiscard]] Spelling readSpelling(const Node &node) { return {node.at("word").text(), readTexts(node.at("forms"))}; }

} // namespace

void RuleReader::readParts(const DataFile &file, TakenPhrases &taken)
{
    Lexicon &words = m_rules.lexicon;
    // Aspects come first, as parts name them.
    file.forEach("aspects", m_problems, [&](const Node &node) {
        words.aspects.push_back({readId<AspectId>(node.at("aspect")), readPhrases(node)});
    });
    file.forEach("parts", m_problems, [&](const Node &node) {
        const Node zones = node.at("zones");
        BodyPart part{readId<BodyPartId>(node.at("part")), readPhrases(node),
                      readList(zones, [this](const Node &zone) { return readPartZone(zone); })};
        if (std::ranges::none_of(part.zones, &PartZone::isUsual)) {
            throw node.fault("no zone of this part is usual: " + part.id.text());
        }
        taken.take(node, part.phrases);
        add(node, std::move(part), words.parts);
    });
    file.forEach("together", m_problems, [&](const Node &node) {
        const Node parts = node.at("parts");
        TogetherWords entry{readPhrase(node.at("phrase")), readAllKnown<BodyPartId>(parts, words.parts)};
        taken.take(node, {entry.phrase});
        words.together.push_back(std::move(entry));
    });
}

PartZone RuleReader::readPartZone(const Node &node) const
{
    PartZone zone{readZone(node.at("zone")), {}, node.has("usual")};
    if (node.has("aspects")) {
        const Node list = node.at("aspects");
        zone.aspects = readList(list, [this](const Node &item) {
            auto id = readId<AspectId>(item);
            if (std::ranges::find(m_rules.lexicon.aspects, id, &AspectWords::aspect) == m_rules.lexicon.aspects.end()) {
                throw item.fault("nothing has this id: " + id.text());
            }
            return id;
        });
    }
    return zone;
}

void RuleReader::readLexicon()
{
    const DataFile file = take("words");
    Lexicon &words = m_rules.lexicon;
    TakenPhrases taken;
    file.forEach("zones", m_problems, [&](const Node &node) {
        ZoneWords entry{readZone(node.at("zone")), readPhrases(node)};
        taken.take(node, entry.phrases);
        words.zones.push_back(std::move(entry));
    });
    readParts(file, taken);
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
    file.forEach("ordinary", m_problems, [&](const Node &node) { words.ordinary.push_back(node.text()); });
}

} // namespace palpate::knowledge
