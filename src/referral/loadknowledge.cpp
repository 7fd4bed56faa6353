// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/loadknowledge.h"

#include <algorithm>
#include <future>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "referral/datafile.h"
#include "referral/patternreader.h"

namespace palpate {

namespace {

using namespace knowledge;

constexpr auto viewWords = keysOf(allZoneViews);
constexpr auto lateralityWords = keysOf(allLateralities);

[[nodiscard]] Zone readZone(const Node &node)
{
    return {readId<ZoneId>(node.at("id")), node.at("description").text(), readWord(node.at("view"), viewWords),
            readWord(node.at("laterality"), lateralityWords), readList(node.at("words"), readText)};
}

[[nodiscard]] Source readSource(const Node &node)
{
    return {readId<SourceId>(node.at("id")), node.at("reference").text(), readOptional(node, "doi"),
            readOptional(node, "pmid")};
}

template <typename Id> [[nodiscard]] ListedWord<Id> readListedWord(const Node &node)
{
    return {readId<Id>(node.at("id")), node.at("words").text(), readList(node.at("says"), readText)};
}

/// Reads the files in the order in which they build on each other.
class Loader {
public:
    Loader(std::filesystem::path dir, std::filesystem::path schemaDir)
        : m_dir{std::move(dir)}, m_schemaDir{std::move(schemaDir)}
    {
        // Reading and checking is most of the work, and the files know nothing of one another.
        for (const char *list : {"zones", "sources", "activities", "movements"}) {
            m_files.emplace(list, readAhead(m_dir / (std::string{list} + ".json"),
                                            readLater(m_schemaDir / (std::string{list} + ".schema.json")), {list}));
        }
        const std::shared_future<Schema> schema = readLater(m_schemaDir / "patterns.schema.json");
        for (const std::filesystem::path &file : patternFiles()) {
            m_patternFiles.push_back(readAhead(file, schema, {"muscles"}));
        }
    }

    [[nodiscard]] LoadedKnowledge load()
    {
        guarded([this] { loadZones(); });
        guarded([this] { loadSources(); });
        guarded([this] { loadWords("activities", m_activities, m_known.activities); });
        guarded([this] { loadWords("movements", m_movements, m_known.movements); });
        // Where one of the files is missing as a whole, that is the one thing to tell, not every entry that names
        // something of it.
        if (!m_zones.empty() && !m_sources.empty() && !m_activities.empty() && !m_movements.empty()) {
            guarded([this] { loadPatterns(); });
        }
        return {KnowledgeBase{std::move(m_zones), std::move(m_sources), std::move(m_patterns), std::move(m_activities),
                              std::move(m_movements)},
                std::move(m_problems)};
    }

private:
    template <typename Step> void guarded(Step step)
    {
        try {
            step();
        } catch (const DataFileError &problem) {
            m_problems.push_back(problem);
        }
    }

    void loadZones()
    {
        m_files.at("zones").get().forEach("zones", m_problems, [this](const Node &node) {
            Zone zone = readZone(node);
            if (!m_known.zones.emplace(zone.id, zone.laterality).second) {
                throw node.fault("this zone stands twice: " + zone.id.text());
            }
            m_zones.push_back(std::move(zone));
        });
    }

    void loadSources()
    {
        m_files.at("sources").get().forEach("sources", m_problems, [this](const Node &node) {
            Source source = readSource(node);
            if (!m_known.sources.insert(source.id).second) {
                throw node.fault("this source stands twice: " + source.id.text());
            }
            m_sources.push_back(std::move(source));
        });
    }

    template <typename Id>
    void loadWords(const std::string &list, std::vector<ListedWord<Id>> &words, std::unordered_set<Id> &ids)
    {
        m_files.at(list).get().forEach(list, m_problems, [&](const Node &node) {
            auto word = readListedWord<Id>(node);
            if (!ids.insert(word.id).second) {
                throw node.fault("this id stands twice: " + word.id.text());
            }
            words.push_back(std::move(word));
        });
    }

    void loadPatterns()
    {
        if (m_patternFiles.empty()) {
            throw DataFileError{"patterns-*.json", "", "no such file is there"};
        }
        for (std::future<DataFile> &file : m_patternFiles) {
            guarded([&] { file.get().forEach("muscles", m_problems, [this](const Node &node) { addPattern(node); }); });
        }
    }

    [[nodiscard]] std::vector<std::filesystem::path> patternFiles() const
    {
        std::vector<std::filesystem::path> files;
        std::error_code error;
        for (std::filesystem::directory_iterator at{m_dir, error}, end; !error && at != end; at.increment(error)) {
            const std::string name = at->path().filename().string();
            if (name.starts_with("patterns-") && name.ends_with(".json")) {
                files.push_back(at->path());
            }
        }
        // Which of two entries with one id is the second must not hang on the order of the disk.
        std::ranges::sort(files);
        return files;
    }

    void addPattern(const Node &node)
    {
        MusclePattern pattern = readPattern(node, m_known);
        if (m_muscleIds.contains(pattern.id)) {
            throw node.fault("this muscle stands twice: " + pattern.id.text());
        }
        std::set<SiteId> sites;
        for (const SitePattern &site : pattern.triggerPoints) {
            if (m_siteIds.contains(site.id) || !sites.insert(site.id).second) {
                throw node.fault("this trigger point stands twice: " + site.id.text());
            }
        }
        m_siteIds.merge(sites);
        m_muscleIds.insert(pattern.id);
        m_patterns.push_back(std::move(pattern));
    }

    std::filesystem::path m_dir;
    std::filesystem::path m_schemaDir;
    /// By their lists.
    std::map<std::string, std::future<DataFile>> m_files;
    std::vector<std::future<DataFile>> m_patternFiles;
    Problems m_problems;
    std::vector<Zone> m_zones;
    std::vector<Source> m_sources;
    std::vector<Activity> m_activities;
    std::vector<Movement> m_movements;
    std::vector<MusclePattern> m_patterns;
    KnownIds m_known;
    std::set<MuscleId> m_muscleIds;
    std::set<SiteId> m_siteIds;
};

} // namespace

LoadedKnowledge loadKnowledge(const std::filesystem::path &dir, const std::filesystem::path &schemaDir)
{
    return Loader{dir, schemaDir}.load();
}

} // namespace palpate
