// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/bodymap.h"

#include <cmath>

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "desktop/bodymap/bodypicture.h"
#include "desktop/bodymap/mapmarks.h"
#include "desktop/bodymap/patternpicture.h"
#include "desktop/bodymap/pointmarker.h"

namespace palpate::desktop {

using anatomy::RegionNumber;
using anatomy::ViewInfo;

namespace {

/// The lines between structures, in logical pixels at any zoom.
constexpr double innerLineWidth = 0.8;
/// Room for the controls that lie over the map's lower edge, and for the side labels.
constexpr QMarginsF bodyMargins{space::xl, space::l, space::xl, 76};

/// For painted pictures; a whole turn of the body at a common window size.
constexpr qsizetype mostPictureBytes = 96 * 1024 * 1024;

/// A point shows in a view when the body's surface there lies no more than this in front of it.
constexpr double mostCoverMm = 70;

} // namespace

BodyMap::BodyMap(MapScene &scene, const ViewInfo &view, anatomy::Layer layer, Theme theme, QWidget *parent)
    : QWidget{parent}, m_scene{scene}, m_view{&view}, m_layer{layer}, m_theme{theme}
{
    setObjectName(QStringLiteral("bodyMap"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumWidth(320);
    setAccessibleName(tr("Body map"));
    m_scene.prepare(view, layer, MapScene::Extent::body);
}

void BodyMap::showView(const ViewInfo &view, anatomy::Layer layer)
{
    if (&view == m_view && layer == m_layer) {
        return;
    }
    m_scene.prepare(view, layer, MapScene::Extent::marks);
    m_view = &view;
    m_layer = layer;
    placeBody();
    update();
    setHovered(0);
    setHoveredZone(0);
    Q_EMIT contentChanged();
}

void BodyMap::setTheme(Theme theme)
{
    m_theme = theme;
    refreshPictures();
}

void BodyMap::setPoints(std::vector<PointOverview> points)
{
    m_points = std::move(points);
    update();
    Q_EMIT contentChanged();
}

void BodyMap::setPattern(std::vector<ReferredZone> pattern)
{
    if (pattern != m_zones) {
        m_zones = std::move(pattern);
        outdateScenes();
    }
}

void BodyMap::setSelectedRegion(RegionNumber region)
{
    if (region != m_selected) {
        m_selected = region;
        outdateScenes();
    }
}

void BodyMap::setSelectedPoint(std::optional<PointId> point)
{
    m_selectedPoint = point;
    update();
}

std::optional<MapSpot> BodyMap::middleOf(RegionNumber region)
{
    const auto middle = m_scene.middleOf(*m_view, m_layer, region);
    if (!middle) {
        return std::nullopt;
    }
    const auto position = anatomy::bodyPointAt(m_view->frame, m_scene.nearness(*m_view, m_layer), *middle);
    return position ? std::optional{MapSpot{region, *position, m_geometry.screen(*middle)}} : std::nullopt;
}

MapSpot BodyMap::spotAt(QPointF at)
{
    if (m_layer == anatomy::Layer::skin) {
        return {0, {}, at}; // the skin is for painting: it has zones, no structures
    }
    const anatomy::PicturePx picture = m_geometry.picture(at);
    const RegionNumber region = m_scene.stacks(*m_view).topAt(m_layer, static_cast<int>(std::floor(picture.x)),
                                                              static_cast<int>(std::floor(picture.y)));
    if (region == 0) {
        return {0, {}, at};
    }
    const auto position = anatomy::bodyPointAt(m_view->frame, m_scene.nearness(*m_view, m_layer), picture);
    return position ? MapSpot{region, *position, at} : MapSpot{0, {}, at};
}

QPointF BodyMap::screenPosition(const PointMm &point) const { return m_geometry.screen(m_view->frame.picture(point)); }

QSize BodyMap::sizeHint() const { return {560, 720}; }

void BodyMap::placeBody()
{
    const MapGeometry fitted = MapGeometry::fitted(m_view->frame, QRectF{rect()}.marginsRemoved(bodyMargins));
    // On whole device pixels, so that the picture is copied and not resampled.
    const double ratio = devicePixelRatioF();
    const QPointF topLeft = fitted.topLeft() * ratio;
    m_geometry = {QPointF{std::round(topLeft.x()), std::round(topLeft.y())} / ratio, fitted.scale()};
}

void BodyMap::refreshPictures()
{
    m_pictures.clear();
    update();
}

const BodyMap::Pictures &BodyMap::currentPictures()
{
    const double ratio = devicePixelRatioF();
    const QSize size = (m_geometry.screenRect(m_view->frame).size() * ratio).toSize().expandedTo({1, 1});
    const std::pair key{m_view, m_layer};
    if (!m_pictures.contains(key)) {
        qsizetype kept = 0;
        for (const auto &[other, pictures] : m_pictures) {
            kept += pictures.body.sizeInBytes() + pictures.scene.sizeInBytes();
        }
        if (kept > mostPictureBytes) {
            m_pictures.clear();
        }
        m_pictures[key].body = paintBody(m_scene, *m_view, m_layer, mapTokens(), size, innerLineWidth * ratio);
    }
    Pictures &pictures = m_pictures[key];
    if (!pictures.sceneIsCurrent) {
        pictures.scene = paintScene(pictures.body);
        pictures.sceneIsCurrent = true;
    }
    return pictures;
}

QImage BodyMap::paintScene(const QImage &body)
{
    QImage scene = body;
    scene.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter{&scene};
    painter.setRenderHint(QPainter::Antialiasing);
    const MapGeometry geometry{{0, 0}, m_geometry.scale()};
    if (!m_zones.empty()) {
        // What is not in focus steps back, so that the pattern speaks.
        QColor veil = mapTokens().ground;
        veil.setAlphaF(0.35F);
        painter.fillRect(QRectF{{0, 0}, scene.deviceIndependentSize()}, veil);
    }
    paintSeeThrough(painter, m_scene, *m_view, m_layer, geometry, m_theme);
    paintArmOutline(painter, m_scene, *m_view, geometry, m_theme);
    if (m_selected != 0) {
        paintRegion(painter, m_scene, *m_view, m_layer, m_selected, RegionMark::selected, geometry, m_theme);
    }
    if (!m_zones.empty()) {
        QImage pattern = paintPattern(m_scene.atlas(), m_scene.zones(*m_view), m_zones, mapTokens(), body.size(),
                                      devicePixelRatioF());
        pattern.setDevicePixelRatio(devicePixelRatioF());
        painter.drawImage(QPointF{0, 0}, pattern);
    }
    return scene;
}

void BodyMap::outdateScenes()
{
    for (auto &[key, pictures] : m_pictures) {
        pictures.sceneIsCurrent = false;
    }
    update();
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

void BodyMap::resizeEvent(QResizeEvent * /*event*/)
{
    placeBody();
    refreshPictures();
}

void BodyMap::paintEvent(QPaintEvent * /*event*/)
{
    const QRectF bodyRect = m_geometry.screenRect(m_view->frame);
    const Pictures &pictures = currentPictures();
    QPainter painter{this};
    const QRegion around = QRegion{rect()}.subtracted(bodyRect.toRect().adjusted(1, 1, -1, -1));
    for (const QRect &strip : around) {
        painter.fillRect(strip, mapTokens().ground);
    }
    painter.drawImage(bodyRect.topLeft(), pictures.scene);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hovered != 0 && m_hovered != m_selected) {
        paintRegion(painter, m_scene, *m_view, m_layer, m_hovered, RegionMark::hovered, m_geometry, m_theme);
    }
    for (const Marker &marker : visibleMarkers()) {
        const auto &latest = marker.point->latestSoreness;
        paintMarker(painter, marker.at, marker.point->point.kind, latest ? std::optional{latest->level} : std::nullopt,
                    mapTokens(), m_selectedPoint == marker.point->point.id);
    }
    painter.setFont(font());
    paintSideLabels(painter, m_scene, *m_view, m_layer, m_geometry, QRectF{rect()}, m_theme);
}

std::vector<BodyMap::Marker> BodyMap::visibleMarkers()
{
    std::vector<Marker> markers;
    for (const PointOverview &point : m_points) {
        if (shows(*m_view, point.point.position)) {
            markers.push_back({&point, screenPosition(point.point.position)});
        }
    }
    return markers;
}

bool BodyMap::shows(const ViewInfo &view, const PointMm &point)
{
    const anatomy::GrayImage16 &surface = m_scene.nearness(view, anatomy::Layer::superficial);
    const auto front = anatomy::bodyPointAt(view.frame, surface, view.frame.picture(point));
    return !front || view.frame.nearness(*front) - view.frame.nearness(point) <= mostCoverMm;
}

const PointOverview *BodyMap::pointAt(QPointF at)
{
    const PointOverview *nearest = nullptr;
    double best = markerSize / 2 + 2;
    for (const Marker &marker : visibleMarkers()) {
        const double distance = std::hypot(marker.at.x() - at.x(), marker.at.y() - at.y());
        if (distance <= best) {
            best = distance;
            nearest = marker.point;
        }
    }
    return nearest;
}

void BodyMap::mouseMoveEvent(QMouseEvent *event)
{
    const bool onPoint = pointAt(event->position()) != nullptr;
    if (m_layer == anatomy::Layer::skin) {
        const anatomy::GrayImage8 &zones = m_scene.zones(*m_view);
        const anatomy::PicturePx at = m_geometry.picture(event->position());
        const int x = static_cast<int>(std::floor(at.x));
        const int y = static_cast<int>(std::floor(at.y));
        setHoveredZone(!onPoint && zones.contains(x, y) ? zones.at(x, y) : std::uint8_t{0});
    }
    const RegionNumber region = onPoint ? RegionNumber{0} : spotAt(event->position()).region;
    setCursor(onPoint ? Qt::PointingHandCursor : region != 0 ? Qt::CrossCursor : Qt::ArrowCursor);
    setHovered(region);
}

void BodyMap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (const PointOverview *point = pointAt(event->position())) {
        Q_EMIT pointClicked(point->point.id, event->position());
        return;
    }
    const MapSpot spot = spotAt(event->position());
    if (spot.region != 0) {
        Q_EMIT spotClicked(spot);
    } else {
        Q_EMIT backgroundClicked();
    }
}

void BodyMap::leaveEvent(QEvent * /*event*/)
{
    setHovered(0);
    setHoveredZone(0);
}

} // namespace palpate::desktop
