// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "anatomy/atlas.h"
#include "desktop/journalsession.h"
#include "desktop/theme/tokens.h"
#include "insight/daystory.h"

class QLabel;
class QStackedWidget;

namespace palpate {
class KnowledgeBase;
}

namespace palpate::desktop {

class Actions;
class DayPane;
class MapScene;
class MonthCalendar;
class PointPage;
class SearchPane;

/// What was: a calendar and a search on one side, the story of a day or the page of a point on the other. It reads what
/// it shows and no more, and again after a change once it is seen.
class HistoryPage : public QWidget {
    Q_OBJECT

public:
    /// Everything handed over must outlive the page. Shows today, or the last day with entries.
    HistoryPage(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, Actions &actions, Theme theme,
                QWidget *parent = nullptr);

    void setTheme(Theme theme);
    void showDay(LocalDay day);
    void showPoint(PointId point);
    /// The day it was written on, and the entry; the page of a point.
    void open(const Written &written);
    /// Offers to add soreness for a day, for a window that does so upon backDate().
    void setBackDating(bool on);
    [[nodiscard]] LocalDay day() const;
    [[nodiscard]] DayPane &dayPane() { return *m_dayPane; }
    [[nodiscard]] PointPage &pointPage() { return *m_pointPage; }

Q_SIGNALS:
    /// Soreness is to be added for that day.
    void backDate(std::chrono::local_days day);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeSide(const anatomy::Atlas &atlas, Theme theme);
    [[nodiscard]] QWidget *makeMonth();
    void connectParts();
    void addCommands(Actions &actions);
    /// To the day before (-1) or after (1) on which anything stands; to today (0).
    void step(int direction);
    void refresh();

    JournalSession &m_session;
    MonthCalendar *m_calendar;
    QLabel *m_month = nullptr;
    QWidget *m_monthBox = nullptr;
    SearchPane *m_search = nullptr;
    QStackedWidget *m_stack = nullptr;
    DayPane *m_dayPane;
    PointPage *m_pointPage;
    bool m_isStale = false;
};

} // namespace palpate::desktop
