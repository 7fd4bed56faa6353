// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, a journal on disk, and a notification service that people use.
#include <catch2/catch.hpp>

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include "core/idsource.h"
#include "desktop/shell/settings.h"
#include "journal/journal.h"
#include "support/tempdir.h"

using namespace palpate;
using palpate::testing::TempDir;

namespace {

constexpr int patienceMs = 30000;
const QString service = QStringLiteral("org.freedesktop.Notifications");

struct Ran {
    int code;
    std::string out;
    std::string err;
};

Ran run(const QString &program, const QStringList &words, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, words);
    if (!process.waitForFinished(patienceMs)) {
        throw std::runtime_error{program.toStdString() + " did not end"};
    }
    return {process.exitCode(), process.readAllStandardOutput().toStdString(),
            process.readAllStandardError().toStdString()};
}

/// A journal with what the test puts in, and the program without a display.
class Bench {
public:
    Bench()
    {
        QFile::remove(qEnvironmentVariable("XDG_STATE_HOME") + QStringLiteral("/palpate/reminded"));
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    }

    [[nodiscard]] Journal open() { return Journal::open(m_folder.path() / "my journal.palpate", {clock, device}); }

    /// Due this very minute, by the machine's clock.
    [[nodiscard]] Reminder dueNow(ReminderKind kind, const std::string &words = {})
    {
        const Instant now = clock.now();
        const auto sinceMidnight = now.local() - dayOf(now);
        const auto minute = std::chrono::duration_cast<std::chrono::minutes>(sinceMidnight);
        return {ids.next<ReminderId>(), kind, static_cast<int>(minute.count()), {}, words, true};
    }

    [[nodiscard]] Ran remind(const QStringList &words = {})
    {
        const QString file = QString::fromStdString((m_folder.path() / "my journal.palpate").string());
        return run(QStringLiteral(PALPATE_PROGRAM),
                   QStringList{QStringLiteral("remind"), QStringLiteral("--journal"), file} + words, environment);
    }

    SystemClock clock;
    Uuid7Source ids{clock};
    DeviceId device{{1}};
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

private:
    TempDir m_folder;
};

class Dunst {
public:
    Dunst()
    {
        m_process.start(QStringLiteral(PALPATE_DUNST), {});
        if (!m_process.waitForStarted() || !QTest::qWaitFor([] { return isThere(); }, patienceMs)) {
            throw std::runtime_error{"dunst does not answer: " + m_process.readAllStandardError().toStdString()};
        }
    }
    Dunst(const Dunst &) = delete;
    Dunst &operator=(const Dunst &) = delete;
    Dunst(Dunst &&) = delete;
    Dunst &operator=(Dunst &&) = delete;
    ~Dunst()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    /// What it has shown since the last call: "title: text".
    [[nodiscard]] QStringList takeShown()
    {
        (void)ask({QStringLiteral("close-all")}); // only then does it stand in the history
        const auto history = QJsonDocument::fromJson(QByteArray::fromStdString(ask({QStringLiteral("history")})));
        QStringList shown;
        const QJsonArray entries = history[QStringLiteral("data")][0].toArray(); // newest first, and never cleared
        for (qsizetype at = 0; at < entries.size() - m_taken; ++at) {
            const QJsonValue entry = entries[at];
            const auto word = [&entry](const char *key) {
                return entry[QLatin1String(key)][QStringLiteral("data")].toString();
            };
            CHECK(word("appname") == QStringLiteral("Palpate"));
            shown << word("summary") + QStringLiteral(": ") + word("body");
        }
        m_taken = entries.size();
        return shown;
    }

private:
    static bool isThere() { return QDBusConnection::sessionBus().interface()->isServiceRegistered(service); }

    static std::string ask(const QStringList &words)
    {
        return run(QStringLiteral(PALPATE_DUNSTCTL), words, QProcessEnvironment::systemEnvironment()).out;
    }

    QProcess m_process;
    qsizetype m_taken = 0;
};

} // namespace

