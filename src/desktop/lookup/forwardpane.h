// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "desktop/bodymap/mapscene.h"
#include "desktop/journalsession.h"
#include "desktop/page/muscledetail.h"
#include "record/paintmask.h"
#include "referral/rulebase.h"
#include "referral/surroundings.h"

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace palpate::desktop {

class PointListModel;
class RowDelegate;

/// The other direction: from a muscle, or a point of one's own, to where it sends pain. The books' pattern is
/// explained; where the person feels their own point can be painted beside it.
class ForwardPane : public QWidget {
    Q_OBJECT

public:
    /// Scene, knowledge and session must outlive the pane.
    ForwardPane(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, Theme theme,
                QWidget *parent = nullptr);

    void setTheme(Theme theme);
    /// To be called when they have been loaded; both must outlive the pane.
    void setRules(const RuleBase *rules, const Surroundings *surroundings);
    /// See MuscleDetail::setWithheld.
    void setWithheld(bool withheld) { m_detail->setWithheld(withheld); }
    void refresh();
    /// Nothing shows what there is to choose from.
    void setSubject(const std::optional<DetailSubject> &subject);
    void setPoint(PointId point);
    [[nodiscard]] const std::optional<DetailSubject> &subject() const { return m_subject; }
    /// The point of the person's own that is spoken of; nothing where they have none there.
    [[nodiscard]] std::optional<TriggerPoint> point() const;
    /// Whether strokes are this point's referral now.
    [[nodiscard]] bool isPainting() const;
    void setPainting(bool on);
    /// Adds a stroke to where the point is felt.
    void paint(const Stroke &stroke, const ZoneSizes &sizes);

Q_SIGNALS:
    void swapAsked();
    void subjectChanged();
    void paintingChanged();
    void viewRequested(const QString &viewId);
    void markRequested();
    void readingRequested(const palpate::MuscleId &muscle);

private:
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] QWidget *makeOwn();
    void refreshOwn();

    MapScene &m_scene;
    const KnowledgeBase &m_knowledge;
    JournalSession &m_session;
    PointListModel *m_points;
    RowDelegate *m_rows;
    QStackedWidget *m_stack;
    QListView *m_list = nullptr;
    QLabel *m_noPoints = nullptr;
    QWidget *m_own = nullptr;
    QLabel *m_ownWords = nullptr;
    QPushButton *m_paint = nullptr;
    QPushButton *m_forget = nullptr;
    MuscleDetail *m_detail;
    std::optional<DetailSubject> m_subject;
    std::optional<PointId> m_point;
};

} // namespace palpate::desktop
