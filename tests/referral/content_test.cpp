// SPDX-License-Identifier: GPL-3.0-or-later
// What the files that ship with the program say.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <utility>

#include "referral/loadknowledge.h"
#include "referral/referral.h"

using namespace palpate;

namespace {

const LoadedKnowledge &shipped()
{
    static const std::filesystem::path resources = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources";
    static const LoadedKnowledge loaded = loadKnowledge(resources / "knowledge", resources / "schema");
    return loaded;
}

const MusclePattern &patternOf(const char *muscle)
{
    INFO(muscle);
    const MusclePattern *pattern = shipped().base.pattern(MuscleId{muscle});
    REQUIRE(pattern != nullptr);
    return *pattern;
}

/// Nothing when the muscle does not refer there.
std::optional<HitKind> kindOf(const char *muscle, Side ofMuscle, const char *zone, Side ofZone)
{
    for (const ReferredZone &hit : referralOf(patternOf(muscle), ofMuscle).zones) {
        if (hit.zone == ZoneId{zone} && hit.side == ofZone) {
            return hit.kind;
        }
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("the shipped knowledge loads without a problem")
{
    for (const DataFileError &problem : shipped().problems) {
        UNSCOPED_INFO(problem.what());
    }
    CHECK(shipped().problems.empty());
    CHECK(shipped().base.zones().size() == 125);
}

TEST_CASE("every muscle of the target list is described, in its referral group")
{
    std::ifstream rows{std::filesystem::path{PALPATE_SOURCE_DIR} / "tests" / "data" / "muscle-rows.txt"};
    std::string muscle;
    std::string group;
    std::size_t count = 0;
    while (rows >> muscle >> group) {
        CHECK(patternOf(muscle.c_str()).referralGroup == ReferralGroupId{group});
        ++count;
    }
    CHECK(count == 175);
    CHECK(shipped().base.patterns().size() == count);
}

TEST_CASE("every pattern has a source and its sites are numbered after the muscle")
{
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        INFO(pattern.id.text());
        CHECK_FALSE(pattern.sources.empty());
        for (const Citation &citation : pattern.sources) {
            CHECK(shipped().base.source(citation.ref) != nullptr);
        }
        int number = 0;
        for (const SitePattern &site : pattern.triggerPoints) {
            CHECK(site.id.text() == pattern.id.text() + "-" + std::to_string(++number));
        }
        CHECK(number > 0);
    }
}

TEST_CASE("every pattern was looked at twice, and what differed says how it was settled")
{
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        INFO(pattern.id.text());
        REQUIRE(pattern.secondLook);
        CHECK(pattern.secondLook->settled.empty() == (pattern.secondLook->agreement == Agreement::full));
    }
}

TEST_CASE("weights of essential zones are at least one half, of spillover zones at most")
{
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        for (const SitePattern &site : pattern.triggerPoints) {
            INFO(site.id.text());
            CHECK(std::ranges::all_of(site.essential, [](const ZoneHit &hit) { return hit.weight >= 0.5; }));
            CHECK(std::ranges::all_of(site.spillover, [](const ZoneHit &hit) { return hit.weight <= 0.5; }));
        }
    }
}

TEST_CASE("the left muscle refers to the mirror image of what the right one refers to")
{
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        INFO(pattern.id.text());
        // Compared site by site: a muscle may have sites described on one side only.
        for (const SitePattern &site : pattern.triggerPoints) {
            std::vector<ReferredZone> mirror = referralOf(pattern, site, Side::right).zones;
            for (ReferredZone &zone : mirror) {
                zone.side = mirrored(zone.side);
            }
            const std::vector<ReferredZone> left = referralOf(pattern, site, Side::left).zones;
            CHECK(std::ranges::is_permutation(mirror, left));
        }
    }
}

TEST_CASE("midline zones come without a side and paired zones with one")
{
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        for (const Side side : {Side::left, Side::right}) {
            for (const ReferredZone &hit : referralOf(pattern, side).zones) {
                INFO(pattern.id.text() << " " << hit.zone.text());
                const Zone *zone = shipped().base.zone(hit.zone);
                REQUIRE(zone != nullptr);
                CHECK((hit.side == Side::midline) == (zone->laterality == Laterality::midline));
            }
        }
    }
}

