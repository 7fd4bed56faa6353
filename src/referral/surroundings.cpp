// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/surroundings.h"

#include <utility>

#include "referral/datafile.h"

namespace palpate {

namespace {

using namespace knowledge;

constexpr std::array<Word<Naming>, 3> namingWords{
    {{"rarely", Naming::rarely}, {"sometimes", Naming::sometimes}, {"often", Naming::often}}};

class Loader {
public:
    Loader(std::filesystem::path dir, std::filesystem::path schemaDir, const KnowledgeBase &base)
        : m_dir{std::move(dir)}, m_schemaDir{std::move(schemaDir)}, m_base{base}
    {
        for (const MusclePattern &pattern : base.patterns()) {
            m_groups.insert(pattern.referralGroup);
        }
    }

    [[nodiscard]] LoadedSurroundings load() &&
    {
        guarded([this] { loadPlaces(); });
        guarded([this] { loadNaming(); });
        return {std::move(m_surroundings), std::move(m_problems)};
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

    void loadPlaces()
    {
        Schema schema{m_schemaDir / "surroundings.schema.json"};
        const DataFile file{m_dir / "surroundings.json", schema, {"neighbours", "muscles"}};
        file.forEach("neighbours", m_problems, [this](const Node &node) {
            const ZoneId zone = readZone(node.at("zone"));
            const Node near = node.at("near");
            for (const ZoneId &neighbour : readList(near, [this](const Node &item) { return readZone(item); })) {
                m_surroundings.neighbours[zone].insert(neighbour);
                m_surroundings.neighbours[neighbour].insert(zone);
            }
        });
        file.forEach("muscles", m_problems, [this](const Node &node) {
            const auto muscle = readId<MuscleId>(node.at("muscle"));
            if (m_base.pattern(muscle) == nullptr) {
                throw node.fault("no such muscle: " + muscle.text());
            }
            const Node under = node.at("under");
            for (ZoneId &zone : readList(under, [this](const Node &item) { return readZone(item); })) {
                m_surroundings.above[muscle].insert(std::move(zone));
            }
            if (node.has("unpaired")) {
                m_surroundings.unpaired.insert(muscle);
            }
        });
    }

    void loadNaming()
    {
        Schema schema{m_schemaDir / "naming.schema.json"};
        DataFile{m_dir / "naming.json", schema, {"groups"}}.forEach("groups", m_problems, [this](const Node &node) {
            const Naming named = readWord(node.at("named"), namingWords);
            const Node groups = node.at("groups");
            for (ReferralGroupId &group : readList(groups, readId<ReferralGroupId>)) {
                if (!m_groups.contains(group)) {
                    throw node.fault("no such referral group: " + group.text());
                }
                if (!m_surroundings.naming.emplace(group, named).second) {
                    throw node.fault("this group stands twice: " + group.text());
                }
            }
        });
    }

    [[nodiscard]] ZoneId readZone(const Node &node) const
    {
        auto zone = readId<ZoneId>(node);
        if (m_base.zone(zone) == nullptr) {
            throw node.fault("no such zone: " + zone.text());
        }
        return zone;
    }

    std::filesystem::path m_dir;
    std::filesystem::path m_schemaDir;
    const KnowledgeBase &m_base;
    std::set<ReferralGroupId> m_groups;
    Surroundings m_surroundings;
    Problems m_problems;
};

} // namespace

LoadedSurroundings loadSurroundings(const std::filesystem::path &dir, const std::filesystem::path &schemaDir,
                                    const KnowledgeBase &base)
{
    return Loader{dir, schemaDir, base}.load();
}

} // namespace palpate
