// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "referral/referral.h"

using namespace palpate;

namespace {

SitePattern site(const char *id, std::vector<ZoneHit> essential, std::vector<ZoneHit> spillover = {},
                 SiteSides sides = SiteSides::both)
{
    return {SiteId{id}, "middle", "in the middle", sides, std::move(essential), std::move(spillover)};
}

MusclePattern muscle(std::vector<SitePattern> sites)
{
    return {MuscleId{"some-muscle"},
            ReferralGroupId{"some-group"},
            {"Some muscle", "M. aliquis", {"muscle"}},
            "Moves.",
            "Felt here.",
            {},
            std::move(sites),
            {{SourceId{"some-book"}, EvidenceGrade::tradition}}};
}

ZoneHit same(const char *zone, double weight) { return {ZoneId{zone}, weight, FeltOn::sameSide}; }
ZoneHit other(const char *zone, double weight) { return {ZoneId{zone}, weight, FeltOn::otherSide}; }
ZoneHit middle(const char *zone, double weight) { return {ZoneId{zone}, weight, FeltOn::midline}; }

using Zones = std::vector<ReferredZone>;

} // namespace

TEST_CASE("a paired zone is felt on the side of the muscle")
{
    const auto pattern = muscle({site("a-1", {same("elbow", 1)})});
    CHECK(referralOf(pattern, Side::right).zones == Zones{{ZoneId{"elbow"}, Side::right, HitKind::essential, 1}});
    CHECK(referralOf(pattern, Side::left).zones == Zones{{ZoneId{"elbow"}, Side::left, HitKind::essential, 1}});
    CHECK(referralOf(pattern, Side::left).muscle == pattern.id);
    CHECK(referralOf(pattern, Side::left).muscleSide == Side::left);
}

TEST_CASE("a crossing zone is felt on the other side, beside the same zone on the muscle's side")
{
    const auto pattern = muscle({site("a-1", {same("brow", 1), other("brow", 0.6)})});
    CHECK(referralOf(pattern, Side::left).zones == Zones{{ZoneId{"brow"}, Side::left, HitKind::essential, 1},
                                                         {ZoneId{"brow"}, Side::right, HitKind::essential, 0.6}});
}

TEST_CASE("a midline zone has no side, whichever side the muscle is on")
{
    const auto pattern = muscle({site("a-1", {middle("crown", 0.9)})});
    for (const Side side : {Side::left, Side::right, Side::midline}) {
        CHECK(referralOf(pattern, side).zones == Zones{{ZoneId{"crown"}, Side::midline, HitKind::essential, 0.9}});
    }
}

TEST_CASE("a muscle of the midline refers to both sides")
{
    const auto pattern = muscle({site("a-1", {same("hip", 0.8)})});
    CHECK(referralOf(pattern, Side::midline).zones == Zones{{ZoneId{"hip"}, Side::left, HitKind::essential, 0.8},
                                                            {ZoneId{"hip"}, Side::right, HitKind::essential, 0.8}});
}

TEST_CASE("sites are merged: the highest weight counts and essential wins over spillover")
{
    const auto pattern = muscle({site("a-1", {same("elbow", 0.5)}, {same("wrist", 0.2), same("thumb", 0.5)}),
                                 site("a-2", {same("elbow", 0.7)}, {same("wrist", 0.4)}),
                                 site("a-3", {same("thumb", 0.5)}, {same("elbow", 0.5)})});
    CHECK(referralOf(pattern, Side::right).zones == Zones{{ZoneId{"elbow"}, Side::right, HitKind::essential, 0.7},
                                                          {ZoneId{"thumb"}, Side::right, HitKind::essential, 0.5},
                                                          {ZoneId{"wrist"}, Side::right, HitKind::spillover, 0.4}});
}

TEST_CASE("zones come by weight, then essential before spillover, then by name")
{
    const auto pattern =
        muscle({site("a-1", {same("d", 0.5), same("b", 0.5), same("c", 1)}, {same("a", 0.5), same("e", 0.1)})});
    std::string order;
    for (const ReferredZone &zone : referralOf(pattern, Side::left).zones) {
        order += zone.zone.text();
    }
    CHECK(order == "cbdae");
}

TEST_CASE("a site described on one side does not count for the other")
{
    const auto pattern = muscle({site("a-1", {same("belly", 0.9)}, {}, SiteSides::right),
                                 site("a-2", {same("back", 0.8)}, {}, SiteSides::left)});
    CHECK(referralOf(pattern, Side::right).zones == Zones{{ZoneId{"belly"}, Side::right, HitKind::essential, 0.9}});
    CHECK(referralOf(pattern, Side::left).zones == Zones{{ZoneId{"back"}, Side::left, HitKind::essential, 0.8}});
}

TEST_CASE("a single site gives its own zones only")
{
    const auto pattern = muscle({site("a-1", {same("elbow", 1)}), site("a-2", {same("wrist", 1)})});
    CHECK(referralOf(pattern, pattern.triggerPoints[1], Side::left).zones ==
          Zones{{ZoneId{"wrist"}, Side::left, HitKind::essential, 1}});
}
