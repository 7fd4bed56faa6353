// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <future>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "referral/datafile.h"
#include "referral/rulebase.h"

namespace palpate::knowledge {

class TakenPhrases;

/// Reads the rule files in the order in which they build on each other: regions, conditions, then the rest.
class RuleReader {
public:
    enum class Files { all, regions };

    /// Begins to read the files: that and checking them is most of the work, and they know nothing of one another.
    RuleReader(const std::filesystem::path &dir, const std::filesystem::path &schemaDir, Files files = Files::all);

    [[nodiscard]] LoadedRules read(const KnowledgeBase &base) &&;
    [[nodiscard]] std::vector<BodyRegion> readRegionsOnly(const KnowledgeBase &base) &&;

private:
    void readRegions();
    void readConditions();
    void readNoPress();
    void readRedFlags();
    void readAfterCare();
    void readProtocols();
    void readLexicon();
    void readParts(const DataFile &file, TakenPhrases &taken);

    /// What a file holds; each may be asked for once.
    [[nodiscard]] DataFile take(const std::string &name);

    template <typename Step> void guarded(Step step)
    {
        try {
            step();
        } catch (const DataFileError &problem) {
            m_problems.push_back(problem);
        }
    }

    /// Takes an entry into a list unless one of its id is there.
    template <typename Entry> static void add(const Node &node, Entry entry, std::vector<Entry> &entries)
    {
        if (std::ranges::find(entries, entry.id, &Entry::id) != entries.end()) {
            throw node.fault("this id stands twice: " + entry.id.text());
        }
        entries.push_back(std::move(entry));
    }

    /// An id that an entry of the list has.
    template <typename Id, typename Entry>
    [[nodiscard]] static Id readKnown(const Node &node, const std::vector<Entry> &entries)
    {
        auto id = readId<Id>(node);
        if (std::ranges::find(entries, id, &Entry::id) == entries.end()) {
            throw node.fault("nothing has this id: " + id.text());
        }
        return id;
    }

    template <typename Id, typename Entry>
    [[nodiscard]] static std::vector<Id> readAllKnown(const Node &node, const std::vector<Entry> &entries)
    {
        return readList(node, [&](const Node &item) { return readKnown<Id>(item, entries); });
    }

    [[nodiscard]] ZoneId readZone(const Node &node) const;
    /// A list of ids of zones and regions, as zones.
    [[nodiscard]] std::vector<ZoneId> readZones(const Node &node) const;
    /// The list under "places"; the whole body where there is none.
    [[nodiscard]] Places readPlaces(const Node &node) const;
    [[nodiscard]] std::vector<Citation> readCitations(const Node &node) const;
    [[nodiscard]] static Phrase readPhrase(const Node &node);
    [[nodiscard]] static std::vector<Phrase> readPhrases(const Node &node);

    [[nodiscard]] TechniqueLimit readLimit(const Node &node) const;
    [[nodiscard]] NoPressArea readArea(const Node &node) const;
    [[nodiscard]] Test readTest(const Node &node) const;
    [[nodiscard]] Count readCount(const Node &node, std::string_view list, std::size_t least, std::size_t most) const;
    [[nodiscard]] PhraseSet readPhraseSet(const Node &node) const;
    /// A list of ids of phrase sets that were read before.
    [[nodiscard]] std::vector<PhraseSetId> readPhraseSetIds(const Node &node) const;
    [[nodiscard]] RedFlag readRedFlag(const Node &node) const;
    [[nodiscard]] Harmless readHarmless(const Node &node) const;
    [[nodiscard]] PartZone readPartZone(const Node &node) const;
    [[nodiscard]] Dose readDose(const Node &node) const;
    [[nodiscard]] Protocol readProtocol(const Node &node) const;

    const KnowledgeBase *m_base = nullptr;
    std::map<std::string, std::future<DataFile>> m_files;
    RuleBase m_rules;
    /// Rules name them thousands of times.
    std::unordered_set<PhraseSetId> m_phraseSetIds;
    Problems m_problems;
};

/// The technique under the node's text.
[[nodiscard]] Technique readTechnique(const Node &node);

} // namespace palpate::knowledge
