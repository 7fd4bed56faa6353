// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/aftercare.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <set>

#include "referral/loadknowledge.h"
#include "referral/rulebase.h"

using namespace palpate;

namespace {

const std::filesystem::path resources = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources";

const LoadedRules &shipped()
{
    static const LoadedKnowledge knowledge = loadKnowledge(resources / "knowledge", resources / "schema");
    static const LoadedRules rules = loadRules(resources / "knowledge", resources / "schema", knowledge.base);
    return rules;
}

std::vector<std::string> asked(bool needles, std::vector<BodyRegionId> regions)
{
    std::vector<std::string> ids;
    for (const AfterSign *sign : signsAfter(shipped().rules, needles, regions)) {
        ids.push_back(sign->id.text());
    }
    return ids;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("after care one is asked for the danger signs of its kind and place")
{
    REQUIRE(shipped().problems.empty());
    CHECK(asked(true, {BodyRegionId{"shoulder"}}) == Words{"chest", "infection", "nerve", "bruise"});
    CHECK(asked(true, {BodyRegionId{"neck-shoulder"}}) == Words{"chest", "neck", "infection", "nerve", "bruise"});
    CHECK(asked(true, {BodyRegionId{"leg"}}) == Words{"infection", "nerve", "bruise"});
    CHECK(asked(false, {BodyRegionId{"leg"}}) == Words{"nerve", "bruise"});
    CHECK(asked(false, {BodyRegionId{"neck"}}) == Words{"neck", "nerve", "bruise"});
    CHECK(asked(true, {}) == Words{"chest", "neck", "infection", "nerve", "bruise"}); // the place was not said
}

TEST_CASE("every sign asked after care has a rule that alarms; blood thinners make a growing bruise more urgent")
{
    const RuleBase &rules = shipped().rules;
    for (const AfterSign &sign : rules.afterSigns) {
        INFO(sign.id.text());
        const RedFlag *rule = ruleOf(rules, sign, {});
        REQUIRE(rule != nullptr);
        CHECK(rule->region == "after-treatment");
        CHECK(rule->urgency <= Urgency::sameDay);
    }
    const AfterSign &bruise = rules.afterSigns.back();
    const std::vector thinner{ConditionId{"anticoagulants"}};
    CHECK(ruleOf(rules, bruise, {})->urgency == Urgency::sameDay);
    CHECK(ruleOf(rules, bruise, thinner)->urgency == Urgency::emergency);
}

TEST_CASE("signs name regions that muscles have")
{
    const LoadedKnowledge knowledge = loadKnowledge(resources / "knowledge", resources / "schema");
    std::set<BodyRegionId> known;
    for (const MusclePattern &pattern : knowledge.base.patterns()) {
        known.insert(pattern.region);
    }
    for (const AfterSign &sign : shipped().rules.afterSigns) {
        for (const BodyRegionId &region : sign.regions) {
            INFO(region.text());
            CHECK(known.contains(region));
        }
    }
}
