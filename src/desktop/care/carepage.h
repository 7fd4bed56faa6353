// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QElapsedTimer>
#include <QWidget>

#include "desktop/bodymap/mapscene.h"
#include "desktop/care/sessionkeeper.h"
#include "desktop/care/sessionsounds.h"
#include "desktop/care/sessionview.h"
#include "referral/knowledgebase.h"

class QPushButton;
class QStackedLayout;

namespace palpate::desktop {

class Actions;
class AssessmentPane;
class CareChoice;
class CareSummary;
class HelperView;
class PlanPane;
class TreatmentPane;
class LookupSource;

/// What is done about one's points: at home, from the check before pressing over the guided session to what it was; and
/// by others.
class CarePage : public QWidget {
    Q_OBJECT

public:
    /// All must outlive the page.
    CarePage(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
             Actions &actions, Theme theme);
    ~CarePage() override;

    void setTheme(Theme theme);
    void setReduceMotion(bool reduce);
    void setMapColours(MapColours colours);
    [[nodiscard]] SessionView &view() { return *m_view; }
    [[nodiscard]] CareChoice &choice() { return *m_choice; }
    [[nodiscard]] PlanPane &plan() { return *m_plan; }
    [[nodiscard]] TreatmentPane &treatments() { return *m_treatments; }
    /// That point alone is to be worked on; does nothing during a session.
    void choose(PointId point);
    /// What somebody else did is to be written down.
    void showTreatments();
    void showPlan();
    void showAssessment();
    /// The window closes: what was done of a running session is kept as interrupted.
    void interrupt();

Q_SIGNALS:
    void mapWished();
    void readingWished();
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void begin();
    void finish();
    void showChoice();
    [[nodiscard]] QWidget *makeParts();
    void showPart(QWidget *part);
    void addCommands(Actions &actions);

    JournalSession &m_session;
    LookupSource &m_source;
    QElapsedTimer m_steady;
    SessionKeeper m_keeper;
    SessionSounds m_sounds;
    QWidget *m_parts = nullptr;
    QPushButton *m_ownPart = nullptr;
    QPushButton *m_othersPart = nullptr;
    QPushButton *m_planPart = nullptr;
    QPushButton *m_assessmentPart = nullptr;
    QStackedLayout *m_stack;
    CareChoice *m_choice;
    SessionView *m_view;
    CareSummary *m_summary;
    TreatmentPane *m_treatments;
    PlanPane *m_plan;
    AssessmentPane *m_assessment;
    HelperView *m_helper;
};

} // namespace palpate::desktop
