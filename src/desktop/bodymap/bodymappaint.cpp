// SPDX-License-Identifier: GPL-3.0-or-later
// How the map paints itself, frame by frame.
#include "desktop/bodymap/bodymap.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "desktop/bodymap/keepoffpicture.h"
#include "desktop/bodymap/mapmarks.h"
#include "desktop/bodymap/patternpicture.h"
#include "desktop/bodymap/pointmarker.h"

namespace palpate::desktop {

using anatomy::Layer;
using anatomy::ViewInfo;

namespace {

/// What the search takes at the top of the map, and the layers at its end.
constexpr double searchRoom = 56;
constexpr double layersRoom = 112;

} // namespace

QImage BodyMap::withOverlays(const QImage &body, const ViewInfo &view, const MapGeometry &geometry)
{
    QImage scene = body;
    scene.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter{&scene};
    painter.setFont(font());
    paintOverlays(painter, view, geometry);
    return scene;
}

void BodyMap::paintOverlays(QPainter &painter, const ViewInfo &view, const MapGeometry &geometry)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const bool skin = m_layer == Layer::skin;
    const bool painted = skin && (m_present || m_earlier);
    if (!m_zones.empty() || m_ownReferral) {
        // What is not in focus steps back, so that the pattern speaks.
        QColor veil = mapTokens().ground;
        veil.setAlphaF(0.35F);
        painter.fillRect(QRectF{painter.viewport()}, veil);
    }
    paintSeeThrough(painter, m_scene, view, m_layer, geometry, m_theme);
    paintArmOutline(painter, m_scene, view, geometry, m_theme);
    for (const anatomy::RegionNumber region : m_chosenRegions) {
        paintRegion(painter, m_scene, view, m_layer, region, RegionMark::selected, geometry, m_theme);
    }
    if (m_selected != 0) {
        paintRegion(painter, m_scene, view, m_layer, m_selected, RegionMark::selected, geometry, m_theme);
    }
    if (!m_zones.empty()) {
        paintPattern(painter, m_scene.atlas(), m_scene.zones(view), m_zones, PatternHue::book, mapTokens(), geometry);
    }
    if (!m_felt.empty()) {
        paintPattern(painter, m_scene.atlas(), m_scene.zones(view), m_felt, PatternHue::person, mapTokens(), geometry);
    }
    if (m_ownReferral) {
        paintAreas(painter, paintedAreas(m_scene, view, *m_ownReferral), PaintMark::present, mapTokens(), geometry);
    }
    if (painted && m_earlier) {
        paintAreas(painter, paintedAreas(m_scene, view, *m_earlier), PaintMark::earlier, mapTokens(), geometry);
    }
    if (painted && m_present) {
        paintAreas(painter, paintedAreas(m_scene, view, *m_present), PaintMark::present, mapTokens(), geometry);
    }
    if (!m_keepOff.empty()) {
        paintKeepOff(painter, keepOffOf(view), mapTokens(), geometry);
    }
}

