// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "lookup/atlassurroundings.h"
#include "lookup/cases.h"

using namespace palpate;
using namespace palpate::test;
namespace fs = std::filesystem;

TEST_CASE("what lies beside and under what is as the atlas shows it")
{
    const fs::path root{PALPATE_SOURCE_DIR};
    const std::string expected = surroundingsIn(anatomy::Atlas::load(root / "resources/atlas"), world().base);
    const fs::path file = root / "resources/knowledge/surroundings.json";
    if (std::getenv("PALPATE_WRITE_SURROUNDINGS") != nullptr) {
        std::ofstream{file} << expected;
    }
    std::ifstream stream{file};
    std::ostringstream text;
    text << stream.rdbuf();
    INFO("./dev surroundings writes it anew");
    CHECK(text.str() == expected);
}

TEST_CASE("neighbours are those of a body")
{
    const Surroundings &near = world().surroundings;
    const auto areNear = [&near](const char *one, const char *other) {
        return near.neighbours.at(ZoneId{one}).contains(ZoneId{other}) &&
               near.neighbours.at(ZoneId{other}).contains(ZoneId{one});
    };
    CHECK(areNear("shoulder-front", "shoulder-side"));
    CHECK(areNear("knee-front", "thigh-front-lower"));
    CHECK(areNear("temple", "forehead"));
    CHECK_FALSE(areNear("palm", "thigh-outer"));
    CHECK_FALSE(areNear("forearm-volar", "hip-side"));
    CHECK_FALSE(areNear("arm-inner", "chest-front"));
    CHECK(near.above.at(MuscleId{"infraspinatus"}).contains(ZoneId{"scapula"}));
    CHECK(near.above.at(MuscleId{"gluteus-maximus"}).contains(ZoneId{"buttock-mid"}));
    CHECK(near.unpaired.contains(MuscleId{"sphincter-ani"}));
    CHECK_FALSE(near.unpaired.contains(MuscleId{"infraspinatus"}));
}
