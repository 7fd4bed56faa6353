// SPDX-License-Identifier: GPL-3.0-or-later
#include "folderstate.h"
#include "journalbench.h"
#include "rawdatabase.h"

#include <string>

using namespace palpate;
using namespace palpate::testing;
using Kind = JournalError::Kind;

namespace {

/// Opens what stands in the journal's place, expects it to be refused and checks that nothing at all has changed.
Kind refusedUntouched(const Bench &bench)
{
    const auto before = stateOf(bench.folder.path());
    const Kind kind = refusalOf([&] { (void)bench.open(); });
    CHECK(namesIn(bench.folder.path()) == [&] {
        std::string names;
        for (const auto &[name, state] : before) {
            names += names.empty() ? name : " " + name;
        }
        return names;
    }());
    CHECK((stateOf(bench.folder.path()) == before));
    return kind;
}

void fill(const Bench &bench, int points)
{
    Bench source;
    Journal journal = bench.open();
    for (int count = 0; count < points; ++count) {
        const TriggerPoint point = source.newPoint();
        journal.perform(markPoint(point, {source.newRating(point.id, 4), source.newRating(point.id, 5)}));
    }
}

} // namespace

TEST_CASE("a file of another kind is refused untouched")
{
    Bench bench;
    writeBytes(bench.file, "Dear diary, my shoulder hurts.\n");
    CHECK(refusedUntouched(bench) == Kind::notAJournal);
    writeBytes(bench.file, std::string(5000, 'x'));
    CHECK(refusedUntouched(bench) == Kind::notAJournal);
    writeBytes(bench.file, std::string{"SQLite format 3\0", 16});
    CHECK(refusedUntouched(bench) == Kind::notAJournal);
}

TEST_CASE("another program's database is refused untouched, whatever its journal mode")
{
    const auto *mode = GENERATE("DELETE", "WAL");
    Bench bench;
    {
        RawDatabase raw{bench.file};
        raw.ask(std::string{"PRAGMA journal_mode = "} + mode);
        raw.run("CREATE TABLE note (text TEXT); PRAGMA user_version = 1");
    }
    CHECK(refusedUntouched(bench) == Kind::notAJournal);
}

TEST_CASE("an empty file in the journal's place is a loss to report, not a journal to begin")
{
    Bench bench;
    writeBytes(bench.file, "");
    CHECK(refusedUntouched(bench) == Kind::damaged);
}

TEST_CASE("a journal of a newer version is refused untouched")
{
    Bench bench;
    fill(bench, 1);
    RawDatabase{bench.file}.run("CREATE TABLE future (x); PRAGMA user_version = 4");
    CHECK(refusedUntouched(bench) == Kind::newer);
    RawDatabase{bench.file}.run("PRAGMA user_version = 2147483647");
    CHECK(refusedUntouched(bench) == Kind::newer);
}

TEST_CASE("a newer version that stands only in the log is refused untouched")
{
    Bench bench;
    Bench copy;
    fill(bench, 1);
    {
        RawDatabase raw{bench.file};
        raw.run("PRAGMA user_version = 4");
        std::filesystem::copy_file(bench.file, copy.file);
        std::filesystem::copy_file(bench.file.native() + "-wal", copy.file.native() + "-wal");
    }
    CHECK(refusedUntouched(copy) == Kind::newer);
}

TEST_CASE("a journal without a version is damaged")
{
    Bench bench;
    fill(bench, 1);
    for (const char *version : {"0", "-1"}) {
        RawDatabase{bench.file}.run(std::string{"PRAGMA user_version = "} + version);
        CHECK(refusedUntouched(bench) == Kind::damaged);
    }
}

TEST_CASE("a journal that was cut short is refused untouched")
{
    Bench bench;
    fill(bench, 200);
    const std::string whole = bytesOf(bench.file);
    REQUIRE(whole.size() > 5 * 4096);
    for (const std::size_t size : {std::size_t{100}, std::size_t{101}, std::size_t{4096}, whole.size() / 2,
                                   whole.size() - 4096, whole.size() - 4097}) {
        INFO(size << " of " << whole.size());
        writeBytes(bench.file, whole.substr(0, size));
        CHECK(refusedUntouched(bench) == Kind::damaged);
    }
}

