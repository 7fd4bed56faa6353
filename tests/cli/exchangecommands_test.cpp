// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "cli/commandbench.h"

using namespace palpate;
using testing::CommandBench;
namespace fs = std::filesystem;

namespace {

/// A journal with a change, a deletion, parts and notes.
void fill(CommandBench &bench)
{
    Journal journal = bench.open();
    TriggerPoint point = bench.newPoint();
    point.referral = {{0, "back", 20, false, {{900, 13000}, {950, 13100}}}};
    journal.perform(markPoint(point, {bench.newRating(point.id, 7), bench.newRating(point.id, 3)}));
    point.note = "a \"pea\"\nunder the skin, \u00fcber dem Rand";
    journal.perform(change(point));
    const Note gone{bench.ids.next<NoteId>(), bench.clock.now(), "written by mistake", std::nullopt};
    journal.perform(add(gone));
    journal.perform(remove<Note>(gone.id));
}

} // namespace

TEST_CASE("an export imported into an empty journal is exported again to the byte")
{
    CommandBench bench;
    fill(bench);
    const std::string first = bench.run({"export"}).out;
    const std::string file = bench.path("export.json").string();
    CHECK(bench.run({"export", "--out", file}).code == cli::done);
    CHECK(bench.contentsOf(file) == first);
    struct stat status {};
    REQUIRE(stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);

    const std::string other = bench.path("other.palpate").string();
    const auto looked = bench.runAsIs({"import", file, "--journal", other});
    CHECK(looked.code == cli::done);
    CHECK_THAT(looked.out, Catch::Contains("4 of 4 records are new") && Catch::Contains("Nothing was imported yet"));
    CHECK_FALSE(fs::exists(other));

    const auto imported = bench.runAsIs({"import", file, "--yes", "--journal", other});
    CHECK(imported.err.empty());
    CHECK_THAT(imported.out, Catch::Contains("Imported 4 records"));
    CHECK(bench.runAsIs({"export", "--journal", other}).out == first);
    CHECK(bench.runAsIs({"check", "--journal", other}).out == "ok\n");

    CHECK_THAT(bench.runAsIs({"import", file, "--journal", other}).out, Catch::Contains("0 of 4 records are new"));
    CHECK_THAT(bench.runAsIs({"import", file, "--yes", "--journal", other}).out,
               Catch::Contains("All of it is in the journal already"));
}

TEST_CASE("an import keeps the journal as it was as a backup first")
{
    CommandBench bench;
    fill(bench);
    const std::string file = bench.path("export.json").string();
    (void)bench.run({"export", "--out", file});
    const fs::path other = bench.path("other.palpate");
    const TriggerPoint own = bench.newPoint();
    (void)bench.open(other).perform(markPoint(own));
    const auto imported = bench.runAsIs({"import", file, "--yes", "--journal", other.string()});
    REQUIRE(imported.code == cli::done);
    CHECK(bench.open(other).read().openPoints().size() == 2);
    const std::string backup = imported.out.substr(imported.out.find('/'), std::string::npos);
    const Journal before = bench.open(backup.substr(0, backup.size() - 1));
    REQUIRE(before.read().openPoints().size() == 1);
    CHECK(before.read().openPoints().front().point.id == own.id);
}

TEST_CASE("a file that cannot be imported is refused with code 3, and nothing is changed")
{
    CommandBench bench;
    fill(bench);
    const std::string good = bench.run({"export"}).out;
    const auto with = [&good](const std::string &what, const std::string &instead) {
        std::string text = good;
        text.replace(text.find(what), what.size(), instead);
        return text;
    };
    const fs::path other = bench.path("other.palpate");
    (void)bench.open(other);
    const std::string before = bench.runAsIs({"export", "--journal", other.string()}).out;
    for (const std::string &text : {
             std::string{}, std::string(100'000, '['), good.substr(0, good.size() / 2),
             with("\"version\": 2", "\"version\": 3"), with("\"level\":7", "\"level\":11"),
             with("\"side\":\"left\"", "\"side\":\"right\""),                    // does not fit the position
             with("[90,60,1300]", "[9000,60,1300]"),                             // outside the body
             with("\"brush_mm\":20", "\"brush_mm\":0"),                          // outside what the table takes
             with("\"point_id\":\"00000000", "\"point_id\":\"11111111"),         // a rating of no point
             with("\"muscle\":\"infraspinatus\"", "\"muscle\":\"Drop Table!\""), // no name
         }) {
        INFO(text.substr(0, 60));
        const std::string file = bench.path("bad.json").string();
        bench.write(file, text);
        const auto ran = bench.runAsIs({"import", file, "--yes", "--journal", other.string()});
        CHECK(ran.code == cli::refusedInput);
        CHECK_THAT(ran.err, Catch::StartsWith("palpate: ") && Catch::Contains("nothing was imported"));
        CHECK(bench.runAsIs({"export", "--journal", other.string()}).out == before);
    }
    CHECK(bench.run({"import", bench.path("missing.json").string()}).code == cli::failed);
    CHECK(bench.run({"import", bench.path("").string()}).code == cli::failed);
}

TEST_CASE("an export does not write over the journal, nor leave half a file")
{
    CommandBench bench;
    fill(bench);
    const std::string before = bench.run({"export"}).out;
    CHECK(bench.run({"export", "--out", bench.journal().string()}).code == cli::wrongUse);
    CHECK(bench.run({"export", "--out", bench.path("no/such/folder.json").string()}).code == cli::failed);
    CHECK(bench.run({"export", "--out", bench.path("").string()}).code == cli::failed);
    CHECK(bench.run({"export"}).out == before);
}

TEST_CASE("an export that cannot be printed to its end is told")
{
    CommandBench bench;
    fill(bench);
    std::ofstream full{"/dev/full"};
    std::ostringstream err;
    const auto nowhere = [] { return fs::path{}; };
    const auto data = [&bench] { return bench.path("data/journal.palpate"); };
    CHECK(cli::run(std::vector<std::string>{"export", "--journal", bench.journal().string()},
                   {full, err, bench.clock, bench.ids, data, nowhere}) == cli::failed);
    CHECK_THAT(err.str(), Catch::Contains("could not be written"));
}

TEST_CASE("while the window is open nothing is imported, with code 4")
{
    CommandBench bench;
    fill(bench);
    const std::string file = bench.path("export.json").string();
    (void)bench.run({"export", "--out", file});
    const Journal window = bench.open();
    CHECK_THAT(bench.run({"import", file}).out, Catch::Contains("0 of 4 records are new"));
    const auto ran = bench.run({"import", file, "--yes"});
    CHECK(ran.code == cli::openElsewhere);
    CHECK(ran.err == "Palpate is open; the entries were not stored\n");
}
