// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "cli/commandbench.h"

using namespace palpate;
using testing::CommandBench;

TEST_CASE("a line is stored, and only then printed")
{
    CommandBench bench; // half past nine in the morning
    auto ran = bench.run({"log", "l inf 6 sharp @8:30"});
    CHECK(ran.code == cli::done);
    CHECK(ran.out == "stored: Infraspinatus (left), soreness now 6 of 10, sharp, 2026-03-02 08:30"
                     " (a new point, somewhere here)\n");
    CHECK(bench.run({"log", "inf", "4"}).code == cli::done); // the side of the only point there
    const Journal journal = bench.open();
    const auto points = journal.read().openPoints();
    REQUIRE(points.size() == 1);
    CHECK(points[0].point.side == Side::left);
    CHECK(points[0].point.position.x > 0);
    CHECK(points[0].point.certainty == Certainty::somewhereHere);
    CHECK(points[0].point.kind == PointKind::unsure);
    const auto ratings = journal.read().ratingsOf(points[0].point.id);
    REQUIRE(ratings.size() == 2);
    CHECK(ratings[0].level.value() == 6);
    CHECK(ratings[0].qualities == Flags{Quality::sharp});
    CHECK(ratings[1].at == bench.clock.now());
    CHECK(journal.read().check().empty());
}

TEST_CASE("a time that is still to come was yesterday")
{
    CommandBench bench;
    CHECK_THAT(bench.run({"log", "sleep 7 @22:15"}).out, Catch::Contains("2026-03-01 22:15"));
    CHECK_THAT(bench.run({"log", "sleep 7 @9:30"}).out, Catch::Contains("2026-03-02 09:30"));
}

TEST_CASE("a place of the body becomes a pain entry, on both sides where none was said")
{
    CommandBench bench;
    CHECK(bench.run({"log", "lower back 3"}).code == cli::done);
    CHECK(bench.run({"log", "r lower back 5 stiff"}).code == cli::done);
    const Journal journal = bench.open();
    const auto entries = journal.read().all<PainEntry>();
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].zones ==
          std::vector<ZoneCoverage>{{0, ZoneId{"lumbar"}, Side::left, 1}, {0, ZoneId{"lumbar"}, Side::right, 1}});
    CHECK(entries[1].zones == std::vector<ZoneCoverage>{{0, ZoneId{"lumbar"}, Side::right, 1}});
    CHECK(entries[1].areas == std::vector<PainArea>{{{Quality::stiff}, PainLevel::from(5)}});
}

TEST_CASE("a factor is made once and then used")
{
    CommandBench bench;
    CHECK(bench.run({"log", "desk hours 7.5"}).out == "stored: desk hours 7.5, 2026-03-02 09:30\n");
    CHECK(bench.run({"log", "desk hours 8"}).code == cli::done);
    CHECK(bench.run({"log", "sleep 11"}).code == cli::wrongUse);
    const Journal journal = bench.open();
    CHECK(journal.read().all<Factor>().size() == 1);
    CHECK(journal.read().all<FactorValue>().size() == 2);
    CHECK(journal.read().all<Factor>()[0].scale == Scale::hours);
}

TEST_CASE("a line that cannot be understood stores nothing and says what to write")
{
    CommandBench bench;
    const std::vector<std::pair<std::string, std::string>> lines{{"6", "what it is about"},
                                                                 {"l inf", "no number"},
                                                                 {"l inf 11", "whole number from 0"},
                                                                 {"l inf 4.5", "whole number from 0"},
                                                                 {"inf 4", "say which side"},
                                                                 {"trap 4", "could be"},
                                                                 {"l xyzzy 4", "nothing here is called"},
                                                                 {"l inf 4 @99", "no time of the day"}};
    for (const auto &[line, words] : lines) {
        INFO(line);
        const auto ran = bench.run({"log", line});
        CHECK(ran.code == cli::wrongUse);
        CHECK(ran.out.empty());
        CHECK_THAT(ran.err, Catch::Contains(words));
    }
    CHECK(bench.open().read().contents() == JournalContents{});
}

TEST_CASE("while the window is open nothing is stored, and that is said")
{
    CommandBench bench;
    const Journal window = bench.open();
    const auto ran = bench.run({"log", "l inf 6"});
    CHECK(ran.code == cli::openElsewhere);
    CHECK(ran.out.empty());
    CHECK(ran.err == "Palpate is open; the entry was not stored\n");
    CHECK(window.read().openPoints().empty());
}
