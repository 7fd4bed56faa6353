// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/assessment.h"

#include <catch2/catch.hpp>

#include "support/fixedclock.h"

using namespace palpate;
using namespace palpate::testing;

namespace {

struct Bench {
    FixedClock clock;
    CountingIds ids;
    std::vector<Measure> measures;

    void measure(const char *what, Side side, double value, MeasureUnit unit = MeasureUnit::degree)
    {
        measures.push_back(
            {ids.next<MeasureId>(), clock.now(), MeasureKind::rangeOfMotion, what, side, value, unit, {}});
        clock.advance(std::chrono::hours{24});
    }
};

} // namespace

TEST_CASE("the first and the last time of one thing are compared, sides and units apart")
{
    Bench bench;
    bench.measure("turning the head", Side::right, 40);
    bench.measure("turning the head", Side::left, 70);
    bench.measure("turning the head", Side::right, 55);
    bench.measure("turning the head", Side::right, 62);
    bench.measure("turning the head", Side::right, 9, MeasureUnit::centimetre);
    const auto compared = comparedMeasures(bench.measures);
    REQUIRE(compared.size() == 3);
    CHECK(compared[0].last.unit == MeasureUnit::centimetre); // measured last
    CHECK(compared[1].first.value == 40);
    CHECK(compared[1].last.value == 62);
    CHECK(compared[1].change() == 22);
    CHECK(compared[1].count == 3);
    CHECK(compared[2].count == 1);
    CHECK(compared[2].change() == 0);
    CHECK(comparedMeasures({}).empty());
}

TEST_CASE("the order in which measures come does not matter")
{
    Bench bench;
    bench.measure("lifting the arm", Side::right, 90);
    bench.measure("lifting the arm", Side::right, 120);
    std::ranges::reverse(bench.measures);
    CHECK(comparedMeasures(bench.measures).front().change() == 30);
}
