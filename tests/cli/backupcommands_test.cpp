// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "cli/commandbench.h"

using namespace palpate;
using namespace std::chrono_literals;
using testing::CommandBench;

TEST_CASE("a backup is made, listed, looked at and restored")
{
    CommandBench bench;
    const TriggerPoint first = bench.newPoint();
    (void)bench.open().perform(markPoint(first, {bench.newRating(first.id, 4)}));
    const auto made = bench.run({"backup"});
    REQUIRE(made.code == cli::done);
    const std::string backup = made.out.substr(0, made.out.size() - 1);
    CHECK_THAT(bench.run({"backup", "--list"}).out, Catch::Contains(backup));

    bench.clock.advance(1h);
    const TriggerPoint second = bench.newPoint();
    (void)bench.open().perform(markPoint(second));

    const auto looked = bench.run({"restore", backup});
    CHECK(looked.code == cli::done);
    CHECK_THAT(looked.out, Catch::Contains("trigger point          1") && Catch::Contains("2026-03-02") &&
                               Catch::Contains("Nothing was restored yet"));
    CHECK(bench.open().read().openPoints().size() == 2);

    // Made on the same day as the backup that restoring makes first: it must not be thinned away under it.
    const auto restored = bench.run({"restore", backup, "--yes"});
    CHECK(restored.err.empty());
    REQUIRE(restored.code == cli::done);
    const auto points = bench.open().read().openPoints();
    REQUIRE(points.size() == 1);
    CHECK(points.front().point.id == first.id);
}

TEST_CASE("while the window is open nothing is backed up or restored, with code 4")
{
    CommandBench bench;
    const Journal window = bench.open();
    const auto backup = bench.run({"backup"});
    CHECK(backup.code == cli::openElsewhere);
    CHECK(backup.err == "Palpate is open; no backup was made\n");

    (void)bench.open(bench.path("other.palpate"));
    const auto restored = bench.run({"restore", bench.path("other.palpate").string(), "--yes"});
    CHECK(restored.code == cli::openElsewhere);
    CHECK(restored.err == "Palpate is open; nothing was restored\n");
}

TEST_CASE("what is no journal is not restored")
{
    CommandBench bench;
    (void)bench.open();
    bench.write(bench.path("text"), std::string(200, 'x'));
    for (const std::string name : {"text", "missing"}) {
        const auto ran = bench.run({"restore", bench.path(name).string(), "--yes"});
        CHECK(ran.code == cli::failed);
        CHECK_THAT(ran.err, Catch::StartsWith("palpate: "));
    }
}
