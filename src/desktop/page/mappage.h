// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "desktop/bodymap/bodymap.h"
#include "desktop/controls/late.h"
#include "desktop/journalsession.h"
#include "desktop/page/muscledetail.h"
#include "desktop/page/paindrawing.h"
#include "desktop/shell/settings.h"
#include "referral/bodyregion.h"
#include "referral/knowledgebase.h"

class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;

namespace palpate::desktop {

class Actions;
class MapPane;
class Marking;
class PaintPanel;
class PointDetail;
class PointListModel;
class RowDelegate;

/// The map at work: the person's points at the start, the body in the middle, words about what is selected at the end.
/// On the skin one paints pain, on a muscle layer one marks points.
class MapPage : public QWidget {
    Q_OBJECT

public:
    /// Scene, knowledge, session and actions must outlive the page.
    MapPage(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, Actions &actions, Theme theme,
            QWidget *parent = nullptr);

    [[nodiscard]] BodyMap &map() { return *m_map; }
    void setTheme(Theme theme);
    void setReduceMotion(bool reduce) { m_map->setReduceMotion(reduce); }
    void setMapColours(MapColours colours);
    /// To be called when the knowledge base has been filled after the page was made. By the regions zones are grouped
    /// for those who hear the map.
    void knowledgeLoaded(std::vector<BodyRegion> regions = {});

    /// What the words about a muscle say of how to care for it rests on; both must outlive the page.
    void setRules(const RuleBase &rules, const Surroundings &surroundings)
    {
        m_detail->setRules(&rules, &surroundings);
    }

    /// Shows a muscle as if it had been found by search: turns to where it shows, and says where it refers.
    void showMuscle(const MuscleId &muscle, Side side);
    void showZone(const anatomy::ZonePlace &zone);
    void showPoint(PointId point);
    void showView(const anatomy::ViewInfo &view, anatomy::Layer layer);
    /// Puts the near arm aside for as long as a glance at a muscle or point lasts; nothing ends the glance.
    void glanceAt(const MuscleId &muscle, Side side);
    void glanceAt(const PointMm &point);
    void endGlance();

    /// Where the search field stands over the map, in this page.
    [[nodiscard]] QRect searchPlace() const;

Q_SIGNALS:
    /// The map has another place or size in the page.
    void arranged();
    /// Words about a muscle are shown.
    void muscleShown();
    /// The whole leaflet of a muscle is to be read.
    void readingRequested(const palpate::MuscleId &muscle);
    /// The person wants to work on one of their points.
    void careRequested(palpate::PointId point);
    /// A plain sentence about something that could not be shown.
    void failed(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Detail { muscle, paint, point };

    [[nodiscard]] QWidget *makeListPane();
    [[nodiscard]] PaintPanel *makePaint();
    [[nodiscard]] PointDetail *makePointDetail();
    void connectMap();
    void connectPoints();
    void connectPaint();
    void addActions(Actions &actions);

    void viewShown();
    void refreshPoints();
    void sayEmptyList();
    void glance(const anatomy::ViewInfo *past);
    void selectSubject(const std::optional<DetailSubject> &subject);
    [[nodiscard]] std::optional<DetailSubject> subjectOf(anatomy::RegionNumber region) const;
    void markMiddle();
    void paintZone();
    void showDetail(Detail detail);
    /// Beside list and map where there is room, else in the list's place.
    void arrangeDetail();
    void openMenu(const MapSpot &spot);

    MapScene &m_scene;
    const KnowledgeBase &m_knowledge;
    JournalSession &m_session;
    Actions &m_actions;
    PainDrawing m_drawing;

    QSplitter *m_panes = nullptr;
    QStackedWidget *m_lists = nullptr;
    QListView *m_pointList = nullptr;
    QLabel *m_emptyList = nullptr;
    PointListModel *m_points;
    RowDelegate *m_rows;
    MapPane *m_pane = nullptr;
    BodyMap *m_map = nullptr; ///< of the pane
    Marking *m_marking = nullptr;
    QWidget *m_listPane = nullptr;
    QStackedWidget *m_detailPane = nullptr;
    MuscleDetail *m_detail = nullptr;
    Late<PaintPanel> m_paint;
    Late<PointDetail> m_pointDetail;

    std::optional<DetailSubject> m_subject;
    bool m_hasSize = false;                           ///< before it is first shown nothing is arranged
    bool m_wordsSentAway = false;                     ///< by Esc, where they have taken the list's place
    std::optional<anatomy::ZonePlace> m_zone;         ///< on the skin: what was found, or is under the pointer
    const anatomy::ViewInfo *m_glancedFrom = nullptr; ///< what is shown again when the glance ends
    anatomy::Layer m_muscleLayer = anatomy::Layer::superficial; ///< where one goes back to from the skin
};

} // namespace palpate::desktop
