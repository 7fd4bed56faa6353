// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer, wheel and keys do to the map, and what lies where.
#include "desktop/bodymap/bodymap.h"

#include <algorithm>
#include <cmath>

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainterPath>
#include <QWheelEvent>

#include "anatomy/regionplace.h"
#include "core/error.h"
#include "desktop/bodymap/keepoffpicture.h"
#include "desktop/bodymap/patternpicture.h"
#include "desktop/bodymap/pointmarker.h"
#include "desktop/bodymap/turntable.h"

namespace palpate::desktop {

using anatomy::Layer;
using anatomy::RegionNumber;
using anatomy::ViewInfo;

namespace {

/// How far the pointer moves before a press is no click any more.
constexpr double dragDistance = 6;
/// How far one drags for one eighth of a turn, and how much of that is enough to turn on release.
constexpr double turnDistance = 110;
constexpr double enoughTurn = 0.3;
/// A region whose shown part is narrower than this is helped: the pointer need only come near.
constexpr double smallRegion = 24;
constexpr double snapDistance = 10;

} // namespace

std::optional<MapSpot> BodyMap::middleOf(RegionNumber region)
{
    const auto middle = m_scene.middleOf(*m_view, m_layer, region);
    if (!middle) {
        return std::nullopt;
    }
    const PointMm position = anatomy::placeInRegion(m_scene.atlas().region(region), m_view->frame,
                                                    m_scene.nearness(*m_view, m_layer), *middle);
    return MapSpot{region, position, m_camera.geometry().screen(*middle)};
}

MapSpot BodyMap::spotAt(QPointF at)
{
    if (m_layer == Layer::skin) {
        return {0, {}, at}; // the skin is for painting: it has zones, no structures
    }
    if (const RegionNumber near = smallRegionNear(at)) {
        return middleOf(near).value_or(MapSpot{0, {}, at});
    }
    const anatomy::PicturePx picture = m_camera.geometry().picture(at);
    const RegionNumber region = m_scene.stacks(*m_view).topAt(m_layer, static_cast<int>(std::floor(picture.x)),
                                                              static_cast<int>(std::floor(picture.y)));
    if (region == 0) {
        return {0, {}, at};
    }
    return {region,
            anatomy::placeInRegion(m_scene.atlas().region(region), m_view->frame, m_scene.nearness(*m_view, m_layer),
                                   picture),
            at};
}

RegionNumber BodyMap::smallRegionNear(QPointF at)
{
    const anatomy::StackMap &stacks = m_scene.stacks(*m_view);
    const anatomy::PicturePx centre = m_camera.geometry().picture(at);
    const double scale = m_camera.geometry().scale();
    const int reach = static_cast<int>(std::ceil(snapDistance / scale));
    const int column = static_cast<int>(std::floor(centre.x));
    const int row = static_cast<int>(std::floor(centre.y));
    RegionNumber best = 0;
    double nearest = snapDistance / scale;
    RegionNumber refused = 0; // the last one looked at, so that each is measured once or twice, not a thousand times
    for (int y = row - reach; y <= row + reach; ++y) {
        for (int x = column - reach; x <= column + reach; ++x) {
            const double distance = std::hypot(x - column, y - row);
            if (distance > nearest) {
                continue;
            }
            const RegionNumber region = stacks.topAt(m_layer, x, y);
            if (region == 0 || region == refused || region == best || !m_scene.atlas().structureOf(region).listed) {
                continue;
            }
            if (std::min(m_scene.visibleSize(*m_view, m_layer, region).width,
                         m_scene.visibleSize(*m_view, m_layer, region).height) *
                    scale >=
                smallRegion) {
                refused = region;
                continue;
            }
            best = region;
            nearest = distance;
        }
    }
    return best;
}

const NoPressArea *BodyMap::keepOffAt(QPointF at)
{
    if (m_keepOff.empty()) {
        return nullptr;
    }
    const anatomy::PicturePx picture = m_camera.geometry().picture(at);
    const std::vector<KeepOffShape> &shapes = keepOffOf(*m_view);
    const auto on = std::find_if(shapes.rbegin(), shapes.rend(), [&picture](const KeepOffShape &shape) {
        return shape.outline.contains({picture.x, picture.y});
    });
    return on == shapes.rend() ? nullptr : on->area;
}

std::vector<RegionNumber> BodyMap::stackAt(QPointF at)
{
    const anatomy::PicturePx picture = m_camera.geometry().picture(at);
    std::vector<RegionNumber> listed;
    for (const RegionNumber region : m_scene.stacks(*m_view).stackAt(static_cast<int>(std::floor(picture.x)),
                                                                     static_cast<int>(std::floor(picture.y)))) {
        if (m_scene.atlas().structureOf(region).listed &&
            std::find(listed.begin(), listed.end(), region) == listed.end()) {
            listed.push_back(region);
        }
    }
    return listed;
}

MapSpot BodyMap::spotIn(RegionNumber region, QPointF at)
{
    const Layer own = m_scene.atlas().structureOf(region).layer;
    return {region,
            anatomy::placeInRegion(m_scene.atlas().region(region), m_view->frame, m_scene.nearness(*m_view, own),
                                   m_camera.geometry().picture(at)),
            at};
}

bool BodyMap::isOverSkin(QPointF at)
{
    const anatomy::GrayImage8 &zones = m_scene.zones(*m_view);
    const anatomy::PicturePx picture = m_camera.geometry().picture(at);
    const int x = static_cast<int>(std::floor(picture.x));
    const int y = static_cast<int>(std::floor(picture.y));
    return zones.contains(x, y) && zones.at(x, y) != 0;
}

StrokePoint BodyMap::strokePointAt(QPointF at) const
{
    const anatomy::PlaneMm plane = m_view->frame.plane(m_camera.geometry().picture(at));
    return {static_cast<std::int32_t>(std::lround(plane.u * 10)), static_cast<std::int32_t>(std::lround(plane.v * 10))};
}

const BodyMap::Marker *BodyMap::markerAt(QPointF at, const std::vector<Marker> &all) const
{
    const Marker *nearest = nullptr;
    double best = markerSize / 2 + 2;
    for (const Marker &marker : all) {
        const double distance = std::hypot(marker.at.x() - at.x(), marker.at.y() - at.y());
        if (distance <= best) {
            best = distance;
            nearest = &marker;
        }
    }
    return nearest;
}

void BodyMap::setHovered(RegionNumber region)
{
    if (region != m_hovered) {
        m_hovered = region;
        update();
        Q_EMIT hovered(region);
    }
}

void BodyMap::setHoveredZone(std::uint8_t number)
{
    if (number != m_hoveredZone) {
        m_hoveredZone = number;
        Q_EMIT zoneHovered(m_scene.atlas().zoneAt(number));
    }
}

void BodyMap::hover(QPointF at)
{
    m_pointer = at;
    Q_EMIT pointerMoved();
    const std::vector<Marker> all = markers();
    const bool onPoint = markerAt(at, all) != nullptr;
    if (m_layer == Layer::skin) {
        const anatomy::GrayImage8 &zones = m_scene.zones(*m_view);
        const anatomy::PicturePx picture = m_camera.geometry().picture(at);
        const int x = static_cast<int>(std::floor(picture.x));
        const int y = static_cast<int>(std::floor(picture.y));
        const std::uint8_t zone = zones.contains(x, y) ? zones.at(x, y) : std::uint8_t{0};
        setHoveredZone(zone);
        setCursor(m_spaceHeld                     ? Qt::OpenHandCursor
                  : onPoint && m_isForChoosing    ? Qt::PointingHandCursor
                  : zone != 0 && !m_isForChoosing ? Qt::BlankCursor
                                                  : Qt::ArrowCursor);
        update(); // the brush's ring
        return;
    }
    const RegionNumber region = onPoint ? RegionNumber{0} : spotAt(at).region;
    setCursor(m_spaceHeld   ? Qt::OpenHandCursor
              : onPoint     ? Qt::PointingHandCursor
              : region != 0 ? Qt::CrossCursor
                            : Qt::ArrowCursor);
    setHovered(region);
}

void BodyMap::mousePressEvent(QMouseEvent *event)
{
    const bool left = event->button() == Qt::LeftButton;
    if (!left && event->button() != Qt::MiddleButton) {
        return;
    }
    const QPointF at = event->position();
    m_gesture = Gesture{Gesture::Kind::undecided, at, at, std::nullopt, {}};
    if (!left || m_spaceHeld) {
        m_gesture->kind = Gesture::Kind::pan;
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    const std::vector<Marker> all = markers();
    if (const Marker *marker = markerAt(at, all); marker != nullptr && (m_layer != Layer::skin || m_isForChoosing)) {
        m_gesture->point = marker->points.size() == 1 ? std::optional{marker->points.front()->point.id} : std::nullopt;
    } else if (m_layer == Layer::skin && !m_isForChoosing && isOverSkin(at)) {
        m_gesture->kind = Gesture::Kind::paint;
        m_gesture->path = {strokePointAt(at)};
        m_pointer = at;
        update();
    }
}

void BodyMap::decideGesture(QPointF at, Qt::MouseButtons buttons)
{
    const QPointF moved = at - m_gesture->start;
    if (m_gesture->kind != Gesture::Kind::undecided || !buttons.testFlag(Qt::LeftButton) ||
        std::hypot(moved.x(), moved.y()) < dragDistance) {
        return;
    }
    const bool moves = m_gesture->point && !m_isForChoosing;
    m_gesture->kind = moves                   ? Gesture::Kind::movePoint
                      : m_camera.showsWhole() ? Gesture::Kind::turn
                                              : Gesture::Kind::pan;
    if (m_gesture->kind != Gesture::Kind::movePoint) {
        setCursor(Qt::ClosedHandCursor);
        setHovered(0);
    }
}

void BodyMap::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (!m_gesture) {
        hover(at);
        return;
    }
    decideGesture(at, event->buttons());
    switch (m_gesture->kind) {
    case Gesture::Kind::undecided:
        break;
    case Gesture::Kind::pan:
        m_camera.pan(at - m_gesture->last);
        cameraMoved();
        break;
    case Gesture::Kind::turn:
        dragTurn(at);
        break;
    case Gesture::Kind::movePoint:
        setHovered(spotAt(at).region);
        break;
    case Gesture::Kind::paint:
        paintOn(at);
        break;
    }
    if (m_gesture) {
        m_gesture->last = at;
    }
}

void BodyMap::paintOn(QPointF at)
{
    m_pointer = at;
    if (const StrokePoint point = strokePointAt(at); point != m_gesture->path.back()) {
        m_gesture->path.push_back(point);
        Q_EMIT strokeGrown(Stroke{0, m_view->id, m_brush.mm, m_brush.erases, m_gesture->path});
    }
    update();
}

void BodyMap::dragTurn(QPointF at)
{
    if (!isUpright(*m_view)) {
        return;
    }
    // Dragging to the right brings what lies to the left of the picture to the front.
    const double progress = (at.x() - m_gesture->start.x()) / turnDistance;
    const ViewInfo &target = neighbourOf(m_scene.atlas(), *m_view, progress < 0 ? 1 : -1);
    try {
        m_scene.prepare(target, m_layer, MapScene::Extent::marks);
    } catch (const WorldError &) {
        return; // whoever shows the view says why
    }
    m_dragTarget = &target;
    m_dragProgress = std::clamp(progress, -1.0, 1.0);
    if (std::abs(m_dragProgress) >= 1) {
        // One eighth is done; the drag goes on from there.
        m_gesture->start = at;
        Q_EMIT viewDragged(target);
    }
    update();
}

void BodyMap::endTurnDrag()
{
    const ViewInfo *target = m_dragTarget;
    if (target != nullptr && std::abs(m_dragProgress) >= enoughTurn) {
        Q_EMIT viewDragged(*target);
    }
    m_dragTarget = nullptr;
    m_dragProgress = 0;
    update();
}

void BodyMap::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_gesture || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)) {
        return;
    }
    const Gesture done = *m_gesture;
    m_gesture.reset();
    const QPointF at = event->position();
    switch (done.kind) {
    case Gesture::Kind::undecided:
        click(at);
        break;
    case Gesture::Kind::turn:
        endTurnDrag();
        break;
    case Gesture::Kind::movePoint:
        if (const MapSpot spot = spotAt(at); spot.region != 0 && done.point) {
            Q_EMIT pointMoved(*done.point, spot);
        }
        break;
    case Gesture::Kind::paint:
        Q_EMIT strokePainted(Stroke{0, m_view->id, m_brush.mm, m_brush.erases, done.path});
        break;
    case Gesture::Kind::pan:
        break;
    }
    if (rect().contains(at.toPoint()) && underMouse()) {
        hover(at);
    }
    update();
}

