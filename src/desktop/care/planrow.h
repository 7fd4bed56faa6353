// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "anatomy/atlas.h"
#include "care/homeplan.h"
#include "desktop/journalsession.h"

class QHBoxLayout;

namespace palpate::desktop {

/// An item of the plan: what, how often, why it rests, and whether it was done today.
class PlanRow : public QWidget {
    Q_OBJECT

public:
    /// `caption` says how often. Without `due` it is not for today.
    PlanRow(const anatomy::Atlas &atlas, const PlanItem &item, const QString &caption, const DueItem *due,
            const Instant &now, QWidget *parent = nullptr);

    /// The line of buttons, for one more.
    [[nodiscard]] QHBoxLayout &buttons() { return *m_buttons; }

Q_SIGNALS:
    void ticked(palpate::Kept kept);

private:
    QHBoxLayout *m_buttons;
};

/// Stores the answer. What is asked for once a day is answered once: a second answer corrects the first.
void tickItem(const anatomy::Atlas &atlas, JournalSession &session, const DueItem &due, Kept kept);

} // namespace palpate::desktop
