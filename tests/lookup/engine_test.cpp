// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <random>

#include "lookup/cases.h"

using namespace palpate;
using namespace palpate::test;

namespace {

const LookupEngine &engine()
{
    static const LookupEngine made{world().base, world().surroundings};
    return made;
}

FeltPlace at(const char *zone, FeltSide side, double weight = 1) { return {{ZoneId{zone}}, side, weight}; }

Ranking rank(std::vector<FeltPlace> felt)
{
    LookupQuery query;
    query.felt = std::move(felt);
    return engine().rank(query);
}

const Candidate *find(const Ranking &ranking, const char *group)
{
    const auto found = std::ranges::find(ranking.candidates, ReferralGroupId{group}, &Candidate::group);
    return found == ranking.candidates.end() ? nullptr : &*found;
}

template <typename Kind> bool hasReason(const Candidate &candidate)
{
    return std::ranges::any_of(candidate.reasons,
                               [](const Reason &reason) { return std::holds_alternative<Kind>(reason); });
}

} // namespace

TEST_CASE("a specific pattern that explains all comes before those that touch a part")
{
    const Ranking ranking = rank({at("shoulder-front", FeltSide::right), at("arm-side", FeltSide::right)});
    REQUIRE_FALSE(ranking.candidates.empty());
    const Candidate &first = ranking.candidates.front();
    CHECK(first.group.text() == "infraspinatus");
    CHECK(first.side == CandidateSide::right);
    CHECK(first.explains == 1);
    CHECK(first.felt > 0);
    CHECK(first.felt <= 1);
    CHECK(hasReason<FeltEssential>(first));
    CHECK(ranking.explainingSet == std::vector<ReferralGroupId>{ReferralGroupId{"infraspinatus"}});
    CHECK(ranking.unexplained.empty());
}

TEST_CASE("left and right are mirror images of one another")
{
    for (const Case &one : casesOf("lookup-words", Part::open)) {
        std::vector<FeltPlace> other = one.zones;
        for (FeltPlace &place : other) {
            place.side = place.side == FeltSide::left    ? FeltSide::right
                         : place.side == FeltSide::right ? FeltSide::left
                                                         : place.side;
        }
        const Ranking here = rank(one.zones);
        const Ranking there = rank(other);
        INFO(one.id);
        REQUIRE(here.candidates.size() == there.candidates.size());
        for (const Candidate &candidate : here.candidates) {
            // A site that the books have on one side only has no mirror image.
            const Candidate *mirror = find(there, candidate.group.text().c_str());
            const bool isOneSided = std::ranges::any_of(world().base.patterns(), [&](const MusclePattern &pattern) {
                return pattern.referralGroup == candidate.group &&
                       std::ranges::any_of(pattern.triggerPoints,
                                           [](const SitePattern &site) { return site.sides != SiteSides::both; });
            });
            if (isOneSided) {
                continue;
            }
            REQUIRE(mirror != nullptr);
            CHECK(mirror->explains == candidate.explains);
            CHECK((mirror->side == CandidateSide::left) == (candidate.side == CandidateSide::right));
            CHECK((mirror->side == CandidateSide::both) == (candidate.side == CandidateSide::both));
        }
    }
}

TEST_CASE("a muscle refers to its own side unless its pattern crosses")
{
    const Ranking left = rank({at("shoulder-front", FeltSide::left)});
    CHECK(find(left, "infraspinatus")->side == CandidateSide::left);
    // The collarbone part of the sternomastoid is felt across the forehead.
    const Ranking forehead = rank({at("forehead", FeltSide::left), at("ear", FeltSide::right)});
    CHECK(find(forehead, "scm-clavicular")->side == CandidateSide::right);
}

TEST_CASE("without a side a candidate may be either, and on both sides it is both")
{
    CHECK(rank({at("temple", FeltSide::either)}).candidates.front().side == CandidateSide::either);
    CHECK(rank({at("temple", FeltSide::both)}).candidates.front().side == CandidateSide::both);
    CHECK(find(rank({at("perineum", FeltSide::either)}), "sphincter-ani")->side == CandidateSide::midline);
    // A sided place decides for those without.
    const Ranking mixed = rank({at("shoulder-front", FeltSide::right), at("arm-side", FeltSide::either)});
    CHECK(mixed.candidates.front().side == CandidateSide::right);
}

