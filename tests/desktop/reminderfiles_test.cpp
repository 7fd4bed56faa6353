// SPDX-License-Identifier: GPL-3.0-or-later
// What is written for systemd and for the login, and how it gets there.
#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include "desktop/reminders/duereminders.h"
#include "desktop/reminders/reminderfiles.h"
#include "desktop/reminders/remindermarks.h"
#include "desktop/reminders/reminderservice.h"
#include "desktop/reminders/reminderwords.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::TempDir;

namespace {

QString pathIn(const TempDir &folder, const char *name)
{
    return QString::fromStdString((folder.path() / name).string());
}

QString contents(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QStringLiteral("(none)");
}

/// A program of a few lines of shell.
void writeScript(const QString &path, const QString &lines)
{
    QDir{}.mkpath(QFileInfo{path}.path());
    QFile file{path};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + lines.toUtf8() + "\n");
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

Reminder reminderAt(std::uint8_t id, int minute, Flags<Weekday> days = {}, ReminderKind kind = ReminderKind::checkIn)
{
    return {ReminderId{{id}}, kind, minute, days, "", true};
}

constexpr auto owner =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;

/// A journal, and a systemctl that stands before any other: no person's systemd runs where the tests do, so what it
/// would be told is written down instead.
class ServiceBench {
public:
    explicit ServiceBench(bool answers)
        : m_path{qgetenv("PATH")},
          session{Journal::open(folder.path() / "a journal.palpate", {clock, ids.next<DeviceId>()}), clock, ids}
    {
        writeScript(
            pathIn(folder, "bin/systemctl"),
            QStringLiteral("echo \"$*\" >>'%1'; %2").arg(calls(), QLatin1String(answers ? "exit 0" : "exit 1")));
        writeScript(program(), QStringLiteral("echo \"$*\" >'%1.part'; mv '%1.part' '%1'").arg(started()));
        qputenv("PATH", pathIn(folder, "bin").toUtf8() + ":" + m_path);
    }
    ServiceBench(const ServiceBench &) = delete;
    ServiceBench &operator=(const ServiceBench &) = delete;
    ServiceBench(ServiceBench &&) = delete;
    ServiceBench &operator=(ServiceBench &&) = delete;
    ~ServiceBench() { qputenv("PATH", m_path); }