TEST_CASE("a muscle that shares its group's pattern adds nothing to what is published for the group")
{
    std::map<ReferralGroupId, std::set<std::pair<ZoneId, Side>>> published;
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        if (pattern.kind == PatternKind::published) {
            for (const ReferredZone &hit : referralOf(pattern, Side::right).zones) {
                published[pattern.referralGroup].emplace(hit.zone, hit.side);
            }
        }
    }
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        if (pattern.kind == PatternKind::group) {
            INFO(pattern.id.text());
            const auto &ofGroup = published[pattern.referralGroup];
            CHECK_FALSE(ofGroup.empty());
            const auto zones = referralOf(pattern, Side::right).zones;
            CHECK(std::ranges::all_of(zones, [&ofGroup](const ReferredZone &hit) {
                return ofGroup.contains({hit.zone, hit.side});
            }));
        }
    }
}

TEST_CASE("a muscle without a published pattern has no zones and says so")
{
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        if (pattern.kind == PatternKind::none) {
            INFO(pattern.id.text());
            CHECK(referralOf(pattern, Side::right).zones.empty());
            CHECK_THAT(pattern.explanation, Catch::Contains("published"));
        }
    }
}

TEST_CASE("self-care keeps to the places that may be pressed")
{
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        INFO(pattern.id.text());
        CHECK_FALSE(contradictsItself(pattern.selfCare));
    }
    for (const char *untouched : {"superior-oblique-eye", "lateral-rectus-eye", "orbicularis-oculi", "medial-pterygoid",
                                  "lateral-pterygoid", "sternohyoid", "sternothyroid", "longus-colli", "longus-capitis",
                                  "sphincter-ani", "pubococcygeus", "iliococcygeus", "puborectalis", "coccygeus",
                                  "bulbospongiosus", "ischiocavernosus", "transversus-perinei", "obturator-internus"}) {
        INFO(untouched);
        CHECK(patternOf(untouched).selfCare.pressure == PressureGrade::never);
        CHECK(patternOf(untouched).selfCare.techniques.empty());
    }
    for (const char *delicate : {"scm-sternal", "scm-clavicular", "scalene-anterior", "scalene-medius",
                                 "scalene-posterior", "subscapularis", "adductor-longus", "iliacus"}) {
        INFO(delicate);
        CHECK(patternOf(delicate).selfCare.pressure == PressureGrade::fingertips);
    }
}

TEST_CASE("infraspinatus is felt in the front of the same shoulder")
{
    CHECK(kindOf("infraspinatus", Side::right, "shoulder-front", Side::right) == HitKind::essential);
    CHECK(kindOf("infraspinatus", Side::left, "shoulder-front", Side::left) == HitKind::essential);
    CHECK_FALSE(kindOf("infraspinatus", Side::right, "shoulder-front", Side::left));
    CHECK(kindOf("infraspinatus", Side::right, "arm-side", Side::right) == HitKind::essential);
    CHECK(kindOf("infraspinatus", Side::right, "forearm-radial", Side::right) == HitKind::spillover);
    CHECK(referralOf(patternOf("infraspinatus"), Side::right).zones.front().zone == ZoneId{"shoulder-front"});
}

TEST_CASE("the collarbone head of the sternomastoid is felt on both sides of the forehead")
{
    CHECK(kindOf("scm-clavicular", Side::left, "forehead", Side::left) == HitKind::essential);
    CHECK(kindOf("scm-clavicular", Side::left, "forehead", Side::right) == HitKind::essential);
    CHECK_FALSE(kindOf("scm-clavicular", Side::left, "ear", Side::right));
}

