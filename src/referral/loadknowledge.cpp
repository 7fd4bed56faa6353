// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/loadknowledge.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "referral/datatext.h"

namespace palpate {

namespace {

using nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;
using Problems = std::vector<DataFileError>;

/// The library's sentence without its own "[json.exception.parse_error.101] parse error at line 3, column 7: ".
[[nodiscard]] std::string plainReason(std::string_view what)
{
    const auto at = what.find(": ");
    return "this is no JSON: " + std::string{at == std::string_view::npos ? what : what.substr(at + 2)};
}

[[nodiscard]] json parseFile(const std::filesystem::path &file)
{
    const std::string text = knowledge::readDataText(file);
    try {
        return json::parse(text);
    } catch (const json::parse_error &error) {
        // The library counts bytes from 1.
        const std::size_t byte = error.byte == 0 ? 0 : error.byte - 1;
        throw DataFileError{file.filename().string(), knowledge::lineOf(text, byte), plainReason(error.what())};
    } catch (const json::exception &error) {
        throw DataFileError{file.filename().string(), "", plainReason(error.what())};
    }
}

/// A value in a file, and the way to it, so that a fault can name its place. Lasts no longer than the node it came
/// from.
class Node {
public:
    Node(const std::string &file, const json &document) noexcept : m_file{&file}, m_value{&document} {}

    [[nodiscard]] Node at(std::string_view key) const & { return {*this, key, 0, m_value->at(key)}; }
    [[nodiscard]] Node at(std::size_t index) const & { return {*this, {}, index, m_value->at(index)}; }
    Node at(std::string_view key) const && = delete;
    Node at(std::size_t index) const && = delete;

    [[nodiscard]] bool has(std::string_view key) const { return m_value->contains(key); }
    [[nodiscard]] std::size_t size() const noexcept { return m_value->size(); }
    [[nodiscard]] const std::string &text() const { return m_value->get_ref<const std::string &>(); }
    [[nodiscard]] double number() const { return m_value->get<double>(); }

    [[nodiscard]] DataFileError fault(const std::string &reason) const { return {*m_file, place(), reason}; }

private:
    Node(const Node &parent, std::string_view key, std::size_t index, const json &value) noexcept
        : m_file{parent.m_file}, m_parent{&parent}, m_key{key}, m_index{index}, m_value{&value}
    {}

    [[nodiscard]] std::string place() const
    {
        if (m_parent == nullptr) {
            return "";
        }
        return m_parent->place() + "/" + (m_key.empty() ? std::to_string(m_index) : std::string{m_key});
    }

    const std::string *m_file;
    const Node *m_parent = nullptr;
    std::string_view m_key;
    std::size_t m_index = 0;
    const json *m_value;
};

/// Reads every item of the list `node`.
template <typename Read> [[nodiscard]] auto readList(const Node &node, Read read)
{
    std::vector<decltype(read(node))> items;
    items.reserve(node.size());
    for (std::size_t index = 0; index < node.size(); ++index) {
        items.push_back(read(node.at(index)));
    }
    return items;
}

[[nodiscard]] std::string readText(const Node &node) { return node.text(); }

template <typename Id> [[nodiscard]] Id readId(const Node &node)
{
    if (auto id = Id::parse(node.text())) {
        return *std::move(id);
    }
    throw node.fault("not an id of lower-case letters, digits and hyphens: " + node.text());
}

template <typename Value> using Word = std::pair<std::string_view, Value>;

constexpr std::array<Word<ZoneView>, 5> viewWords{{{"front", ZoneView::front},
                                                   {"back", ZoneView::back},
                                                   {"side", ZoneView::side},
                                                   {"top", ZoneView::top},
                                                   {"bottom", ZoneView::bottom}}};
constexpr std::array<Word<Laterality>, 2> lateralityWords{
    {{"paired", Laterality::paired}, {"midline", Laterality::midline}}};
constexpr std::array<Word<SiteSides>, 3> sidesWords{
    {{"both", SiteSides::both}, {"right", SiteSides::right}, {"left", SiteSides::left}}};
constexpr std::array<Word<EvidenceGrade>, 4> gradeWords{{{toKey(EvidenceGrade::tradition), EvidenceGrade::tradition},
                                                         {toKey(EvidenceGrade::series), EvidenceGrade::series},
                                                         {toKey(EvidenceGrade::study), EvidenceGrade::study},
                                                         {toKey(EvidenceGrade::review), EvidenceGrade::review}}};

template <typename Value, std::size_t count>
[[nodiscard]] Value readWord(const Node &node, const std::array<Word<Value>, count> &words)
{
    const auto at = std::ranges::find(words, node.text(), &Word<Value>::first);
    if (at == words.end()) {
        throw node.fault("not a word that can stand here: " + node.text());
    }
    return at->second;
}

[[nodiscard]] Zone readZone(const Node &node)
{
    return {readId<ZoneId>(node.at("id")), node.at("description").text(), readWord(node.at("view"), viewWords),
            readWord(node.at("laterality"), lateralityWords), readList(node.at("words"), readText)};
}

[[nodiscard]] std::optional<std::string> readOptional(const Node &node, std::string_view key)
{
    return node.has(key) ? std::optional{node.at(key).text()} : std::nullopt;
}

[[nodiscard]] Source readSource(const Node &node)
{
    return {readId<SourceId>(node.at("id")), node.at("reference").text(), readOptional(node, "doi"),
            readOptional(node, "pmid")};
}

/// One JSON Schema, ready to check the list of entries in a file.
class Schema {
public:
    /// Throws DataFileError when the schema itself cannot be used.
    explicit Schema(const std::filesystem::path &file)
    {
        const json document = parseFile(file);
        try {
            valijson::SchemaParser{valijson::SchemaParser::kDraft7}.populateSchema(Adapter{document}, m_schema);
        } catch (const std::exception &error) {
            throw DataFileError{file.filename().string(), "", std::string{"this is no usable schema: "} + error.what()};
        }
    }

