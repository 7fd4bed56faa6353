// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/bodymap.h"

#include <cmath>

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "desktop/bodymap/bodypicture.h"
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
    m_scene.prepare(view, layer);
}

void BodyMap::showView(const ViewInfo &view, anatomy::Layer layer)
{
    if (&view == m_view && layer == m_layer) {
        return;
    }
    m_scene.prepare(view, layer);
    m_view = &view;
    m_layer = layer;
    placeBody();
    refreshPictures();
    setHovered(0);
    setHoveredZone(0);
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
}

void BodyMap::setPattern(std::vector<ReferredZone> pattern)
{
    if (pattern != m_zones) {
        m_zones = std::move(pattern);
        m_patternIsCurrent = false;
        update();
    }
}

void BodyMap::setSelectedRegion(RegionNumber region)
{
    if (region != m_selected) {
        m_selected = region;
        update();
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
    m_geometry = MapGeometry::fitted(m_view->frame, QRectF{rect()}.marginsRemoved(bodyMargins));
}

void BodyMap::refreshPictures()
{
    m_body = {};
    m_patternIsCurrent = false;
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
    const double ratio = devicePixelRatioF();
    const QSize deviceSize = (bodyRect.size() * ratio).toSize().expandedTo({1, 1});
    if (m_body.isNull()) {
        m_body = paintBody(m_scene, *m_view, m_layer, mapTokens(), deviceSize, innerLineWidth * ratio);
    }
    if (!m_patternIsCurrent) {
        m_pattern = m_zones.empty() ? QImage{}
                                    : paintPattern(m_scene.atlas(), m_scene.zones(*m_view), m_zones, mapTokens(),
                                                   deviceSize, ratio);
        m_patternIsCurrent = true;
    }
    QPainter painter{this};
    painter.fillRect(rect(), mapTokens().ground);
    painter.drawImage(bodyRect, m_body);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_zones.empty()) {
        // What is not in focus steps back, so that the pattern speaks.
        QColor veil = mapTokens().ground;
        veil.setAlphaF(0.35F);
        painter.fillRect(bodyRect, veil);
    }
    paintArmOutline(painter);
    if (m_selected != 0) {
        paintHighlight(painter, m_selected, true);
    }
    if (!m_pattern.isNull()) {
        painter.drawImage(bodyRect, m_pattern);
    }
    if (m_hovered != 0 && m_hovered != m_selected) {
        paintHighlight(painter, m_hovered, false);
    }
    for (const Marker &marker : visibleMarkers()) {
        const auto &latest = marker.point->latestSoreness;
        paintMarker(painter, marker.at, marker.point->point.kind, latest ? std::optional{latest->level} : std::nullopt,
                    mapTokens(), m_selectedPoint == marker.point->point.id);
    }
    paintSideLabels(painter);
}

void BodyMap::paintHighlight(QPainter &painter, RegionNumber region, bool selected)
{
    const anatomy::Shapes &shapes = m_scene.shapes(*m_view);
    const QPainterPath path = m_geometry.transform().map(
        toPainterPath(selected ? shapes.silhouette(region) : shapes.visible(m_layer, region)));
    if (selected) {
        QColor fill = tintOf(m_scene.atlas().structureOf(region), mapTokens());
        fill.setAlphaF(0.55F);
        painter.fillPath(path, fill);
    }
    QColor light{Qt::white};
    light.setAlphaF(m_theme == Theme::light ? 0.30F : 0.14F);
    painter.fillPath(path, light);
    painter.strokePath(path, QPen{mapTokens().ground, 3.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.strokePath(path, QPen{tokensFor(m_theme).interface.text, selected ? 2.0 : 1.5, Qt::SolidLine, Qt::RoundCap,
                                  Qt::RoundJoin});
}

void BodyMap::paintArmOutline(QPainter &painter)
{
    if (!m_view->armAside) {
        return;
    }
    const QPainterPath arm = m_geometry.transform().map(toPainterPath(m_scene.shapes(*m_view).armOutline()));
    QColor line = mapTokens().skinLine;
    line.setAlphaF(0.7F);
    painter.strokePath(arm, QPen{line, 1, Qt::DashLine});
}

void BodyMap::paintSideLabels(QPainter &painter) const
{
    // From the projection, never from the view's name: where the person's left points to on the picture.
    const bool leftIsRightOfPicture = m_view->frame.right.x > 0;
    const QRectF body = m_geometry.screenRect(m_view->frame);
    QFont label = font();
    label.setPixelSize(11);
    label.setWeight(QFont::DemiBold);
    label.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    painter.setFont(label);
    const QFontMetricsF metrics{label};
    const auto pill = [&](const QString &words, bool atLeft) {
        const double width = metrics.horizontalAdvance(words) + 20;
        const double x = atLeft ? std::max(body.left() - 8, double{space::m})
                                : std::min(body.right() + 8, this->width() - double{space::m}) - width;
        const QRectF box{x, body.top() + body.height() * 0.045, width, 22};
        painter.setPen(QPen{tokensFor(m_theme).interface.hairline, 1});
        painter.setBrush(tokensFor(m_theme).interface.surface);
        painter.drawRoundedRect(box, 11, 11);
        painter.setPen(tokensFor(m_theme).interface.text2);
        painter.drawText(box, Qt::AlignCenter, words);
    };
    constexpr double sideways = 0.3;
    if (std::abs(m_view->frame.right.x) < sideways) {
        pill(m_view->frame.toViewer.x > 0 ? tr("YOUR LEFT SIDE") : tr("YOUR RIGHT SIDE"), true);
        return;
    }
    pill(tr("YOUR RIGHT"), leftIsRightOfPicture);
    pill(tr("YOUR LEFT"), !leftIsRightOfPicture);
}

std::vector<BodyMap::Marker> BodyMap::visibleMarkers()
{
    std::vector<Marker> markers;
    const anatomy::GrayImage16 &surface = m_scene.nearness(*m_view, anatomy::Layer::superficial);
    for (const PointOverview &point : m_points) {
        const anatomy::PicturePx at = m_view->frame.picture(point.point.position);
        const auto front = anatomy::bodyPointAt(m_view->frame, surface, at);
        const double cover = front ? m_view->frame.nearness(*front) - m_view->frame.nearness(point.point.position) : 0;
        if (cover <= mostCoverMm) {
            markers.push_back({&point, m_geometry.screen(at)});
        }
    }
    return markers;
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
