// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "record/quickline.h"

using namespace palpate;
using Kind = QuickProblem::Kind;

namespace {

const MuscleId infraspinatus{"infraspinatus"};
const MuscleId gemellus{"gemellus-inferior"};
const MuscleId upperTrapezius{"upper-trapezius"};
const MuscleId lowerTrapezius{"lower-trapezius"};
const ZoneId lumbar{"lumbar"};

std::vector<QuickTerm> terms(bool preferLower = false)
{
    return {{"infraspinatus", infraspinatus},
            {"Infraspinatus", infraspinatus},
            {"gemellus inferior", gemellus},
            {"Upper trapezius", upperTrapezius},
            {"Lower trapezius", lowerTrapezius, preferLower},
            {"lower back", lumbar},
            {"sleep", std::string{"sleep"}}};
}

QuickLine lineOf(std::string_view text, bool preferLower = false)
{
    const auto read = readQuickLine(text, terms(preferLower));
    INFO(text);
    REQUIRE(std::holds_alternative<QuickLine>(read));
    return std::get<QuickLine>(read);
}

QuickProblem problemOf(std::string_view text)
{
    const auto read = readQuickLine(text, terms());
    INFO(text);
    REQUIRE(std::holds_alternative<QuickProblem>(read));
    return std::get<QuickProblem>(read);
}

} // namespace

TEST_CASE("a quick line is read whatever the order, the case and the shortening")
{
    const QuickLine expected{infraspinatus, Side::left, 6, {Quality::sharp}, std::chrono::minutes{510}};
    for (const char *text : {"l inf 6 sharp @8:30", "L INF 6 SHARP @08:30", "6 left infraspinatus @8:30 sharp",
                             "sharp, 6/10: inf (l) @8:30"}) {
        CHECK(lineOf(text) == expected);
    }
    CHECK(lineOf("lower back 3") == QuickLine{lumbar, std::nullopt, 3});
    CHECK(lineOf("sleep 2.5") == QuickLine{std::string{"sleep"}, std::nullopt, 2.5});
    CHECK(lineOf("r upper trap 5 ache stiff").qualities == Flags{Quality::aching, Quality::stiff});
    CHECK(lineOf("gem inf 0 rt @20") == QuickLine{gemellus, Side::right, 0, {}, std::chrono::hours{20}});
}

TEST_CASE("where words do not decide, the person's own points do; where they do, they win")
{
    CHECK(problemOf("trap 4").kind == Kind::ambiguous);
    CHECK(problemOf("trap 4").candidates == std::vector<std::string>{"Upper trapezius", "Lower trapezius"});
    CHECK(lineOf("trap 4", true).meaning == QuickMeaning{lowerTrapezius});
    CHECK(lineOf("lower back 4", true).meaning == QuickMeaning{lumbar});
    // The first word of a name counts more than a later one.
    CHECK(lineOf("inf 4").meaning == QuickMeaning{infraspinatus});
}

TEST_CASE("a line that says too little, too much or nothing known says why")
{
    CHECK(problemOf("").kind == Kind::noWords);
    CHECK(problemOf("l 6").kind == Kind::noWords);
    CHECK(problemOf("l inf").kind == Kind::noNumber);
    CHECK(problemOf("l r inf 6") == QuickProblem{Kind::twice, "r"});
    CHECK(problemOf("inf 6 7") == QuickProblem{Kind::twice, "7"});
    CHECK(problemOf("inf 6 @8:30 @9:00") == QuickProblem{Kind::twice, "@9:00"});
    for (const char *time : {"@24:00", "@8:60", "@8:3", "@", "@noon", "@-1:00", "@8:30:00"}) {
        CHECK(problemOf(std::string{"inf 6 "} + time).kind == Kind::badTime);
    }
    CHECK(problemOf("elbow 6") == QuickProblem{Kind::unknown, "elbow"});
}