void BodyMap::click(QPointF at)
{
    const std::vector<Marker> all = markers();
    const Marker *marker = markerAt(at, all);
    if (marker != nullptr && marker->points.size() > 1) {
        m_fanned.clear();
        for (const PointOverview *point : marker->points) {
            m_fanned.push_back(point->point.id);
        }
        update();
        return;
    }
    if (marker != nullptr) {
        Q_EMIT pointClicked(marker->points.front()->point.id, marker->at);
        return;
    }
    if (!m_fanned.empty()) {
        m_fanned.clear();
        update();
    }
    const MapSpot spot = spotAt(at);
    if (spot.region != 0) {
        Q_EMIT spotClicked(spot);
    } else {
        Q_EMIT backgroundClicked();
    }
}

void BodyMap::wheelEvent(QWheelEvent *event)
{
    constexpr double perStep = 1.2;
    const double steps = event->angleDelta().y() / 120.0;
    if (steps != 0) {
        m_camera.zoomBy(std::pow(perStep, steps), event->position());
        cameraMoved();
    }
    event->accept();
}

void BodyMap::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPointF at = byKey ? QRectF{rect()}.center() : QPointF{event->pos()};
    Q_EMIT menuAsked(spotAt(at));
}

void BodyMap::leaveEvent(QEvent * /*event*/)
{
    m_pointer.reset();
    setHovered(0);
    setHoveredZone(0);
    Q_EMIT pointerMoved();
    update();
}

bool BodyMap::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::NativeGesture: {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            m_camera.zoomBy(1 + gesture->value(), gesture->position());
            cameraMoved();
            return true;
        }
        break;
    }
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && !key->isAutoRepeat()) {
            m_spaceHeld = event->type() == QEvent::KeyPress;
            setCursor(m_spaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor);
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

} // namespace palpate::desktop
