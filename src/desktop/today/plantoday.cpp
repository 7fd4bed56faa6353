// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/plantoday.h"

#include <QVBoxLayout>

#include "care/homeplan.h"
#include "desktop/care/carewords.h"
#include "desktop/care/planrow.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/twocolumns.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

PlanToday::PlanToday(const anatomy::Atlas &atlas, JournalSession &session, LookupSource &source, QWidget *parent)
    : QWidget{parent}, m_atlas{atlas}, m_session{session}, m_source{source}, m_rows{new QVBoxLayout}
{
    setObjectName(QStringLiteral("planToday"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, space::s, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Your plan today"), TextStyle::section));
    m_rows->setSpacing(space::m);
    layout->addLayout(m_rows);
    connect(&m_source, &LookupSource::ready, this, &PlanToday::read);
    hide();
}

void PlanToday::read()
{
    clearLayout(*m_rows);
    const Instant now = m_session.now();
    const auto plan = planOn(m_session.read(), dayOf(now));
    if (!plan) {
        hide();
        return;
    }
    m_source.begin();
    const LoadedAll *loaded = m_source.data() == nullptr ? nullptr : &m_source.data()->loaded;
    const std::vector<DueItem> due = dueItems(m_session.read(), *plan, loaded, now);
    for (const DueItem &one : due) {
        const QString times = one.item.timesADay > 1 ? tr("%1 of %2 times").arg(one.times).arg(one.item.timesADay)
                                                     : carewords::rhythm(one.item);
        auto *row = new PlanRow{m_atlas, one.item, times, &one, now};
        m_rows->addWidget(row);
        row->setVisible(true);
        connect(row, &PlanRow::ticked, this, [this, one](Kept kept) { tickItem(m_atlas, m_session, one, kept); });
    }
    setVisible(!due.empty());
}

} // namespace palpate::desktop
