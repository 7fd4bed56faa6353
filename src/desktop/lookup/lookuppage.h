// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desktop/bodymap/bodymap.h"
#include "desktop/journalsession.h"
#include "desktop/lookup/checking.h"
#include "desktop/lookup/enquiry.h"
#include "desktop/shell/settings.h"

class QSplitter;
class QStackedWidget;

namespace palpate::desktop {

class Actions;
class CheckPane;
class ForwardPane;
class MapPane;
class Marking;
class ReversePane;

/// Looking up: the body on one side; on the other the muscles that could send pain to where it hurts, the checklist of
/// those to feel for, or, the other way round, where a muscle sends its pain.
class LookupPage : public QWidget {
    Q_OBJECT

public:
    /// Scene, knowledge, session, source and actions must outlive the page.
    LookupPage(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
               Actions &actions, Theme theme, QWidget *parent = nullptr);

    [[nodiscard]] BodyMap &map() { return *m_map; }
    [[nodiscard]] Enquiry &enquiry() { return m_enquiry; }
    void setTheme(Theme theme);
    void setReduceMotion(bool reduce) { m_map->setReduceMotion(reduce); }
    void setMapColours(MapColours colours);

    /// The forward direction, from what was found by search.
    void showMuscle(const MuscleId &muscle, Side side);
    void showPoint(PointId point);
    void showView(const anatomy::ViewInfo &view, anatomy::Layer layer);
    /// Chooses a place, as a tap on it does.
    void addZone(const anatomy::ZonePlace &zone);
    [[nodiscard]] QRect searchPlace() const;

Q_SIGNALS:
    void arranged();
    void failed(const QString &sentence);
    /// The whole leaflet of a muscle is to be read.
    void readingRequested(const palpate::MuscleId &muscle);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectMap();
    void connectPanes();
    void addActions(Actions &actions);
    void addCheckActions(Actions &actions);

    void swap();
    void showReverse();
    void showForward();
    void showChecklist();
    [[nodiscard]] bool isReverse() const;
    [[nodiscard]] bool isForward() const;
    [[nodiscard]] bool isChecklist() const;

    void checkNow();
    void resume();
    void offerResume();
    void markFound();
    void markSubject();
    void showItem();
    void takeStroke(const Stroke &stroke);
    void takeSpot(const MapSpot &spot);
    void refreshMap();
    void refreshReverse();
    [[nodiscard]] std::vector<ReferredZone> patternOf(const Candidate &candidate) const;
    /// Places that were chosen, and those that the words name for certain.
    [[nodiscard]] std::vector<ReferredZone> feltZones() const;
    [[nodiscard]] std::vector<ReferredZone> unexplained() const;
    /// Turns to what the words name, where it does not show.
    void turnToFelt();
    /// 0 where it cannot be seen from here: on the skin a muscle of the other side would read as one of this.
    [[nodiscard]] anatomy::RegionNumber regionSeen(anatomy::RegionNumber region);
    [[nodiscard]] anatomy::RegionNumber regionOf(const Candidate &candidate) const;
    void showPoints(bool on);

    MapScene &m_scene;
    const KnowledgeBase &m_knowledge;
    JournalSession &m_session;
    Enquiry m_enquiry;
    Checking m_checking;
    MapPane *m_pane;
    BodyMap *m_map; ///< of the pane
    QSplitter *m_panes = nullptr;
    QStackedWidget *m_stack = nullptr;
    Marking *m_marking;
    ReversePane *m_reverse;
    CheckPane *m_check;
    ForwardPane *m_forward;
    bool m_isGrowing = false; ///< a stroke is being painted
    bool m_showsPoints = false;
};

} // namespace palpate::desktop