void BodyMap::paintEvent(QPaintEvent * /*event*/)
{
    if (devicePixelRatioF() != m_ratio) {
        // The window has gone to another screen, of which Qt 6.4 tells no widget.
        placeBody();
    }
    QPainter painter{this};
    painter.setFont(font());
    if (m_turn) {
        paintTurn(painter, *m_turn, m_turning.currentValue().toDouble(), *m_view);
    } else if (m_dragTarget != nullptr) {
        const Turn turn{picturesOf(*m_view).scene, m_camera.geometry().topLeft(), m_dragProgress < 0 ? -1 : 1};
        paintTurn(painter, turn, std::abs(m_dragProgress), *m_dragTarget);
    } else {
        paintBodyPictures(painter);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const bool moving = m_turn || m_dragTarget != nullptr;
    if (!moving) {
        if (m_hovered != 0 && m_hovered != m_selected) {
            paintRegion(painter, m_scene, *m_view, m_layer, m_hovered, RegionMark::hovered, m_camera.geometry(),
                        m_theme);
        }
        paintMarkers(painter);
        if (m_askedSpot) {
            const QPointF at = screenPosition(*m_askedSpot);
            for (const QPen &pen : {QPen{mapTokens().ground, 5}, QPen{mapTokens().plumOutline, 2}}) {
                painter.setPen(pen);
                painter.setBrush(Qt::NoBrush);
                painter.drawEllipse(at, 7, 7);
            }
        }
        paintBrush(painter);
        const QRectF free =
            QRectF{rect()}.adjusted(isRightToLeft() ? layersRoom : 0, searchRoom, isRightToLeft() ? 0 : -layersRoom, 0);
        paintSideLabels(painter, m_scene, *m_view, m_layer, m_camera.geometry(), free, m_theme);
    }
    const bool anySoreness = std::any_of(m_points.begin(), m_points.end(),
                                         [](const PointOverview &point) { return point.latestSoreness.has_value(); });
    const bool elsewhere = std::any_of(m_points.begin(), m_points.end(), [this](const PointOverview &point) {
        return isInOtherLayer(point.point) && shows(*m_view, point.point.position);
    });
    const bool skin = m_layer == Layer::skin;
    const auto has = [this](HitKind kind) {
        return std::any_of(m_felt.begin(), m_felt.end(),
                           [kind](const ReferredZone &zone) { return zone.kind == kind; });
    };
    m_legend.paint(painter,
                   {m_coloursBySoreness && anySoreness && !skin, elsewhere, !m_zones.empty(),
                    (skin && m_present) || m_ownReferral || has(HitKind::essential), has(HitKind::spillover),
                    !m_keepOff.empty()},
                   {isRightToLeft() ? width() - space::m : space::m, height() - qRound(bodyMargins.bottom())}, m_theme);
}

void BodyMap::paintBodyPictures(QPainter &painter)
{
    const Pictures &pictures = picturesOf(*m_view);
    const QRectF body = m_camera.geometry().screenRect(m_view->frame);
    if (m_camera.showsWhole()) {
        const QRegion around = QRegion{rect()}.subtracted(body.toRect().adjusted(1, 1, -1, -1));
        for (const QRect &strip : around) {
            painter.fillRect(strip, mapTokens().ground);
        }
        painter.drawImage(body.topLeft(), pictures.scene);
        return;
    }
    const MapGeometry &geometry = m_camera.geometry();
    const QRectF part{m_detail.part()};
    const QRectF target{geometry.screen({part.x(), part.y()}), part.size() * geometry.scale()};
    const QRectF seen = body.intersected(QRectF{rect()});
    painter.fillRect(rect(), mapTokens().ground);
    if (m_detail.body().isNull() || !target.contains(seen)) {
        // Only what is seen: stretching a picture costs by what is drawn of it.
        const double stretch = pictures.scene.width() / body.width();
        painter.drawImage(seen, pictures.scene,
                          QRectF{(seen.topLeft() - body.topLeft()) * stretch, seen.size() * stretch});
    }
    if (m_detail.body().isNull()) {
        return;
    }
    const double ratio = devicePixelRatioF();
    const double scale = m_detail.body().width() / part.width() / ratio;
    if (m_detailScene.isNull()) {
        m_detailScene = withOverlays(m_detail.body(), *m_view, {-part.topLeft() * scale, scale});
    }
    if (std::abs(scale - geometry.scale()) * part.width() < 1) {
        // At its own size it is copied, on whole device pixels.
        const QPointF at = target.topLeft() * ratio;
        painter.drawImage(QPointF{std::round(at.x()), std::round(at.y())} / ratio, m_detailScene);
        return;
    }
    const QRectF visible = target.intersected(QRectF{rect()});
    const double shrink = m_detailScene.width() / target.width();
    painter.drawImage(visible, m_detailScene,
                      QRectF{(visible.topLeft() - target.topLeft()) * shrink, visible.size() * shrink});
}

void BodyMap::paintTurn(QPainter &painter, const Turn &turn, double progress, const ViewInfo &to)
{
    // One picture gives way to the other while both drift the way the body turns. Copied, not stretched: a picture of
    // this size cannot be stretched sixty times a second.
    constexpr double drift = 24;
    const auto draw = [&](const QImage &picture, QPointF topLeft, double by, double opacity) {
        painter.setOpacity(opacity);
        painter.drawImage(QPointF{topLeft.x() + std::round(turn.direction * by), topLeft.y()}, picture);
    };
    painter.fillRect(rect(), mapTokens().ground);
    draw(turn.from, turn.fromTopLeft, -drift * progress, 1);
    draw(picturesOf(to).scene, cameraFor(to).wholeGeometry().topLeft(), drift * (1 - progress), progress);
    painter.setOpacity(1);
}

void BodyMap::paintMarkers(QPainter &painter)
{
    for (const Marker &marker : markers()) {
        const PointOverview &first = *marker.points.front();
        if (marker.points.size() > 1) {
            std::optional<PainLevel> worst;
            for (const PointOverview *point : marker.points) {
                if (point->latestSoreness && (!worst || *worst < point->latestSoreness->level)) {
                    worst = point->latestSoreness->level;
                }
            }
            paintPill(painter, marker.at, marker.points.size(), worst, mapTokens(), m_coloursBySoreness);
            continue;
        }
        if (marker.from != marker.at) {
            painter.setPen(QPen{mapTokens().plumOutline, 1});
            painter.drawLine(marker.from, marker.at);
        }
        const auto &latest = first.latestSoreness;
        if (m_chosenPoints.contains(first.point.id)) {
            paintRing(painter, marker.at, tokensFor(m_theme).interface.accent, mapTokens());
        }
        paintMarker(painter, marker.at, first.point.kind, latest ? std::optional{latest->level} : std::nullopt,
                    mapTokens(), {m_selectedPoint == first.point.id, m_coloursBySoreness, isInOtherLayer(first.point)});
    }
}

void BodyMap::paintBrush(QPainter &painter)
{
    if (m_layer != Layer::skin || !m_pointer || m_isForChoosing) {
        return;
    }
    const double perMm = m_view->frame.pxPerMm * m_camera.geometry().scale();
    const double width = m_brush.mm * perMm;
    QColor soft = m_brush.erases ? mapTokens().ground : mapTokens().plum[2];
    soft.setAlphaF(0.5F);
    if (m_gesture && m_gesture->kind == Gesture::Kind::paint) {
        QPolygonF line;
        for (const StrokePoint &point : m_gesture->path) {
            const auto picture = m_view->frame.picture(anatomy::PlaneMm{point.right / 10.0, point.up / 10.0});
            line << m_camera.geometry().screen(picture);
        }
        line << line.back() + QPointF{0.01, 0};
        painter.setPen(QPen{soft, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPolyline(line);
    }
    if (isOverSkin(*m_pointer)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{mapTokens().ground, 3});
        painter.drawEllipse(*m_pointer, width / 2, width / 2);
        painter.setPen(QPen{mapTokens().plumOutline, 1.2, m_brush.erases ? Qt::DashLine : Qt::SolidLine});
        painter.drawEllipse(*m_pointer, width / 2, width / 2);
    }
}

} // namespace palpate::desktop
