// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checkinorder.h"

#include "insight/pointbench.h"

using namespace palpate;
using namespace palpate::testing;

TEST_CASE("a check-in asks first what has no answer today, then for the sorest")
{
    PointBench bench;
    const TriggerPoint calm = bench.point(0);
    const TriggerPoint sore = bench.point(0);
    const TriggerPoint answered = bench.point(0);
    const TriggerPoint carried = bench.point(0);
    const TriggerPoint fresh = bench.point(0);
    Rating same = bench.rating(carried, 5, 4);
    same.carriedOver = true;
    const std::vector<PointOverview> points{{calm, bench.rating(calm, 4, 1)},
                                            {sore, bench.rating(sore, 4, 7)},
                                            {answered, bench.rating(answered, 5, 9)},
                                            {carried, same},
                                            {fresh, std::nullopt}};
    std::vector<PointId> order;
    for (const PointOverview &point : inOrderOfCheckIn(points, bench.day(5), false)) {
        order.push_back(point.point.id);
    }
    CHECK(order == std::vector{sore.id, carried.id, calm.id, fresh.id, answered.id});
    CHECK(inOrderOfCheckIn(points, bench.day(5), true).front().point.id == answered.id);
}

TEST_CASE("pinned factors are asked, three at most, and the usual ones where there is room")
{
    CountingIds ids;
    CHECK(askedFactors({}).size() == 3);
    CHECK(askedFactors({}).back() == AskedFactor{std::nullopt, "painkillers", Scale::count});
    const Factor desk{ids.next<FactorId>(), "desk hours", Scale::hours, true};
    const Factor sleep{ids.next<FactorId>(), "Sleep", Scale::hours, false}; // the person wants it out of the way
    const std::vector asked = askedFactors(std::vector{desk, sleep});
    REQUIRE(asked.size() == 3);
    CHECK(asked[0] == AskedFactor{desk.id, "desk hours", Scale::hours});
    CHECK(asked[1].name == "stress");
    std::vector<Factor> many(5, desk);
    CHECK(askedFactors(many).size() == 3);
}
