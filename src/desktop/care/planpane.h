// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "care/homeplan.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/care/musclefield.h"
#include "desktop/journalsession.h"

class QLabel;
class QLineEdit;
class QPrinter;
class QPushButton;
class QVBoxLayout;

namespace palpate::desktop {

class Chips;
class PlanForm;
class PlanGoals;
class LookupSource;

/// What one does at home, how often and for how long: suggested from the points, changed freely, ticked off today,
/// looked at again each week.
class PlanPane : public QWidget {
    Q_OBJECT

public:
    /// All must outlive it.
    PlanPane(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
             QWidget *parent = nullptr);

    void read();
    /// The plan that runs; does nothing without one.
    void printTo(QPrinter &printer);

Q_SIGNALS:
    /// The points that are to be pressed today and may be.
    void workWished(const std::set<palpate::PointId> &points);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void compose();
    [[nodiscard]] QWidget *makeBegin();
    [[nodiscard]] QWidget *makeFoot();
    void fillPlan();
    void fillReview();
    void fillItems();
    void addRow(QVBoxLayout &layout, const PlanItem &item, const DueItem *due);
    void begin();
    void end();
    /// The points of what is due that may be pressed now.
    [[nodiscard]] std::set<PointId> workable(std::span<const DueItem> due) const;
    void workNow();
    void choosePrinter();

    MapScene &m_scene;
    const anatomy::Atlas &m_atlas;
    JournalSession &m_session;
    LookupSource &m_source;
    const KnowledgeBase &m_knowledge;
    std::vector<CareOption> m_options;
    std::optional<Plan> m_plan;
    QLabel *m_title = nullptr;
    QLabel *m_span = nullptr;
    QWidget *m_begin = nullptr;
    QLineEdit *m_goal = nullptr;
    QWidget *m_running = nullptr;
    QWidget *m_review = nullptr;
    QLabel *m_reviewWords = nullptr;
    QVBoxLayout *m_today = nullptr;
    QVBoxLayout *m_others = nullptr;
    QWidget *m_othersPart = nullptr;
    PlanForm *m_form = nullptr;
    PlanGoals *m_goals = nullptr;
    QPushButton *m_work = nullptr;
    Chips *m_goalBy = nullptr;
    std::optional<LocalDay> m_reviewed; ///< when the last review was read, for a week
};

} // namespace palpate::desktop
