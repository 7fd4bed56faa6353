// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>

#include "cli/commandbench.h"
#include "cli/reasonwords.h"
#include "referral/loadknowledge.h"

using namespace palpate;
using nlohmann::json;
using testing::CommandBench;
namespace fs = std::filesystem;

namespace {

json lookUp(std::vector<std::string> words)
{
    words.insert(words.begin(), "lookup");
    words.emplace_back("--json");
    const auto ran = CommandBench{}.runAsIs(words);
    INFO(ran.err);
    REQUIRE(ran.code == cli::done);
    CHECK(ran.err.empty());
    return json::parse(ran.out);
}

std::string refused(std::vector<std::string> words)
{
    words.insert(words.begin(), "lookup");
    words.emplace_back("--json");
    const auto ran = CommandBench{}.runAsIs(words);
    CHECK(ran.code == cli::wrongUse);
    CHECK(ran.out.empty());
    return ran.err;
}

} // namespace

TEST_CASE("zones are looked up")
{
    const json answer = lookUp({"--zone", "shoulder-front:right", "--zone", "arm-side:right=0.9"});
    CHECK(answer.at("query").at("zones") == json::parse(R"([{"zone": "shoulder-front", "side": "right", "weight": 1.0},
                                                            {"zone": "arm-side", "side": "right", "weight": 0.9}])"));
    CHECK(answer.at("query").at("unmatched") == json::array());
    CHECK(answer.at("alerts") == json::array());
    const json &first = answer.at("candidates").at(0);
    CHECK(first.at("referral_group") == "infraspinatus");
    CHECK(first.at("muscles") == json({"infraspinatus"}));
    CHECK(first.at("side") == "right");
    CHECK(first.at("tied") == false);
    CHECK(first.at("essential") == json({"shoulder-front", "arm-side"}));
    CHECK(first.at("spillover") == json::array());
    CHECK(first.at("reason").get<std::string>().starts_with("Its pattern has the "));
    for (const char *share : {"score", "explains", "felt"}) {
        CHECK(first.at(share) >= 0);
        CHECK(first.at(share) <= 1);
    }
    CHECK(answer.at("explaining_set") == json({"infraspinatus"}));
    CHECK(answer.at("unexplained") == json::array());
    CHECK(answer.at("candidates").size() <= 25);
}

TEST_CASE("sides are the person's own, and nobody's where nobody said")
{
    const json answer = lookUp({"--zone", "temple", "--zone", "sternum"});
    CHECK(answer.at("query").at("zones").at(0).at("side") == "either");
    CHECK(answer.at("query").at("zones").at(1).at("side") == "midline");
    CHECK(lookUp({"--zone", "heel:left"}).at("candidates").at(0).at("side") == "left");
}

TEST_CASE("words and zones are taken together, and what was not understood is said")
{
    const json answer = lookUp({"--zone", "shoulder-front:left", "--text", "also the outside of the left arm, zxqv"});
    CHECK(answer.at("query").at("zones").size() == 2);
    CHECK(answer.at("query").at("unmatched") == json({"zxqv"}));
    CHECK(answer.at("candidates").at(0).at("referral_group") == "infraspinatus");
}

TEST_CASE("alerts come most urgent first, with reason and advice")
{
    const json answer = lookUp({"--text", "crushing chest pain, sweating and left arm heavy, fever since yesterday"});
    REQUIRE_FALSE(answer.at("alerts").empty());
    static const std::vector<std::string> order{"emergency", "same-day", "doctor", "caution"};
    auto last = order.begin();
    for (const json &alert : answer.at("alerts")) {
        const auto now = std::find(order.begin(), order.end(), alert.at("urgency"));
        REQUIRE(now != order.end());
        CHECK(now >= last);
        last = now;
        CHECK_FALSE(alert.at("reason").get<std::string>().empty());
        CHECK_FALSE(alert.at("advice").get<std::string>().empty());
    }
    CHECK(answer.at("alerts").at(0).at("urgency") == "emergency");
}

TEST_CASE("words of despair get help and no list")
{
    const json answer = lookUp({"--text", "the pain in my neck never stops, I want to die"});
    REQUIRE_FALSE(answer.at("alerts").empty());
    CHECK(answer.at("alerts").at(0).at("kind") == "despair");
    CHECK(answer.at("candidates") == json::array());
}

TEST_CASE("nothing understood is no error and no list")
{
    for (const char *text : {"", "qwertz", "\xd0\xb1\xd0\xbe\xd0\xbb\xd1\x8c", "after tennis"}) {
        CHECK(lookUp({"--text", text}).at("candidates") == json::array());
    }
    CHECK(lookUp({}).at("candidates") == json::array());
    CHECK(lookUp({"--text", std::string(10'000, 'q')}).at("candidates") == json::array());
}

TEST_CASE("a list is as long as wished")
{
    CHECK(lookUp({"--zone", "shoulder-front", "--limit", "3"}).at("candidates").size() == 3);
    CHECK(lookUp({"--zone", "lumbar"}).at("candidates").size() <= 25);
}

TEST_CASE("wrong use of the lookup names what is wrong, and what is near")
{
    CHECK(refused({"--zone", "shoulder-frnt"}).find("shoulder-front") != std::string::npos);
    CHECK(refused({"--zone", "heel:up"}).find("left or right") != std::string::npos);
    CHECK(refused({"--zone", "sternum:left"}).find("no side") != std::string::npos);
    CHECK(refused({"--zone", "heel=2"}).find("weight") != std::string::npos);
    CHECK(refused({"--zone", "heel=0"}).find("weight") != std::string::npos);
    CHECK(refused({"--zone", "heel="}).find("weight") != std::string::npos);
    CHECK_FALSE(refused({"--limit", "0"}).empty());
    const auto ran = CommandBench{}.runAsIs({"lookup", "--text", "heel"});
    CHECK(ran.code == cli::wrongUse);
}

TEST_CASE("a broken file is named, and the rest still answers")
{
    CommandBench bench;
    const fs::path own = bench.path("resources");
    fs::create_directory(own);
    fs::copy(bench.resources / "knowledge", own / "knowledge");
    fs::copy(bench.resources / "schema", own / "schema");
    bench.resources = own;
    std::ofstream{own / "knowledge/naming.json"} << "{";
    const auto ran = bench.runAsIs({"lookup", "--zone", "heel:left", "--json"});
    CHECK(ran.code == cli::failed);
    CHECK(ran.err.find("naming.json") != std::string::npos);
    CHECK_FALSE(json::parse(ran.out).at("candidates").empty());
}

TEST_CASE("what a person painted for points of their own is told as theirs, with how many")
{
    const fs::path resources = fs::path{PALPATE_SOURCE_DIR} / "resources";
    const LoadedKnowledge loaded = loadKnowledge(resources / "knowledge", resources / "schema");
    Candidate candidate{ReferralGroupId{"infraspinatus"}, {}, CandidateSide::right, 1, 1, 1, false, false, {}, {}, {}};
    candidate.reasons.emplace_back(FeltByYou{{ZoneId{"shoulder-front"}}, 2});
    CHECK(cli::reasonWords(loaded.base, candidate) ==
          "You have painted the " + loaded.base.zone(ZoneId{"shoulder-front"})->description + " for 2 of your points.");
}
