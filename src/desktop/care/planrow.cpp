// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/planrow.h"

#include <QHBoxLayout>
#include <QLabel>

#include "desktop/care/carewords.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

PlanRow::PlanRow(const anatomy::Atlas &atlas, const PlanItem &item, const QString &caption, const DueItem *due,
                 const Instant &now, QWidget *parent)
    : QWidget{parent}, m_buttons{new QHBoxLayout}
{
    setObjectName(QStringLiteral("planRow"));
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    const QString name = carewords::planItem(atlas, item);
    column->addWidget(makeLabel(name, TextStyle::strong));
    column->addWidget(makeLabel(caption, TextStyle::caption));
    if (due != nullptr && due->ruledOut) {
        column->addWidget(makeLabel(carewords::restriction(*due->ruledOut), TextStyle::body));
    } else if (due != nullptr && due->held) {
        column->addWidget(makeLabel(carewords::rule(*due->held, now), TextStyle::body));
    }
    m_buttons->setSpacing(space::s);
    column->addLayout(m_buttons);
    if (due == nullptr || due->ruledOut) {
        m_buttons->addStretch();
        return;
    }
    auto *chips = new Chips{Chips::Choice::one, QStringLiteral("planKept")};
    chips->setAccessibleName(name);
    chips->add(static_cast<int>(Kept::done), tr("Done"));
    chips->add(static_cast<int>(Kept::partly), tr("Partly"));
    chips->add(static_cast<int>(Kept::skipped), tr("Not today"));
    if (due->lastTick) {
        chips->choose(static_cast<int>(due->lastTick->kept));
    } else if (due->isDone()) {
        chips->choose(static_cast<int>(Kept::done)); // by a guided session
    }
    m_buttons->addWidget(chips, 1);
    connect(chips, &Chips::toggled, this, [this](int id) { Q_EMIT ticked(static_cast<Kept>(id)); });
}

void tickItem(const anatomy::Atlas &atlas, JournalSession &session, const DueItem &due, Kept kept)
{
    const QString name = PlanRow::tr("Plan: %1").arg(carewords::planItem(atlas, due.item));
    if (due.lastTick && due.item.timesADay == 1) {
        PlanTick corrected = *due.lastTick;
        corrected.kept = kept;
        session.perform(change(corrected), name);
    } else {
        session.perform(add(PlanTick{session.next<PlanTickId>(), due.item.id, session.now(), kept, {}}), name);
    }
}

} // namespace palpate::desktop
