// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/reminders/reminderservice.h"

#include <algorithm>

#include <QProcess>

#include "core/error.h"
#include "core/systemoffset.h"
#include "desktop/reminders/remindermarks.h"

namespace palpate::desktop {

namespace {

CommandChain::Command systemctl(const QStringList &words, bool mayFail = false)
{
    return {QStringLiteral("systemctl"), QStringList{QStringLiteral("--user")} + words, mayFail};
}

const QString timerUnit = QStringLiteral("palpate-remind.timer");

} // namespace

ReminderService::ReminderService(JournalSession &session, ReminderPlaces places, QObject *parent)
    : QObject{parent}, m_session{session}, m_files{std::move(places), session.read().file()}
{
    connect(&session, &JournalSession::changed, this, &ReminderService::follow);
    connect(&m_chain, &CommandChain::finished, this, &ReminderService::chainEnded);
}

ReminderService::~ReminderService() { m_chain.waitForEnd(); }

std::vector<Reminder> ReminderService::enabledReminders() const
{
    std::vector<Reminder> reminders = m_session.read().all<Reminder>();
    std::erase_if(reminders, [](const Reminder &reminder) { return !reminder.enabled; });
    return reminders;
}

void ReminderService::mend(bool isUsual)
{
    if (m_files.isOfOtherJournal()) {
        return;
    }
    const std::vector<Reminder> reminders = enabledReminders();
    const bool isSetUp = m_files.hasTimer() || m_files.hasLoginEntry();
    if (reminders.empty() ? isSetUp : isSetUp ? !m_files.isUpToDate(reminders) : isUsual) {
        apply();
    }
}

void ReminderService::follow(const JournalChange &change)
{
    if (!change.touches<Reminder>()) {
        return;
    }
    passOver(change);
    if (isBusy()) {
        m_again = true;
    } else {
        apply();
    }
}

void ReminderService::passOver(const JournalChange &change)
{
    std::vector<ReminderTurn> due = dueTurns(enabledReminders(), m_session.now(), systemOffset);
    std::erase_if(due, [&change](const ReminderTurn &turn) {
        return std::none_of(change.records.begin(), change.records.end(),
                            [&turn](const RecordRef &record) { return record.id.bytes() == turn.reminder.id.bytes(); });
    });
    if (due.empty()) {
        return;
    }
    try {
        ReminderMarks{m_files.places().state}.tell(due);
    } catch (const WorldError &) {
        // Then it is told once more than needed.
    }
}

void ReminderService::apply()
{
    m_problem.clear();
    const std::vector<Reminder> reminders = enabledReminders();
    if (!reminders.empty()) {
        setUp(reminders);
    } else if (!m_files.isOfOtherJournal()) {
        remove();
    } else {
        Q_EMIT settled();
    }
}

void ReminderService::setUp(const std::vector<Reminder> &reminders)
{
    m_removing = false;
    try {
        m_files.writeUnits(reminders);
    } catch (const WorldError &error) {
        m_problem = QString::fromUtf8(error.what());
        Q_EMIT settled();
        return;
    }
    // A timer that runs already keeps its old times until it is started again.
    m_chain.start({systemctl({QStringLiteral("daemon-reload")}),
                   systemctl({QStringLiteral("enable"), QStringLiteral("--now"), timerUnit}),
                   systemctl({QStringLiteral("restart"), timerUnit})});
}

void ReminderService::remove()
{
    m_removing = true;
    m_files.removeLoginEntry(); // its process ends by itself within a minute
    if (m_files.hasTimer()) {
        m_chain.start({systemctl({QStringLiteral("disable"), QStringLiteral("--now"), timerUnit}, true),
                       systemctl({QStringLiteral("clean"), QStringLiteral("--what=state"), timerUnit}, true)});
    } else {
        chainEnded({});
    }
}

void ReminderService::chainEnded(const QString &problem)
{
    if (m_removing && m_files.hasTimer()) {
        m_files.removeUnits();
        if (m_files.hasTimer()) {
            m_problem = m_files.timer();
        } else if (problem.isEmpty()) {
            m_chain.start({systemctl({QStringLiteral("daemon-reload")}, true)});
            return;
        }
    } else if (!m_removing && problem.isEmpty()) {
        m_files.removeLoginEntry(); // no longer needed
    } else if (!m_removing) {
        fallBack();
    }
    if (std::exchange(m_again, false)) {
        apply();
    } else {
        Q_EMIT settled();
    }
}

void ReminderService::fallBack()
{
    m_files.removeUnits();
    try {
        m_files.writeLoginEntry();
    } catch (const WorldError &error) {
        m_problem = QString::fromUtf8(error.what());
        return;
    }
    // Not only from the next login on. Where one waits already, this one leaves at once.
    if (!QProcess::startDetached(m_files.places().program, m_files.waitingArguments())) {
        m_problem = m_files.places().program;
    }
}

ReminderService::Way ReminderService::way() const
{
    if (!m_problem.isEmpty()) {
        return Way::failed;
    }
    if (m_files.isOfOtherJournal()) {
        return Way::otherJournal;
    }
    return m_files.hasTimer() ? Way::systemdTimer : m_files.hasLoginEntry() ? Way::loginEntry : Way::none;
}

} // namespace palpate::desktop
