// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/whenbar.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/datewords.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

WhenBar::WhenBar(const Clock &clock, QWidget *parent)
    : QWidget{parent},
      m_clock{clock},
      m_day{makeLabel({}, TextStyle::section, this)},
      m_now{new QPushButton{tr("Now"), this}},
      m_other{new QPushButton{tr("Another time"), this}},
      m_edit{new QDateTimeEdit{this}},
      m_warning{makeLabel({}, TextStyle::caption, this)}
{
    auto *group = new QButtonGroup{this};
    for (QPushButton *button : {m_now, m_other}) {
        button->setCheckable(true);
        setButtonRole(*button, ButtonRole::segment);
        group->addButton(button);
    }
    m_now->setChecked(true);
    m_now->setObjectName(QStringLiteral("whenNow"));
    m_other->setObjectName(QStringLiteral("whenOther"));
    m_edit->setObjectName(QStringLiteral("whenEdit"));
    m_edit->setAccessibleName(tr("When it was like this"));
    m_edit->setTimeSpec(Qt::UTC); // it shows the clock on the wall; what that means is the clock's business
    m_edit->setDisplayFormat(tr("ddd d MMM yyyy, HH:mm"));
    m_edit->setCalendarPopup(false);
    m_warning->setObjectName(QStringLiteral("whenWarning"));
    m_day->setWordWrap(false);
    m_day->setObjectName(QStringLiteral("todayDate"));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_day);
    row->addSpacing(space::s);
    row->addWidget(m_now);
    row->addWidget(m_other);
    row->addWidget(m_edit);
    row->addStretch();
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addLayout(row);
    layout->addWidget(m_warning);
    connect(m_now, &QPushButton::clicked, this, &WhenBar::chooseNow);
    connect(m_other, &QPushButton::clicked, this, &WhenBar::chooseOther);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    showOther(false);
}

QDateTime WhenBar::wallNow() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock.now().local().time_since_epoch().count(), Qt::UTC);
}

std::optional<Instant> WhenBar::when() const
{
    if (!m_other->isChecked()) {
        return std::nullopt;
    }
    const std::chrono::minutes wall{m_edit->dateTime().toSecsSinceEpoch() / 60};
    return m_clock.at(std::chrono::local_time<std::chrono::minutes>{wall});
}

void WhenBar::chooseDay(LocalDay day)
{
    const QSignalBlocker quiet{m_edit};
    m_edit->setMaximumDateTime(wallNow());
    QDateTime wall = wallNow();
    wall.setDate(datewords::date(day));
    m_edit->setDateTime(wall);
    m_other->setChecked(true);
    showOther(true);
    Q_EMIT changed();
}

void WhenBar::chooseMoment(const Instant &moment)
{
    const QSignalBlocker quiet{m_edit};
    m_edit->setMaximumDateTime(wallNow());
    m_edit->setDateTime(QDateTime::fromMSecsSinceEpoch(moment.local().time_since_epoch().count(), Qt::UTC));
    m_other->setChecked(true);
    showOther(true);
    Q_EMIT changed();
}

void WhenBar::chooseNow()
{
    m_now->setChecked(true);
    showOther(false);
    Q_EMIT changed();
}

void WhenBar::chooseOther()
{
    if (m_edit->isHidden()) {
        const QSignalBlocker quiet{m_edit};
        m_edit->setMaximumDateTime(wallNow());
        m_edit->setDateTime(wallNow());
    }
    m_other->setChecked(true);
    showOther(true);
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void WhenBar::refresh()
{
    const LocalDay today = dayOf(m_clock.now());
    m_day->setText(datewords::longDay(today, today));
    if (const auto moment = when()) {
        m_warning->setText(tr("Everything you enter goes to %1, %2, until you choose Now.")
                               .arg(datewords::longDay(dayOf(*moment), today), datewords::time(*moment)));
    }
}

void WhenBar::showOther(bool other)
{
    m_day->setVisible(!other);
    m_edit->setVisible(other);
    m_warning->setVisible(other);
    refresh();
}

} // namespace palpate::desktop
