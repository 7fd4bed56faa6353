// SPDX-License-Identifier: GPL-3.0-or-later
#include "childprocess.h"
#include "folderstate.h"
#include "journalbench.h"
#include "rawdatabase.h"

#include <cstdlib>
#include <optional>
#include <string>
#include <sys/stat.h>

using namespace palpate;
using namespace palpate::testing;
using Kind = JournalError::Kind;

namespace {

/// Lets everybody do everything with new files until the end of the scope.
class CarelessUmask {
public:
    CarelessUmask() = default;
    CarelessUmask(const CarelessUmask &) = delete;
    CarelessUmask &operator=(const CarelessUmask &) = delete;
    CarelessUmask(CarelessUmask &&) = delete;
    CarelessUmask &operator=(CarelessUmask &&) = delete;
    ~CarelessUmask() { umask(m_before); }

private:
    mode_t m_before = umask(0);
};

/// Sets or, with nullptr, unsets an environment variable until the end of the scope.
class Environment {
public:
    Environment(const char *name, const char *value) : m_name{name}
    {
        if (const char *before = std::getenv(name)) {
            m_before = before;
        }
        set(value);
    }
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;
    Environment(Environment &&) = delete;
    Environment &operator=(Environment &&) = delete;
    ~Environment() { set(m_before ? m_before->c_str() : nullptr); }

private:
    void set(const char *value) const { value != nullptr ? setenv(m_name, value, 1) : unsetenv(m_name); }

    const char *m_name;
    std::optional<std::string> m_before;
};

} // namespace

TEST_CASE("a missing journal is made, empty, with our mark and version in it")
{
    Bench bench;
    CHECK(bench.open().read().openPoints().empty());
    CHECK(namesIn(bench.folder.path()) == "journal.palpate");
    RawDatabase raw{bench.file};
    CHECK(raw.ask("PRAGMA application_id") == std::to_string(0x50616c70));
    CHECK(raw.ask("PRAGMA user_version") == "3");
    CHECK(raw.ask("PRAGMA journal_mode") == "wal");
    CHECK(raw.ask("PRAGMA integrity_check") == "ok");
    CHECK(raw.ask("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 1") == "36");
}

TEST_CASE("reopening finds everything as it was")
{
    Bench bench;
    Snapshot before;
    {
        Journal journal = bench.open();
        for (const Side side : {Side::left, Side::right, Side::midline}) {
            TriggerPoint point = bench.newPoint(side);
            point.position.y = 1.0 / 3;
            point.markedAt.offset = -std::chrono::minutes{210};
            journal.perform(markPoint(point, {bench.newRating(point.id, 0), bench.newRating(point.id, 10)}));
        }
        before = snapshotOf(journal);
    }
    CHECK(namesIn(bench.folder.path()) == "journal.palpate");
    CHECK(snapshotOf(bench.open()) == before);
}

TEST_CASE("opening an unchanged journal leaves its bytes as they are")
{
    Bench bench;
    {
        Journal journal = bench.open();
        journal.perform(markPoint(bench.newPoint(), {}));
    }
    const auto before = stateOf(bench.folder.path());
    CHECK(bench.open().read().openPoints().size() == 1);
    CHECK(stateOf(bench.folder.path()) == before);
}

TEST_CASE("the journal, all that stands beside it and its new folders are the person's alone")
{
    Bench bench;
    const CarelessUmask careless;
    const auto above = bench.folder.path() / "data";
    bench.file = above / "palpate" / "journal.palpate";
    Journal journal = bench.open();
    journal.perform(markPoint(bench.newPoint(), {}));
    CHECK(modeOf(above) == 0700);
    CHECK(modeOf(bench.file.parent_path()) == 0700);
    CHECK(namesIn(bench.file.parent_path()) ==
          "journal.palpate journal.palpate-shm journal.palpate-wal journal.palpate.lock");
    for (const auto &[name, state] : stateOf(bench.file.parent_path())) {
        INFO(name);
        CHECK(state.mode == 0600);
    }
}

TEST_CASE("a journal that others could read is closed to them when it is opened")
{
    Bench bench;
    (void)bench.open();
    chmod(bench.file.c_str(), 0644);
    const Journal journal = bench.open();
    for (const auto &[name, state] : stateOf(bench.folder.path())) {
        INFO(name);
        CHECK(state.mode == 0600);
    }
}

TEST_CASE("a second opener is told that the journal is in use, and the first is not disturbed")
{
    Bench bench;
    std::optional<Journal> first{bench.open()};
    CHECK(refusalOf([&] { (void)bench.open(); }) == Kind::inUse);
    const auto link = bench.folder.path() / "link.palpate";
    std::filesystem::create_symlink(bench.file, link);
    CHECK(refusalOf([&] { (void)Journal::open(link, bench.writer()); }) == Kind::inUse);
    CHECK_NOTHROW(first->perform(markPoint(bench.newPoint(), {})));
    first.reset();
    CHECK(Journal::open(link, bench.writer()).read().openPoints().size() == 1);
    CHECK(std::filesystem::is_symlink(link));
}

TEST_CASE("the lock holds between processes")
{
    Bench bench;
    const Journal held = bench.open();
    CHECK(inChild([&] {
              try {
                  (void)bench.open();
              } catch (const JournalError &error) {
                  return error.kind() == Kind::inUse ? 7 : 8;
              }
              return 9;
          }) == 7);
}

TEST_CASE("what a dead process left behind is no obstacle")
{
    Bench bench;
    writeBytes(bench.file.native() + ".lock", "");
    writeBytes(bench.file.native() + ".new", "half a jour");
    writeBytes(bench.file.native() + ".new-journal", "half a rollback");
    CHECK(bench.open().read().openPoints().empty());
    CHECK(namesIn(bench.folder.path()) == "journal.palpate");
}

