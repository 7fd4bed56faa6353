// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QTimer>
#include <QWidget>

#include "desktop/bodymap/bodymap.h"
#include "desktop/bodymap/ratingpopover.h"
#include "desktop/journalsession.h"
#include "desktop/page/muscledetail.h"
#include "referral/bodyregion.h"
#include "referral/knowledgebase.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace palpate::desktop {

class MapAccess;
class MuscleSearchModel;
class PointListModel;
class RowDelegate;
class TurnDial;

/// The map at work: list and search at the left, the body in the middle, words about what is selected at the right.
/// Decides what gestures mean; the map only reports them.
class MapPage : public QWidget {
    Q_OBJECT

public:
    /// Scene, knowledge and session must outlive the page. Throws DataFileError when the map cannot be loaded.
    MapPage(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, const anatomy::ViewInfo &view,
            anatomy::Layer layer, Theme theme, QWidget *parent = nullptr);

    [[nodiscard]] BodyMap &map() { return *m_map; }
    void setTheme(Theme theme);
    /// To be called when the knowledge base has been filled after the page was made. By the regions zones are grouped
    /// for those who hear the map.
    void knowledgeLoaded(std::vector<BodyRegion> regions = {});
    void focusSearch();
    /// Shows a muscle as if it had been found by search: turns to where it shows, and says where it refers.
    void showMuscle(const MuscleId &muscle, Side side);

Q_SIGNALS:
    void viewChanged();
    /// A plain sentence about something that could not be shown.
    void failed(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeListPane();
    [[nodiscard]] QWidget *makeMapPane();
    void connectMap();
    void connectLists();
    void addShortcuts();

    void refreshPoints();
    void searchFor(const QString &query);
    void openFirstHit();
    void showView(const anatomy::ViewInfo &view, anatomy::Layer layer);
    /// The view that is shown, with the arm aside, if the near arm hides most of a muscle in a layer (the one shown if
    /// none is given); else null.
    [[nodiscard]] const anatomy::ViewInfo *viewPastArm(anatomy::RegionNumber region,
                                                       std::optional<anatomy::Layer> layer = std::nullopt);
    [[nodiscard]] const anatomy::ViewInfo *viewPastArm(const PointMm &point);
    /// Shows a view for as long as the pointer rests on a row of a list.
    void peek(const anatomy::ViewInfo *past);
    void endPeek();
    void selectSubject(const std::optional<DetailSubject> &subject);
    void askAbout(const MapSpot &spot);
    void askAbout(PointId point);
    void markMiddle(const DetailSubject &subject);
    void saveDraft(const PointDraft &draft);
    void sayHovered(anatomy::RegionNumber region);
    void sayHoveredZone(const std::optional<anatomy::ZonePlace> &zone);
    void sayAtPointer(const QString &words);
    [[nodiscard]] std::optional<DetailSubject> subjectOf(anatomy::RegionNumber region) const;

    MapScene &m_scene;
    const KnowledgeBase &m_knowledge;
    JournalSession &m_session;
    Theme m_theme;

    QLineEdit *m_search = nullptr;
    QStackedWidget *m_lists = nullptr;
    QListView *m_pointList = nullptr;
    QListView *m_hitList = nullptr;
    QLabel *m_listTitle = nullptr;
    QLabel *m_emptyList = nullptr;
    PointListModel *m_points;
    MuscleSearchModel *m_hits;
    RowDelegate *m_rows;
    BodyMap *m_map = nullptr;
    MapAccess *m_access = nullptr;
    QLabel *m_hoverName = nullptr;
    TurnDial *m_turn = nullptr;
    QButtonGroup *m_layers = nullptr;
    RatingPopover *m_popover = nullptr;
    MuscleDetail *m_detail = nullptr;

    std::optional<DetailSubject> m_subject;
    /// What the open popover is about: a spot not yet marked, or a point of the journal.
    std::optional<MapSpot> m_askedSpot;
    std::optional<PointId> m_askedPoint;
    const anatomy::ViewInfo *m_peekedFrom = nullptr; ///< what is shown again when the pointer leaves the list
    QTimer m_readAhead;                              ///< for the views beside the one shown
};

} // namespace palpate::desktop