    using Fault = valijson::ValidationResults::Error;

    struct Faults {
        /// The first outside the entries.
        std::optional<Fault> ofFile;
        /// The first of each broken entry, by its place in the list.
        std::map<std::size_t, Fault> ofEntries;
    };

    [[nodiscard]] Faults faultsOf(const json &document, std::string_view listKey)
    {
        const Adapter adapter{document};
        // Without a list to write faults to, the check stops at the first one: the way for files that are whole.
        if (m_validator.validate(m_schema, adapter, nullptr)) {
            return {};
        }
        valijson::ValidationResults results;
        m_validator.validate(m_schema, adapter, &results);
        Faults faults;
        for (const Fault &fault : results) {
            add(fault, "[" + std::string{listKey} + "]", faults);
        }
        return faults;
    }

private:
    /// The path of a fault is "<root>", "[muscles]", "[3]", ... The innermost fault is told first; then the lists and
    /// objects around it are said to be faulty too, which is no news.
    static void add(const Fault &fault, const std::string &list, Faults &faults)
    {
        constexpr std::size_t entryDepth = 3;
        const auto &path = fault.context;
        if (path.size() >= entryDepth && path[1] == list) {
            faults.ofEntries.try_emplace(std::stoul(path[2].substr(1)), fault);
        } else if (faults.ofEntries.empty() && !faults.ofFile) {
            faults.ofFile = fault;
        }
    }

    valijson::Schema m_schema;
    valijson::Validator m_validator;
};

/// From the validator's path to a JSON pointer.
[[nodiscard]] std::string pointerOf(const std::vector<std::string> &path)
{
    std::string pointer;
    for (auto step = path.begin() + 1; step != path.end(); ++step) {
        pointer += '/';
        for (const char c : step->substr(1, step->size() - 2)) {
            pointer += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        }
    }
    return pointer;
}

/// Gives every entry of a file that obeys the schema to `take`, which may still refuse it with a DataFileError.
template <typename Take> void takeEntries(const std::filesystem::path &file, std::string_view listKey, Schema &schema,
                                          Problems &problems, Take take)
{
    const json document = parseFile(file);
    const std::string name = file.filename().string();
    const Schema::Faults faults = schema.faultsOf(document, listKey);
    if (faults.ofFile) {
        throw DataFileError{name, pointerOf(faults.ofFile->context), faults.ofFile->description};
    }
    const Node root{name, document};
    const Node list = root.at(listKey);
    for (std::size_t index = 0; index < list.size(); ++index) {
        if (const auto fault = faults.ofEntries.find(index); fault != faults.ofEntries.end()) {
            problems.emplace_back(name, pointerOf(fault->second.context), fault->second.description);
            continue;
        }
        try {
            take(list.at(index));
        } catch (const DataFileError &problem) {
            problems.push_back(problem);
        }
    }
}

/// Reads the files in the order in which they build on each other.
class Loader {
public:
    Loader(std::filesystem::path dir, std::filesystem::path schemaDir)
        : m_dir{std::move(dir)}, m_schemaDir{std::move(schemaDir)}
    {}

