// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "cli/commandbench.h"

using namespace palpate;
using testing::CommandBench;

namespace {

testing::Ran makeSample(CommandBench &bench, const std::string &name, const std::string &seed)
{
    return bench.runAsIs({"make-sample", "--years", "1", "--per-day", "15", "--points", "30", "--seed", seed, "--until",
                          "2026-02-28", "--journal", bench.path(name).string()});
}

} // namespace

TEST_CASE("sample data is the same for the same seed, whole and sound")
{
    CommandBench bench;
    REQUIRE(makeSample(bench, "one", "7").code == cli::done);
    CommandBench another;
    REQUIRE(makeSample(another, "two", "7").code == cli::done);
    REQUIRE(makeSample(another, "three", "8").code == cli::done);
    const auto exportOf = [](CommandBench &where, const std::string &name) {
        return where.runAsIs({"export", "--journal", where.path(name).string()}).out;
    };
    const std::string one = exportOf(bench, "one");
    CHECK(one == exportOf(another, "two"));
    CHECK(one != exportOf(another, "three"));
    CHECK(bench.runAsIs({"check", "--journal", bench.path("one").string()}).out == "ok\n");
    for (const auto &entry : std::filesystem::directory_iterator{bench.path("")}) {
        const std::string name = entry.path().filename(); // a new journal has no older self to back up
        CHECK((name == "one" || name == "data"));
    }

    const Journal journal = bench.open(bench.path("one"));
    std::int64_t all = 0;
    for (const auto &[table, count] : journal.read().counts()) {
        INFO(table);
        CHECK(count > 0);
        all += count;
    }
    CHECK(all > 4000);
    CHECK(all < 6500);
    CHECK(journal.read().all<TriggerPoint>().size() == 30);
    CHECK(journal.read().lastRatedDay() <= LocalDay{std::chrono::year{2026} / 2 / 28});

    const std::string file = bench.path("export.json").string();
    bench.write(file, one);
    CHECK(bench.runAsIs({"import", file, "--yes", "--journal", bench.path("again").string()}).code == cli::done);
    CHECK(exportOf(bench, "again") == one);
}

TEST_CASE("sample data is never written over a file, and never about days to come")
{
    CommandBench bench;
    bench.write(bench.path("taken"), "mine");
    CHECK(makeSample(bench, "taken", "1").code == cli::failed);
    CHECK(bench.contentsOf(bench.path("taken")) == "mine");
    CHECK(bench.run({"make-sample", "--until", "2026-03-03"}).code == cli::wrongUse);

    // Until now, on a morning: nothing of the evening is there yet.
    REQUIRE(bench.run({"make-sample"}).code == cli::done);
    for (const Rating &rating : bench.open().read().all<Rating>()) {
        REQUIRE(rating.at.utc <= bench.clock.now().utc);
    }
}
