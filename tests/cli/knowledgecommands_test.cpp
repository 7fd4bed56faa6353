// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/commandbench.h"

using namespace palpate;
using nlohmann::json;
using testing::CommandBench;
namespace fs = std::filesystem;

namespace {

/// A bench whose knowledge may be broken.
void useCopy(CommandBench &bench)
{
    const fs::path own = bench.path("resources");
    fs::create_directory(own);
    fs::copy(bench.resources / "knowledge", own / "knowledge");
    fs::copy(bench.resources / "schema", own / "schema");
    bench.resources = own;
}

} // namespace

TEST_CASE("a muscle is printed as one JSON object")
{
    const auto ran = CommandBench{}.runAsIs({"muscle", "infraspinatus", "--json"});
    CHECK(ran.code == cli::done);
    CHECK(ran.err.empty());
    const json muscle = json::parse(ran.out);
    CHECK(muscle.size() == 6);
    CHECK(muscle.at("id") == "infraspinatus");
    CHECK(muscle.at("referral_group") == "infraspinatus");
    CHECK(muscle.at("names").at("common") == "Infraspinatus");
    CHECK(muscle.at("names").at("latin") == "M. infraspinatus");
    CHECK(muscle.at("names").at("people").is_array());
    CHECK(muscle.at("pattern") == "published");
    REQUIRE(muscle.at("trigger_points").size() == 3);
    const json &site = muscle.at("trigger_points").at(0);
    CHECK(site.size() == 5);
    CHECK(site.at("id") == "infraspinatus-1");
    CHECK(site.at("name").is_string());
    CHECK(site.at("sides") == "both");
    CHECK(site.at("essential") == json({"shoulder-front", "arm-front", "arm-side"}));
    CHECK(site.at("spillover").at(0).is_string());
    CHECK(muscle.at("sources").at(0).at("id") == "travell-simons-v1-ch22");
}

TEST_CASE("a zone felt on both sides is named once, and one-sided sites say so")
{
    const json neck = json::parse(CommandBench{}.runAsIs({"muscle", "scm-clavicular", "--json"}).out);
    CHECK(neck.at("trigger_points").at(1).at("essential") == json({"forehead"}));
    const json belly = json::parse(CommandBench{}.runAsIs({"muscle", "rectus-abdominis", "--json"}).out);
    CHECK(belly.at("trigger_points").at(2).at("sides") == "right");
}

TEST_CASE("an unknown muscle is wrong use, and the nearest ids are named")
{
    for (const char *typed : {"infraspinatis", "Infraspinatus"}) {
        const auto ran = CommandBench{}.runAsIs({"muscle", typed, "--json"});
        CHECK(ran.code == cli::wrongUse);
        CHECK(ran.out.empty());
        CHECK_THAT(ran.err, Catch::Contains(typed) && Catch::Contains("infraspinatus, supraspinatus"));
    }
    CHECK(CommandBench{}.runAsIs({"muscle", "--json"}).code == cli::wrongUse);
    CHECK(CommandBench{}.runAsIs({"muscle", "infraspinatus"}).code == cli::wrongUse);
}

TEST_CASE("all zones are printed as a JSON list")
{
    const auto ran = CommandBench{}.runAsIs({"zones", "--json"});
    CHECK(ran.code == cli::done);
    CHECK(ran.err.empty());
    const json zones = json::parse(ran.out);
    REQUIRE(zones.size() == 125);
    const auto axilla = std::ranges::find_if(zones, [](const json &zone) { return zone.at("zone") == "axilla"; });
    REQUIRE(axilla != zones.end());
    CHECK(axilla->size() == 5);
    CHECK(axilla->at("description").is_string());
    CHECK(axilla->at("view") == "front");
    CHECK(axilla->at("laterality") == "paired");
    CHECK_FALSE(axilla->at("words").empty());
}

TEST_CASE("a broken knowledge file is told with its place, and the rest is still printed")
{
    CommandBench bench;
    useCopy(bench);
    bench.write(bench.resources / "knowledge" / "patterns-arm.json", R"({"format": 2, "muscles": "all"})");
    const auto whole = bench.runAsIs({"muscle", "infraspinatus", "--json"});
    CHECK(whole.code == cli::failed);
    CHECK_THAT(whole.err, Catch::Contains("patterns-arm.json"));
    CHECK(json::parse(whole.out).at("id") == "infraspinatus");

    const auto lost = bench.runAsIs({"muscle", "biceps-brachii", "--json"});
    CHECK(lost.code == cli::failed);
    CHECK(lost.out.empty());
    CHECK_THAT(lost.err, Catch::Contains("patterns-arm.json") && Catch::Contains("biceps-brachii"));

    bench.write(bench.resources / "knowledge" / "zones.json", "{");
    const auto zones = bench.runAsIs({"zones", "--json"});
    CHECK(zones.code == cli::failed);
    CHECK(json::parse(zones.out).empty());
    CHECK_THAT(zones.err, Catch::Contains("zones.json:1"));
}
