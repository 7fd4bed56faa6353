// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/series.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "insight/aftertreatment.h"
#include "insight/pointbench.h"

using namespace palpate;
using namespace palpate::testing;

namespace {

LocalDay day(int number) { return PointBench::day(number); }

DayMedian median(int number, int count, double value, int lowest, int highest)
{
    return {day(number), count, value, *PainLevel::from(lowest), *PainLevel::from(highest)};
}

} // namespace

TEST_CASE("ranges page without leaving a day out, and not into the future")
{
    const DateRange range = rangeUpTo(day(0), RangeLength::threeMonths, day(-1000));
    CHECK(range == DateRange{day(-90), day(0)});
    CHECK(range.length() == std::chrono::days{91});
    CHECK(earlier(range) == DateRange{day(-181), day(-91)});
    CHECK(later(earlier(range), day(0)) == range);
    CHECK(later(range, day(0)) == range);
    CHECK(later({day(-100), day(-10)}, day(0)) == DateRange{day(-90), day(0)});
    CHECK(rangeUpTo(day(0), RangeLength::all, day(-1000)) == DateRange{day(-1000), day(0)});
    CHECK(rangeUpTo(day(0), RangeLength::all, day(5)) == DateRange{day(0), day(0)});
}

TEST_CASE("a line reaches over one missing day and no more")
{
    const std::vector days{day(0), day(0), day(1), day(3), day(6), day(7)};
    CHECK(runsOf(days) == std::vector<Run>{{0, 4}, {4, 6}});
    CHECK(runsOf({}).empty());
    CHECK(runsOf(std::vector{day(4)}) == std::vector<Run>{{0, 1}});
}

TEST_CASE("a day's median leaves out what was carried over and counts the zero of \"nothing today\"")
{
    PointBench bench;
    const TriggerPoint point = bench.point(0);
    Rating carried = bench.rating(point, 0, 10, 20);
    carried.carriedOver = true;
    const std::vector ratings{
        bench.rating(point, 0, 5, 8), bench.rating(point, 0, 2, 12), carried,
        bench.rating(point, 1, 1, 8), bench.rating(point, 1, 3, 9),  bench.rating(point, 1, 9, 10)};
    const std::vector checkIns{bench.nothing(2)};
    const std::vector<DayMedian> days = dayMedians(readingsOf(point, ratings, checkIns));
    CHECK(days == std::vector{median(0, 2, 3.5, 2, 5), median(1, 3, 3, 1, 9), median(2, 1, 0, 0, 0)});
    CHECK(medianOf(days) == 3.0);
    CHECK(medianOf({}) == std::nullopt);
    CHECK(dayMedians(readingsOf(point, std::vector{carried}, {})).empty());
}

TEST_CASE("ten years of days become at most four values a column, with every peak")
{
    std::vector<LineValue> values;
    for (int at = 0; at < 3650; ++at) {
        values.push_back({double(at), at == 1234 ? 10.0 : 3 + 2 * std::sin(at * 0.7)});
    }
    const std::vector<LineValue> few = thinned(values, 0, 3650, 100);
    CHECK(few.size() <= 400);
    CHECK(few.size() >= 200);
    CHECK(std::ranges::is_sorted(few, {}, &LineValue::at));
    CHECK(std::ranges::find(few, LineValue{1234, 10}) != few.end());
    CHECK(few.front() == values.front());
    CHECK(few.back() == values.back());
    CHECK(std::ranges::all_of(
        few, [&](const LineValue &value) { return values[static_cast<std::size_t>(value.at)] == value; }));
    CHECK(thinned(std::span{values}.first(3), 0, 3650, 3650) ==
          std::vector<LineValue>(values.begin(), values.begin() + 3));
}

TEST_CASE("days tell which of them only \"nothing today\" speaks of; other questions have no zeros")
{
    PointBench bench;
    const TempDir folder;
    const FixedClock clock;
    Journal journal = Journal::open(folder.path() / "journal.palpate", {clock, DeviceId{{1}}});
    const TriggerPoint point = bench.point(0);
    Rating pressed = bench.rating(point, 1, 8);
    pressed.asked = Asked::tendernessPressed;
    (void)journal.perform(add(point));
    (void)journal.perform(add(bench.rating(point, 0, 6), pressed, bench.rating(point, 3, 2)));
    (void)journal.perform(add(bench.nothing(2), bench.nothing(3)));
    const DateRange range{day(0), day(5)};
    const auto now = daySummaries(journal.read(), Asked::sorenessNow, range);
    REQUIRE(now.size() == 3);
    CHECK_FALSE(now[0].onlyNothing);
    CHECK(now[1].levels.day == day(2));
    CHECK(now[1].onlyNothing);
    CHECK(now[2].levels.worst.value() == 2);
    CHECK_FALSE(now[2].onlyNothing);
    const auto tender = daySummaries(journal.read(), Asked::tendernessPressed, range);
    REQUIRE(tender.size() == 1);
    CHECK(tender.front().levels.worst.value() == 8);
    CHECK(journal.read().firstRatedDay(Asked::sorenessNow) == day(0));
    CHECK(journal.read().firstRatedDay(Asked::tendernessPressed) == day(1));
    CHECK(journal.read().firstRatedDay(Asked::averageOfDay) == std::nullopt);
}

TEST_CASE("what follows a treatment lasts 72 hours, and is told for the points that were treated")
{
    PointBench bench;
    const TriggerPoint point = bench.point(0);
    Treatment treatment{bench.ids.next<TreatmentId>(), bench.moment(4, 14), TreatmentKind::massage, {}, {}, {}};
    const TimeSpan window = windowAfter(treatment);
    CHECK(window.contains(bench.moment(4, 14)));
    CHECK(window.contains(bench.moment(7, 13)));
    CHECK_FALSE(window.contains(bench.moment(7, 14)));
    CHECK_FALSE(window.contains(bench.moment(4, 13)));

    CHECK(concerns(treatment, point));
    treatment.places = {{point.muscle, Side::right, std::nullopt}};
    CHECK_FALSE(concerns(treatment, point));
    treatment.places = {{point.muscle, point.side, std::nullopt}};
    CHECK(concerns(treatment, point));
    treatment.places = {{point.muscle, point.side, bench.ids.next<PointId>()}};
    CHECK_FALSE(concerns(treatment, point));
    treatment.places = {{point.muscle, point.side, point.id}};
    CHECK(concerns(treatment, point));
}
