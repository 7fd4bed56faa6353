// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/library.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "referral/datafile.h"

namespace palpate {

namespace {

using namespace knowledge;

constexpr auto gradeWords = keysOf(allEvidenceGrades);
const ProtocolId finding{"find"};

template <Keyed Enum> [[nodiscard]] Enum readKey(const Node &node)
{
    if (const auto value = fromKey<Enum>(node.text())) {
        return *value;
    }
    throw node.fault("not a word that can stand here: " + node.text());
}

/// Reads the files in the order in which they build on each other.
class Loader {
public:
    Loader(std::filesystem::path dir, std::filesystem::path schemaDir, const KnowledgeBase &base,
           const std::vector<Protocol> &protocols)
        : m_dir{std::move(dir)}, m_schemaDir{std::move(schemaDir)}, m_base{base}, m_protocols{protocols}
    {
        for (const Source &source : base.sources()) {
            m_sources.insert(source.id);
        }
    }

    [[nodiscard]] LoadedLibrary load() &&
    {
        readFiles("shared-texts", {"shared-texts.json"}, "texts", [this](const Node &node) { addShared(node); });
        readFiles("leaflets", filesOf("leaflets-"), "leaflets", [this](const Node &node) { addLeaflet(node); });
        const auto articles = filesOf("articles-");
        readFiles("articles", articles, "articles", [this](const Node &node) { addArticle(node); });
        dropUnknownRelations();
        return {std::move(m_library), std::move(m_problems)};
    }

private:
    template <typename Read> void readFiles(const std::string &schemaName, const std::vector<std::string> &files,
                                            std::string_view list, Read read)
    {
        try {
            const Schema schema{m_schemaDir / (schemaName + ".schema.json")};
            for (const std::string &file : files) {
                readFile(m_dir / file, schema, list, read);
            }
        } catch (const DataFileError &problem) {
            m_problems.push_back(problem);
        }
    }

    template <typename Read>
    void readFile(const std::filesystem::path &file, const Schema &schema, std::string_view list, Read read)
    {
        try {
            DataFile{file, schema, {list}}.forEach(list, m_problems, read);
        } catch (const DataFileError &problem) {
            m_problems.push_back(problem);
        }
    }

    [[nodiscard]] std::vector<std::string> filesOf(std::string_view start) const
    {
        std::vector<std::string> files;
        std::error_code error;
        for (std::filesystem::directory_iterator at{m_dir, error}, end; !error && at != end; at.increment(error)) {
            std::string name = at->path().filename().string();
            if (name.starts_with(start) && name.ends_with(".json")) {
                files.push_back(std::move(name));
            }
        }
        // Which of two entries with one id is the second must not hang on the order of the disk.
        std::ranges::sort(files);
        return files;
    }

    void addShared(const Node &node)
    {
        SharedText text{readId<SharedTextId>(node.at("id")), node.at("name").text(), node.at("text").text(),
                        readCitations(node.at("sources"))};
        if (m_library.sharedText(text.id) != nullptr) {
            throw node.fault("this text stands twice: " + text.id.text());
        }
        m_library.sharedTexts.push_back(std::move(text));
    }

    void addLeaflet(const Node &node)
    {
        const auto muscle = readId<MuscleId>(node.at("muscle"));
        const MusclePattern *pattern = m_base.pattern(muscle);
        if (pattern == nullptr) {
            throw node.fault("no such muscle: " + muscle.text());
        }
        if (m_library.leaflet(muscle) != nullptr) {
            throw node.fault("this muscle has a leaflet already: " + muscle.text());
        }
        const Node steps = node.at("steps");
        const Node shared = node.at("shared");
        const Node sources = node.at("sources");
        Leaflet leaflet{muscle,
                        node.at("find").text(),
                        node.at("feels").text(),
                        node.at("keeps").text(),
                        node.at("mistaken").text(),
                        readList(steps, [&](const Node &step) { return readStep(step, pattern->selfCare); }),
                        node.at("daily").text(),
                        node.at("cautions").text(),
                        readList(shared, [this](const Node &id) { return readShared(id); }),
                        readList(sources, [this](const Node &source) { return readSource(source); }),
                        readSecondReading(node)};
        for (const auto &[part, key] : Keys<LeafletPart>::all) {
            if (std::ranges::none_of(leaflet.sources,
                                     [part = part](const LeafletSource &s) { return s.parts.has(part); })) {
                throw sources.fault("no source is named for \"" + std::string{key} + '"');
            }
        }
        m_library.leaflets.push_back(std::move(leaflet));
    }

