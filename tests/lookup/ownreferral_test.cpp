// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person's own points send pain counts in the next lookup, and is told as theirs.
#include <catch2/catch.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lookup/cases.h"

using namespace palpate;
using namespace palpate::test;

namespace {

FeltPlace at(const char *zone, FeltSide side) { return {{ZoneId{zone}}, side, 1}; }

/// A pain in the calf and the sole, painted for a point of a shoulder muscle: nothing that the books have.
std::vector<PaintedZone> farAway(Side side, double covered = 0.5)
{
    return {{ZoneId{"calf-upper"}, side, covered}, {ZoneId{"toes-sole"}, side, covered}};
}

std::vector<FeltPlace> painFarAway(FeltSide side) { return {at("calf-upper", side), at("toes-sole", side)}; }

Ranking rank(std::vector<FeltPlace> felt, const std::vector<OwnReferral> &own)
{
    const LookupEngine engine{world().base, world().surroundings, {}, own};
    LookupQuery query;
    query.felt = std::move(felt);
    return engine.rank(query);
}

std::optional<Candidate> find(const Ranking &ranking, const std::string &group)
{
    const auto found = std::ranges::find(ranking.candidates, ReferralGroupId{group}, &Candidate::group);
    return found == ranking.candidates.end() ? std::nullopt : std::optional{*found};
}

const FeltByYou *ownReason(const Candidate &candidate) { return std::get_if<FeltByYou>(&candidate.reasons.front()); }

void checkSame(const Ranking &one, const Ranking &other)
{
    REQUIRE(one.candidates.size() == other.candidates.size());
    for (std::size_t place = 0; place < one.candidates.size(); ++place) {
        const Candidate &here = one.candidates[place];
        const Candidate &there = other.candidates[place];
        CHECK(here.group == there.group);
        CHECK(here.side == there.side);
        CHECK(here.score == there.score);
        CHECK(here.explains == there.explains);
        CHECK(here.felt == there.felt);
        CHECK(here.essential == there.essential);
        CHECK(here.spillover == there.spillover);
        CHECK(here.reasons.size() == there.reasons.size());
    }
    CHECK(one.explainingSet == other.explainingSet);
    CHECK(one.unexplained == other.unexplained);
}

} // namespace

TEST_CASE("a pain that the person has painted for a point of their own leads to its muscle")
{
    const auto pain = painFarAway(FeltSide::right);
    CHECK_FALSE(find(rank(pain, {}), "infraspinatus"));
    const Ranking ranking = rank(pain, {{MuscleId{"infraspinatus"}, Side::right, farAway(Side::right)}});
    const auto found = find(ranking, "infraspinatus");
    REQUIRE(found);
    CHECK(placeOf(ranking, "infraspinatus") == 1U);
    CHECK(found->side == CandidateSide::right);
    CHECK(found->explains == 1);
    CHECK(found->felt == 1);
    CHECK_FALSE(found->local);
    CHECK(found->essential == std::vector{ZoneId{"calf-upper"}, ZoneId{"toes-sole"}});
    CHECK(found->spillover.empty());
    const FeltByYou *reason = ownReason(*found);
    REQUIRE(reason != nullptr);
    CHECK(reason->zones == found->essential);
    CHECK(reason->points == 1);
    CHECK(ranking.explainingSet == std::vector{ReferralGroupId{"infraspinatus"}});
}

TEST_CASE("an own drawing counts on the side of its point only, whatever side it reaches")
{
    const std::vector<OwnReferral> own{{MuscleId{"infraspinatus"}, Side::right, farAway(Side::right)}};
    checkSame(rank(painFarAway(FeltSide::left), own), rank(painFarAway(FeltSide::left), {}));
    // A point on the left that sends pain across.
    const Ranking across =
        rank(painFarAway(FeltSide::right), {{MuscleId{"infraspinatus"}, Side::left, farAway(Side::right)}});
    REQUIRE(find(across, "infraspinatus"));
    CHECK(find(across, "infraspinatus")->side == CandidateSide::left);
    // Where nobody speaks of sides, either side has it.
    const auto either = find(rank(painFarAway(FeltSide::either), own), "infraspinatus");
    REQUIRE(either);
    CHECK(either->side == CandidateSide::either);
    CHECK(ownReason(*either) != nullptr);
}

TEST_CASE("points painted on both sides explain a pain on both sides")
{
    const Ranking ranking =
        rank(painFarAway(FeltSide::both), {{MuscleId{"infraspinatus"}, Side::right, farAway(Side::right)},
                                           {MuscleId{"infraspinatus"}, Side::left, farAway(Side::left)}});
    const auto found = find(ranking, "infraspinatus");
    REQUIRE(found);
    CHECK(found->side == CandidateSide::both);
    REQUIRE(ownReason(*found) != nullptr);
    CHECK(ownReason(*found)->points == 2);
}

