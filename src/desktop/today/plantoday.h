// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "anatomy/atlas.h"
#include "desktop/journalsession.h"

class QVBoxLayout;

namespace palpate::desktop {

class LookupSource;

/// What the plan asks for today; hidden while it asks for nothing.
class PlanToday : public QWidget {
    Q_OBJECT

public:
    /// All must outlive it. The source is asked to begin when the plan has something for today: it tells what rests.
    PlanToday(const anatomy::Atlas &atlas, JournalSession &session, LookupSource &source, QWidget *parent = nullptr);

    void read();

private:
    const anatomy::Atlas &m_atlas;
    JournalSession &m_session;
    LookupSource &m_source;
    QVBoxLayout *m_rows;
};

} // namespace palpate::desktop
