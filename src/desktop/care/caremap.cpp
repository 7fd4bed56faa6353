// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/caremap.h"

#include <algorithm>

#include <QVBoxLayout>

#include "desktop/page/mappane.h"
#include "desktop/shell/settings.h"

namespace palpate::desktop {

using anatomy::RegionNumber;

namespace {

const anatomy::ViewInfo &lastView(const anatomy::Atlas &atlas)
{
    const anatomy::ViewInfo *view = atlas.findView(Settings{}.get(setting::view));
    return view == nullptr ? atlas.views().front() : *view;
}

} // namespace

CareMap::CareMap(MapScene &scene, const KnowledgeBase &knowledge, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_scene{scene},
      m_pane{new MapPane{scene, knowledge, lastView(scene.atlas()), anatomy::Layer::superficial, theme}}
{
    setObjectName(QStringLiteral("careMap"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pane);
    BodyMap &map = m_pane->map();
    map.setForChoosing(true);
    map.setReduceMotion(Settings{}.get(setting::reduceMotion));
    map.setColoursBySoreness(Settings{}.get(setting::mapColours) == MapColours::lastSoreness);
    connect(m_pane, &MapPane::failed, this, &CareMap::failed);
    connect(&map, &BodyMap::pointClicked, this, &CareMap::pointClicked);
    connect(&map, &BodyMap::spotClicked, this, [this](const MapSpot &spot) {
        const anatomy::Structure &structure = m_scene.atlas().structureOf(spot.region);
        const Side side = m_scene.atlas().region(spot.region).side;
        const auto own = std::ranges::find_if(m_points, [&](const PointOverview &one) {
            return one.point.muscle == structure.id && one.point.side == side;
        });
        if (own != m_points.end()) {
            Q_EMIT pointClicked(own->point.id);
        }
    });
}

void CareMap::setRules(const RuleBase &rules)
{
    m_pane->knowledgeLoaded(rules.regions);
    m_pane->map().setKeepOff(rules.noPress);
}

void CareMap::setTheme(Theme theme) { m_pane->map().setTheme(theme); }

void CareMap::setPoints(std::vector<PointOverview> points)
{
    if (points != m_points) {
        m_points = points;
        m_pane->map().setPoints(std::move(points));
    }
}

void CareMap::setChosen(const std::set<PointId> &chosen) { m_pane->map().setChosenPoints(chosen); }

void CareMap::turnTo(const TriggerPoint &point)
{
    if (const auto region = m_scene.atlas().regionOf(point.muscle, point.side)) {
        m_pane->showRegion(*region);
    }
    if (const anatomy::ViewInfo *past = m_pane->viewPastArm(point.position)) {
        m_pane->showView(*past, m_pane->map().layer());
    }
}

void CareMap::enlarge(const TriggerPoint &point)
{
    turnTo(point);
    if (const auto region = m_scene.atlas().regionOf(point.muscle, point.side)) {
        m_pane->map().fitRegion(*region);
    }
}

void CareMap::addCommands(Actions &actions) { m_pane->addCommands(actions, *this, false); }

} // namespace palpate::desktop