    [[nodiscard]] LeafletStep readStep(const Node &node, const SelfCare &care) const
    {
        LeafletStep step{node.at("text").text()};
        const Protocol *protocol = nullptr;
        if (node.has("technique")) {
            const Node technique = node.at("technique");
            step.protocol = readId<ProtocolId>(technique);
            const auto known = std::ranges::find(m_protocols, *step.protocol, &Protocol::id);
            if (known == m_protocols.end()) {
                throw technique.fault("no such protocol: " + step.protocol->text());
            }
            protocol = &*known;
            const bool allowed = *step.protocol == finding
                                     ? care.pressure != PressureGrade::never
                                     : std::ranges::any_of(care.techniques, [&](CareTechnique one) {
                                           return toKey(one) == step.protocol->text();
                                       });
            if (!allowed) {
                throw technique.fault("the muscle's self-care does not allow this: " + step.protocol->text());
            }
        }
        if (node.has("position")) {
            step.position = readKey<BodyPosition>(node.at("position"));
        }
        step.text = withDoses(node, protocol);
        return step;
    }

    /// Puts the protocol's doses in the place of "{hold}".
    [[nodiscard]] static std::string withDoses(const Node &node, const Protocol *protocol)
    {
        const std::string &text = node.at("text").text();
        std::string filled;
        std::size_t from = 0;
        while (true) {
            const std::size_t open = text.find('{', from);
            if (open == std::string::npos) {
                return filled + text.substr(from);
            }
            const std::size_t close = text.find('}', open);
            const auto what =
                close == std::string::npos ? std::nullopt : DoseId::parse(text.substr(open + 1, close - open - 1));
            const Dose *dose = what && protocol != nullptr ? protocol->dose(*what) : nullptr;
            if (dose == nullptr) {
                throw node.fault("no dose of the step's technique: " + text.substr(open));
            }
            filled += text.substr(from, open - from) + doseInWords(*dose);
            from = close + 1;
        }
    }

    void addArticle(const Node &node)
    {
        const Node sections = node.at("sections");
        const Node related = node.at("related");
        const Node muscles = node.at("muscles");
        Article article{readId<ArticleId>(node.at("id")),
                        node.at("title").text(),
                        node.at("summary").text(),
                        readKey<ArticleGroup>(node.at("group")),
                        readList(sections, [this](const Node &section) { return readSection(section); }),
                        readList(related, readId<ArticleId>),
                        readList(muscles, [this](const Node &id) { return readMuscle(id); }),
                        readSecondReading(node)};
        if (m_library.article(article.id) != nullptr) {
            throw node.fault("this article stands twice: " + article.id.text());
        }
        m_library.articles.push_back(std::move(article));
    }

    [[nodiscard]] ArticleSection readSection(const Node &node) const
    {
        const Node paragraphs = node.at("paragraphs");
        return {node.at("heading").text(), readList(paragraphs, [this](const Node &paragraph) {
                    return ArticleParagraph{paragraph.at("text").text(), readListIfThere(paragraph, "items", readText),
                                            readCitations(paragraph.at("sources"))};
                })};
    }

    /// An article may name one of a file read later, so this is known at the end only.
    void dropUnknownRelations()
    {
        for (Article &article : m_library.articles) {
            std::erase_if(article.related, [&](const ArticleId &id) {
                if (m_library.article(id) != nullptr) {
                    return false;
                }
                m_problems.emplace_back("articles", article.id.text(), "no such article: " + id.text());
                return true;
            });
        }
    }

