// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which a journal is written, with the disk failing at each of its changes in turn.
#include "faultydisk.h"
#include "folderstate.h"
#include "journalbench.h"

#include <functional>

#include "journal/backups.h"
#include "support/randomrecords.h"

using namespace palpate;
using namespace palpate::testing;
using Kind = JournalError::Kind;

namespace {

/// A journal with a deleted, a changed and a plain point, and more to add.
struct Filled {
    Bench bench;
    TriggerPoint plain = bench.newPoint(Side::right);
    TriggerPoint deleted = bench.newPoint(Side::left);
    JournalContents toImport;
    Verb takeBack;

    Filled()
    {
        RandomRecords random{5};
        Bench other;
        {
            Journal source = Journal::open(other.file, bench.writer());
            const auto point = random.draw<TriggerPoint>();
            source.perform(markPoint(point, {other.newRating(point.id, 1)}));
            auto entry = random.draw<PainEntry>();
            source.perform(add(entry, random.draw<Session>(), random.draw<Treatment>()));
            entry.note = "later";
            source.perform(change(entry));
            toImport = source.read().contents();
        }
        Journal journal = bench.open();
        journal.perform(markPoint(plain, {bench.newRating(plain.id, 6), bench.newRating(plain.id, 7)}));
        journal.perform(markPoint(deleted, {bench.newRating(deleted.id, 2)}));
        journal.perform(remove<TriggerPoint>(deleted.id));
    }
};

struct WritePath {
    const char *name;
    std::function<void(Filled &, Journal &)> write;
    std::function<void(Filled &)> before = [](Filled &) {};
};

std::vector<WritePath> allPaths()
{
    const auto changed = [](Filled &filled) {
        TriggerPoint point = filled.plain;
        point.note = std::string(9000, 'n'); // more than one page
        point.referral = {{0, "back", 12, false, StrokePath(400, StrokePoint{-1234, 5678})}};
        return point;
    };
    return {
        {"change", [changed](Filled &filled, Journal &journal) { journal.perform(change(changed(filled))); }},
        {"delete", [](Filled &filled, Journal &journal) { journal.perform(remove<TriggerPoint>(filled.plain.id)); }},
        {"restore",
         [](Filled &filled, Journal &journal) { journal.perform(restore<TriggerPoint>(filled.deleted.id)); }},
        {"take back", [](Filled &filled, Journal &journal) { journal.perform(filled.takeBack); },
         [changed](Filled &filled) {
             Journal journal = filled.bench.open();
             filled.takeBack = journal.perform(change(changed(filled)));
         }},
        {"import", [](Filled &filled, Journal &journal) { (void)journal.add(filled.toImport); }},
        {"erase",
         [](Filled &filled, Journal &journal) {
             journal.erase({Erasure::What::record, refTo(filled.plain)});
         }},
        {"forget", [](Filled &, Journal &) {},
         [](Filled &filled) { filled.bench.clock.advance(std::chrono::days{31}); }},
        {"back up", [](Filled &filled, Journal &journal) {
             (void)Backups{filled.bench.file}.make(journal, filled.bench.clock.now());
         }}};
}

bool isAboutTheDisk(Kind kind)
{
    return kind == Kind::diskFault || kind == Kind::noSpace || kind == Kind::cannotOpen || kind == Kind::readOnly;
}

} // namespace

namespace {

/// The same journal again and again, as a copy of a file that was filled once.
class Copies {
public:
    Copies() { std::filesystem::copy_file(m_filled.bench.file, m_master); }

    [[nodiscard]] const JournalContents &before() const { return m_before; }
    Filled &filled() { return m_filled; }

    /// The filled journal in its own place, nothing beside it.
    Filled &fresh(const WritePath &path)
    {
        std::filesystem::remove_all(m_filled.bench.folder.path());
        std::filesystem::create_directory(m_filled.bench.folder.path());
        std::filesystem::copy_file(m_master, m_filled.bench.file);
        m_filled.bench.clock.set(m_begin);
        path.before(m_filled);
        m_before = JournalReader::open(m_filled.bench.file).contents();
        return m_filled;
    }

private:
    Filled m_filled;
    TempDir m_folder;
    std::filesystem::path m_master = m_folder.path() / "master.palpate";
    Instant m_begin = m_filled.bench.clock.now();
    JournalContents m_before;
};

/// Writes in that way with the disk failing at its `call`-th change; whether it came to that change.
bool failsSafely(Copies &copies, const WritePath &path, const JournalContents &after, int call, FaultyDisk::Fault fault,
                 int code)
{
    Filled &filled = copies.fresh(path);
    FaultyDisk disk;
    disk.failAt(call, fault, code);
    bool done = false;
    try {
        Journal journal = filled.bench.open();
        path.write(filled, journal);
        done = true;
    } catch (const JournalError &error) {
        INFO(error.what() << " [" << error.detail() << "]");
        CHECK(isAboutTheDisk(error.kind()));
    }
    const bool failed = disk.hasFailed();
    disk.repair();
    Journal journal = filled.bench.open();
    CHECK(journal.read().check().empty());
    const JournalContents found = journal.read().contents();
    CHECK((found == after || (!done && found == copies.before())));
    return failed;
}

} // namespace

TEST_CASE("whichever change of the disk fails on whichever way of writing, nothing is corrupt, nothing half done")
{
    const auto [code, fault, stride] =
        GENERATE(table<int, FaultyDisk::Fault, int>({{SQLITE_IOERR, FaultyDisk::Fault::once, 1},
                                                     {SQLITE_FULL, FaultyDisk::Fault::once, 1},
                                                     {SQLITE_IOERR, FaultyDisk::Fault::fromThenOn, 3}}));
    Copies copies;
    for (const WritePath &path : allPaths()) {
        JournalContents after;
        {
            // What the same write makes of the same journal on a sound disk.
            Filled &filled = copies.fresh(path);
            Journal journal = filled.bench.open();
            path.write(filled, journal);
            after = journal.read().contents();
        }
        int call = 1;
        bool failed = true;
        for (; failed && call < 400; call += stride) {
            INFO(path.name << ", code " << code << ", fault " << static_cast<int>(fault) << ", change " << call);
            failed = failsSafely(copies, path, after, call, fault, code);
        }
        INFO(path.name);
        CHECK(call > 2);
        CHECK(call < 400);
    }
}

TEST_CASE("whichever change of the disk fails while an older journal is brought up to date, it opens afterwards")
{
    for (const int code : {SQLITE_IOERR, SQLITE_FULL}) {
        int call = 1;
        for (bool failed = true; failed; ++call) {
            INFO("change " << call << ", code " << code);
            Bench bench;
            std::filesystem::copy_file(std::filesystem::path{PALPATE_TEST_DATA} / "journal-v1.palpate", bench.file);
            FaultyDisk disk;
            disk.failAt(call, FaultyDisk::Fault::fromThenOn, code);
            try {
                (void)bench.open();
            } catch (const JournalError &error) {
                INFO(error.what() << " [" << error.detail() << "]");
                CHECK(isAboutTheDisk(error.kind()));
            }
            failed = disk.hasFailed();
            disk.repair();
            Journal journal = bench.open();
            CHECK(journal.read().openPoints().size() == 3);
            CHECK(journal.read().check().empty());
        }
        CHECK(call > 5);
        CHECK(call < 600);
    }
}
