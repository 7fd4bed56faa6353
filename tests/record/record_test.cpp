// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <limits>
#include <set>
#include <string>

#include "record/asked.h"
#include "record/pointkind.h"
#include "record/triggerpoint.h"

using namespace palpate;

TEST_CASE("a point's kind reads back from its word in files")
{
    for (const PointKind kind : {PointKind::active, PointKind::latent, PointKind::unsure}) {
        CHECK(fromKey<PointKind>(toKey(kind)) == kind);
    }
    CHECK(toKey(PointKind::active) == "active");
    CHECK_FALSE(fromKey<PointKind>("Active"));
    CHECK_FALSE(fromKey<PointKind>(""));
}

TEST_CASE("a question reads back from its word in files, and no two share a word")
{
    std::set<std::string> words;
    for (const Asked asked :
         {Asked::sorenessNow, Asked::tendernessPressed, Asked::worstSinceLastEntry, Asked::averageOfDay}) {
        CHECK(fromKey<Asked>(toKey(asked)) == asked);
        words.emplace(toKey(asked));
    }
    CHECK(words.size() == 4);
    CHECK_FALSE(fromKey<Asked>("soreness"));
}

TEST_CASE("left is where x is above zero, right where it is below, the midline anywhere")
{
    CHECK(fits(Side::left, {0.1, 0, 0}));
    CHECK(fits(Side::right, {-0.1, 0, 0}));
    CHECK_FALSE(fits(Side::left, {-0.1, 0, 0}));
    CHECK_FALSE(fits(Side::right, {0.1, 0, 0}));
    CHECK_FALSE(fits(Side::left, {0, 0, 0}));
    CHECK_FALSE(fits(Side::right, {-0.0, 0, 0}));
    for (const double x : {-3.0, 0.0, 3.0}) {
        CHECK(fits(Side::midline, {x, 0, 0}));
    }
}

TEST_CASE("a side fits in the mirror where it fits here")
{
    for (const Side side : {Side::left, Side::right, Side::midline}) {
        for (const double x : {-200.0, -0.5, 0.0, 0.5, 200.0}) {
            const PointMm position{x, -40, 1300};
            CHECK(fits(side, position) == fits(mirrored(side), mirrored(position)));
        }
    }
}

TEST_CASE("no point stands off the body")
{
    const double infinite = std::numeric_limits<double>::infinity();
    const double notANumber = std::numeric_limits<double>::quiet_NaN();
    for (const double odd : {infinite, -infinite, notANumber, bodyReachMm * 1.01, -bodyReachMm * 1.01}) {
        CHECK_FALSE(fits(Side::midline, {odd, 0, 0}));
        CHECK_FALSE(fits(Side::midline, {0, odd, 0}));
        CHECK_FALSE(fits(Side::midline, {0, 0, odd}));
        CHECK_FALSE(fits(Side::left, {odd, 0, 0}));
    }
    CHECK(fits(Side::left, {bodyReachMm, -bodyReachMm, bodyReachMm}));
}
