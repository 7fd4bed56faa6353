// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <vector>

#include <QWidget>

#include "care/careoptions.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/care/musclefield.h"
#include "desktop/theme/tokens.h"
#include "referral/knowledgebase.h"

class QScrollArea;

namespace palpate::desktop {

class Actions;
class MapPane;

/// The body beside the list of what may be done: the points, those that are chosen ringed, and where one does not
/// press. Points are chosen by a click on them or on their muscle.
class CareMap : public QWidget {
    Q_OBJECT

public:
    /// All must outlive the map.
    CareMap(MapScene &scene, const KnowledgeBase &knowledge, Theme theme, QWidget *parent = nullptr);

    /// Where one does not press on one's own is drawn. The rules must outlive the map.
    void setKeepOff(const RuleBase &rules);
    /// By which zones are grouped for those who hear the map.
    void setRegions(const RuleBase &rules);
    void setTheme(Theme theme);
    void setPoints(std::vector<PointOverview> points);
    void setChosen(const std::set<PointId> &chosen);
    /// Outlined, as muscles that are meant as a whole.
    void setChosenMuscles(const std::vector<MusclePlace> &muscles);
    /// Turns to where the muscle shows, unless it does from here.
    void turnTo(const MusclePlace &place);
    /// Turns to where the point shows, unless it does from here.
    void turnTo(const TriggerPoint &point);
    /// Brings its muscle near.
    void enlarge(const TriggerPoint &point);
    /// Turning, layers and zooming by key while it is visible.
    void addCommands(Actions &actions);
    [[nodiscard]] MapPane &pane() { return *m_pane; }

Q_SIGNALS:
    void pointClicked(palpate::PointId point);
    /// A muscle in which no point is shown.
    void muscleClicked(const palpate::desktop::MusclePlace &place);
    void failed(const QString &sentence);

private:
    MapScene &m_scene;
    MapPane *m_pane;
    std::vector<PointOverview> m_points;
};

/// Fills the page: the map at the start, at the end what is read and answered, and what stays below it in sight (may be
/// null). How wide that is is remembered. Returns the area that scrolls.
QScrollArea *layBesideMap(QWidget &page, CareMap *map, QWidget *content, QWidget *foot = nullptr);

} // namespace palpate::desktop
