// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/mappane.h"

#include <algorithm>
#include <chrono>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/error.h"
#include "desktop/bodymap/mapaccess.h"
#include "desktop/bodymap/turntable.h"
#include "desktop/controls/wordcard.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/page/turndial.h"
#include "desktop/phrases.h"
#include "desktop/shell/actions.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

using anatomy::Layer;
using anatomy::RegionNumber;
using anatomy::ViewInfo;

namespace {

/// The search stands beside the head, not over it.
constexpr int leastSearch = 180;
constexpr int mostSearch = 280;
constexpr int halfHead = 80;
/// Once the person has a view before them, and not while it is being painted.
constexpr std::chrono::milliseconds readAheadDelay{200};
/// From the pointer to the words about what is under it.
constexpr QPoint hoverOffset{18, 22};

WordCard *makeHoverName(QWidget &parent)
{
    constexpr int radius = 6;
    auto *name = new WordCard{{}, radius, &parent};
    name->setObjectName(QStringLiteral("hoverName"));
    name->setAttribute(Qt::WA_TransparentForMouseEvents);
    name->setContentsMargins(space::s, space::xs, space::s, space::xs);
    name->hide();
    return name;
}

} // namespace

MapPane::MapPane(MapScene &scene, const KnowledgeBase &knowledge, const ViewInfo &view, Layer layer, Theme theme,
                 QWidget *parent)
    : QWidget{parent},
      m_scene{scene},
      m_knowledge{knowledge},
      m_map{new BodyMap{scene, view, layer, theme, this}},
      m_access{new MapAccess{*m_map, knowledge}},
      m_turn{new TurnDial{scene.atlas(), this}},
      m_layers{new QButtonGroup{this}}
{
    m_turn->setView(view);
    m_steps = makeLayers();
    m_steps->setObjectName(QStringLiteral("layerSteps"));
    m_zoom = makeZoom();
    m_zoom->setObjectName(QStringLiteral("zoomSteps"));
    m_hoverName = makeHoverName(*this);
    setMinimumWidth(520);
    connectMap();
    m_readAhead.setSingleShot(true);
    m_readAhead.setInterval(readAheadDelay);
    connect(&m_readAhead, &QTimer::timeout, this, [this] {
        for (const int step : {1, -1}) {
            m_scene.readAhead(neighbourOf(m_scene.atlas(), m_map->view(), step), m_map->layer(),
                              MapScene::Extent::marks);
        }
    });
    m_readAhead.start();
}

void MapPane::connectMap()
{
    connect(m_access, &MapAccess::cursorMoved, m_map, &BodyMap::bringIntoSight);
    connect(m_map, &BodyMap::pointerMoved, this, &MapPane::sayKeepOff);
    connect(m_map, &BodyMap::pointerMoved, this, &MapPane::placeHoverName);
    connect(m_map, &BodyMap::hovered, this, [this](RegionNumber region) {
        if (region == 0) {
            sayAtPointer({});
            return;
        }
        const anatomy::Structure &structure = m_scene.atlas().structureOf(region);
        const QString name = nameOf(m_scene.atlas(), structure.id, m_scene.atlas().region(region).side);
        sayAtPointer(structure.listed ? name : tr("%1: no trigger points described here").arg(name));
    });
    connect(m_map, &BodyMap::zoneHovered, this, [this](const std::optional<anatomy::ZonePlace> &zone) {
        sayAtPointer(zone ? phrases::zone(m_knowledge, {zone->zone, zone->side, HitKind::essential, 1}) : QString{});
    });
    connect(m_map, &BodyMap::viewDragged, this, [this](const ViewInfo &view) { showView(view, m_map->layer()); });
    connect(m_turn, &TurnDial::viewChosen, this, [this](const ViewInfo &view) { showView(view, m_map->layer()); });
    connect(m_layers, &QButtonGroup::idClicked, this, [this](int id) { showLayer(static_cast<Layer>(id)); });
}

void MapPane::knowledgeLoaded(std::vector<BodyRegion> regions) { m_access->knowledgeLoaded(std::move(regions)); }

