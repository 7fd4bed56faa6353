// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QWidget>

#include "anatomy/atlas.h"
#include "desktop/journalsession.h"
#include "insight/pointlife.h"

class QVBoxLayout;

namespace palpate::desktop {

/// What the numbers suggest of a point's life, each with a button that takes it up; nothing happens by itself.
class LifeSuggestions : public QWidget {
    Q_OBJECT

public:
    /// Atlas and session must outlive it.
    LifeSuggestions(const anatomy::Atlas &atlas, JournalSession &session, QWidget *parent = nullptr);

    void read();

private:
    void addLine(const TriggerPoint &point, LifeSuggestion suggestion);

    const anatomy::Atlas &m_atlas;
    JournalSession &m_session;
    QVBoxLayout *m_layout;
    std::set<PointId> m_putOff; ///< until the program is closed
};

} // namespace palpate::desktop
