// SPDX-License-Identifier: GPL-3.0-or-later
#include "folderstate.h"
#include "journalbench.h"
#include "rawdatabase.h"
#include "support/randomrecords.h"

#include "journal/database.h"
#include "journal/journalfile.h"
#include "journal/migrations.h"
#include "record/oldmeasures.h"

#include <string>
#include <vector>

using namespace palpate;
using namespace palpate::testing;
using Kind = JournalError::Kind;

namespace {

/// The real steps and one more, as the next version of the program might bring it.
std::vector<Migration> stepsOfTomorrow(std::vector<Sql> statements)
{
    std::vector<Migration> steps{migrations().begin(), migrations().end()};
    steps.push_back({newestVersion() + 1, "a note on every point", std::move(statements)});
    return steps;
}

const std::vector<Sql> addNote{"ALTER TABLE trigger_point ADD COLUMN later_note TEXT NOT NULL DEFAULT ''",
                               "PRAGMA user_version = 4"};

Snapshot filled(Bench &bench)
{
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    journal.perform(markPoint(point, {bench.newRating(point.id, 6)}));
    return snapshotOf(journal);
}

void bringUpToDate(const Bench &bench, const std::vector<Migration> &steps)
{
    Database database{bench.file, bench.file};
    palpate::bringUpToDate(database, steps);
}

} // namespace

TEST_CASE("the steps are numbered without gaps and each says what it brings")
{
    int expected = 1;
    for (const Migration &step : migrations()) {
        CHECK(step.to == expected++);
        CHECK_FALSE(step.description.empty());
    }
    CHECK(newestVersion() == expected - 1);
}

TEST_CASE("a journal of the newest version is not touched by bringing it up to date")
{
    Bench bench;
    filled(bench);
    const auto before = stateOf(bench.folder.path());
    bringUpToDate(bench, {migrations().begin(), migrations().end()});
    CHECK((stateOf(bench.folder.path()) == before));
}

TEST_CASE("a step keeps what was there and leaves a private backup that opens as the journal of before")
{
    Bench bench;
    const Snapshot before = filled(bench);
    bringUpToDate(bench, stepsOfTomorrow(addNote));
    CHECK(namesIn(bench.folder.path()) == "journal.palpate journal.palpate.v3-backup");
    {
        RawDatabase raw{bench.file};
        CHECK(raw.ask("PRAGMA user_version") == "4");
        CHECK(raw.ask("SELECT count(*) FROM trigger_point WHERE later_note = ''") == "1");
    }
    const auto backup = bench.file.native() + ".v3-backup";
    CHECK(modeOf(backup) == 0600);
    CHECK(snapshotOf(Journal::open(backup, bench.writer())) == before);
    const auto migrated = stateOf(bench.folder.path());
    bringUpToDate(bench, stepsOfTomorrow(addNote));
    CHECK((stateOf(bench.folder.path()) == migrated));
}

TEST_CASE("after a step the file's first bytes tell an older program the truth")
{
    Bench bench;
    filled(bench);
    {
        Database database{bench.file, bench.file};
        palpate::bringUpToDate(database, stepsOfTomorrow(addNote));
        CHECK(refusalOf([&] { (void)looksLikeAJournal(bench.file, 3); }) == Kind::newer);
    }
    const auto before = stateOf(bench.folder.path());
    CHECK(refusalOf([&] { (void)bench.open(); }) == Kind::newer);
    CHECK((stateOf(bench.folder.path()) == before));
}

TEST_CASE("care that was written down before version 3 has its new members empty and takes them")
{
    Bench bench;
    const auto treatment = RandomRecords{7}.draw<Treatment>();
    {
        Journal journal = bench.open();
        journal.perform(add(treatment));
    }
    {
        RawDatabase raw{bench.file}; // as version 2 left it
        for (const char *column : {"discomfort", "injected", "feedback", "advice"}) {
            raw.run(std::string{"ALTER TABLE treatment DROP COLUMN "} + column);
        }
        raw.run("ALTER TABLE session_step DROP COLUMN position; DROP TABLE plan_goal; PRAGMA user_version = 2");
    }
    Treatment expected = treatment;
    expected.discomfort.reset();
    expected.injected.clear();
    expected.feedback.clear();
    expected.advice.clear();
    Journal journal = bench.open();
    CHECK(journal.read().find<Treatment>(treatment.id) == expected);
    journal.perform(change(treatment));
    CHECK(journal.read().find<Treatment>(treatment.id) == treatment);
    CHECK(journal.read().check().empty());
}