TEST_CASE("scores are shares of one whole, in order, and ties say so")
{
    for (const Case &one : casesOf("lookup-words", Part::open)) {
        const Ranking ranking = rank(one.zones);
        const double sum = std::accumulate(ranking.candidates.begin(), ranking.candidates.end(), 0.0,
                                           [](double all, const Candidate &next) { return all + next.score; });
        CHECK(sum <= 1.001);
        for (std::size_t place = 0; place < ranking.candidates.size(); ++place) {
            const Candidate &candidate = ranking.candidates[place];
            CHECK(candidate.score >= 0);
            CHECK(candidate.explains >= 0);
            CHECK(candidate.explains <= 1);
            CHECK_FALSE(candidate.reasons.empty());
            CHECK(candidate.local == (candidate.explains == 0));
            const bool isEqual = place > 0 && ranking.candidates[place - 1].score == candidate.score;
            CHECK(candidate.tied == isEqual);
            CHECK((place == 0 || ranking.candidates[place - 1].score >= candidate.score));
        }
    }
}

TEST_CASE("what provokes and what is spared move a candidate")
{
    LookupQuery plain;
    plain.felt = {at("shoulder-front", FeltSide::right)};
    LookupQuery provoked = plain;
    provoked.provokedBy = {ActivityId{"reaching-behind"}};
    LookupQuery spared = plain;
    spared.spared = {at("arm-side", FeltSide::right)};
    const double before = find(engine().rank(plain), "infraspinatus")->score;
    const Ranking after = engine().rank(provoked);
    CHECK(find(after, "infraspinatus")->score > before);
    CHECK(hasReason<ProvokedBy>(*find(after, "infraspinatus")));
    const Ranking without = engine().rank(spared);
    CHECK(find(without, "infraspinatus")->score < before);
    CHECK(hasReason<SparedThough>(*find(without, "infraspinatus")));
}

TEST_CASE("a muscle that lies there and refers elsewhere is local")
{
    const Ranking ranking = rank({at("scapula", FeltSide::left)});
    const auto local = std::ranges::find_if(ranking.candidates, &Candidate::local);
    REQUIRE(local != ranking.candidates.end());
    CHECK(local->explains == 0);
    CHECK(local->essential.empty());
    CHECK(local->spillover.empty());
    CHECK(hasReason<LiesThere>(*local));
}

TEST_CASE("two pains far apart need two groups, and what nothing reaches is said")
{
    const Ranking ranking = rank({at("thumb-base", FeltSide::left), at("heel", FeltSide::right)});
    CHECK(ranking.explainingSet.size() == 2);
    CHECK(ranking.unexplained.empty());
    CHECK(rank({at("no-such-zone", FeltSide::left)}).candidates.empty());
}

TEST_CASE("from nothing comes nothing")
{
    CHECK(rank({}).candidates.empty());
    LookupQuery activity;
    activity.provokedBy = {ActivityId{"swimming"}};
    activity.spared = {at("heel", FeltSide::left)};
    const Ranking ranking = engine().rank(activity);
    CHECK(ranking.candidates.empty());
    CHECK(ranking.explainingSet.empty());
    CHECK(rank({at("heel", FeltSide::left, 0)}).candidates.empty());
}

TEST_CASE("any mix of places, however long, is ranked")
{
    std::mt19937 random{20261121};
    const auto zones = world().base.zones();
    for (int round = 0; round < 200; ++round) {
        std::vector<FeltPlace> felt;
        const std::size_t count = random() % 120;
        for (std::size_t place = 0; place < count; ++place) {
            felt.push_back({{zones[random() % zones.size()].id, zones[random() % zones.size()].id},
                            static_cast<FeltSide>(random() % 4),
                            static_cast<double>(1 + random() % 10) / 10});
        }
        const Ranking ranking = rank(felt);
        CHECK(ranking.candidates.empty() == felt.empty());
    }
}

TEST_CASE("a drawing weighs a zone by how much of it is painted")
{
    const std::vector<PaintedZone> painted{{ZoneId{"heel"}, Side::left, 0.6},
                                           {ZoneId{"arch"}, Side::left, 0.1},
                                           {ZoneId{"instep"}, Side::left, 0.01},
                                           {ZoneId{"sacrum"}, Side::midline, 0.2}};
    const std::vector<FeltPlace> felt = feltIn(painted);
    REQUIRE(felt.size() == 3);
    CHECK(felt[0] == FeltPlace{{ZoneId{"heel"}}, FeltSide::left, 1});
    CHECK(felt[1].weight == Approx(0.3));
    CHECK(felt[2].side == FeltSide::either);
}
