// SPDX-License-Identifier: GPL-3.0-or-later
// What the files that ship with the program say.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>

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

TEST_CASE("the muscles that people ask about first are described")
{
    for (const char *muscle : {"upper-trapezius",
                               "middle-trapezius",
                               "lower-trapezius",
                               "levator-scapulae",
                               "scm-sternal",
                               "scm-clavicular",
                               "rectus-capitis-posterior-major",
                               "rectus-capitis-posterior-minor",
                               "obliquus-capitis-superior",
                               "obliquus-capitis-inferior",
                               "splenius-capitis",
                               "splenius-cervicis",
                               "semispinalis-capitis",
                               "temporalis",
                               "masseter-superficial",
                               "infraspinatus",
                               "supraspinatus",
                               "teres-minor",
                               "teres-major",
                               "latissimus-dorsi",
                               "subscapularis",
                               "deltoid-anterior",
                               "deltoid-middle",
                               "deltoid-posterior",
                               "biceps-brachii",
                               "brachialis",
                               "triceps-long-head",
                               "triceps-medial-head",
                               "triceps-lateral-head",
                               "pectoralis-major-clavicular",
                               "pectoralis-major-sternal",
                               "pectoralis-major-costal",
                               "pectoralis-minor",
                               "scalene-anterior",
                               "scalene-medius",
                               "scalene-posterior",
                               "rhomboid-major",
                               "rhomboid-minor",
                               "serratus-anterior",
                               "quadratus-lumborum",
                               "iliocostalis-thoracis",
                               "iliocostalis-lumborum",
                               "longissimus-thoracis",
                               "rectus-abdominis",
                               "psoas-major",
                               "iliacus",
                               "gluteus-maximus",
                               "gluteus-medius",
                               "gluteus-minimus-anterior",
                               "gluteus-minimus-posterior",
                               "piriformis",
                               "tensor-fasciae-latae",
                               "semitendinosus",
                               "semimembranosus",
                               "biceps-femoris",
                               "rectus-femoris",
                               "vastus-medialis",
                               "vastus-intermedius",
                               "vastus-lateralis",
                               "adductor-longus",
                               "adductor-magnus",
                               "gastrocnemius-medial",
                               "gastrocnemius-lateral",
                               "soleus",
                               "tibialis-anterior",
                               "fibularis-longus",
                               "extensor-digitorum-longus",
                               "extensor-carpi-radialis-longus",
                               "extensor-carpi-radialis-brevis",
                               "extensor-carpi-ulnaris",
                               "extensor-digitorum",
                               "brachioradialis",
                               "supinator",
                               "flexor-carpi-radialis",
                               "flexor-carpi-ulnaris",
                               "flexor-digitorum-superficialis",
                               "flexor-digitorum-profundus",
                               "pronator-teres",
                               "adductor-pollicis",
                               "first-dorsal-interosseous-hand"}) {
        INFO(muscle);
        CHECK(shipped().base.pattern(MuscleId{muscle}) != nullptr);
    }
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

TEST_CASE("muscles said to share one pattern refer to the same zones")
{
    // The books number the points of the calf over both of its heads: each head has its own points, and the group's
    // pattern is their sum.
    const std::set<std::string> oneSum{"gastrocnemius"};
    std::map<ReferralGroupId, std::vector<ReferredZone>> groups;
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        if (oneSum.contains(pattern.referralGroup.text())) {
            continue;
        }
        INFO(pattern.id.text());
        const auto zones = referralOf(pattern, Side::right).zones;
        CHECK(groups.try_emplace(pattern.referralGroup, zones).first->second == zones);
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
    CHECK(kindOf("subscapularis", Side::left, "wrist-dorsal", Side::left) == HitKind::essential);
    CHECK(kindOf("gluteus-minimus-anterior", Side::left, "leg-outer", Side::left) == HitKind::essential);
    CHECK(kindOf("brachialis", Side::left, "thumb-base", Side::left) == HitKind::essential);
    CHECK(kindOf("upper-trapezius", Side::left, "temple", Side::left) == HitKind::essential);
    CHECK(kindOf("upper-trapezius", Side::left, "jaw", Side::left) == HitKind::spillover);
}

TEST_CASE("the low outer point of the belly is described on the right only")
{
    CHECK(kindOf("rectus-abdominis", Side::right, "abdomen-lower", Side::right) == HitKind::essential);
    CHECK(kindOf("rectus-abdominis", Side::left, "abdomen-lower", Side::left) == HitKind::spillover);
}
