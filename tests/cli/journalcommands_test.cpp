// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "cli/commandbench.h"

using namespace palpate;
using testing::CommandBench;
using Words = std::vector<std::string>;
namespace fs = std::filesystem;

TEST_CASE("the first word that is no option says whether it is a command")
{
    for (const char *name : {"log", "points", "entries", "check", "backup", "restore", "export", "import",
                             "make-sample", "atlas", "muscle", "zones"}) {
        CHECK(cli::isCommand(Words{name}));
        const auto help = CommandBench{}.runAsIs({name, "--help"});
        CHECK(help.code == cli::done);
        CHECK_THAT(help.out, Catch::Contains(name) && Catch::Contains("4 the journal is open elsewhere"));
    }
    CHECK(cli::isCommand(Words{"--journal", "check.palpate", "points", "--json"}));
    CHECK_FALSE(cli::isCommand(Words{}));
    CHECK_FALSE(cli::isCommand(Words{"--help"}));
    CHECK_FALSE(cli::isCommand(Words{"--journal", "points"}));
    CHECK_FALSE(cli::isCommand(Words{"render", "--view", "points"}));
}

TEST_CASE("wrong words are told, with code 2")
{
    CommandBench bench;
    for (const Words &words : {Words{"points"}, Words{"points", "--jsn"}, Words{"import"}, Words{"dance"}, Words{},
                               Words{"entries", "--json", "--from", "monday"}, Words{"make-sample"},
                               Words{"make-sample", "--years", "0", "--journal", "x"}}) {
        if (words.size() > 1 && words[0] == "entries") {
            (void)bench.open();
        }
        const auto ran = words.size() > 1 ? bench.run(words) : bench.runAsIs(words);
        CHECK(ran.code == cli::wrongUse);
        CHECK(ran.out.empty());
        CHECK_THAT(ran.err, Catch::StartsWith("palpate: ") && Catch::EndsWith("; see palpate --help\n"));
    }
}

TEST_CASE("a command that reads makes no journal")
{
    CommandBench bench;
    for (const Words &words :
         {Words{"points", "--json"}, Words{"entries", "--json"}, Words{"check"}, Words{"export"}, Words{"backup"}}) {
        const auto ran = bench.run(words);
        CHECK(ran.code == cli::failed);
        CHECK_THAT(ran.err, Catch::Contains("There is no journal at"));
        CHECK(fs::is_empty(bench.path("")));
    }
}

TEST_CASE("points and entries are printed as JSON")
{
    CommandBench bench;
    const TriggerPoint point = bench.newPoint();
    {
        Journal journal = bench.open();
        journal.perform(markPoint(point, {bench.newRating(point.id, 7)}));
        journal.perform(add(Note{bench.ids.next<NoteId>(), bench.clock.now(), "slept badly", std::nullopt}));
    }
    const auto points = bench.run({"points", "--json"});
    CHECK(points.code == cli::done);
    CHECK_THAT(points.out, Catch::Contains("\"muscle\":\"infraspinatus\"") &&
                               Catch::Contains("\"latest_soreness\":{") && Catch::Contains("\"level\":7"));
    const auto day = bench.run({"entries", "--json", "--from", "2026-03-02", "--to", "2026-03-02"});
    CHECK_THAT(day.out, Catch::Contains("\"level\":7") && Catch::Contains("slept badly"));
    const auto later = bench.run({"entries", "--json", "--from", "2026-03-03"});
    CHECK_THAT(later.out, Catch::Contains("\"rating\":[]") && Catch::Contains("\"note\":[]"));
}

TEST_CASE("what only reads works while the window is open")
{
    CommandBench bench;
    Journal window = bench.open();
    const TriggerPoint point = bench.newPoint();
    window.perform(markPoint(point));
    CHECK_THAT(bench.run({"points", "--json"}).out, Catch::Contains(point.id.text()));
    CHECK(bench.run({"check"}).out == "ok\n");
    CHECK_THAT(bench.run({"export"}).out, Catch::Contains(point.id.text()));
}

TEST_CASE("a file that is no journal is told, with code 1")
{
    CommandBench bench;
    bench.write(bench.journal(), "just words, and more of them than a header has room for, so that it is looked at\n");
    const auto ran = bench.run({"check"});
    CHECK(ran.code == cli::failed);
    CHECK_THAT(ran.err, Catch::Contains("is not a Palpate journal"));
}

TEST_CASE("the atlas is listed")
{
    const auto ran = CommandBench{}.runAsIs({"atlas", "--json"});
    CHECK(ran.code == cli::done);
    CHECK_THAT(ran.out, Catch::Contains("infraspinatus") && Catch::EndsWith("}\n"));
}