    [[nodiscard]] MuscleId readMuscle(const Node &node) const
    {
        auto muscle = readId<MuscleId>(node);
        if (m_base.pattern(muscle) == nullptr) {
            throw node.fault("no such muscle: " + muscle.text());
        }
        return muscle;
    }

    [[nodiscard]] SharedTextId readShared(const Node &node) const
    {
        auto id = readId<SharedTextId>(node);
        if (m_library.sharedText(id) == nullptr) {
            throw node.fault("no such shared text: " + id.text());
        }
        return id;
    }

    [[nodiscard]] LeafletSource readSource(const Node &node) const
    {
        LeafletSource source{readCitation(node), {}};
        const Node parts = node.at("for");
        for (std::size_t at = 0; at < parts.size(); ++at) {
            source.parts.set(readKey<LeafletPart>(parts.at(at)));
        }
        return source;
    }

    [[nodiscard]] Citation readCitation(const Node &node) const
    {
        const Node ref = node.at("ref");
        auto id = readId<SourceId>(ref);
        if (!m_sources.contains(id)) {
            throw ref.fault("no such source: " + id.text());
        }
        return {std::move(id), readWord(node.at("grade"), gradeWords)};
    }

    [[nodiscard]] std::vector<Citation> readCitations(const Node &node) const
    {
        return readList(node, [this](const Node &item) { return readCitation(item); });
    }

    [[nodiscard]] static std::optional<SecondReading> readSecondReading(const Node &node)
    {
        if (!node.has("checked")) {
            return std::nullopt;
        }
        const Node checked = node.at("checked");
        return SecondReading{checked.at("date").text(), checked.at("what").text()};
    }

    std::filesystem::path m_dir;
    std::filesystem::path m_schemaDir;
    const KnowledgeBase &m_base;
    const std::vector<Protocol> &m_protocols;
    std::set<SourceId> m_sources;
    Library m_library;
    Problems m_problems;
};

template <typename Entry, typename Id, typename Key>
const Entry *found(const std::vector<Entry> &entries, const Id &id, Key key) noexcept
{
    const auto at = std::ranges::find(entries, id, key);
    return at == entries.end() ? nullptr : &*at;
}

} // namespace

const SharedText *Library::sharedText(const SharedTextId &id) const noexcept
{
    return found(sharedTexts, id, &SharedText::id);
}

const Leaflet *Library::leaflet(const MuscleId &muscle) const noexcept
{
    return found(leaflets, muscle, &Leaflet::muscle);
}

const Article *Library::article(const ArticleId &id) const noexcept { return found(articles, id, &Article::id); }

LoadedLibrary loadLibrary(const std::filesystem::path &dir, const std::filesystem::path &schemaDir,
                          const KnowledgeBase &base, const std::vector<Protocol> &protocols)
{
    return Loader{dir, schemaDir, base, protocols}.load();
}

std::string doseInWords(const Dose &dose)
{
    const int usual = dose.range.usual;
    const auto counted = [](int number, const char *one, const char *many) {
        return std::to_string(number) + ' ' + (number == 1 ? one : many);
    };
    switch (dose.unit) {
    case DoseUnit::seconds:
        if (usual >= 120 && usual % 60 == 0) {
            return counted(usual / 60, "minute", "minutes");
        }
        return counted(usual, "second", "seconds");
    case DoseUnit::minutes:
        return counted(usual, "minute", "minutes");
    case DoseUnit::hours:
        return counted(usual, "hour", "hours");
    case DoseUnit::weeks:
        return counted(usual, "week", "weeks");
    case DoseUnit::times:
        return usual == 1 ? "once" : std::to_string(usual) + " times";
    case DoseUnit::percent:
        return std::to_string(usual) + " percent of your strength";
    case DoseUnit::ofTen:
        return std::to_string(usual) + " of 10";
    case DoseUnit::points:
        return counted(usual, "point", "points");
    case DoseUnit::sessions:
        break;
    }
    return counted(usual, "session", "sessions");
}

} // namespace palpate
