// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QElapsedTimer>
#include <QWidget>

#include "desktop/care/sessionkeeper.h"
#include "desktop/care/sessionview.h"

class QStackedLayout;

namespace palpate::desktop {

class Actions;
class CareChoice;
class CareSummary;
class LookupSource;

/// Working on one's points at home: the check before pressing, the guided session, and what it was.
class CarePage : public QWidget {
    Q_OBJECT

public:
    /// All must outlive the page.
    CarePage(const anatomy::Atlas &atlas, JournalSession &session, LookupSource &source, Actions &actions, Theme theme);
    ~CarePage() override;

    void setTheme(Theme theme);
    [[nodiscard]] SessionView &view() { return *m_view; }
    [[nodiscard]] CareChoice &choice() { return *m_choice; }
    /// The window closes: what was done of a running session is kept as interrupted.
    void interrupt();

Q_SIGNALS:
    void mapWished();
    void readingWished();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void begin();
    void finish();
    void showChoice();

    JournalSession &m_session;
    LookupSource &m_source;
    QElapsedTimer m_steady;
    SessionKeeper m_keeper;
    QStackedLayout *m_stack;
    CareChoice *m_choice;
    SessionView *m_view;
    CareSummary *m_summary;
};

} // namespace palpate::desktop
