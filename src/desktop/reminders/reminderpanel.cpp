// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/reminders/reminderpanel.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/journalsession.h"
#include "desktop/reminders/reminderrow.h"
#include "desktop/reminders/reminderservice.h"
#include "desktop/reminders/reminderwords.h"
#include "desktop/shell/settings.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

/// A new reminder comes in the evening for the day's check-in, and in the middle of the morning for a break.
constexpr int checkInMinute = 20 * 60;
constexpr int breakMinute = 10 * 60;

} // namespace

ReminderPanel::ReminderPanel(JournalSession &session, ReminderService &service, QWidget *parent)
    : QWidget{parent},
      m_session{session},
      m_service{service},
      m_list{new QVBoxLayout},
      m_way{makeLabel({}, TextStyle::caption)}
{
    m_list->setSpacing(space::l);
    m_way->setObjectName(QStringLiteral("reminderWay"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, space::xs, 0, 0);
    layout->setSpacing(space::s);
    layout->addLayout(m_list);
    layout->addSpacing(space::s);
    layout->addWidget(makeAdders());
    layout->addWidget(makeSayMore());
    layout->addWidget(m_way);
    connect(&session, &JournalSession::changed, this, [this](const JournalChange &change) {
        if (change.touches<Reminder>()) {
            showReminders();
        }
    });
    connect(&service, &ReminderService::settled, this, &ReminderPanel::showWay);
    showReminders();
}

QWidget *ReminderPanel::makeAdders()
{
    auto *adders = new QWidget;
    auto *layout = new QHBoxLayout{adders};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    for (const ReminderKind kind : {ReminderKind::checkIn, ReminderKind::postureBreak, ReminderKind::own}) {
        auto *button = new QPushButton{reminderName(kind)};
        button->setObjectName(QStringLiteral("addReminder-") + QLatin1String(toKey(kind).data()));
        button->setAccessibleName(tr("Add a reminder: %1").arg(reminderName(kind)));
        setButtonIcon(*button, Icon::plus);
        connect(button, &QPushButton::clicked, this, [this, kind] { add(kind); });
        layout->addWidget(button);
        m_firstAdder = m_firstAdder == nullptr ? button : m_firstAdder;
    }
    layout->addStretch();
    return adders;
}

QWidget *ReminderPanel::makeSayMore()
{
    auto *box = new QCheckBox{tr("Say in the notification what it is about")};
    box->setObjectName(QStringLiteral("remindersSayMore"));
    box->setToolTip(tr("Whoever sees your screen can read it then."));
    box->setChecked(Settings{}.get(setting::remindersSayMore));
    connect(box, &QCheckBox::toggled, this, [](bool on) { Settings{}.set(setting::remindersSayMore, on); });
    return box;
}

void ReminderPanel::add(ReminderKind kind)
{
    const Reminder reminder{
        m_session.next<ReminderId>(), kind, kind == ReminderKind::checkIn ? checkInMinute : breakMinute, {}, "", true};
    if (m_session.perform(palpate::add(reminder), tr("Add a reminder")) && !m_rows.empty()) {
        m_rows.back()->focusTime();
    }
}

void ReminderPanel::remove(ReminderId id)
{
    if (m_session.perform(palpate::remove<Reminder>(id), tr("Remove a reminder"))) {
        m_firstAdder->setFocus(Qt::OtherFocusReason); // what had the keyboard is gone
    }
}

void ReminderPanel::showReminders()
{
    const std::vector<Reminder> reminders = m_session.read().all<Reminder>();
    std::erase_if(m_rows, [&reminders](ReminderRow *row) {
        const bool isGone = std::none_of(reminders.begin(), reminders.end(),
                                         [row](const Reminder &one) { return one.id == row->reminder().id; });
        if (isGone) {
            row->hide();
            row->deleteLater(); // it may be the one that asked
        }
        return isGone;
    });
    for (std::size_t at = 0; at < reminders.size(); ++at) { // in the order in which they were made
        if (at < m_rows.size() && m_rows[at]->reminder().id == reminders[at].id) {
            m_rows[at]->showReminder(reminders[at]);
            continue;
        }
        ReminderRow *row = makeRow(reminders[at]);
        m_list->insertWidget(static_cast<int>(at), row);
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), row);
    }
    showWay();
}

ReminderRow *ReminderPanel::makeRow(const Reminder &reminder)
{
    auto *row = new ReminderRow{reminder};
    connect(row, &ReminderRow::changed, this, [this](const Reminder &changed) {
        if (!m_session.perform(palpate::change(changed), tr("Change a reminder"))) {
            showReminders(); // as it is stored
        }
    });
    connect(row, &ReminderRow::removeAsked, this, [this, row] { remove(row->reminder().id); });
    return row;
}

void ReminderPanel::showWay()
{
    const bool isAnyOn =
        std::any_of(m_rows.begin(), m_rows.end(), [](const ReminderRow *row) { return row->reminder().enabled; });
    using Way = ReminderService::Way;
    const Way way = m_service.way();
    QString words;
    if (m_service.isBusy()) {
        words = tr("Setting up …");
    } else if (way == Way::failed) {
        words =
            tr("The reminders could not be set up: %1 Your choice is kept; switch one off and on again to try again.")
                .arg(m_service.problem());
    } else if (!isAnyOn) {
        words = tr("No reminder is on.");
    } else if (way == Way::systemdTimer) {
        words = tr("Your system reminds you, also while Palpate is closed.");
    } else if (way == Way::loginEntry) {
        words = tr("A small part of Palpate starts when you log in and reminds you, also while the window is closed.");
    } else if (way == Way::otherJournal) {
        words = tr("You are reminded by another journal. Switch one off and on again to be reminded by this one.");
    } else {
        words = tr("Not set up on this machine yet. Switch one off and on again.");
    }
    m_way->setText(words);
}

} // namespace palpate::desktop