TEST_CASE("the points are counted from which it comes, and no others")
{
    const MuscleId muscle{"infraspinatus"};
    const auto found =
        find(rank(painFarAway(FeltSide::right), {{muscle, Side::right, farAway(Side::right)},
                                                 {muscle, Side::right, {{ZoneId{"calf-upper"}, Side::right, 0.1}}},
                                                 {muscle, Side::right, {{ZoneId{"forehead"}, Side::right, 0.9}}},
                                                 {muscle, Side::left, farAway(Side::left)},
                                                 {MuscleId{"soleus"}, Side::right, farAway(Side::right)}}),
             "infraspinatus");
    REQUIRE(found);
    REQUIRE(ownReason(*found) != nullptr);
    CHECK(ownReason(*found)->points == 2);
    CHECK(ownReason(*found)->zones.size() == 2);
}

TEST_CASE("below a third of a zone it is spillover, and below 2 % nothing")
{
    const auto with = [](double covered) {
        return rank(painFarAway(FeltSide::right),
                    {{MuscleId{"infraspinatus"}, Side::right, farAway(Side::right, covered)}});
    };
    const auto thin = find(with(0.2), "infraspinatus");
    REQUIRE(thin);
    CHECK(thin->essential.empty());
    CHECK(thin->spillover.size() == 2);
    CHECK(thin->explains == Approx(0.6));
    CHECK(find(with(0.5), "infraspinatus")->score > thin->score);
    checkSame(with(0.01), rank(painFarAway(FeltSide::right), {}));
}

TEST_CASE("what is not known is left out")
{
    const auto pain = painFarAway(FeltSide::right);
    const std::vector<OwnReferral> unknown{
        {MuscleId{"no-such-muscle"}, Side::right, farAway(Side::right)},
        {MuscleId{"infraspinatus"}, Side::right, {{ZoneId{"no-such-zone"}, Side::right, 0.9}}},
        {MuscleId{"infraspinatus"}, Side::midline, farAway(Side::right)},
        {MuscleId{"infraspinatus"}, Side::right, {}}};
    checkSame(rank(pain, unknown), rank(pain, {}));
}

TEST_CASE("a muscle without a published pattern gets the one its person painted")
{
    std::size_t tried = 0;
    for (const MusclePattern &pattern : world().base.patterns()) {
        const bool isBare = std::ranges::none_of(world().base.patterns(), [&pattern](const MusclePattern &other) {
            return other.referralGroup == pattern.referralGroup &&
                   std::ranges::any_of(other.triggerPoints, [](const SitePattern &site) {
                       return !site.essential.empty() || !site.spillover.empty();
                   });
        });
        if (!isBare) {
            continue;
        }
        ++tried;
        INFO(pattern.id.text());
        const Ranking ranking = rank(painFarAway(FeltSide::left), {{pattern.id, Side::left, farAway(Side::left)}});
        const auto found = find(ranking, pattern.referralGroup.text());
        const bool isUnpaired = world().surroundings.unpaired.contains(pattern.id);
        REQUIRE(found);
        CHECK(found->side == (isUnpaired ? CandidateSide::midline : CandidateSide::left));
        CHECK(found->explains == 1);
        CHECK(placeOf(ranking, pattern.referralGroup.text()) == 1U);
    }
    CHECK(tried > 0);
}

TEST_CASE("many sites of the books do not dilute an own drawing, and one that does not fit takes nothing away")
{
    for (const char *muscle : {"infraspinatus", "quadratus-lumborum", "gluteus-medius", "soleus"}) {
        const MusclePattern *pattern = world().base.pattern(MuscleId{muscle});
        INFO(muscle);
        REQUIRE(pattern != nullptr);
        const std::string group = pattern->referralGroup.text();
        const std::vector pain{at("forehead", FeltSide::right), at("temple", FeltSide::right)};
        const Ranking fits =
            rank(pain, {{pattern->id,
                         Side::right,
                         {{ZoneId{"forehead"}, Side::right, 0.6}, {ZoneId{"temple"}, Side::right, 0.6}}}});
        REQUIRE(placeOf(fits, group));
        CHECK(*placeOf(fits, group) <= 3);
    }
    const std::vector shoulder{at("shoulder-front", FeltSide::right), at("arm-side", FeltSide::right)};
    const auto before = find(rank(shoulder, {}), "infraspinatus");
    const auto after =
        find(rank(shoulder, {{MuscleId{"infraspinatus"}, Side::right, farAway(Side::right)}}), "infraspinatus");
    REQUIRE((before && after));
    CHECK(after->score == before->score);
    CHECK(ownReason(*after) == nullptr);
}

TEST_CASE("without own referrals all is as before, also after some were taken back")
{
    Lookup lookup{world().base, world().rules, world().surroundings};
    const auto ask = [&lookup](const Case &one) {
        LookupInput input;
        input.text = one.text;
        return lookup.answer(input).ranking;
    };
    const std::vector<Case> cases = casesOf("lookup-words", Part::open);
    lookup.setOwnReferrals({{MuscleId{"infraspinatus"}, Side::right, farAway(Side::right)}});
    LookupInput input;
    input.chosen.felt = painFarAway(FeltSide::right);
    CHECK(placeOf(lookup.answer(input).ranking, "infraspinatus") == 1U);
    lookup.setOwnReferrals({});
    CHECK_FALSE(placeOf(lookup.answer(input).ranking, "infraspinatus"));
    for (std::size_t at = 0; at < cases.size(); at += 10) {
        LookupInput same;
        same.text = cases[at].text;
        INFO(cases[at].id);
        checkSame(ask(cases[at]), theLookup().answer(same).ranking);
    }
}
