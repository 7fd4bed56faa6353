// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/reminders/reminderrow.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTimeEdit>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/reminders/reminderwords.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int mostLetters = 120;
constexpr int minutes = 60;
/// What belongs to a reminder stands under its name, beside the box.
constexpr int underName = 20 + space::s;

Weekday weekdayOf(int fromMonday) { return static_cast<Weekday>(fromMonday); }

} // namespace

ReminderRow::ReminderRow(const Reminder &reminder, QWidget *parent)
    : QWidget{parent},
      m_reminder{reminder},
      m_enabled{new QCheckBox{reminderName(reminder.kind)}},
      m_time{new QTimeEdit},
      m_days{makeDays()}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addLayout(makeHead());
    auto *rest = new QVBoxLayout;
    rest->setContentsMargins(isRightToLeft() ? 0 : underName, 0, isRightToLeft() ? underName : 0, 0);
    rest->setSpacing(space::xs);
    if (hasOwnWords(reminder.kind)) {
        m_words = new QLineEdit;
        m_words->setObjectName(QStringLiteral("reminderWords"));
        m_words->setPlaceholderText(tr("What to be reminded of"));
        m_words->setAccessibleName(tr("What to be reminded of"));
        m_words->setTextMargins(space::s, 0, space::s, 0);
        m_words->setMaxLength(mostLetters);
        connect(m_words, &QLineEdit::editingFinished, this, [this] {
            Reminder changed = m_reminder;
            changed.words = m_words->text().simplified().toStdString();
            take(changed);
        });
        rest->addWidget(m_words);
    }
    rest->addWidget(m_days);
    layout->addLayout(rest);
    showReminder(reminder);
}

QHBoxLayout *ReminderRow::makeHead()
{
    m_enabled->setObjectName(QStringLiteral("reminderEnabled"));
    m_enabled->setAccessibleName(tr("Reminder: %1").arg(m_enabled->text()));
    connect(m_enabled, &QCheckBox::toggled, this, [this](bool on) {
        Reminder changed = m_reminder;
        changed.enabled = on;
        take(changed);
    });
    m_time->setObjectName(QStringLiteral("reminderTime"));
    m_time->setAccessibleName(tr("At what time"));
    m_time->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_time->setAlignment(Qt::AlignCenter);
    QString format = QLocale{}.timeFormat(QLocale::ShortFormat);
    m_time->setDisplayFormat(format.remove(QStringLiteral(":ss")));
    // When the person is done with it: a step of undo for each digit would be many.
    connect(m_time, &QTimeEdit::editingFinished, this, [this] {
        Reminder changed = m_reminder;
        changed.minuteOfDay = m_time->time().hour() * minutes + m_time->time().minute();
        take(changed);
    });
    auto *remove = new QPushButton;
    remove->setObjectName(QStringLiteral("reminderRemove"));
    setButtonIcon(*remove, Icon::remove);
    setButtonRole(*remove, ButtonRole::quiet);
    remove->setToolTip(tr("Remove this reminder"));
    remove->setAccessibleName(tr("Remove this reminder"));
    connect(remove, &QPushButton::clicked, this, &ReminderRow::removeAsked);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_enabled, 1);
    head->addWidget(m_time);
    head->addWidget(remove);
    return head;
}

Chips *ReminderRow::makeDays()
{
    auto *days = new Chips{Chips::Choice::any, QStringLiteral("reminderDay")};
    days->setAccessibleName(tr("Days; none is every day"));
    const QLocale locale;
    constexpr int week = 7;
    for (int step = 0; step < week; ++step) {
        const int day = (locale.firstDayOfWeek() - 1 + step) % week;
        days->add(day, locale.standaloneDayName(day + 1, QLocale::ShortFormat));
        days->chip(day)->setAccessibleName(locale.standaloneDayName(day + 1, QLocale::LongFormat));
    }
    connect(days, &Chips::toggled, this, [this](int day, bool on) {
        Reminder changed = m_reminder;
        changed.days.set(weekdayOf(day), on);
        take(changed);
    });
    return days;
}

void ReminderRow::take(const Reminder &reminder)
{
    if (reminder != m_reminder) {
        m_reminder = reminder;
        Q_EMIT changed(reminder);
    }
}

void ReminderRow::showReminder(const Reminder &reminder)
{
    m_reminder = reminder; // first: what follows is no change by the person
    m_enabled->setChecked(reminder.enabled);
    m_time->setTime({reminder.minuteOfDay / minutes, reminder.minuteOfDay % minutes});
    if (m_words != nullptr && m_words->text().simplified() != QString::fromStdString(reminder.words)) {
        m_words->setText(QString::fromStdString(reminder.words));
    }
    for (int day = 0; day < static_cast<int>(Keys<Weekday>::all.size()); ++day) {
        m_days->setChecked(day, reminder.days.has(weekdayOf(day)));
    }
}

void ReminderRow::focusTime()
{
    m_time->setFocus(Qt::OtherFocusReason);
    m_time->setSelectedSection(QDateTimeEdit::HourSection);
}

} // namespace palpate::desktop
