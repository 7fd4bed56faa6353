// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "anatomy/atlas.h"
#include "desktop/journalsession.h"
#include "desktop/theme/tokens.h"
#include "desktop/today/checkinrun.h"
#include "referral/knowledgebase.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace palpate::desktop {

class Actions;
class FollowUps;
class LevelStrip;
class LifeSuggestions;
class LookupSource;
class PlanToday;
class PointRows;
class QuickLineField;
class RestBanner;
class SideQuestions;
class WhenBar;

/// How it is today, in ten seconds: the points one below the other, a digit each; beside them the whole body, what one
/// could do, and up to three factors. Every answer is stored as it is given.
class TodayPage : public QWidget {
    Q_OBJECT

public:
    /// All must outlive the page.
    TodayPage(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, JournalSession &session,
              LookupSource &source, Actions &actions, Theme theme, QWidget *parent = nullptr);

    void setTheme(Theme theme);
    /// To be called when the knowledge base has been filled after the page was made.
    void knowledgeLoaded();
    void setGhosts(bool shown);
    /// Entries go to that day until now is chosen again.
    void backDate(LocalDay day);
    /// Whether the empty page offers the sample journal.
    void offerSample(bool offered);
    /// Where the keyboard begins.
    void begin();

Q_SIGNALS:
    /// The person wants to mark their first point.
    void mapRequested();
    void sampleWished();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void compose(LookupSource &source);
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makePoints();
    [[nodiscard]] QWidget *makeSide();
    [[nodiscard]] QWidget *makeEmpty();
    void connectParts();
    void addActions(Actions &actions);

    void reload();
    void catchUp();
    void journalChanged(const JournalChange &change);
    void arrange();
    [[nodiscard]] std::vector<PointOverview> pointsToAsk() const;
    [[nodiscard]] std::vector<QWidget *> places() const;
    void go(QWidget *from, int rows);
    void sayTheSame();
    void sayNothing();
    void finish();
    void say(const QString &words);

    const anatomy::Atlas &m_atlas;
    const KnowledgeBase &m_knowledge;
    JournalSession &m_session;
    CheckInRun m_run;
    Theme m_theme;
    QScrollArea *m_scroll = nullptr;
    QBoxLayout *m_columns = nullptr;
    QWidget *m_questions = nullptr;
    QWidget *m_empty = nullptr;
    QPushButton *m_sample = nullptr;
    QWidget *m_pointsPart = nullptr;
    WhenBar *m_when = nullptr;
    PointRows *m_points = nullptr;
    SideQuestions *m_side = nullptr;
    QuickLineField *m_quick = nullptr;
    FollowUps *m_followUps = nullptr;
    PlanToday *m_plan = nullptr;
    RestBanner *m_rest = nullptr;
    LifeSuggestions *m_suggestions = nullptr;
    QLabel *m_said = nullptr;
    QPushButton *m_flare = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_allQuestions = nullptr;
    bool m_askAll = false; ///< all questions, though it is a flare day or a pause
    LocalDay m_shownDay{};
    QTimer m_clockTick;
    bool m_stale = true; ///< the journal has changed while the page was hidden
};

} // namespace palpate::desktop