TEST_CASE("what is due is shown once, neutral unless the person wants more, also while the journal is open")
{
    Dunst dunst;
    Bench bench;
    {
        Journal journal = bench.open();
        journal.perform(add(bench.dueNow(ReminderKind::checkIn)));
        Reminder off = bench.dueNow(ReminderKind::own, "never shown");
        off.enabled = false;
        journal.perform(add(off));
        const Ran ran = bench.remind(); // as while the window has it open
        CHECK(ran.err.empty());
        CHECK(ran.code == 0);
    }
    CHECK(dunst.takeShown() == QStringList{QStringLiteral("Palpate: Time for a look.")});
    CHECK(bench.remind().code == 0);
    CHECK(dunst.takeShown().isEmpty()); // told already

    desktop::Settings{}.set(desktop::setting::remindersSayMore, true);
    bench.open().perform(add(bench.dueNow(ReminderKind::own, "left <hip> & back")));
    CHECK(bench.remind().code == 0);
    CHECK(dunst.takeShown() == QStringList{QStringLiteral("Palpate: left &lt;hip&gt; &amp; back")});
    desktop::Settings{}.set(desktop::setting::remindersSayMore, false);

    bench.open().perform(add(Period{bench.ids.next<PeriodId>(), PeriodKind::pause, bench.clock.now(), {}, {}, {}}));
    bench.open().perform(add(bench.dueNow(ReminderKind::own)));
    CHECK(bench.remind().code == 0);
    CHECK(dunst.takeShown().isEmpty());
}

TEST_CASE("a process that waits shows what is due and ends when no reminder is on any more")
{
    Dunst dunst;
    Bench bench;
    const Reminder reminder = bench.dueNow(ReminderKind::checkIn);
    bench.open().perform(add(reminder));
    QProcess waiting; // its first look is at once
    waiting.setProcessEnvironment(bench.environment);
    const QString file = QString::fromStdString(bench.open().file().string());
    waiting.start(QStringLiteral(PALPATE_PROGRAM),
                  {QStringLiteral("remind"), QStringLiteral("--wait"), QStringLiteral("--journal"), file});
    QStringList shown;
    CHECK(QTest::qWaitFor([&] { return !(shown = dunst.takeShown()).isEmpty(); }, patienceMs));
    CHECK(shown == QStringList{QStringLiteral("Palpate: Time for a look.")});
    CHECK(waiting.state() == QProcess::Running);
    waiting.terminate();
    REQUIRE(waiting.waitForFinished(patienceMs));
    bench.open().perform(remove<Reminder>(reminder.id));
    CHECK(bench.remind({QStringLiteral("--wait")}).code == 0); // nothing to wait for
}

TEST_CASE("where no notification service is there, that is said, and the reminder can still be shown later")
{
    Bench bench;
    bench.open().perform(add(bench.dueNow(ReminderKind::checkIn)));
    bench.environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
    Ran ran = bench.remind();
    CHECK(ran.code == 1);
    CHECK_THAT(ran.err, Catch::StartsWith("palpate: The reminder could not be shown, because there is no message bus"));

    // A bus that starts no services.
    const TempDir folder;
    const QString config = QString::fromStdString((folder.path() / "bus.conf").string());
    QFile file{config};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">"
               "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow "
               "own=\"*\"/></policy></busconfig>");
    file.close();
    const QString journal = QString::fromStdString(bench.open().file().string());
    ran = run(QStringLiteral(PALPATE_DBUS_RUN),
              {QStringLiteral("--config-file=") + config, QStringLiteral("--"), QStringLiteral(PALPATE_PROGRAM),
               QStringLiteral("remind"), QStringLiteral("--journal"), journal},
              QProcessEnvironment::systemEnvironment());
    CHECK(ran.code == 1);
    CHECK_THAT(ran.err, Catch::Contains("palpate: The reminder could not be shown, because no notification service"));

    Dunst dunst;
    bench.environment = QProcessEnvironment::systemEnvironment();
    CHECK(bench.remind().code == 0);
    CHECK(dunst.takeShown() == QStringList{QStringLiteral("Palpate: Time for a look.")});
}

TEST_CASE("the list says when each reminder is next due, and needs no bus")
{
    Bench bench;
    bench.environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
    bench.environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    CHECK(bench.remind({QStringLiteral("--list")}).err.find("There is no journal at") != std::string::npos);
    {
        Journal journal = bench.open();
        journal.perform(
            add(Reminder{bench.ids.next<ReminderId>(), ReminderKind::own, 545, {Weekday::friday}, "water", true}));
        journal.perform(add(Reminder{bench.ids.next<ReminderId>(), ReminderKind::checkIn, 1200, {}, "", false}));
    }
    const Ran ran = bench.remind({QStringLiteral("--list")});
    CHECK(ran.code == 0);
    CHECK_THAT(ran.out, Catch::Matches("09:05  fri  own: water  next 20\\d\\d-\\d\\d-\\d\\d 09:05\n"
                                       "20:00  every day  check-in  off\n"));
}
