// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a record: backups, restoring, erasing for good, reading beside an open window, older files.
#include "faultydisk.h"
#include "folderstate.h"
#include "journalbench.h"
#include "rawdatabase.h"

#include <atomic>
#include <fstream>
#include <set>
#include <thread>

#include "journal/backups.h"
#include "journal/journallock.h"

using namespace palpate;
using namespace palpate::testing;
using Kind = JournalError::Kind;

namespace {

Snapshot filled(Bench &bench, int level)
{
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    journal.perform(markPoint(point, {bench.newRating(point.id, level)}));
    return snapshotOf(journal);
}

bool isInAnyFile(const std::filesystem::path &folder, const std::string &words)
{
    for (const auto &entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file() && bytesOf(entry.path()).find(words) != std::string::npos) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("the journal of the first release opens with everything in it, and a copy of it is kept")
{
    Bench bench;
    std::filesystem::copy_file(std::filesystem::path{PALPATE_TEST_DATA} / "journal-v1.palpate", bench.file);
    std::filesystem::permissions(bench.file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    Journal journal = bench.open();
    const auto points = journal.read().openPoints();
    REQUIRE(points.size() == 3);
    CHECK(points[0].point.muscle == MuscleId{"infraspinatus"});
    CHECK(points[0].point.side == Side::right);
    CHECK(points[0].point.position == PointMm{-71.25, 88.1, 1342.7});
    CHECK(points[1].point.kind == PointKind::latent);
    CHECK(points[2].point.side == Side::midline);
    for (const PointOverview &overview : points) {
        const auto ratings = journal.read().ratingsOf(overview.point.id);
        REQUIRE(ratings.size() == 4);
        CHECK(ratings[3].asked == Asked::averageOfDay);
        CHECK(ratings[3].level.value() == 9);
        CHECK_FALSE(ratings[3].carriedOver);
    }
    CHECK(journal.read().check().empty());
    RawDatabase kept{bench.file.native() + ".v1-backup"};
    CHECK(kept.ask("PRAGMA user_version") == "1");
    CHECK(kept.ask("SELECT count(*) FROM rating") == "12");
    TriggerPoint point = points[0].point;
    point.note = "written by version 2";
    journal.perform(change(point));
    CHECK(journal.read().historyOf(AnyId{point.id.bytes()}).size() == 1);
}

TEST_CASE("seven days, four weeks and twelve months of backups are kept")
{
    std::vector<Instant> made;
    for (int day = 0; day < 800; ++day) {
        const Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} - std::chrono::days{day} +
                               std::chrono::hours{12},
                           std::chrono::hours{1}};
        made.push_back(noon);
        if (day % 3 == 0) {
            made.push_back({noon.utc - std::chrono::hours{4}, noon.offset});
        }
    }
    const auto superfluous = Backups::superfluous(made);
    const std::set<std::size_t> gone{superfluous.begin(), superfluous.end()};
    std::vector<LocalDay> kept;
    for (std::size_t place = 0; place < made.size(); ++place) {
        if (!gone.contains(place)) {
            kept.push_back(dayOf(made[place]));
        }
    }
    const LocalDay today{std::chrono::year{2026} / 11 / 20};
    for (int day = 0; day < 7; ++day) {
        CHECK(kept[static_cast<std::size_t>(day)] == today - std::chrono::days{day});
    }
    CHECK(kept.size() >= 7 + 2 + 11);
    CHECK(kept.size() <= 7 + 3 + 12);
    CHECK(kept.back() == LocalDay{std::chrono::year{2025} / 12 / 31});
    // Thinning what is already thin removes nothing, and a clock that jumped a century ahead costs one place only.
    std::vector<Instant> few{{std::chrono::sys_days{std::chrono::year{2126} / 1 / 1}, {}}, made[0], made[1], made[2]};
    CHECK(Backups::superfluous(few).size() <= 1);
}

TEST_CASE("a backup a day is made, checked and private, and restoring brings it back")
{
    Bench bench;
    const Snapshot first = filled(bench, 3);
    const Backups backups{bench.file};
    Backups::Backup backup;
    {
        Journal journal = bench.open();
        CHECK(backups.list().empty());
        backup = backups.makeIfDue(journal, bench.clock.now()).value();
        CHECK_FALSE(backups.makeIfDue(journal, bench.clock.now()));
    }
    CHECK(backups.list() == std::vector{backup});
    CHECK(modeOf(backup.file) == 0600);
    CHECK(modeOf(backup.file.parent_path()) == 0700);
    const auto preview = backups.preview(backup.file);
    CHECK(preview.wrong.empty());
    CHECK(preview.lastDay == dayOf(bench.clock.now()));
    for (const RecordCount &count : preview.counts) {
        CHECK(count.count == (count.table == "trigger_point" || count.table == "rating" ? 1 : 0));
    }
    const Snapshot second = filled(bench, 8);
    bench.clock.advance(std::chrono::hours{30});
    const std::string kept = bytesOf(backup.file);
    backups.restore(backup.file, bench.writer());
    CHECK(snapshotOf(bench.open()) == first);
    CHECK(bytesOf(backup.file) == kept);
    // What was replaced is a backup now.
    REQUIRE(backups.list().size() == 2);
    backups.restore(backups.list().front().file, bench.writer());
    CHECK(snapshotOf(bench.open()) == second);
    CHECK(modeOf(bench.file) == 0600);
}

TEST_CASE("an older backup is previewed and restored too, and stays what it is")
{
    Bench bench;
    filled(bench, 3);
    const auto old = bench.folder.path() / "old.palpate";
    std::filesystem::copy_file(std::filesystem::path{PALPATE_TEST_DATA} / "journal-v1.palpate", old);
    const std::string before = bytesOf(old);
    const Backups backups{bench.file};
    CHECK(backups.preview(old).counts[2] == RecordCount{"rating", 12});
    backups.restore(old, bench.writer());
    CHECK(bytesOf(old) == before);
    CHECK(bench.open().read().openPoints().size() == 3);
}

TEST_CASE("a damaged backup is not restored, and a damaged journal is set aside, not lost")
{
    Bench bench;
    const Snapshot first = filled(bench, 3);
    const Backups backups{bench.file};
    Backups::Backup backup;
    {
        Journal journal = bench.open();
        backup = backups.make(journal, bench.clock.now());
    }
    const auto broken = bench.folder.path() / "broken.palpate";
    std::string bytes = bytesOf(backup.file);
    bytes.replace(bytes.size() / 2, 4000, 4000, '\xa5');
    writeBytes(broken, bytes);
    const std::string journalBytes = bytesOf(bench.file);
    CHECK_THROWS_AS(backups.restore(broken, bench.writer()), JournalError);
    CHECK(bytesOf(bench.file) == journalBytes);

    writeBytes(bench.file, "ruined");
    backups.restore(backup.file, bench.writer());
    CHECK(snapshotOf(bench.open()) == first);
    CHECK(bytesOf(bench.file.native() + ".set-aside") == "ruined");
}

TEST_CASE("an open journal is not restored over")
{
    Bench bench;
    filled(bench, 3);
    const Backups backups{bench.file};
    Journal journal = bench.open();
    const auto backup = backups.make(journal, bench.clock.now());
    CHECK(refusalOf([&] { backups.restore(backup.file, bench.writer()); }) == Kind::inUse);
}

TEST_CASE("a damaged journal keeps its place until a whole one can take it")
{
    Bench bench;
    const Snapshot first = filled(bench, 3);
    const Backups backups{bench.file};
    const auto backup = [&] {
        Journal journal = bench.open();
        return backups.make(journal, bench.clock.now());
    }();
    writeBytes(bench.file, "ruined");
    {
        const JournalLock elsewhere{bench.file};
        CHECK(refusalOf([&] { backups.restore(backup.file, bench.writer()); }) == Kind::inUse);
    }
    CHECK(bytesOf(bench.file) == "ruined");
    bool failed = true;
    for (int call = 1; failed && call < 400; ++call) {
        INFO("change " << call);
        FaultyDisk disk;
        disk.failAt(call, FaultyDisk::Fault::once, SQLITE_FULL);
        try {
            backups.restore(backup.file, bench.writer());
        } catch (const JournalError &) {
            CHECK(bytesOf(bench.file) == "ruined");
        }
        failed = disk.hasFailed();
        disk.repair();
        writeBytes(bench.file, failed ? "ruined" : bytesOf(bench.file));
    }
    CHECK_FALSE(failed);
    CHECK(snapshotOf(bench.open()) == first);
}

TEST_CASE("a journal with a wrong row is set aside for a backup, although it opens")
{
    Bench bench;
    const Snapshot first = filled(bench, 3);
    const Backups backups{bench.file};
    const auto backup = [&] {
        Journal journal = bench.open();
        return backups.make(journal, bench.clock.now());
    }();
    RawDatabase{bench.file}.run("PRAGMA ignore_check_constraints = ON; UPDATE rating SET level = 77");
    {
        Journal journal = bench.open();
        CHECK(refusalOf([&] { (void)backups.make(journal, bench.clock.now()); }) == Kind::damaged);
    }
    backups.restore(backup.file, bench.writer());
    CHECK(snapshotOf(bench.open()) == first);
    CHECK(std::filesystem::exists(bench.file.native() + ".set-aside"));
}

TEST_CASE("restoring beside somebody who reads leaves no log of the journal before")
{
    Bench bench;
    const Snapshot first = filled(bench, 3);
    const Backups backups{bench.file};
    const auto backup = [&] {
        Journal journal = bench.open();
        return backups.make(journal, bench.clock.now());
    }();
    filled(bench, 8);
    {
        const JournalReader reader = JournalReader::open(bench.file);
        CHECK(reader.openPoints().size() == 2);
        backups.restore(backup.file, bench.writer());
    }
    CHECK(namesIn(bench.folder.path()) == "journal.palpate journal.palpate.backups");
    CHECK(snapshotOf(bench.open()) == first);
}

TEST_CASE("what is erased for good is in no file of ours any more")
{
    Bench bench;
    const Backups backups{bench.file};
    Journal journal = bench.open();
    TriggerPoint point = bench.newPoint();
    point.note = "the-first-secret";
    journal.perform(add(point));
    point.note = "the-second-secret";
    journal.perform(change(point));
    Note note{bench.ids.next<NoteId>(), bench.clock.now(), "a-kept-note", std::nullopt};
    journal.perform(add(note));
    (void)backups.make(journal, bench.clock.now());
    CHECK(isInAnyFile(bench.folder.path(), "the-first-secret"));
    int heard = 0;
    journal.setListener([&heard](const JournalChange &) { ++heard; });
    journal.erase({Erasure::What::record, refTo(point)});
    backups.overwriteAll();
    CHECK(heard == 1);
    CHECK_FALSE(isInAnyFile(bench.folder.path(), "the-first-secret"));
    CHECK_FALSE(isInAnyFile(bench.folder.path(), "the-second-secret"));
    CHECK(journal.read().find<Note>(note.id) == note);
    CHECK(backups.list().empty());
    CHECK(journal.read().check().empty());

    journal.erase({Erasure::What::days, {}, dayOf(note.at), dayOf(note.at)});
    CHECK_FALSE(journal.read().find<Note>(note.id));
    CHECK_FALSE(isInAnyFile(bench.folder.path(), "a-kept-note"));
    journal.erase({Erasure::What::everything});
    CHECK(journal.read().contents() == JournalContents{});
    CHECK_NOTHROW(journal.perform(add(bench.newPoint())));
}

TEST_CASE("overwriting all backups reaches what a crash, a migration or damage left beside the journal")
{
    Bench bench;
    filled(bench, 3);
    const Backups backups{bench.file};
    {
        Journal journal = bench.open();
        (void)backups.make(journal, bench.clock.now());
    }
    const std::string beside = bench.file.native();
    for (const std::string &name :
         {beside + ".v1-backup", beside + ".v1-backup-2", beside + ".set-aside", beside + ".set-aside-2",
          beside + "-wal.orphan", beside + "-journal.orphan", beside + ".new", beside + ".backups/preview.new",
          beside + ".backups/2026-03-02T093000.000+0100.palpate.new"}) {
        writeBytes(name, "a secret that was left behind");
    }
    writeBytes(beside + ".txt", "the person's own file");
    Journal journal = bench.open();
    backups.overwriteAll();
    CHECK_FALSE(isInAnyFile(bench.folder.path(), "a secret that was left behind"));
    CHECK(bytesOf(beside + ".txt") == "the person's own file");
    CHECK(journal.read().check().empty());
}

TEST_CASE("nothing is erased while somebody reads, because the log would keep it; afterwards it is")
{
    Bench bench;
    Journal journal = bench.open();
    TriggerPoint point = bench.newPoint();
    point.note = "a-secret";
    journal.perform(add(point));
    {
        RawDatabase reader{bench.file};
        reader.run("BEGIN");
        CHECK(reader.ask("SELECT count(*) FROM trigger_point") == "1");
        CHECK(refusalOf([&] { journal.erase({Erasure::What::record, refTo(point)}); }) == Kind::inUse);
        CHECK(journal.read().find<TriggerPoint>(point.id) == point);
    }
    journal.erase({Erasure::What::record, refTo(point)});
    CHECK_FALSE(isInAnyFile(bench.folder.path(), "a-secret"));
    CHECK_NOTHROW(journal.erase({Erasure::What::record, refTo(point)}));
}

TEST_CASE("while the journal is open elsewhere it can be read, and reading leaves nothing behind")
{
    Bench bench;
    std::optional<Journal> journal{bench.open()};
    const TriggerPoint point = bench.newPoint();
    journal->perform(markPoint(point, {bench.newRating(point.id, 6)}));
    {
        const JournalReader reader = JournalReader::open(bench.file);
        CHECK(snapshotOf(reader) == snapshotOf(*journal));
        journal->perform(add(bench.newRating(point.id, 7)));
        CHECK(snapshotOf(reader) == snapshotOf(*journal));
    }
    journal->perform(add(bench.newRating(point.id, 8)));
    journal.reset();
    CHECK(namesIn(bench.folder.path()) == "journal.palpate");
    CHECK(bench.open().read().ratingsOf(point.id).size() == 3);
    CHECK(refusalOf([&] { (void)JournalReader::open(bench.folder.path() / "none"); }) == Kind::cannotOpen);
}

TEST_CASE("what is read beside an open window is of one moment")
{
    Bench bench;
    Journal journal = bench.open();
    std::atomic<bool> enough{false};
    int torn = 0;
    {
        std::jthread reading{[&] {
            const JournalReader reader = JournalReader::open(bench.file);
            while (!enough) {
                const JournalContents contents = reader.contents();
                // Each point is marked together with a rating.
                torn += contents.of<TriggerPoint>().size() == contents.of<Rating>().size() ? 0 : 1;
            }
        }};
        for (int count = 0; count < 400; ++count) {
            const TriggerPoint point = bench.newPoint();
            journal.perform(markPoint(point, {bench.newRating(point.id, 5)}));
        }
        enough = true;
    }
    CHECK(torn == 0);
}

TEST_CASE("an older journal is not merely read")
{
    Bench bench;
    std::filesystem::copy_file(std::filesystem::path{PALPATE_TEST_DATA} / "journal-v1.palpate", bench.file);
    CHECK(refusalOf([&] { (void)JournalReader::open(bench.file); }) == Kind::older);
}

TEST_CASE("an installation keeps its id, and a broken one is made anew")
{
    Bench bench;
    const auto folder = bench.folder.path() / "palpate";
    const auto first = deviceIdIn(folder, bench.ids.next<DeviceId>());
    CHECK(deviceIdIn(folder, bench.ids.next<DeviceId>()) == first);
    CHECK(modeOf(folder / "device-id") == 0600);
    writeBytes(folder / "device-id", "x");
    const auto second = bench.ids.next<DeviceId>();
    CHECK(deviceIdIn(folder, second) == second);
}