TEST_CASE("patterns that are felt far away from their muscle")
{
    CHECK(kindOf("splenius-capitis", Side::left, "vertex", Side::midline) == HitKind::essential);
    CHECK(kindOf("soleus", Side::right, "heel", Side::right) == HitKind::essential);
    CHECK(kindOf("soleus", Side::right, "si-joint", Side::right) == HitKind::essential);
    CHECK(kindOf("iliocostalis-lumborum", Side::right, "buttock-mid", Side::right) == HitKind::essential);
    CHECK(kindOf("rectus-femoris", Side::left, "knee-front", Side::left) == HitKind::essential);
    CHECK(kindOf("gastrocnemius-medial", Side::left, "instep", Side::left) == HitKind::essential);
    CHECK_FALSE(kindOf("gastrocnemius-lateral", Side::left, "instep", Side::left));
    CHECK(kindOf("subscapularis", Side::left, "wrist-dorsal", Side::left) == HitKind::essential);
    CHECK(kindOf("gluteus-minimus-anterior", Side::left, "leg-outer", Side::left) == HitKind::essential);
    CHECK(kindOf("brachialis", Side::left, "thumb-base", Side::left) == HitKind::essential);
    CHECK(kindOf("upper-trapezius", Side::left, "temple", Side::left) == HitKind::essential);
    CHECK(kindOf("upper-trapezius", Side::left, "jaw", Side::left) == HitKind::spillover);
}

TEST_CASE("the heartbeat point of the chest is on the right only and has no zones")
{
    const auto isOneSided = [](const SitePattern &site) { return site.sides != SiteSides::both; };
    const auto &sites = patternOf("pectoralis-major-sternal").triggerPoints;
    CHECK(std::ranges::count_if(sites, isOneSided) == 1);
    const SitePattern &site = *std::ranges::find_if(sites, isOneSided);
    CHECK(site.sides == SiteSides::right);
    CHECK(site.essential.empty());
    CHECK(site.otherEffects.size() == 1);
    int oneSided = 0;
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        oneSided += static_cast<int>(std::ranges::count_if(pattern.triggerPoints, isOneSided));
    }
    CHECK(oneSided == 2);
}

TEST_CASE("second looks at doubtful patterns")
{
    CHECK(kindOf("biceps-brachii", Side::left, "elbow-front", Side::left) == HitKind::spillover);
    CHECK(kindOf("supinator", Side::left, "thumb-base", Side::left) == HitKind::spillover);
    CHECK(kindOf("subscapularis", Side::left, "wrist-volar", Side::left) == HitKind::spillover);
    CHECK(kindOf("pectoralis-major-sternal", Side::left, "arm-inner", Side::left) == HitKind::spillover);
    CHECK(kindOf("pectoralis-major-sternal", Side::left, "elbow-medial", Side::left) == HitKind::essential);
    CHECK(kindOf("scalene-anterior", Side::left, "scapula-medial", Side::left) == HitKind::essential);
    CHECK(kindOf("iliocostalis-thoracis", Side::left, "lumbar", Side::left) == HitKind::essential);
    CHECK(kindOf("scm-sternal", Side::left, "sternum", Side::midline) == HitKind::essential);
    CHECK(kindOf("scalene-anterior", Side::left, "arm-side", Side::left) == HitKind::essential);
    CHECK(kindOf("levator-scapulae", Side::left, "neck-back", Side::left) == HitKind::spillover);
    CHECK(kindOf("multifidus-lumbar", Side::left, "coccyx", Side::midline) == HitKind::essential);
    CHECK(kindOf("pubococcygeus", Side::left, "sacrum", Side::midline) == HitKind::essential);
    CHECK(kindOf("pectoralis-major-costal", Side::left, "axilla", Side::left) == HitKind::spillover);
    CHECK_FALSE(kindOf("palmar-interossei-hand", Side::left, "middle-dorsal", Side::left));
}

TEST_CASE("goose bumps on the arm are no pain there")
{
    CHECK_FALSE(kindOf("middle-trapezius", Side::left, "arm-side", Side::left));
    const SitePattern &skin = patternOf("middle-trapezius").triggerPoints.back();
    CHECK(skin.essential.empty());
    CHECK(skin.spillover.empty());
    CHECK(skin.otherEffects.size() == 1);
}

TEST_CASE("every zone is reached by some muscle")
{
    std::set<ZoneId> reached;
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        for (const ReferredZone &hit : referralOf(pattern, Side::left).zones) {
            reached.insert(hit.zone);
        }
    }
    CHECK(reached.size() == shipped().base.zones().size());
}

TEST_CASE("the low outer point of the belly is described on the right only")
{
    CHECK(kindOf("rectus-abdominis", Side::right, "abdomen-lower", Side::right) == HitKind::essential);
    CHECK(kindOf("rectus-abdominis", Side::left, "abdomen-lower", Side::left) == HitKind::spillover);
}