    [[nodiscard]] QString program() const { return pathIn(folder, "bin/a palpate"); }
    [[nodiscard]] QString calls() const { return pathIn(folder, "calls"); }
    [[nodiscard]] QString started() const { return pathIn(folder, "started"); }
    [[nodiscard]] ReminderPlaces places() const
    {
        return {pathIn(folder, "config"), pathIn(folder, "state"), program()};
    }
    [[nodiscard]] ReminderFiles files() const { return {places(), session.read().file()}; }
    [[nodiscard]] QStringList takeCalls() const
    {
        QStringList lines = contents(calls()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QFile::remove(calls());
        return lines;
    }

private:
    QByteArray m_path;

public:
    TempDir folder;
    testing::FixedClock clock;
    testing::CountingIds ids;
    JournalSession session;
};

void waitFor(const ReminderService &service)
{
    REQUIRE(QTest::qWaitFor([&service] { return !service.isBusy(); }, 20000));
}

} // namespace

TEST_CASE("the timer has a line for each time, and the service starts the program on the journal")
{
    const ReminderFiles files{{QStringLiteral("/c"), QStringLiteral("/s"), QStringLiteral("/opt/palpate")},
                              "/home/a/j.palpate"};
    Reminder off = reminderAt(4, 5);
    off.enabled = false;
    const std::vector<Reminder> reminders{reminderAt(1, 9 * 60),
                                          reminderAt(2, 20 * 60 + 5, {Weekday::monday, Weekday::sunday}),
                                          reminderAt(3, 9 * 60, {}, ReminderKind::own), off};
    CHECK(files.timerText(reminders).toStdString() ==
          "# Written by Palpate. It goes when the last reminder in its settings is switched off.\n"
          "[Unit]\nDescription=When Palpate reminds\nX-Palpate-Journal=/home/a/j.palpate\n\n"
          "[Timer]\nOnCalendar=*-*-* 09:00:00\nOnCalendar=Mon,Sun *-*-* 20:05:00\nPersistent=true\n\n"
          "[Install]\nWantedBy=timers.target\n");
    CHECK(files.serviceText().toStdString() ==
          "# Written by Palpate. It goes when the last reminder in its settings is switched off.\n"
          "[Unit]\nDescription=Palpate shows what it is to remind of\nX-Palpate-Journal=/home/a/j.palpate\n\n"
          "[Service]\nType=oneshot\nExecStart=\"/opt/palpate\" remind --journal \"/home/a/j.palpate\"\n");
    CHECK(files.loginEntryText().toStdString() ==
          "# Written by Palpate. It goes when the last reminder in its settings is switched off.\n"
          "[Desktop Entry]\nType=Application\nName=Palpate reminders\nNoDisplay=true\n"
          "Exec=\"/opt/palpate\" \"remind\" \"--wait\" \"--journal\" \"/home/a/j.palpate\"\n"
          "X-Palpate-Journal=/home/a/j.palpate\n");
}

TEST_CASE("paths with blanks, quotes, dollars, percent signs and backslashes are quoted for both")
{
    const QString odd = QStringLiteral("/a b/50% \"x\" $HOME \\z");
    CHECK(systemdWord(odd).toStdString() == R"re("/a b/50%% \"x\" $$HOME \\z")re");
    CHECK(systemdWord(QStringLiteral("a\nb")).toStdString() == R"re("a\x0ab")re");
    CHECK(desktopEntryWord(odd).toStdString() == R"re("/a b/50%% \\"x\\" \\$HOME \\\\z")re");
    const ReminderFiles files{{QStringLiteral("/c"), QStringLiteral("/s"), QStringLiteral("/a $b/p")}, "/j"};
    // systemd takes no such path for a program.
    CHECK(files.serviceText().contains(
        QStringLiteral(R"re(ExecStart=/bin/sh -c "exec \"$$0\" \"$$@\"" "/a $$b/p" remind)re")));
}

TEST_CASE("systemd understands what is written for it")
{
    const QString analyze = QStandardPaths::findExecutable(QStringLiteral("systemd-analyze"));
    if (analyze.isEmpty()) {
        WARN("left out: systemd-analyze is not installed");
        return;
    }
    const TempDir folder;
    const QString program = pathIn(folder, GENERATE("50% of it/a palpate", "the $HOME of \"it\" [7]*/palpate"));
    writeScript(program, {});
    const ReminderFiles files{{pathIn(folder, "config"), pathIn(folder, "state"), program},
                              folder.path() / "the $HOME of 7 % \"x\".palpate"};
    files.writeUnits(
        std::vector{reminderAt(1, 0), reminderAt(2, 23 * 60 + 59, {Weekday::wednesday, Weekday::saturday})});
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), pathIn(folder, ""));
    process.setProcessEnvironment(environment);
    process.start(analyze, {QStringLiteral("--user"), QStringLiteral("--man=no"), QStringLiteral("verify"),
                            files.timer(), files.service()});
    REQUIRE(process.waitForFinished());
    INFO(process.readAll().toStdString());
    CHECK(process.exitCode() == 0);
}

TEST_CASE("with the person's systemd a timer is made, follows the journal and goes with the last reminder")
{
    ServiceBench bench{true};
    ReminderService service{bench.session, bench.places()};
    CHECK(service.way() == ReminderService::Way::none);
    Reminder reminder = reminderAt(1, 20 * 60);
    REQUIRE(bench.session.perform(add(reminder), {}));
    CHECK(service.isBusy());
    waitFor(service);
    CHECK(service.way() == ReminderService::Way::systemdTimer);
    const QStringList setUp{QStringLiteral("--user daemon-reload"),
                            QStringLiteral("--user enable --now palpate-remind.timer"),
                            QStringLiteral("--user restart palpate-remind.timer")};
    CHECK(bench.takeCalls() == setUp);
    const ReminderFiles files = bench.files();
    CHECK(contents(files.timer()).contains(QStringLiteral("OnCalendar=*-*-* 20:00:00\n")));
    CHECK(contents(files.service()).contains(QStringLiteral("\"%1\" remind --journal").arg(bench.program())));
    CHECK((QFileInfo{files.timer()}.permissions() | owner) == owner);
    CHECK_FALSE(files.hasLoginEntry());

    reminder.minuteOfDay += 1;
    REQUIRE(bench.session.perform(palpate::change(reminder), {}));
    reminder.minuteOfDay += 1;
    REQUIRE(bench.session.perform(palpate::change(reminder), {})); // while the one before is being set up
    waitFor(service);
    CHECK(contents(files.timer()).contains(QStringLiteral("OnCalendar=*-*-* 20:02:00\n")));
    CHECK(bench.takeCalls() == setUp + setUp);

    reminder.enabled = false;
    REQUIRE(bench.session.perform(palpate::change(reminder), {}));
    waitFor(service);
    CHECK(service.way() == ReminderService::Way::none);
    CHECK_FALSE(QFileInfo::exists(files.timer()));
    CHECK_FALSE(QFileInfo::exists(files.service()));
    CHECK(bench.takeCalls() == QStringList{QStringLiteral("--user disable --now palpate-remind.timer"),
                                           QStringLiteral("--user clean --what=state palpate-remind.timer"),
                                           QStringLiteral("--user daemon-reload")});
    bench.session.undoStack().undo();
    waitFor(service);
    CHECK(files.hasTimer());
    CHECK_FALSE(QFileInfo::exists(bench.started()));
}

TEST_CASE("without it a process is started now and at each login")
{
    ServiceBench bench{false};
    ReminderService service{bench.session, bench.places()};
    const Reminder reminder = reminderAt(1, 20 * 60);
    REQUIRE(bench.session.perform(add(reminder), {}));
    waitFor(service);
    CHECK(service.way() == ReminderService::Way::loginEntry);
    const ReminderFiles files = bench.files();
    CHECK_FALSE(files.hasTimer());
    CHECK_FALSE(QFileInfo::exists(files.service()));
    CHECK(contents(files.loginEntry()) == files.loginEntryText());
    CHECK((QFileInfo{files.loginEntry()}.permissions() | owner) == owner);
    REQUIRE(QTest::qWaitFor([&bench] { return QFileInfo::exists(bench.started()); }));
    CHECK(contents(bench.started()).toStdString() ==
          "remind --wait --journal " + bench.session.read().file().string() + "\n");
    REQUIRE(bench.session.perform(palpate::remove<Reminder>(reminder.id), {}));
    waitFor(service);
    CHECK_FALSE(files.hasLoginEntry());
    CHECK(service.way() == ReminderService::Way::none);
}

TEST_CASE("where nothing can be written that is said, and the reminder is kept")
{
    ServiceBench bench{true};
    writeScript(bench.places().config, {}); // a file where the folder should be
    ReminderService service{bench.session, bench.places()};
    REQUIRE(bench.session.perform(add(reminderAt(1, 20 * 60)), {}));
    waitFor(service);
    CHECK(service.way() == ReminderService::Way::failed);
    CHECK_THAT(service.problem().toStdString(), Catch::Contains("could not be written"));
    CHECK(bench.session.read().all<Reminder>().size() == 1);
}

TEST_CASE("at the start only what is missing or wrong is set up, and another journal's reminders are left alone")
{
    ServiceBench bench{true};
    REQUIRE(bench.session.perform(add(reminderAt(1, 20 * 60)), {}));
    ReminderService service{bench.session, bench.places()};
    service.mend(false);
    CHECK_FALSE(service.isBusy());
    service.mend(true);
    waitFor(service);
    CHECK(bench.files().hasTimer());
    (void)bench.takeCalls();
    service.mend(true);
    CHECK_FALSE(service.isBusy());
    ReminderPlaces moved = bench.places();
    moved.program += QStringLiteral("-2");
    ReminderService{bench.session, moved}.mend(false); // waits for its end
    CHECK(contents(bench.files().service()).contains(moved.program));

    const ReminderFiles other{bench.places(), bench.folder.path() / "other.palpate"};
    other.writeUnits(std::vector{reminderAt(1, 60)});
    CHECK(service.way() == ReminderService::Way::otherJournal);
    service.mend(true);
    bench.session.undoStack().undo(); // the reminder is gone
    CHECK_FALSE(service.isBusy());
    CHECK(contents(other.timer()) == other.timerText(std::vector{reminderAt(1, 60)}));
}

TEST_CASE("what is due while it is being set is not told a moment later")
{
    ServiceBench bench{true}; // half past nine
    const ReminderService service{bench.session, bench.places()};
    setenv("TZ", "CET-1", 1);
    tzset();
    const Reminder reminder = reminderAt(1, 9 * 60);
    REQUIRE(bench.session.perform(add(reminder), {}));
    const auto due = dueTurns(std::vector{reminder}, bench.clock.now(), [](auto) { return std::chrono::hours{1}; });
    REQUIRE(due.size() == 1);
    CHECK(ReminderMarks{bench.places().state}.isTold(due.front()));
    unsetenv("TZ");
    tzset();
}

TEST_CASE("nobody is told twice of the same day and time")
{
    const TempDir folder;
    const QString state = pathIn(folder, "state/palpate");
    ReminderTurn turn{reminderAt(1, 540), LocalDay{std::chrono::days{20000}}, {}};
    ReminderTurn other{reminderAt(2, 540), turn.day, {}};
    {
        ReminderMarks marks{state};
        CHECK_FALSE(marks.isTold(turn));
        marks.tell(std::vector{turn, other});
    }
    CHECK(QFileInfo{state + QStringLiteral("/reminded")}.size() > 0);
    CHECK((QFileInfo{state + QStringLiteral("/reminded")}.permissions() | owner) == owner);
    ReminderMarks marks{state};
    CHECK(marks.isTold(turn));
    CHECK(marks.isTold(other));
    turn.reminder.minuteOfDay = 600;
    CHECK_FALSE(marks.isTold(turn)); // another time of the same day
    turn.day += std::chrono::days{1};
    marks.tell(std::vector{turn});
    marks.takeBack(); // it could not be shown
    CHECK_FALSE(marks.isTold(turn));
    CHECK(marks.isTold(other));
}

TEST_CASE("a pause silences all, a check-in that was made the check-in of its day")
{
    ServiceBench bench{true};
    const Instant now = bench.clock.now();
    const JournalReader &journal = bench.session.read();
    const ReminderTurn checkIn{reminderAt(1, 540), dayOf(now), now};
    const ReminderTurn own{reminderAt(2, 540, {}, ReminderKind::own), dayOf(now), now};
    const auto told = [&] { return withoutSilenced({checkIn, own}, journal, now).size(); };
    CHECK(told() == 2);
    Instant yesterday = now;
    yesterday.utc -= std::chrono::days{1};
    bench.session.perform(add(CheckIn{bench.ids.next<CheckInId>(), yesterday, {}, {}, {}, false, {}}), {});
    CHECK(told() == 2);
    bench.session.perform(add(CheckIn{bench.ids.next<CheckInId>(), now, {}, {}, {}, false, {}}), {});
    CHECK(told() == 1);
    bench.session.undoStack().undo();
    const auto point =
        bench.session.mark(MuscleId{"infraspinatus"}, Side::left, {90, 60, 1300}, PointKind::active, {}, {});
    bench.session.perform(add(Rating{bench.ids.next<RatingId>(), point.value(), Asked::tendernessPressed,
                                     PainLevel::from(4).value(), now}),
                          {});
    CHECK(told() == 2);
    bench.session.perform(
        add(Rating{bench.ids.next<RatingId>(), point.value(), Asked::sorenessNow, PainLevel::from(4).value(), now}),
        {});
    CHECK(told() == 1);
    const auto berlin = [](auto) { return std::chrono::minutes{60}; };
    const Reminder tonight = reminderAt(1, 20 * 60);
    CHECK(dayOf(nextToTell(tonight, journal, now, berlin)->at) == dayOf(now) + std::chrono::days{1});
    Period pause{bench.ids.next<PeriodId>(), PeriodKind::pause, yesterday, std::nullopt, {}, {}};
    bench.session.perform(add(pause), {});
    CHECK(told() == 0);
    pause.ended = now;
    bench.session.perform(palpate::change(pause), {});
    CHECK(told() == 1);
}

TEST_CASE("a notification says nothing of health unless it is to")
{
    ReminderTurn own{reminderAt(1, 0, {}, ReminderKind::own), {}, {}};
    own.reminder.words = "stretch the left hip";
    const std::vector<ReminderTurn> turns{{reminderAt(2, 0), {}, {}}, own};
    CHECK(notificationLines(turns, false) == QStringList{QStringLiteral("Time for a look.")});
    CHECK(notificationLines(turns, true) ==
          QStringList{QStringLiteral("How sore is it today?"), QStringLiteral("stretch the left hip")});
}