TEST_CASE("movements and postures in the words of before version 3 become the same keys that an import gives them")
{
    Bench bench;
    RandomRecords random{8};
    std::vector<Measure> measures;
    {
        Journal journal = bench.open();
        for (const auto &[words, key] : oldMeasures) {
            auto measure = random.draw<Measure>();
            measure.kind = fromKey<PostureSign>(key) ? MeasureKind::posture : MeasureKind::rangeOfMotion;
            measure.what = words;
            journal.perform(add(measure));
            measures.push_back(measure);
        }
    }
    RawDatabase{bench.file}.run(
        "ALTER TABLE treatment DROP COLUMN discomfort; ALTER TABLE treatment DROP COLUMN injected;"
        "ALTER TABLE treatment DROP COLUMN feedback; ALTER TABLE treatment DROP COLUMN advice;"
        "ALTER TABLE session_step DROP COLUMN position; DROP TABLE plan_goal;"
        "PRAGMA user_version = 2");
    const Journal journal = bench.open();
    for (std::size_t at = 0; at < measures.size(); ++at) {
        const std::string what = journal.read().find<Measure>(measures[at].id)->what;
        CHECK(what == oldMeasures[at].second);
        CHECK((fromKey<MovementTest>(what) || fromKey<PostureSign>(what)));
    }
}

TEST_CASE("a step that fails half way leaves the journal at the version before")
{
    Bench bench;
    const Snapshot before = filled(bench);
    const auto steps =
        stepsOfTomorrow({"ALTER TABLE trigger_point ADD COLUMN later_note TEXT NOT NULL DEFAULT ''",
                         "INSERT INTO trigger_point SELECT * FROM trigger_point", "PRAGMA user_version = 4"});
    CHECK(refusalOf([&] { bringUpToDate(bench, steps); }) == Kind::alreadyThere);
    CHECK(snapshotOf(bench.open()) == before);
    CHECK(snapshotOf(Journal::open(bench.file.native() + ".v3-backup", bench.writer())) == before);
}

TEST_CASE("a step that tears rows from their owners is not committed")
{
    Bench bench;
    const Snapshot before = filled(bench);
    const auto steps =
        stepsOfTomorrow({"PRAGMA defer_foreign_keys = ON", "DELETE FROM trigger_point", "PRAGMA user_version = 4"});
    CHECK(refusalOf([&] { bringUpToDate(bench, steps); }) == Kind::damaged);
    CHECK(snapshotOf(bench.open()) == before);
}

TEST_CASE("a step that forgets its version is a mistake in the program")
{
    Bench bench;
    const Snapshot before = filled(bench);
    CHECK_THROWS_AS(bringUpToDate(bench, stepsOfTomorrow({"CREATE TABLE later (x INTEGER) STRICT"})), std::logic_error);
    CHECK(snapshotOf(bench.open()) == before);
}

TEST_CASE("a backup never takes the place of another")
{
    Bench bench;
    filled(bench);
    writeBytes(bench.file.native() + ".v3-backup", "an earlier one");
    bringUpToDate(bench, stepsOfTomorrow(addNote));
    CHECK(bytesOf(bench.file.native() + ".v3-backup") == "an earlier one");
    CHECK(Journal::open(bench.file.native() + ".v3-backup-2", bench.writer()).read().openPoints().size() == 1);
}

TEST_CASE("what stands in the log is in the backup and in the migrated journal")
{
    Bench bench;
    Bench copy;
    Snapshot before;
    {
        Journal journal = bench.open();
        journal.perform(markPoint(bench.newPoint(), {}));
        before = snapshotOf(journal);
        std::filesystem::copy_file(bench.file, copy.file);
        std::filesystem::copy_file(bench.file.native() + "-wal", copy.file.native() + "-wal");
    }
    bringUpToDate(copy, stepsOfTomorrow(addNote));
    CHECK(RawDatabase{copy.file}.ask("SELECT count(*) FROM trigger_point WHERE later_note = ''") == "1");
    CHECK(snapshotOf(Journal::open(copy.file.native() + ".v3-backup", bench.writer())) == before);
}