    [[nodiscard]] LoadedKnowledge load()
    {
        guarded([this] { loadZones(); });
        guarded([this] { loadSources(); });
        // Where all zones or all sources are missing, that is the one thing to tell, not every entry that names one.
        if (!m_zones.empty() && !m_sources.empty()) {
            guarded([this] { loadPatterns(); });
        }
        return {KnowledgeBase{std::move(m_zones), std::move(m_sources), std::move(m_patterns)}, std::move(m_problems)};
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
        Schema schema{m_schemaDir / "zones.schema.json"};
        takeEntries(m_dir / "zones.json", "zones", schema, m_problems, [this](const Node &node) {
            Zone zone = readZone(node);
            if (!m_lateralities.emplace(zone.id, zone.laterality).second) {
                throw node.fault("this zone stands twice: " + zone.id.text());
            }
            m_zones.push_back(std::move(zone));
        });
    }

    void loadSources()
    {
        Schema schema{m_schemaDir / "sources.schema.json"};
        takeEntries(m_dir / "sources.json", "sources", schema, m_problems, [this](const Node &node) {
            Source source = readSource(node);
            if (!m_sourceIds.insert(source.id).second) {
                throw node.fault("this source stands twice: " + source.id.text());
            }
            m_sources.push_back(std::move(source));
        });
    }

    void loadPatterns()
    {
        Schema schema{m_schemaDir / "patterns.schema.json"};
        for (const std::filesystem::path &file : patternFiles()) {
            guarded([&] {
                takeEntries(file, "muscles", schema, m_problems, [this](const Node &node) { addPattern(node); });
            });
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
        if (files.empty()) {
            throw DataFileError{"patterns-*.json", "", "no such file is there"};
        }
        // Which of two entries with one id is the second must not hang on the order of the disk.
        std::ranges::sort(files);
        return files;
    }

    void addPattern(const Node &node)
    {
        MusclePattern pattern = readPattern(node);
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

    [[nodiscard]] MusclePattern readPattern(const Node &node) const
    {
        const Node names = node.at("names");
        return {readId<MuscleId>(node.at("id")),
                readId<ReferralGroupId>(node.at("referral_group")),
                {names.at("common").text(), names.at("latin").text(), readList(names.at("people"), readText)},
                node.at("action").text(),
                node.at("explanation").text(),
                readList(node.at("trigger_points"), [this](const Node &site) { return readSite(site); }),
                readList(node.at("sources"), [this](const Node &citation) { return readCitation(citation); })};
    }

    [[nodiscard]] SitePattern readSite(const Node &node) const
    {
        std::set<std::pair<ZoneId, FeltOn>> seen;
        const auto read = [this, &seen](const Node &hitNode) {
            ZoneHit hit = readHit(hitNode);
            if (!seen.emplace(hit.zone, hit.on).second) {
                throw hitNode.fault("this zone stands twice for one trigger point: " + hit.zone.text());
            }
            return hit;
        };
        return {readId<SiteId>(node.at("id")),
                node.at("name").text(),
                node.at("site").text(),
                readWord(node.at("sides"), sidesWords),
                readList(node.at("essential"), read),
                readList(node.at("spillover"), read)};
    }

    [[nodiscard]] ZoneHit readHit(const Node &node) const
    {
        const Node zoneNode = node.at("zone");
        auto zone = readId<ZoneId>(zoneNode);
        const auto laterality = m_lateralities.find(zone);
        if (laterality == m_lateralities.end()) {
            throw zoneNode.fault("no such zone: " + zone.text());
        }
        const bool isMidline = laterality->second == Laterality::midline;
        if (isMidline && node.has("crosses")) {
            throw node.fault("a zone of the midline has no other side: " + zone.text());
        }
        const FeltOn paired = node.has("crosses") ? FeltOn::otherSide : FeltOn::sameSide;
        return {std::move(zone), node.at("weight").number(), isMidline ? FeltOn::midline : paired};
    }

    [[nodiscard]] Citation readCitation(const Node &node) const
    {
        const Node refNode = node.at("ref");
        auto ref = readId<SourceId>(refNode);
        if (!m_sourceIds.contains(ref)) {
            throw refNode.fault("no such source: " + ref.text());
        }
        return {std::move(ref), readWord(node.at("grade"), gradeWords)};
    }

    std::filesystem::path m_dir;
    std::filesystem::path m_schemaDir;
    Problems m_problems;
    std::vector<Zone> m_zones;
    std::vector<Source> m_sources;
    std::vector<MusclePattern> m_patterns;
    std::unordered_map<ZoneId, Laterality> m_lateralities;
    std::unordered_set<SourceId> m_sourceIds;
    std::set<MuscleId> m_muscleIds;
    std::set<SiteId> m_siteIds;
};

} // namespace

LoadedKnowledge loadKnowledge(const std::filesystem::path &dir, const std::filesystem::path &schemaDir)
{
    return Loader{dir, schemaDir}.load();
}

} // namespace palpate
