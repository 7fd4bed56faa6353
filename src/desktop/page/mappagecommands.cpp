// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the map page by key, menu and search.
#include "desktop/page/mappage.h"

#include <algorithm>

#include <QMenu>

#include "desktop/bodymap/turntable.h"
#include "desktop/page/marking.h"
#include "desktop/page/paintpanel.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/shell/actions.h"

namespace palpate::desktop {

using anatomy::Layer;

namespace {

/// By which a key makes the brush thinner or wider, in millimetres.
constexpr int brushStep = 4;

} // namespace

void MapPage::addActions(Actions &actions)
{
    actions.add(*this,
                {QStringLiteral("markMiddle"),
                 tr("Mark a point in the chosen muscle, or paint the chosen zone"),
                 ActionGroup::marking,
                 {QKeySequence{Qt::Key_M}},
                 Icon::point},
                [this] { markMiddle(); });
    actions.add(*this,
                {QStringLiteral("pointTool"),
                 tr("Mark points: go to the muscles"),
                 ActionGroup::marking,
                 {QKeySequence{Qt::Key_P}},
                 Icon::point},
                [this] { showLayer(m_muscleLayer); });
    actions.add(*this,
                {QStringLiteral("paintTool"),
                 tr("Paint pain: go to the skin"),
                 ActionGroup::painting,
                 {QKeySequence{Qt::Key_B}},
                 Icon::brush},
                [this] {
                    showLayer(Layer::skin);
                    m_paint.get().setErases(false);
                });
    actions.add(
        *this,
        {QStringLiteral("erase"), tr("Erase paint"), ActionGroup::painting, {QKeySequence{Qt::Key_E}}, Icon::eraser},
        [this] {
            showLayer(Layer::skin);
            m_paint.get().setErases(true);
        });
    actions.add(*this,
                {QStringLiteral("thinner"),
                 tr("Thinner brush"),
                 ActionGroup::painting,
                 {QKeySequence{Qt::Key_BracketLeft}},
                 Icon::brush},
                [this] { m_paint.get().setBrushMm(int(m_paint.get().brush().mm) - brushStep); });
    actions.add(*this,
                {QStringLiteral("wider"),
                 tr("Wider brush"),
                 ActionGroup::painting,
                 {QKeySequence{Qt::Key_BracketRight}},
                 Icon::brush},
                [this] { m_paint.get().setBrushMm(int(m_paint.get().brush().mm) + brushStep); });
    actions.add(*this,
                {QStringLiteral("sameAsLastTime"),
                 tr("Pain as last time"),
                 ActionGroup::painting,
                 {QKeySequence{Qt::Key_L}},
                 Icon::copy},
                [this] {
                    showLayer(Layer::skin);
                    m_drawing.copyEarlier();
                });
}

void MapPage::addMapActions(Actions &actions)
{
    const auto add = [&](const char *id, const QString &words, const QList<QKeySequence> &keys, Icon icon, auto run) {
        actions.add(*this, {QString::fromLatin1(id), words, ActionGroup::map, keys, icon}, run);
    };
    add("turnLeft", tr("Turn on: front, left, back, right"), {QKeySequence{Qt::Key_PageDown}}, Icon::none,
        [this] { turnBy(1); });
    add("turnRight", tr("Turn back: front, right, back, left"), {QKeySequence{Qt::Key_PageUp}}, Icon::none,
        [this] { turnBy(-1); });
    add("armAside", tr("Put the near arm aside, or back in place"), {QKeySequence{Qt::Key_A}}, Icon::none,
        [this] { showView(twinOf(m_scene.atlas(), m_map->view()), m_map->layer()); });
    add("deeper", tr("One layer deeper"), {QKeySequence{Qt::Key_Greater}, QKeySequence{Qt::CTRL | Qt::Key_Down}},
        Icon::none,
        [this] { showLayer(static_cast<Layer>(std::min(static_cast<int>(m_map->layer()) + 1, int(Layer::bone)))); });
    add("shallower", tr("One layer up"), {QKeySequence{Qt::Key_Less}, QKeySequence{Qt::CTRL | Qt::Key_Up}}, Icon::none,
        [this] { showLayer(static_cast<Layer>(std::max(static_cast<int>(m_map->layer()) - 1, int(Layer::skin)))); });
    add("nearer", tr("Zoom in"), {QKeySequence{QKeySequence::ZoomIn}, QKeySequence{Qt::CTRL | Qt::Key_Equal}},
        Icon::plus, [this] { m_map->zoomBy(BodyMap::zoomStep); });
    add("farther", tr("Zoom out"), {QKeySequence{QKeySequence::ZoomOut}}, Icon::minus,
        [this] { m_map->zoomBy(1 / BodyMap::zoomStep); });
    add("whole", tr("Whole body"), {QKeySequence{Qt::CTRL | Qt::Key_0}}, Icon::whole, [this] { m_map->showWhole(); });
    add("head", tr("Bring the head near"), {QKeySequence{Qt::CTRL | Qt::Key_Home}}, Icon::none,
        [this] { m_map->fitHead(); });
    add("fit", tr("Bring the chosen muscle near"), {QKeySequence{Qt::Key_F}}, Icon::none, [this] {
        if (m_subject) {
            m_map->fitRegion(m_subject->region);
        }
    });
}

void MapPage::openMenu(const MapSpot &spot)
{
    QMenu menu{this};
    menu.setObjectName(QStringLiteral("mapMenu"));
    if (spot.region != 0 && m_scene.atlas().structureOf(spot.region).listed) {
        const auto subject = *subjectOf(spot.region);
        const QString name = nameOf(m_scene.atlas(), subject.muscle, subject.side);
        connect(menu.addAction(tr("Mark a point: %1").arg(name)), &QAction::triggered, this, [this, spot, subject] {
            selectSubject(subject);
            m_marking->ask(spot);
        });
        connect(menu.addAction(tr("Where this muscle sends pain")), &QAction::triggered, this,
                [this, subject] { selectSubject(subject); });
        connect(menu.addAction(tr("Bring near")), &QAction::triggered, this,
                [this, spot] { m_map->fitRegion(spot.region); });
        menu.addSeparator();
    }
    for (const Actions::Entry &entry : m_actions.all()) {
        if (entry.info.group == ActionGroup::map) {
            menu.addAction(entry.action);
        }
    }
    menu.exec(m_map->mapToGlobal(spot.at.toPoint()));
}

} // namespace palpate::desktop
