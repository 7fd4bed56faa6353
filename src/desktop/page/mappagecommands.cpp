// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the map page by key, menu and search.
#include "desktop/page/mappage.h"

#include <QMenu>

#include "desktop/page/mappane.h"
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
                [this] { m_pane->showLayer(m_muscleLayer); });
    actions.add(*this,
                {QStringLiteral("fit"),
                 tr("Bring the chosen muscle near"),
                 ActionGroup::map,
                 {QKeySequence{Qt::Key_F}},
                 Icon::none},
                [this] {
                    if (m_subject) {
                        m_map->fitRegion(m_subject->region);
                    }
                });
    actions.add(*this,
                {QStringLiteral("paintTool"),
                 tr("Paint pain: go to the skin"),
                 ActionGroup::painting,
                 {QKeySequence{Qt::Key_B}},
                 Icon::brush},
                [this] {
                    m_pane->showLayer(Layer::skin);
                    m_paint.get().setErases(false);
                });
    actions.add(
        *this,
        {QStringLiteral("erase"), tr("Erase paint"), ActionGroup::painting, {QKeySequence{Qt::Key_E}}, Icon::eraser},
        [this] {
            m_pane->showLayer(Layer::skin);
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
                    m_pane->showLayer(Layer::skin);
                    m_drawing.copyEarlier();
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
