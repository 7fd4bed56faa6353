// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/aftercare.h"

#include <algorithm>

#include "referral/rulebase.h"
#include "referral/rulereader.h"

namespace palpate {

std::vector<const AfterSign *> signsAfter(const RuleBase &rules, bool needles, std::span<const BodyRegionId> regions)
{
    std::vector<const AfterSign *> signs;
    for (const AfterSign &sign : rules.afterSigns) {
        const bool fits = sign.regions.empty() || regions.empty() ||
                          std::ranges::any_of(regions, [&sign](const BodyRegionId &region) {
                              return std::ranges::find(sign.regions, region) != sign.regions.end();
                          });
        if (fits && (needles || !sign.onlyAfterNeedles)) {
            signs.push_back(&sign);
        }
    }
    return signs;
}

const RedFlag *ruleOf(const RuleBase &rules, const AfterSign &sign, std::span<const ConditionId> conditions)
{
    const bool has = std::ranges::any_of(conditions, [&sign](const ConditionId &condition) {
        return std::ranges::find(sign.conditions, condition) != sign.conditions.end();
    });
    return rules.redFlag(has && sign.ruleWithCondition ? *sign.ruleWithCondition : sign.rule);
}

} // namespace palpate

namespace palpate::knowledge {

void RuleReader::readAfterCare()
{
    take("after-care").forEach("signs", m_problems, [this](const Node &node) {
        AfterSign sign{readId<AfterSignId>(node.at("id")),
                       node.at("words").text(),
                       readKnown<RedFlagId>(node.at("rule"), m_rules.redFlags),
                       {},
                       std::nullopt,
                       node.at("after").text() == "needle",
                       {}};
        if (node.has("with_condition")) {
            const Node with = node.at("with_condition");
            const Node conditions = with.at("conditions");
            sign.conditions = readAllKnown<ConditionId>(conditions, m_rules.conditions);
            sign.ruleWithCondition = readKnown<RedFlagId>(with.at("rule"), m_rules.redFlags);
        }
        if (node.has("regions")) {
            const Node regions = node.at("regions");
            sign.regions = readList(regions, readId<BodyRegionId>);
        }
        add(node, std::move(sign), m_rules.afterSigns);
    });
}

} // namespace palpate::knowledge
