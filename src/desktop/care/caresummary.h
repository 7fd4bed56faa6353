// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "anatomy/atlas.h"
#include "care/sessionrun.h"

class QLabel;
class QVBoxLayout;

namespace palpate::desktop {

/// What a session was, and what to expect of the days after it.
class CareSummary : public QWidget {
    Q_OBJECT

public:
    /// The atlas must outlive it.
    explicit CareSummary(const anatomy::Atlas &atlas, QWidget *parent = nullptr);

    void show(const SessionRun &run);

Q_SIGNALS:
    void backWished();

private:
    const anatomy::Atlas &m_atlas;
    QLabel *m_title;
    QVBoxLayout *m_steps;
    QLabel *m_after;
};

} // namespace palpate::desktop
