// SPDX-License-Identifier: GPL-3.0-or-later
// Reads how techniques are done.
#include "referral/rulereader.h"

#include <utility>

namespace palpate::knowledge {

namespace {

constexpr std::array<Word<DoseUnit>, 9> unitWords{{{"seconds", DoseUnit::seconds},
                                                   {"minutes", DoseUnit::minutes},
                                                   {"hours", DoseUnit::hours},
                                                   {"weeks", DoseUnit::weeks},
                                                   {"times", DoseUnit::times},
                                                   {"percent", DoseUnit::percent},
                                                   {"of-10", DoseUnit::ofTen},
                                                   {"points", DoseUnit::points},
                                                   {"sessions", DoseUnit::sessions}}};

/// Most that anything may hurt, from 0 to 10.
constexpr int highestTolerance = 7;

[[nodiscard]] Range readRange(const Node &node)
{
    const Range range{node.at("min").integer(), node.at("max").integer(), node.at("default").integer()};
    if (range.least > range.usual || range.usual > range.most) {
        throw node.fault("the default must lie between min and max");
    }
    return range;
}

[[nodiscard]] ProtocolStep readStep(const Node &node, const std::vector<Dose> &doses)
{
    ProtocolStep step{node.at("text").text(), std::nullopt, std::nullopt};
    if (node.has("pace")) {
        const Node pace = node.at("pace");
        step.pace = readRange(pace);
    }
    if (node.has("dose")) {
        const Node dose = node.at("dose");
        step.dose = readId<DoseId>(dose);
        if (std::ranges::find(doses, *step.dose, &Dose::what) == doses.end()) {
            throw dose.fault("the protocol has no such dose: " + step.dose->text());
        }
    }
    return step;
}

} // namespace

Dose RuleReader::readDose(const Node &node) const
{
    Dose dose{readId<DoseId>(node.at("what")), readWord(node.at("unit"), unitWords), readRange(node),
              readOptionalText(node, "note"), readCitations(node)};
    if (dose.unit == DoseUnit::ofTen && dose.range.most > highestTolerance) {
        throw node.fault("nothing may hurt more than 7 of 10");
    }
    return dose;
}

Protocol RuleReader::readProtocol(const Node &node) const
{
    const Node doseList = node.at("doses");
    const Node steps = node.at("steps");
    std::vector<Dose> doses = readList(doseList, [this](const Node &dose) { return readDose(dose); });
    std::vector<ProtocolStep> stepList = readList(steps, [&doses](const Node &step) { return readStep(step, doses); });
    return {readId<ProtocolId>(node.at("id")),
            node.at("name").text(),
            readTechnique(node.at("technique")),
            node.at("about").text(),
            node.at("evidence").text(),
            std::move(stepList),
            std::move(doses),
            readTexts(node.at("rest")),
            readTexts(node.at("stop")),
            readCitations(node)};
}

void RuleReader::readProtocols()
{
    take("protocols").forEach("protocols", m_problems, [this](const Node &node) {
        add(node, readProtocol(node), m_rules.protocols);
    });
}

} // namespace palpate::knowledge
