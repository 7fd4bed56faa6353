// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "record/visit.h"

class QCheckBox;
class QHBoxLayout;
class QLineEdit;
class QTimeEdit;

namespace palpate::desktop {

class Chips;

/// One reminder: on or off, when, on which days, in which words.
class ReminderRow : public QWidget {
    Q_OBJECT

public:
    explicit ReminderRow(const Reminder &reminder, QWidget *parent = nullptr);

    [[nodiscard]] const Reminder &reminder() const { return m_reminder; }
    /// Shows it as it is now. The same reminder, by its id.
    void showReminder(const Reminder &reminder);
    /// For one that was just added: to its time, which is what differs most.
    void focusTime();

Q_SIGNALS:
    /// By the person.
    void changed(const palpate::Reminder &reminder);
    void removeAsked();

private:
    [[nodiscard]] QHBoxLayout *makeHead();
    [[nodiscard]] Chips *makeDays();
    void take(const Reminder &reminder);

    Reminder m_reminder;
    QCheckBox *m_enabled;
    QTimeEdit *m_time;
    QLineEdit *m_words = nullptr; ///< null for a kind that has none
    Chips *m_days;
};

} // namespace palpate::desktop
