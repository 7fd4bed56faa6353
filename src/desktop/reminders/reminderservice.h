// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "desktop/journalsession.h"
#include "desktop/reminders/commandchain.h"
#include "desktop/reminders/reminderfiles.h"

namespace palpate::desktop {

/// Sees to it that the system starts `palpate remind` as long as a reminder is switched on: by a timer of the person's
/// systemd, or, where none answers, by a small process that is started at login and now. Follows the journal.
class ReminderService : public QObject {
    Q_OBJECT

public:
    enum class Way {
        none,
        systemdTimer,
        loginEntry,
        otherJournal, ///< what is set up was set up by another journal
        failed        ///< problem() says why
    };

    /// The session must outlive it.
    explicit ReminderService(JournalSession &session, ReminderPlaces places = ReminderPlaces::fromEnvironment(),
                             QObject *parent = nullptr);
    /// Finishes what was begun, which takes seconds at most.
    ~ReminderService() override;
    ReminderService(const ReminderService &) = delete;
    ReminderService &operator=(const ReminderService &) = delete;
    ReminderService(ReminderService &&) = delete;
    ReminderService &operator=(ReminderService &&) = delete;

    /// To be called once at the start: sets up again what is missing or no longer right, because the program has moved
    /// or the journal came from elsewhere. `isUsual` says that it is the journal in the data folder: the reminders of
    /// any other are not set up by only opening it. What another journal has set up is left alone.
    void mend(bool isUsual);

    [[nodiscard]] bool isBusy() const { return m_chain.isRunning(); }
    [[nodiscard]] Way way() const;
    /// What failed, as the system said it; empty when nothing did.
    [[nodiscard]] const QString &problem() const { return m_problem; }

Q_SIGNALS:
    /// After all has been set up or removed, or could not be.
    void settled();

private:
    void follow(const JournalChange &change);
    /// What is due this moment needs not be told to somebody who sits before its setting.
    void passOver(const JournalChange &change);
    void apply();
    void setUp(const std::vector<Reminder> &reminders);
    void remove();
    void chainEnded(const QString &problem);
    void fallBack();
    [[nodiscard]] std::vector<Reminder> enabledReminders() const;

    JournalSession &m_session;
    ReminderFiles m_files;
    CommandChain m_chain;
    QString m_problem;
    bool m_removing = false;
    bool m_again = false;
};

} // namespace palpate::desktop
