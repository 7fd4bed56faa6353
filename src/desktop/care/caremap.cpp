// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/caremap.h"

#include <algorithm>

#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "desktop/controls/scrollshade.h"
#include "desktop/page/mappane.h"
#include "desktop/shell/settings.h"

namespace palpate::desktop {

using anatomy::RegionNumber;

namespace {

constexpr int leastColumn = 384;
constexpr int mostColumn = 720;

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
        } else if (structure.listed) {
            Q_EMIT muscleClicked({structure.id, side});
        }
    });
}

void CareMap::setKeepOff(const RuleBase &rules) { m_pane->map().setKeepOff(rules.noPress); }

void CareMap::setRegions(const RuleBase &rules) { m_pane->knowledgeLoaded(rules.regions); }

void CareMap::setTheme(Theme theme) { m_pane->map().setTheme(theme); }

void CareMap::setPoints(std::vector<PointOverview> points)
{
    if (points != m_points) {
        m_points = points;
        m_pane->map().setPoints(std::move(points));
    }
}

void CareMap::setChosen(const std::set<PointId> &chosen) { m_pane->map().setChosenPoints(chosen); }

void CareMap::setChosenMuscles(const std::vector<MusclePlace> &muscles)
{
    std::set<RegionNumber> regions;
    for (const MusclePlace &place : muscles) {
        if (const auto region = m_scene.atlas().regionOf(place.muscle, place.side)) {
            regions.insert(*region);
        }
    }
    m_pane->map().setChosenRegions(std::move(regions));
}

void CareMap::turnTo(const MusclePlace &place)
{
    if (const auto region = m_scene.atlas().regionOf(place.muscle, place.side)) {
        m_pane->showRegion(*region);
    }
}

void CareMap::turnTo(const TriggerPoint &point)
{
    BodyMap &map = m_pane->map();
    if (map.shows(map.view(), point.position)) {
        return;
    }
    turnTo(MusclePlace{point.muscle, point.side});
    if (const anatomy::ViewInfo *past = m_pane->viewPastArm(point.position)) {
        m_pane->showView(*past, map.layer());
    }
    if (map.shows(map.view(), point.position)) {
        return;
    }
    // Where most of a muscle shows, the point itself may lie on the far side.
    for (const anatomy::ViewInfo &view : m_scene.atlas().views()) {
        if (map.shows(view, point.position)) {
            m_pane->showView(view, map.layer());
            return;
        }
    }
}

void CareMap::enlarge(const TriggerPoint &point)
{
    turnTo(point);
    if (const auto region = m_scene.atlas().regionOf(point.muscle, point.side)) {
        m_pane->map().fitRegion(*region);
    }
}

QScrollArea *layBesideMap(QWidget &page, CareMap *map, QWidget *content, QWidget *foot)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    new ScrollShade{*scroll};
    scroll->setWidget(content);
    auto *column = new QWidget;
    column->setMinimumWidth(leastColumn);
    column->setMaximumWidth(mostColumn);
    auto *parts = new QVBoxLayout{column};
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(scroll, 1);
    if (foot != nullptr) {
        parts->addWidget(foot);
    }
    auto *panes = new QSplitter;
    panes->setHandleWidth(1);
    panes->setChildrenCollapsible(false);
    panes->addWidget(map);
    panes->addWidget(column);
    panes->setStretchFactor(0, 1);
    panes->setStretchFactor(1, 0);
    panes->setSizes({2000, Settings{}.get(setting::careWidth)});
    QObject::connect(panes, &QSplitter::splitterMoved, panes,
                     [panes] { Settings{}.set(setting::careWidth, panes->sizes().value(1)); });
    auto *layout = new QVBoxLayout{&page};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(panes);
    return scroll;
}

void CareMap::addCommands(Actions &actions) { m_pane->addCommands(actions, *this, false); }

} // namespace palpate::desktop