void MapPane::addCommands(Actions &actions, QWidget &owner, bool listed)
{
    const auto add = [&](const char *id, const QString &words, const QList<QKeySequence> &keys, Icon icon, auto run) {
        actions.add(owner, {QString::fromLatin1(id), words, ActionGroup::map, keys, icon, listed}, run);
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
}

void MapPane::showView(const ViewInfo &view, Layer layer)
{
    Q_EMIT leaving();
    try {
        m_map->showView(view, layer);
    } catch (const WorldError &error) {
        Q_EMIT failed(tr("This side of the body cannot be shown: %1").arg(QString::fromUtf8(error.what())));
    }
    m_turn->setView(m_map->view());
    m_layers->button(static_cast<int>(m_map->layer()))->setChecked(true);
    m_readAhead.start();
    sayKeepOff();
    Q_EMIT shown();
}

void MapPane::showLayer(Layer layer)
{
    if (layer != m_map->layer()) {
        showView(m_map->view(), layer);
    }
}

void MapPane::turnBy(int step) { showView(neighbourOf(m_scene.atlas(), m_map->view(), step), m_map->layer()); }

void MapPane::showRegion(RegionNumber region)
{
    const Layer own = m_scene.atlas().structureOf(region).layer;
    const ViewInfo *best = m_scene.bestView(region);
    const auto showsWell = [&](const ViewInfo &view, Layer layer) {
        return 2 * m_scene.visibleArea(view, layer, region) >= best->ownPixels[region];
    };
    if (best != nullptr && !showsWell(m_map->view(), m_map->layer())) {
        const ViewInfo *past = viewPastArm(region, own);
        showView(past != nullptr && showsWell(*past, own) ? *past : *best, own);
    }
}

std::optional<MapSpot> MapPane::spotIn(RegionNumber region)
{
    auto spot = m_map->middleOf(region);
    if (!spot && region != 0) {
        showRegion(region);
        showLayer(m_scene.atlas().structureOf(region).layer);
        spot = m_map->middleOf(region);
    }
    if (!spot) {
        Q_EMIT failed(tr("This muscle shows from no side that the map has yet, so it cannot be marked."));
    }
    return spot;
}

void MapPane::showZone(const anatomy::ZonePlace &zone)
{
    constexpr std::ptrdiff_t plainlySeen = 3000; // pixels
    const bool isSeen = m_scene.zonePixels(m_map->view(), zone) >= plainlySeen;
    showView(isSeen ? m_map->view() : m_scene.viewOfZone(zone), Layer::skin);
}

const ViewInfo *MapPane::viewPastArm(RegionNumber region, std::optional<Layer> layer)
{
    const ViewInfo &here = m_map->view();
    const ViewInfo &past = twinOf(m_scene.atlas(), here);
    const Layer seen = layer.value_or(m_map->layer());
    if (here.armAside || &past == &here || region == 0) {
        return nullptr;
    }
    return 2 * m_scene.visibleArea(here, seen, region) < m_scene.visibleArea(past, seen, region) ? &past : nullptr;
}

const ViewInfo *MapPane::viewPastArm(const PointMm &point)
{
    const ViewInfo &here = m_map->view();
    const ViewInfo &past = twinOf(m_scene.atlas(), here);
    return !here.armAside && !m_map->shows(here, point) && m_map->shows(past, point) ? &past : nullptr;
}

QRect MapPane::searchPlace(const QWidget &ancestor) const
{
    const QPoint corner = mapTo(&ancestor, QPoint{0, 0});
    const int wide = std::clamp(width() / 2 - halfHead, leastSearch, mostSearch);
    const int x = isRightToLeft() ? corner.x() + width() - wide - space::m : corner.x() + space::m;
    return {x, corner.y() + space::m, wide, height() - 2 * space::xxl};
}

void MapPane::moveEvent(QMoveEvent * /*event*/) { Q_EMIT arranged(); }

QWidget *MapPane::makeLayers()
{
    auto *box = new QWidget{this};
    box->setAccessibleName(tr("Layers, from the skin to the bones"));
    auto *steps = new QVBoxLayout{box};
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(0);
    for (const anatomy::Layer layer : anatomy::allLayers) {
        auto *button = new QPushButton{phrases::shortLayer(layer)};
        button->setCheckable(true);
        button->setObjectName(QStringLiteral("layer-") + phrases::text(std::string{toKey(layer)}));
        button->setAccessibleName(phrases::layer(layer));
        button->setToolTip(phrases::layer(layer));
        setButtonRole(*button, ButtonRole::segment);
        button->setChecked(layer == m_map->layer());
        m_layers->addButton(button, static_cast<int>(layer));
        steps->addWidget(button);
    }
    steps->addSpacing(space::s);
    steps->addWidget(&m_turn->armSwitch());
    return box;
}

QWidget *MapPane::makeZoom()
{
    auto *box = new QWidget{this};
    auto *steps = new QVBoxLayout{box};
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(0);
    const auto add = [this, steps](const QString &name, const QString &keys, Icon icon, const QString &objectName,
                                   auto run) {
        auto *button = new QPushButton;
        button->setObjectName(objectName);
        button->setAccessibleName(name);
        button->setToolTip(tr("%1 (%2)").arg(name, keys));
        setButtonIcon(*button, icon);
        connect(button, &QPushButton::clicked, this, run);
        steps->addWidget(button);
        return button;
    };
    add(tr("Zoom in"), tr("Ctrl and plus, or the wheel"), Icon::plus, QStringLiteral("zoomIn"),
        [this] { m_map->zoomBy(BodyMap::zoomStep); });
    QPushButton *out = add(tr("Zoom out"), tr("Ctrl and minus"), Icon::minus, QStringLiteral("zoomOut"),
                           [this] { m_map->zoomBy(1 / BodyMap::zoomStep); });
    QPushButton *whole = add(tr("Whole body"), tr("Ctrl and 0"), Icon::whole, QStringLiteral("wholeBody"),
                             [this] { m_map->showWhole(); });
    const auto follow = [this, out, whole] {
        for (QPushButton *button : {out, whole}) {
            button->setEnabled(m_map->zoom() > 1);
        }
    };
    connect(m_map, &BodyMap::zoomChanged, this, follow);
    follow();
    return box;
}

void MapPane::resizeEvent(QResizeEvent * /*event*/)
{
    m_map->setGeometry(rect());
    m_turn->adjustSize();
    m_turn->move((width() - m_turn->width()) / 2, height() - m_turn->height() - space::s);
    const bool mirrored = isRightToLeft();
    const auto atEnd = [&](QWidget &box, int y) {
        box.adjustSize();
        box.move(mirrored ? space::s : width() - box.width() - space::s, y);
    };
    atEnd(*m_steps, space::m);
    atEnd(*m_zoom, height() - m_zoom->sizeHint().height() - m_turn->height() - space::l);
    Q_EMIT arranged();
}

void MapPane::sayKeepOff()
{
    const NoPressArea *area = m_map->pointer() ? m_map->keepOffAt(*m_map->pointer()) : nullptr;
    if (area != m_pointedArea) {
        m_pointedArea = area;
        sayAtPointer(m_pointerWords);
    }
}

void MapPane::sayAtPointer(const QString &words)
{
    m_pointerWords = words;
    QStringList lines;
    if (!words.isEmpty()) {
        lines << words;
    }
    if (m_pointedArea != nullptr) {
        lines << phrases::keepOff(*m_pointedArea);
    }
    m_hoverName->setText(lines.join(QLatin1Char('\n')));
    m_hoverName->setVisible(!lines.isEmpty());
    m_hoverName->adjustSize();
    m_hoverName->raise();
    placeHoverName();
}

void MapPane::placeHoverName()
{
    if (const auto &pointer = m_map->pointer(); pointer && m_hoverName->isVisible()) {
        const QPoint at = pointer->toPoint();
        // To the other side of the pointer where there is no room, so that it never lies under it.
        const int right = at.x() + hoverOffset.x();
        const int left = at.x() - hoverOffset.x() - m_hoverName->width();
        const int x = right + m_hoverName->width() <= width() ? right : std::max(0, left);
        const int below = at.y() + hoverOffset.y();
        const int y =
            below + m_hoverName->height() <= height() ? below : at.y() - hoverOffset.y() - m_hoverName->height();
        m_hoverName->move(x, y);
    }
}

} // namespace palpate::desktop
