// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/rulereader.h"

#include <utility>

namespace palpate {

namespace {

template <typename Entry, typename Id> const Entry *find(const std::vector<Entry> &entries, const Id &id) noexcept
{
    const auto at = std::ranges::find(entries, id, &Entry::id);
    return at == entries.end() ? nullptr : &*at;
}

} // namespace

const Condition *RuleBase::condition(const ConditionId &id) const noexcept { return find(conditions, id); }

const Advice *RuleBase::adviceOf(const AdviceId &id) const noexcept { return find(advice, id); }

const PhraseSet *RuleBase::phraseSet(const PhraseSetId &id) const noexcept { return find(phraseSets, id); }

const RedFlag *RuleBase::redFlag(const RedFlagId &id) const noexcept { return find(redFlags, id); }

const Protocol *RuleBase::protocol(const ProtocolId &id) const noexcept { return find(protocols, id); }

const Dose *Protocol::dose(const DoseId &what) const noexcept
{
    const auto at = std::ranges::find(doses, what, &Dose::what);
    return at == doses.end() ? nullptr : &*at;
}

LoadedRules loadRules(const std::filesystem::path &dir, const std::filesystem::path &schemaDir,
                      const KnowledgeBase &base)
{
    return knowledge::RuleReader{dir, schemaDir}.read(base);
}

std::vector<BodyRegion> loadBodyRegions(const std::filesystem::path &dir, const std::filesystem::path &schemaDir,
                                        const KnowledgeBase &base)
{
    return knowledge::RuleReader{dir, schemaDir, knowledge::RuleReader::Files::regions}.readRegionsOnly(base);
}

} // namespace palpate

namespace palpate::knowledge {

namespace {

constexpr std::array<Word<EvidenceGrade>, 4> gradeWords{{{toKey(EvidenceGrade::tradition), EvidenceGrade::tradition},
                                                         {toKey(EvidenceGrade::series), EvidenceGrade::series},
                                                         {toKey(EvidenceGrade::study), EvidenceGrade::study},
                                                         {toKey(EvidenceGrade::review), EvidenceGrade::review}}};

constexpr std::array<Word<Technique>, 8> techniqueWords{{{"pressure", Technique::pressure},
                                                         {"tool", Technique::tool},
                                                         {"roller", Technique::roller},
                                                         {"stretch", Technique::stretch},
                                                         {"contraction", Technique::contraction},
                                                         {"heat", Technique::heat},
                                                         {"cold", Technique::cold},
                                                         {"needling", Technique::needling}}};

} // namespace

Technique readTechnique(const Node &node) { return readWord(node, techniqueWords); }

RuleReader::RuleReader(const std::filesystem::path &dir, const std::filesystem::path &schemaDir, Files files)
{
    const auto begin = [&](const std::string &name, std::vector<std::string_view> lists) {
        m_files.emplace(
            name, readAhead(dir / (name + ".json"), readLater(schemaDir / (name + ".schema.json")), std::move(lists)));
    };
    begin("regions", {"regions"});
    if (files == Files::regions) {
        return;
    }
    begin("contraindications", {"conditions"});
    begin("no-press", {"areas"});
    begin("red-flags", {"advice", "questions", "phrase_sets", "rules", "harmless"});
    begin("after-care", {"signs"});
    begin("protocols", {"protocols"});
    begin("words", {"zones", "aspects", "parts", "together", "not_places", "sides", "meanings", "spellings", "regional",
                    "ordinary"});
}

std::vector<BodyRegion> RuleReader::readRegionsOnly(const KnowledgeBase &base) &&
{
    m_base = &base;
    guarded([this] { readRegions(); });
    return std::move(m_rules.regions);
}

LoadedRules RuleReader::read(const KnowledgeBase &base) &&
{
    m_base = &base;
    // Each step stands by itself: where a region is missing, the entries that name it say so.
    guarded([this] { readRegions(); });
    guarded([this] { readConditions(); });
    guarded([this] { readNoPress(); });
    guarded([this] { readRedFlags(); });
    guarded([this] { readAfterCare(); });
    guarded([this] { readProtocols(); });
    guarded([this] { readLexicon(); });
    return {std::move(m_rules), std::move(m_problems)};
}

DataFile RuleReader::take(const std::string &name) { return m_files.at(name).get(); }

void RuleReader::readRegions()
{
    std::set<ZoneId> taken;
    take("regions").forEach("regions", m_problems, [&](const Node &node) {
        const Node zoneList = node.at("zones");
        BodyRegion region{readId<BodyRegionId>(node.at("id")), node.at("name").text(),
                          readList(zoneList, [this](const Node &zone) { return readZone(zone); })};
        if (m_base->zone(ZoneId{region.id.text()}) != nullptr) {
            throw node.fault("a zone has this id: " + region.id.text());
        }
        for (const ZoneId &zone : region.zones) {
            if (!taken.insert(zone).second) {
                throw node.fault("this zone is in two regions: " + zone.text());
            }
        }
        add(node, std::move(region), m_rules.regions);
    });
}

ZoneId RuleReader::readZone(const Node &node) const
{
    auto zone = readId<ZoneId>(node);
    if (m_base->zone(zone) == nullptr) {
        throw node.fault("no such zone: " + zone.text());
    }
    return zone;
}

std::vector<ZoneId> RuleReader::readZones(const Node &node) const
{
    std::vector<ZoneId> zones;
    const auto take = [&zones](const ZoneId &zone) {
        if (std::ranges::find(zones, zone) == zones.end()) {
            zones.push_back(zone);
        }
    };
    for (std::size_t index = 0; index < node.size(); ++index) {
        const Node item = node.at(index);
        const auto region =
            std::ranges::find(m_rules.regions, item.text(),
                              [](const BodyRegion &entry) -> const std::string & { return entry.id.text(); });
        if (region == m_rules.regions.end()) {
            take(readZone(item));
        } else {
            std::ranges::for_each(region->zones, take);
        }
    }
    return zones;
}

Places RuleReader::readPlaces(const Node &node) const
{
    if (!node.has("places")) {
        return std::nullopt;
    }
    const Node list = node.at("places");
    return readZones(list);
}

std::vector<Citation> RuleReader::readCitations(const Node &node) const
{
    const Node list = node.at("sources");
    return readList(list, [this](const Node &item) {
        const Node ref = item.at("ref");
        auto id = readId<SourceId>(ref);
        if (m_base->source(id) == nullptr) {
            throw ref.fault("no such source: " + id.text());
        }
        return Citation{std::move(id), readWord(item.at("grade"), gradeWords)};
    });
}

Phrase RuleReader::readPhrase(const Node &node)
{
    if (auto phrase = Phrase::parse(node.text())) {
        return *std::move(phrase);
    }
    throw node.fault("not a phrase of lower-case words, \"*\" and \"...\": " + node.text());
}

std::vector<Phrase> RuleReader::readPhrases(const Node &node)
{
    const Node list = node.at("phrases");
    return readList(list, readPhrase);
}

} // namespace palpate::knowledge
