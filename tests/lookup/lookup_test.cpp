// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <algorithm>

#include "lookup/cases.h"

using namespace palpate;
using namespace palpate::test;

namespace {

LookupAnswer answer(const char *text) { return theLookup().answer({{}, text, {}, {}, {}, {}}); }

} // namespace

TEST_CASE("the front of a shoulder that hurts at night leads to infraspinatus among the first")
{
    const LookupAnswer found = answer("deep ache in the front of my right shoulder, can't lie on it");
    const auto place = placeOf(found.ranking, "infraspinatus");
    REQUIRE(place.has_value());
    CHECK(*place <= 5);
    CHECK(found.ranking.candidates[*place - 1].side == CandidateSide::right);
    CHECK(found.alerts.empty());
    CHECK_FALSE(found.withheld.everywhere);
}

TEST_CASE("danger comes first and holds back advice to press")
{
    const LookupAnswer found = answer("crushing chest pain and sweating, left arm heavy");
    REQUIRE_FALSE(found.alerts.empty());
    CHECK(found.alerts.front()->urgency == Urgency::emergency);
    CHECK((found.withheld.everywhere || found.withheld.zones.contains(ZoneId{"chest-front"})));
    // A list there is: it steps back, but a person may be right that it is the muscle.
    CHECK_FALSE(found.ranking.candidates.empty());
}

TEST_CASE("words of despair get no list and no score")
{
    const LookupAnswer found = answer("my neck hurts so much that I want to die");
    REQUIRE_FALSE(found.alerts.empty());
    CHECK(found.alerts.front()->kind == RedFlagKind::despair);
    CHECK(found.ranking.candidates.empty());
    CHECK(found.ranking.explainingSet.empty());
}

TEST_CASE("chosen places and words are one question")
{
    LookupInput input;
    input.chosen.felt = {{{ZoneId{"shoulder-front"}}, FeltSide::right, 1}};
    input.text = "outside of the right arm too, not the hand";
    const LookupAnswer found = theLookup().answer(input);
    CHECK(found.understood.query.felt.size() == 2);
    CHECK(found.understood.query.spared.size() == 1);
    CHECK(placeOf(found.ranking, "infraspinatus") == 1U);
}

TEST_CASE("what the profile holds counts for the dangers")
{
    LookupInput input;
    input.chosen.felt = {{{ZoneId{"hip-side"}}, FeltSide::right, 1}};
    input.answered = {QuestionId{"new-or-different"}};
    input.conditions = {ConditionId{"past-cancer"}};
    CHECK_FALSE(theLookup().answer(input).alerts.empty());
}

TEST_CASE("a settled sign is neither told nor withheld for")
{
    LookupInput input;
    input.text = "crushing chest pain and sweating, left arm heavy";
    const LookupAnswer told = theLookup().answer(input);
    REQUIRE(told.alerts.size() > 1);
    input.settled = {told.alerts.front()->id};
    const LookupAnswer without = theLookup().answer(input);
    CHECK(without.alerts == std::vector<const RedFlag *>(told.alerts.begin() + 1, told.alerts.end()));
    for (const RedFlag *flag : told.alerts) {
        input.settled.insert(flag->id);
    }
    const LookupAnswer none = theLookup().answer(input);
    CHECK(none.alerts.empty());
    CHECK_FALSE(none.withheld.everywhere);
    CHECK(none.withheld.zones.empty());
    // What is settled for one thing settles nothing else.
    input.text = "worst headache ever, came out of nowhere";
    CHECK_FALSE(theLookup().answer(input).alerts.empty());
}

TEST_CASE("with words of despair settled the list comes back")
{
    LookupInput input;
    input.text = "my neck hurts so much that I want to die";
    for (const RedFlag *flag : theLookup().answer(input).alerts) {
        input.settled.insert(flag->id);
    }
    const LookupAnswer found = theLookup().answer(input);
    CHECK(found.alerts.empty());
    CHECK_FALSE(found.ranking.candidates.empty());
}