TEST_CASE("tables that are not to the letter ours are refused untouched")
{
    const auto *change = GENERATE(
        "CREATE TRIGGER spy AFTER INSERT ON rating BEGIN DELETE FROM trigger_point; END",
        "CREATE VIEW spy AS SELECT load_extension('x')", "CREATE TABLE spy (x)", "DROP INDEX rating_by_point",
        "DROP TABLE rating", "ALTER TABLE rating ADD COLUMN spy TEXT", "CREATE INDEX spy ON rating (abs(level))",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '10', '11')",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE rating (' WHERE name = "
        "'rating'",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 999 WHERE name = 'rating'");
    Bench bench;
    fill(bench, 1);
    RawDatabase{bench.file}.run(change);
    INFO(change);
    CHECK(refusedUntouched(bench) == Kind::damaged);
}

TEST_CASE("a damaged journal with a log beside it keeps both as they are")
{
    Bench bench;
    Bench copy;
    fill(bench, 1);
    {
        RawDatabase raw{bench.file};
        raw.run("DROP INDEX rating_by_point");
        std::filesystem::copy_file(bench.file, copy.file);
        std::filesystem::copy_file(bench.file.native() + "-wal", copy.file.native() + "-wal");
    }
    CHECK(refusedUntouched(copy) == Kind::damaged);
}

TEST_CASE("whatever byte of the first page is wrong, the journal opens or is refused untouched")
{
    Bench bench;
    fill(bench, 3);
    const std::string whole = bytesOf(bench.file);
    int refused = 0;
    for (std::size_t at = 0; at < 4096; at += at < 130 ? 1 : 61) {
        INFO("byte " << at);
        std::string broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ 0xff);
        writeBytes(bench.file, broken);
        try {
            (void)bench.open().read().openPoints();
        } catch (const JournalError &error) {
            ++refused;
            CHECK((error.kind() == Kind::damaged || error.kind() == Kind::notAJournal || error.kind() == Kind::newer));
            CHECK(bytesOf(bench.file) == broken);
            CHECK(namesIn(bench.folder.path()) == "journal.palpate");
        }
    }
    CHECK(refused > 40);
}

TEST_CASE("damage deeper in the file is found where it is read, and what is whole stays readable")
{
    Bench bench;
    fill(bench, 200);
    std::string bytes = bytesOf(bench.file);
    for (std::size_t page = 1; page < bytes.size() / 4096; ++page) {
        INFO("page " << page);
        std::string broken = bytes;
        broken.replace(page * 4096, 4096, 4096, '\xa5');
        writeBytes(bench.file, broken);
        try {
            const Journal journal = bench.open();
            for (const PointOverview &overview : journal.read().openPoints()) {
                (void)journal.read().ratingsOf(overview.point.id);
            }
        } catch (const JournalError &error) {
            CHECK(error.kind() == Kind::damaged);
        }
    }
}

TEST_CASE("rows that no journal can hold are damage, not values")
{
    const auto *change =
        GENERATE("UPDATE rating SET level = 11", "UPDATE rating SET level = 4294967297",
                 "UPDATE rating SET asked = 'soreness'", "UPDATE rating SET id = x'00' WHERE level = 4",
                 "UPDATE trigger_point SET side = 'right'", "UPDATE trigger_point SET kind = 'odd'",
                 "UPDATE trigger_point SET muscle = 'A B'", "UPDATE trigger_point SET x_mm = 9e999");
    Bench bench;
    fill(bench, 1);
    RawDatabase{bench.file}.run(std::string{"PRAGMA ignore_check_constraints = ON; "} + change);
    INFO(change);
    const Journal journal = bench.open();
    const auto readAll = [&] {
        for (const PointOverview &overview : journal.read().openPoints()) {
            (void)journal.read().ratingsOf(overview.point.id);
        }
        // A rating whose question is unknown answers none, so it shows only when all are read.
        (void)journal.read().ratingsOf(Bench{}.newPoint().id);
    };
    CHECK(refusalOf(readAll) == Kind::damaged);
}
