// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what is unsafe for whom, and where nobody may press.
#include "referral/rulereader.h"

#include <utility>

namespace palpate::knowledge {

namespace {

constexpr std::array<Word<ConditionKind>, 7> kindWords{{{"everyone", ConditionKind::everyone},
                                                        {"age", ConditionKind::age},
                                                        {"condition", ConditionKind::condition},
                                                        {"medicine", ConditionKind::medicine},
                                                        {"device", ConditionKind::device},
                                                        {"treatment", ConditionKind::treatment},
                                                        {"skin", ConditionKind::skin}}};
constexpr std::array<Word<NoPressGrade>, 2> gradeWords{
    {{"never", NoPressGrade::never}, {"fingertips", NoPressGrade::fingertips}}};
constexpr std::array<Word<NoPressSides>, 2> sidesWords{
    {{"both", NoPressSides::both}, {"midline", NoPressSides::midline}}};

[[nodiscard]] Sphere readSphere(const Node &node)
{
    const Node centre = node.at("centre");
    return {{centre.at(0).number(), centre.at(1).number(), centre.at(2).number()}, node.at("radius").number()};
}

} // namespace

void RuleReader::readConditions()
{
    take("contraindications").forEach("conditions", m_problems, [this](const Node &node) {
        const Node limits = node.at("limits");
        add(node,
            Condition{readId<ConditionId>(node.at("id")), readWord(node.at("kind"), kindWords), node.at("name").text(),
                      node.at("asked").text(),
                      readList(limits, [this](const Node &limit) { return readLimit(limit); })},
            m_rules.conditions);
    });
}

TechniqueLimit RuleReader::readLimit(const Node &node) const
{
    const Node techniques = node.at("techniques");
    std::string limit = readOptionalText(node, "limit");
    if ((node.at("verdict").text() == "limited") == limit.empty()) {
        throw node.fault("what is limited needs a limit in words, and what is ruled out has none");
    }
    return {readList(techniques, readTechnique),
            readPlaces(node),
            node.has("where"),
            std::move(limit),
            node.at("reason").text(),
            readCitations(node)};
}

void RuleReader::readNoPress()
{
    take("no-press").forEach("areas", m_problems, [this](const Node &node) {
        add(node, readArea(node), m_rules.noPress);
    });
}

NoPressArea RuleReader::readArea(const Node &node) const
{
    NoPressArea area{readId<NoPressId>(node.at("id")),
                     node.at("name").text(),
                     readWord(node.at("grade"), gradeWords),
                     readWord(node.at("sides"), sidesWords),
                     node.has("both_sides_at_once"),
                     readOptionalText(node, "only_when"),
                     readPlaces(node).value_or(std::vector<ZoneId>{}),
                     {},
                     {},
                     node.at("reason").text(),
                     readOptionalText(node, "how"),
                     readCitations(node)};
    if (node.has("muscles")) {
        const Node muscles = node.at("muscles");
        area.muscles = readList(muscles, readId<MuscleId>);
    }
    if (node.has("spheres")) {
        const Node spheres = node.at("spheres");
        area.spheres = readList(spheres, readSphere);
    }
    if (area.zones.empty() && area.muscles.empty() && area.spheres.empty()) {
        throw node.fault("an area needs places, muscles or spheres");
    }
    if ((area.grade == NoPressGrade::fingertips) == area.how.empty()) {
        throw node.fault("an area for fingertips says how, one for nobody does not");
    }
    return area;
}

} // namespace palpate::knowledge
