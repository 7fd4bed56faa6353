// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "record/visit.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace palpate::desktop {

class JournalSession;
class ReminderRow;
class ReminderService;

/// The reminders of the settings: one row each, buttons that add one, what may be told to others, and in one sentence
/// how they are set up.
class ReminderPanel : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive it.
    ReminderPanel(JournalSession &session, ReminderService &service, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *makeAdders();
    [[nodiscard]] QWidget *makeSayMore();
    void add(ReminderKind kind);
    void remove(ReminderId id);
    /// Shows what the journal holds now; rows stay the widgets they are, so that the keyboard stays where it is.
    void showReminders();
    [[nodiscard]] ReminderRow *makeRow(const Reminder &reminder);
    void showWay();

    JournalSession &m_session;
    ReminderService &m_service;
    QVBoxLayout *m_list;
    QLabel *m_way;
    QPushButton *m_firstAdder = nullptr;
    std::vector<ReminderRow *> m_rows;
};

} // namespace palpate::desktop