TEST_CASE("the log of a journal that is gone is set aside and not written into the new one")
{
    Bench bench;
    {
        Journal journal = bench.open();
        journal.perform(markPoint(bench.newPoint(), {}));
        std::filesystem::copy_file(bench.file.native() + "-wal", bench.file.native() + "-kept");
    }
    std::filesystem::remove(bench.file);
    std::filesystem::rename(bench.file.native() + "-kept", bench.file.native() + "-wal");
    CHECK(bench.open().read().openPoints().empty());
    CHECK(namesIn(bench.folder.path()) == "journal.palpate journal.palpate-wal.orphan");
}

TEST_CASE("a second log that is set aside does not take the place of the first")
{
    Bench bench;
    for (const char *log : {"the first", "the second"}) {
        std::filesystem::remove(bench.file);
        writeBytes(bench.file.native() + "-wal", log);
        (void)bench.open();
    }
    CHECK(bytesOf(bench.file.native() + "-wal.orphan") == "the first");
    CHECK(bytesOf(bench.file.native() + "-wal.orphan-2") == "the second");
}

TEST_CASE("a journal can be moved; a relative path is resolved once")
{
    Bench bench;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(bench.folder.path());
    Journal opened = Journal::open("journal.palpate", bench.writer());
    std::filesystem::current_path(before);
    CHECK(opened.file() == std::filesystem::canonical(bench.file));
    Journal journal = std::move(opened);
    journal.perform(markPoint(bench.newPoint(), {}));
    CHECK(journal.read().openPoints().size() == 1);
}

TEST_CASE("names that mean something in an address are names like any other")
{
    Bench bench;
    bench.file = bench.folder.path() / "file:50% off?mode=memory#1 \xc3\xa4.palpate";
    bench.open().perform(markPoint(bench.newPoint(), {}));
    CHECK(bench.open().read().openPoints().size() == 1);
    CHECK(std::filesystem::exists(bench.file));
}

TEST_CASE("a place where no journal can be is said in words")
{
    Bench bench;
    writeBytes(bench.folder.path() / "file", "x");
    CHECK(refusalOf([&] { (void)Journal::open(bench.folder.path() / "file" / "journal.palpate", bench.writer()); }) ==
          Kind::cannotOpen);
    CHECK(refusalOf([&] { (void)Journal::open(bench.folder.path(), bench.writer()); }) == Kind::notAJournal);
    CHECK(refusalOf([&] { (void)Journal::open("/", bench.writer()); }) == Kind::cannotOpen);
    REQUIRE(mkfifo((bench.folder.path() / "pipe").c_str(), 0600) == 0);
    CHECK(refusalOf([&] { (void)Journal::open(bench.folder.path() / "pipe", bench.writer()); }) == Kind::notAJournal);
    CHECK(namesIn(bench.folder.path()) == "file pipe");
}

namespace {

/// What opening comes to for a person without special rights: a kind as a number, 100 when it opens.
int openedByAnybody(const std::filesystem::path &file, const Journal::Writer &writer)
{
    return inChild([&] {
        constexpr uid_t nobody = 65534;
        if (geteuid() == 0 && setresuid(nobody, nobody, nobody) != 0) {
            return -1;
        }
        try {
            (void)Journal::open(file, writer);
            return 100;
        } catch (const JournalError &error) {
            return static_cast<int>(error.kind());
        }
    });
}

} // namespace

TEST_CASE("a file or folder that may not be written to is refused and left as it is")
{
    Bench bench;
    (void)bench.open();
    if (geteuid() == 0) {
        REQUIRE(chown(bench.folder.path().c_str(), 65534, 65534) == 0);
        REQUIRE(chown(bench.file.c_str(), 65534, 65534) == 0);
    }
    REQUIRE(openedByAnybody(bench.file, bench.writer()) == 100);

    chmod(bench.file.c_str(), 0400);
    auto before = stateOf(bench.folder.path());
    CHECK(openedByAnybody(bench.file, bench.writer()) == static_cast<int>(Kind::readOnly));
    CHECK(stateOf(bench.folder.path()) == before);

    chmod(bench.file.c_str(), 0000);
    CHECK(openedByAnybody(bench.file, bench.writer()) == static_cast<int>(Kind::cannotOpen));

    chmod(bench.file.c_str(), 0600);
    chmod(bench.folder.path().c_str(), 0500);
    before = stateOf(bench.folder.path());
    CHECK(openedByAnybody(bench.file, bench.writer()) == static_cast<int>(Kind::readOnly));
    CHECK(openedByAnybody(bench.folder.path() / "other.palpate", bench.writer()) == static_cast<int>(Kind::readOnly));
    CHECK(openedByAnybody(bench.folder.path() / "sub" / "other.palpate", bench.writer()) ==
          static_cast<int>(Kind::readOnly));
    CHECK(stateOf(bench.folder.path()) == before);
    chmod(bench.folder.path().c_str(), 0700);
}

TEST_CASE("the usual place follows the XDG base directories, and a relative one is ignored")
{
    const Environment home{"HOME", "/home/ada"};
    {
        const Environment data{"XDG_DATA_HOME", "/srv/ada"};
        CHECK(defaultJournalPath() == "/srv/ada/palpate/journal.palpate");
    }
    for (const char *value : {static_cast<const char *>(nullptr), "", "data", "./data", "~/data"}) {
        const Environment data{"XDG_DATA_HOME", value};
        CHECK(defaultJournalPath() == "/home/ada/.local/share/palpate/journal.palpate");
    }
    const Environment data{"XDG_DATA_HOME", nullptr};
    const Environment noHome{"HOME", nullptr};
    CHECK(defaultJournalPath().is_absolute());
}
