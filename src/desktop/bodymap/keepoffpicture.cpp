// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/keepoffpicture.h"

#include <algorithm>
#include <array>
#include <optional>

#include "desktop/bodymap/patternpicture.h"
#include "referral/referral.h"

namespace palpate::desktop {

using anatomy::Layer;
using anatomy::ViewInfo;

namespace {

constexpr double handSide = 15;
constexpr double hatchGap = 6;

[[nodiscard]] PointMm centreOf(const Sphere &sphere) { return {sphere.centre[0], sphere.centre[1], sphere.centre[2]}; }

void addBalls(QPainterPath &outline, MapScene &scene, const ViewInfo &view, const NoPressArea &area)
{
    for (const Sphere &sphere : area.spheres) {
        const auto add = [&](const PointMm &centre) {
            if (scene.showsBall(view, centre, sphere.radius)) {
                const anatomy::PicturePx at = view.frame.picture(centre);
                const double radius = sphere.radius * view.frame.pxPerMm;
                QPainterPath ball;
                ball.addEllipse(QPointF{at.x, at.y}, radius, radius);
                outline = outline.united(ball);
            }
        };
        add(centreOf(sphere));
        if (area.sides == NoPressSides::both) {
            add(mirrored(centreOf(sphere)));
        }
    }
}

/// What the layer shows of its muscles; without one, what their own layers show.
void addMuscles(QPainterPath &outline, MapScene &scene, const ViewInfo &view, std::optional<Layer> layer,
                const NoPressArea &area)
{
    for (const MuscleId &muscle : area.muscles) {
        for (const Side side : {Side::left, Side::right, Side::midline}) {
            if (const auto region = scene.atlas().regionOf(muscle, side)) {
                const Layer own = scene.atlas().structureOf(*region).layer;
                outline.addPath(toPainterPath(scene.shapes(view).visible(layer.value_or(own), *region)));
            }
        }
    }
}

[[nodiscard]] QPainterPath zonesOf(MapScene &scene, const ViewInfo &view, const NoPressArea &area)
{
    std::vector<ReferredZone> zones;
    for (const ZoneId &zone : area.zones) {
        for (const Side side : {Side::left, Side::right, Side::midline}) {
            zones.push_back({zone, side, HitKind::essential, 1});
        }
    }
    return outlineOf(scene.atlas(), scene.zones(view), zones);
}

} // namespace

std::vector<KeepOffShape> keepOffShapes(MapScene &scene, const ViewInfo &view, Layer layer,
                                        std::span<const NoPressArea> areas)
{
    std::vector<KeepOffShape> shapes;
    for (const NoPressArea &area : areas) {
        if (area.bothSidesAtOnce || !area.onlyWhen.empty()) {
            continue;
        }
        QPainterPath outline;
        addBalls(outline, scene, view, area);
        if (layer != Layer::skin) {
            addMuscles(outline, scene, view, layer, area);
        } else if (area.spheres.empty()) {
            outline = zonesOf(scene, view, area);
            if (outline.isEmpty()) {
                addMuscles(outline, scene, view, std::nullopt, area);
            }
        }
        if (!outline.isEmpty()) {
            shapes.push_back({&area, outline});
        }
    }
    std::stable_sort(shapes.begin(), shapes.end(), [](const KeepOffShape &a, const KeepOffShape &b) {
        return a.area->grade == NoPressGrade::fingertips && b.area->grade == NoPressGrade::never;
    });
    return shapes;
}

void paintHand(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    // Four fingers and a thumb over a palm, on a grid of 20.
    QPainterPath hand;
    constexpr std::array<std::pair<double, double>, 4> fingers{{{6.5, 5}, {9, 3.2}, {11.5, 3.8}, {14, 6}}};
    for (const auto &[x, top] : fingers) {
        hand.moveTo(x, 12);
        hand.lineTo(x, top);
    }
    hand.moveTo(6.5, 14);
    hand.lineTo(3.4, 10.4);
    QPainterPath palm;
    palm.addRoundedRect(QRectF{5.4, 10, 9.7, 7.6}, 3.4, 3.4);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / 20, box.height() / 20);
    for (const auto &[color, wider] : {std::pair{tokens.ground, 2.6}, std::pair{tokens.amber, 0.0}}) {
        painter.strokePath(hand, QPen{color, 2.1 + wider, Qt::SolidLine, Qt::RoundCap});
        painter.strokePath(palm, QPen{color, 0.1 + wider, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.fillPath(palm, color);
    }
    painter.restore();
}

void paintKeepOff(QPainter &painter, std::span<const KeepOffShape> shapes, const MapTokens &tokens,
                  const MapGeometry &geometry)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const KeepOffShape &shape : shapes) {
        const QPainterPath outline = geometry.transform().map(shape.outline);
        const bool never = shape.area->grade == NoPressGrade::never;
        paintHatch(painter, outline, tokens.amber, 1.2, hatchGap, Slant::falling);
        if (never) {
            paintHatch(painter, outline, tokens.amber, 1.2, hatchGap, Slant::rising);
        }
        QPen pen{tokens.amber, 1.5};
        if (!never) {
            pen.setDashPattern({4, 3});
        }
        strokeWithHalo(painter, outline, pen, tokens.ground, 1);
    }
    for (const KeepOffShape &shape : shapes) {
        const QRectF bounds = geometry.transform().map(shape.outline).boundingRect();
        const bool hasRoom = std::min(bounds.width(), bounds.height()) > handSide / 2;
        if (shape.area->grade == NoPressGrade::never && hasRoom && !shape.area->spheres.empty()) {
            // On each of its balls' places; for a muscle the words say it.
            for (const QPolygonF &part : geometry.transform().map(shape.outline).simplified().toSubpathPolygons()) {
                QRectF box{0, 0, handSide, handSide};
                box.moveCenter(part.boundingRect().center());
                paintHand(painter, box, tokens);
            }
        }
    }
    painter.restore();
}

} // namespace palpate::desktop
