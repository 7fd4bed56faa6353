// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/soreness.h"

#include "insight/pointbench.h"

using namespace palpate;
using namespace palpate::testing;

namespace {

DayLevels levels(int day, int count, double mean, int worst)
{
    return {PointBench::day(day), count, mean, *PainLevel::from(worst)};
}

} // namespace

TEST_CASE("\"nothing today\" is a zero for each point that has no number of its own that day")
{
    PointBench bench;
    const TriggerPoint point = bench.point(0);
    const std::vector ratings{bench.rating(point, 0, 4), bench.rating(point, 2, 1)};
    const std::vector checkIns{bench.nothing(1), bench.nothing(1, 22), bench.nothing(2)};
    const std::vector<Reading> readings = readingsOf(point, ratings, checkIns);
    REQUIRE(readings.size() == 3);
    CHECK(readings[0] == Reading{ratings[0].at, ratings[0].level, Origin::given, ratings[0].id});
    CHECK(readings[1] == Reading{bench.moment(1, 20), *PainLevel::from(0), Origin::nothingToday, std::nullopt});
    CHECK(readings[2].level.value() == 1);
}

TEST_CASE("values carried over are told apart")
{
    PointBench bench;
    const TriggerPoint point = bench.point(0);
    Rating same = bench.rating(point, 1, 4);
    same.carriedOver = true;
    CHECK(readingsOf(point, std::vector{same}, {}).front().origin == Origin::carriedOver);
}

TEST_CASE("a point is looked after from the day of its mark, but not while it is quiet")
{
    PointBench bench;
    TriggerPoint point = bench.point(3);
    point.life = {{bench.moment(5), LifeStage::quiet}, {bench.moment(8, 8), LifeStage::returned}};
    CHECK_FALSE(isOpenOn(point, bench.day(2)));
    CHECK(isOpenOn(point, bench.day(3)));
    CHECK_FALSE(isOpenOn(point, bench.day(5)));
    CHECK_FALSE(isOpenOn(point, bench.day(7)));
    CHECK(isOpenOn(point, bench.day(8)));
    const std::vector checkIns{bench.nothing(1), bench.nothing(6)};
    CHECK(readingsOf(point, {}, checkIns).empty());
}

TEST_CASE("a journal tells days and readings with the zeros of \"nothing today\" in them")
{
    PointBench bench;
    TempDir folder;
    const FixedClock clock;
    Journal journal = Journal::open(folder.path() / "journal.palpate", {clock, DeviceId{{1}}});
    const TriggerPoint first = bench.point(0);
    const TriggerPoint second = bench.point(1);
    Rating carried = bench.rating(second, 1, 9);
    carried.carriedOver = true;
    (void)journal.perform(add(first, second));
    (void)journal.perform(
        add(bench.rating(first, 0, 6), bench.rating(first, 1, 4), carried, bench.rating(first, 3, 2)));
    (void)journal.perform(add(bench.nothing(2), bench.nothing(3)));

    CHECK(sorenessByDay(journal.read(), bench.day(0), bench.day(5)) ==
          std::vector{levels(0, 1, 6, 6), levels(1, 1, 4, 4), levels(2, 2, 0, 0), levels(3, 2, 1, 2)});
    CHECK(readings(journal.read(), second, Asked::sorenessNow, bench.day(0), bench.day(5)).size() == 3);
    CHECK(readings(journal.read(), second, Asked::tendernessPressed, bench.day(0), bench.day(5)).empty());
    CHECK(sorenessByDay(journal.read(), bench.day(4), bench.day(5)).empty());
}
