// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/reminders/remindcommand.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <iomanip>
#include <ostream>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTimer>

#include "core/error.h"
#include "core/isotime.h"
#include "core/systemoffset.h"
#include "desktop/reminders/duereminders.h"
#include "desktop/reminders/notification.h"
#include "desktop/reminders/reminderfiles.h"
#include "desktop/reminders/remindermarks.h"
#include "desktop/reminders/reminderwords.h"
#include "desktop/shell/settings.h"

namespace palpate::desktop {

namespace {

namespace fs = std::filesystem;

JournalReader readerOf(const RemindRequest &request)
{
    std::error_code ignored;
    if (!fs::exists(request.journal, ignored)) {
        throw WorldError{"There is no journal at " + request.journal.string() +
                         ", so there is nothing to remind of; check the path, or start Palpate once to begin one."};
    }
    return JournalReader::open(request.journal);
}

/// Marked before they are shown: whatever happens between, nobody is told twice.
void show(const std::vector<ReminderTurn> &turns, const JournalReader &journal, const Instant &now,
          ReminderMarks &marks)
{
    marks.tell(turns);
    const std::vector<ReminderTurn> told = withoutSilenced(turns, journal, now);
    if (told.empty()) {
        return;
    }
    try {
        showNotification(QStringLiteral("Palpate"), notificationLines(told, Settings{}.get(setting::remindersSayMore)));
    } catch (const WorldError &) {
        marks.takeBack();
        throw;
    }
}

std::string daysOf(const Reminder &reminder)
{
    std::string days;
    for (const auto &[day, key] : Keys<Weekday>::all) {
        if (reminder.days.has(day)) {
            days += (days.empty() ? "" : " ") + std::string{key.substr(0, 3)};
        }
    }
    return days.empty() ? "every day" : days;
}

/// "2026-03-02 09:30"
std::string minuteText(const Instant &instant)
{
    const std::string iso = isoText(instant);
    return iso.substr(0, 10) + " " + iso.substr(11, 5);
}

/// Looks at the clock once a minute, so that sleep and a changed clock cost a minute at most, and at the journal only
/// when its files have changed or something is due.
class Waiting {
public:
    explicit Waiting(const RemindRequest &request)
        : m_request{request}, m_files{ReminderPlaces::fromEnvironment(), request.journal}
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    }

    void run()
    {
        QTimer::singleShot(0, &m_timer, [this] { look(); });
        QCoreApplication::exec();
    }

private:
    using Stamp = std::array<qint64, 4>;

    void look()
    {
        tzset(); // the person may have travelled
        std::string problem;
        try {
            if (!QDBusConnection::sessionBus().isConnected() || isReplaced() || !isWanted()) {
                QCoreApplication::quit();
                return;
            }
            if (!dueTurns(m_reminders, m_request.clock.now(), systemOffset).empty()) {
                remindNow(m_request);
            }
        } catch (const std::exception &error) {
            problem = error.what(); // tried again in a minute
        }
        if (problem != m_problem && !problem.empty()) {
            std::fprintf(stderr, "palpate: %s\n", problem.c_str());
        }
        m_problem = problem;
        constexpr auto minute = std::chrono::milliseconds{60'000};
        m_timer.start(minute - m_request.clock.now().utc.time_since_epoch() % minute);
    }

    /// Whether the system starts the reminders in another way, or those of another journal.
    [[nodiscard]] bool isReplaced() const
    {
        return (m_files.hasTimer() && !m_files.hasLoginEntry()) || m_files.isOfOtherJournal();
    }

    /// Whether any reminder is switched on, as far as the journal can be read.
    bool isWanted()
    {
        const Stamp stamp = stampOf(m_request.journal);
        if (stamp != m_stamp) {
            m_reminders = readerOf(m_request).all<Reminder>();
            m_stamp = stamp;
        }
        return std::any_of(m_reminders.begin(), m_reminders.end(),
                           [](const Reminder &reminder) { return reminder.enabled; });
    }

    /// Of the journal and of what was written to it last.
    static Stamp stampOf(const fs::path &journal)
    {
        const QString file = QString::fromStdString(journal.string());
        const QFileInfo main{file};
        const QFileInfo log{file + QStringLiteral("-wal")};
        return {main.lastModified().toMSecsSinceEpoch(), main.size(), log.lastModified().toMSecsSinceEpoch(),
                log.size()};
    }

    const RemindRequest &m_request;
    ReminderFiles m_files;
    QTimer m_timer;
    std::vector<Reminder> m_reminders;
    Stamp m_stamp{};
    std::string m_problem;
};

} // namespace

void remindNow(const RemindRequest &request)
{
    const JournalReader journal = readerOf(request);
    const Instant now = request.clock.now();
    std::vector<ReminderTurn> turns = dueTurns(journal.all<Reminder>(), now, systemOffset);
    if (turns.empty()) {
        return;
    }
    ReminderMarks marks{ReminderPlaces::fromEnvironment().state};
    std::erase_if(turns, [&marks](const ReminderTurn &turn) { return marks.isTold(turn); });
    if (!turns.empty()) {
        show(turns, journal, now, marks);
    }
}

void remindWhileWaiting(const RemindRequest &request)
{
    const QString folder = ReminderPlaces::fromEnvironment().state;
    QLockFile alone{folder + QStringLiteral("/remind.lock")};
    alone.setStaleLockTime(0); // never while its process lives
    if (!QDir{}.mkpath(folder)) {
        throw WorldError{folder.toStdString() + " cannot be made; make room or look at who may write there."};
    }
    // One that is no longer wanted leaves within a minute.
    constexpr int patienceMs = 70'000;
    if (alone.tryLock(patienceMs)) {
        Waiting{request}.run();
    }
}

void listReminders(const RemindRequest &request, std::ostream &out)
{
    const JournalReader journal = readerOf(request);
    const Instant now = request.clock.now();
    std::vector<Reminder> reminders = journal.all<Reminder>();
    std::ranges::stable_sort(reminders, {}, &Reminder::minuteOfDay); // in the order of the day
    for (const Reminder &reminder : reminders) {
        const auto next = nextToTell(reminder, journal, now, systemOffset);
        constexpr int minutes = 60;
        out << std::setfill('0') << std::setw(2) << reminder.minuteOfDay / minutes << ":" << std::setw(2)
            << reminder.minuteOfDay % minutes << std::setfill(' ') << "  " << daysOf(reminder) << "  "
            << toKey(reminder.kind) << (reminder.words.empty() ? "" : ": " + reminder.words) << "  "
            << (next ? "next " + minuteText(next->at) : "off") << "\n";
    }
    if (reminders.empty()) {
        out << "no reminders; the settings of the window add them\n";
    } else if (isPaused(journal, now)) {
        out << "a pause lasts: nothing is shown before it ends\n";
    }
}

} // namespace palpate::desktop
