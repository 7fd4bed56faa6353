// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultydisk.h"
#include "folderstate.h"
#include "journalbench.h"

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace palpate;
using namespace palpate::testing;
using Kind = JournalError::Kind;

namespace {

/// Until the end of the scope no file of this process grows beyond this size: a disk that is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit now{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;
    FullDisk(FullDisk &&) = delete;
    FullDisk &operator=(FullDisk &&) = delete;
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

/// A journal with one rated point, and the same verb for every round.
struct Round {
    Bench bench;
    TriggerPoint first = bench.newPoint(Side::right);
    Snapshot before;
    Snapshot after;
    TriggerPoint second = bench.newPoint();
    Verb verb;
    Verb takeBack;

    Round()
    {
        Journal journal = bench.open();
        journal.perform(markPoint(first, {bench.newRating(first.id, 6)}));
        verb = markPoint(second, {bench.newRating(second.id, 3), bench.newRating(second.id, 4)});
        before = snapshotOf(journal);
        takeBack = journal.perform(verb);
        after = snapshotOf(journal);
        journal.perform(takeBack);
    }
};

bool isAboutTheDisk(Kind kind)
{
    return kind == Kind::diskFault || kind == Kind::noSpace || kind == Kind::cannotOpen || kind == Kind::readOnly;
}

} // namespace

TEST_CASE("a full disk refuses the verb, keeps all that was saved and goes on when there is room again")
{
    Round round;
    Journal journal = round.bench.open();
    int calls = 0;
    journal.setListener([&](const JournalChange &) { ++calls; });
    // The log has no page yet, so the first write past a few bytes is too much.
    for (const rlim_t room : {rlim_t{0}, rlim_t{20}, rlim_t{100}, rlim_t{5000}}) {
        INFO(room << " bytes");
        const FullDisk full{room};
        CHECK(refusalOf([&] { journal.perform(round.verb); }) == Kind::noSpace);
        CHECK(snapshotOf(journal) == round.before);
    }
    CHECK(calls == 0);
    journal.perform(round.verb);
    CHECK(calls == 1);
    CHECK(snapshotOf(journal) == round.after);
}

TEST_CASE("on a full disk no journal is begun, and nothing is left of the attempt")
{
    Bench bench;
    for (const rlim_t room : {rlim_t{0}, rlim_t{100}, rlim_t{6000}}) {
        INFO(room << " bytes");
        const FullDisk full{room};
        // SQLite does not always pass on that it was the size limit; a disk that is really full it always names.
        const Kind kind = refusalOf([&] { (void)bench.open(); });
        CHECK((kind == Kind::noSpace || kind == Kind::diskFault));
    }
    CHECK(namesIn(bench.folder.path()).empty());
    CHECK(bench.open().read().openPoints().empty());
}

TEST_CASE("whichever write fails once, the verb is done whole or not at all, and the journal goes on")
{
    const int code = GENERATE(SQLITE_IOERR, SQLITE_FULL);
    Round round;
    FaultyDisk disk;
    int call = 1;
    for (; call < 200; ++call) {
        INFO("change " << call << ", code " << code);
        int calls = 0;
        bool done = false;
        disk.failAt(call, FaultyDisk::Fault::once, code);
        std::optional<Journal> journal;
        try {
            journal.emplace(round.bench.open());
            journal->setListener([&](const JournalChange &) { ++calls; });
            journal->perform(round.verb);
            done = true;
        } catch (const JournalError &error) {
            INFO(error.what() << " [" << error.detail() << "]");
            CHECK(isAboutTheDisk(error.kind()));
        }
        CHECK(calls == (done ? 1 : 0));
        if (journal) {
            CHECK(snapshotOf(*journal) == (done ? round.after : round.before));
        }
        journal.reset();
        const bool failed = disk.hasFailed();
        disk.repair();
        journal.emplace(round.bench.open());
        CHECK(snapshotOf(*journal) == (done ? round.after : round.before));
        if (done) {
            journal->perform(round.takeBack);
        }
        if (!failed) {
            break;
        }
    }
    CHECK(call > 8);
    CHECK(call < 200);
}

TEST_CASE("whenever the disk dies, the journal holds the verb whole or not at all")
{
    Round round;
    FaultyDisk disk;
    for (int call = 1; call < 200; ++call) {
        INFO("change " << call);
        bool done = false;
        disk.failAt(call, FaultyDisk::Fault::fromThenOn, SQLITE_IOERR);
        try {
            Journal journal = round.bench.open();
            journal.perform(round.verb);
            done = true;
        } catch (const JournalError &error) {
            CHECK(isAboutTheDisk(error.kind()));
        }
        const bool failed = disk.hasFailed();
        disk.repair();
        Journal journal = round.bench.open();
        const Snapshot found = snapshotOf(journal);
        // A disk that dies in the sync may have kept what it could not confirm.
        CHECK((found == round.after || (!done && found == round.before)));
        if (found == round.after) {
            journal.perform(round.takeBack);
        }
        if (!failed) {
            break;
        }
    }
}

TEST_CASE("whenever the disk dies while a journal is begun, there is a whole one or none")
{
    FaultyDisk disk;
    int call = 1;
    for (; call < 200; ++call) {
        INFO("change " << call);
        Bench bench;
        disk.failAt(call, FaultyDisk::Fault::fromThenOn, SQLITE_IOERR);
        try {
            (void)bench.open();
        } catch (const JournalError &error) {
            CHECK(isAboutTheDisk(error.kind()));
        }
        const bool failed = disk.hasFailed();
        disk.repair();
        CHECK_FALSE(std::filesystem::exists(bench.file.native() + ".lock"));
        CHECK_FALSE(std::filesystem::exists(bench.file.native() + ".new"));
        CHECK(bench.open().read().openPoints().empty());
        if (!failed) {
            break;
        }
    }
    CHECK(call > 8);
    CHECK(call < 200);
}

namespace {

/// Adds ratings 1, 2, 3, … to the point for ever and writes one byte into the pipe after each.
[[noreturn]] void rateUntilKilled(Bench &bench, PointId point, int pipe)
{
    try {
        Journal journal = bench.open();
        while (true) {
            journal.perform(add(bench.newRating(point, 5)));
            if (write(pipe, "x", 1) != 1) {
                _exit(2);
            }
        }
    } catch (const std::exception &) {
        _exit(1);
    }
}

std::size_t readBytes(int pipe, std::size_t wanted)
{
    std::size_t got = 0;
    char byte = 0;
    while (got < wanted && read(pipe, &byte, 1) == 1) {
        ++got;
    }
    return got;
}

} // namespace

TEST_CASE("a process that is killed keeps every verb it was told is done")
{
    const std::size_t patience = GENERATE(1U, 7U, 40U);
    Bench bench;
    const TriggerPoint point = bench.newPoint();
    {
        Journal journal = bench.open();
        journal.perform(markPoint(point, {}));
    }
    int ends[2] = {-1, -1};
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        rateUntilKilled(bench, point.id, ends[1]);
    }
    close(ends[1]);
    std::size_t acknowledged = readBytes(ends[0], patience);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    acknowledged += readBytes(ends[0], SIZE_MAX);
    close(ends[0]);

    const auto ratings = bench.open().read().ratingsOf(point.id);
    CHECK(acknowledged >= patience);
    CHECK(ratings.size() >= acknowledged);
    CHECK(ratings.size() <= acknowledged + 1);
    CHECK(namesIn(bench.folder.path()) == "journal.palpate");
}
