// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/pointlife.h"

#include "insight/pointbench.h"

using namespace palpate;
using namespace palpate::testing;

namespace {

/// One reading a day from day 0 on.
std::vector<Reading> daily(std::initializer_list<int> levels)
{
    std::vector<Reading> readings;
    int day = 0;
    for (const int level : levels) {
        readings.push_back({PointBench::moment(day++), *PainLevel::from(level)});
    }
    return readings;
}

} // namespace

TEST_CASE("14 days without soreness suggest that a point is quiet, 13 do not")
{
    PointBench bench;
    const TriggerPoint point = bench.point(0);
    const std::vector<Reading> readings = daily({5, 0, 0, 0});
    CHECK(suggestionFor(point, readings, bench.day(15)) == LifeSuggestion::quiet);
    CHECK_FALSE(suggestionFor(point, readings, bench.day(14)));
    CHECK_FALSE(suggestionFor(point, daily({5, 0, 0, 1}), bench.day(30)));
    CHECK_FALSE(suggestionFor(point, daily({5, 0}), bench.day(30))); // one zero alone says little
    CHECK_FALSE(suggestionFor(point, {}, bench.day(30)));
}

TEST_CASE("values carried over suggest nothing")
{
    PointBench bench;
    std::vector<Reading> readings = daily({5, 0, 0, 0});
    readings[2].origin = readings[3].origin = Origin::carriedOver;
    CHECK_FALSE(suggestionFor(bench.point(0), readings, bench.day(40)));
    TriggerPoint quiet = bench.point(0);
    quiet = withSuggestion(quiet, LifeSuggestion::quiet, bench.moment(1, 8));
    CHECK_FALSE(suggestionFor(quiet, std::vector{Reading{bench.moment(2), *PainLevel::from(5), Origin::carriedOver}},
                              bench.day(2)));
}

TEST_CASE("a quiet point that is sore again has returned, and returns are counted")
{
    PointBench bench;
    TriggerPoint point = bench.point(0);
    CHECK(timesReturned(point) == 0);
    point = withSuggestion(point, LifeSuggestion::quiet, bench.moment(20));
    CHECK(point.quiet);
    CHECK_FALSE(suggestionFor(point, daily({5, 4}), bench.day(21))); // sore before it was quiet
    const Reading sore{bench.moment(25), *PainLevel::from(3)};
    CHECK(suggestionFor(point, std::vector{sore}, bench.day(25)) == LifeSuggestion::returned);
    point = withSuggestion(point, LifeSuggestion::returned, bench.moment(25));
    CHECK_FALSE(point.quiet);
    CHECK(timesReturned(point) == 1);
    point = withSuggestion(point, LifeSuggestion::quiet, bench.moment(60));
    point = withKind(point, PointKind::active, bench.moment(70));
    CHECK(timesReturned(point) == 2);
}
