// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "core/id.h"
#include "core/idsource.h"
#include "core/instant.h"
#include "core/painlevel.h"
#include "core/pointmm.h"
#include "core/side.h"
#include "support/fixedclock.h"

using namespace palpate;

TEST_CASE("a pain level is a whole number from 0 to 10 and nothing else")
{
    for (int value = 0; value <= 10; ++value) {
        REQUIRE(PainLevel::from(value));
        CHECK(PainLevel::from(value)->value() == value);
    }
    CHECK_FALSE(PainLevel::from(-1));
    CHECK_FALSE(PainLevel::from(11));
    CHECK(*PainLevel::from(3) < *PainLevel::from(7));
}

TEST_CASE("left and right swap in the mirror, the midline stays")
{
    CHECK(mirrored(Side::left) == Side::right);
    CHECK(mirrored(Side::right) == Side::left);
    CHECK(mirrored(Side::midline) == Side::midline);
    CHECK(mirrored(PointMm{-40, 5, 900}) == PointMm{40, 5, 900});
}

TEST_CASE("a side's word in files reads back as the same side")
{
    for (const Side side : {Side::left, Side::right, Side::midline}) {
        CHECK(fromKey<Side>(toKey(side)) == side);
    }
    CHECK_FALSE(fromKey<Side>("Left"));
    CHECK_FALSE(fromKey<Side>(""));
}

TEST_CASE("a name id takes the words of the knowledge base and refuses others")
{
    CHECK(MuscleId::parse("upper-trapezius")->text() == "upper-trapezius");
    CHECK_FALSE(MuscleId::parse(""));
    CHECK_FALSE(MuscleId::parse("Upper trapezius"));
    CHECK_THROWS_AS(MuscleId{"a/b"}, std::invalid_argument);
}

TEST_CASE("a row id reads back from its text in either case")
{
    const auto id = PointId::parse("0191F3A0-1234-7ABC-8DEF-0123456789ab");
    REQUIRE(id);
    CHECK(id->text() == "0191f3a0-1234-7abc-8def-0123456789ab");
    CHECK(PointId::parse(id->text()) == id);
    CHECK_FALSE(PointId::parse("0191f3a0-1234-7abc-8def-0123456789a"));
    CHECK_FALSE(PointId::parse("0191f3a0x1234-7abc-8def-0123456789ab"));
    CHECK_FALSE(PointId::parse("0191f3a0-1234-7abc-8def-0123456789ag"));
}

TEST_CASE("new ids are version 7, carry the clock's milliseconds and differ")
{
    const testing::FixedClock clock;
    Uuid7Source source{clock};
    const auto first = source.next<PointId>();
    const auto second = source.next<PointId>();
    CHECK(first != second);
    CHECK((first.bytes()[6] >> 4) == 7);
    CHECK((first.bytes()[8] >> 6) == 2);
    std::uint64_t milliseconds = 0;
    for (std::size_t at = 0; at < 6; ++at) {
        milliseconds = milliseconds << 8U | first.bytes()[at];
    }
    CHECK(milliseconds == static_cast<std::uint64_t>(clock.now().utc.time_since_epoch().count()));
}

TEST_CASE("ids of one millisecond are in the order of their making, and stay version 7")
{
    const testing::FixedClock clock;
    Uuid7Source source{clock};
    auto last = source.next<PointId>();
    for (int count = 0; count < 70000; ++count) { // past two bytes' worth
        const auto next = source.next<PointId>();
        REQUIRE(last.bytes() < next.bytes());
        REQUIRE((next.bytes()[6] >> 4) == 7);
        REQUIRE((next.bytes()[8] >> 6) == 2);
        last = next;
    }
}

TEST_CASE("the local time of an instant follows from its own offset")
{
    using namespace std::chrono;
    const Instant late{sys_days{year{2026} / 3 / 1} + hours{23} + minutes{30}, minutes{60}};
    CHECK(floor<days>(late.local()) == local_days{year{2026} / 3 / 2});
}
