// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/patternpicture.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QImage>

#include "anatomy/outline.h"

namespace palpate::desktop {

namespace {

enum class Mark : std::uint8_t { none, essential, spillover };

/// What each number of the zone picture means for one pattern.
using Marks = std::array<Mark, 256>;

Marks marksOf(const anatomy::Atlas &atlas, std::span<const ReferredZone> pattern)
{
    Marks marks{};
    for (const ReferredZone &hit : pattern) {
        const std::uint8_t number = atlas.zoneNumber(hit.zone, hit.side);
        if (number != 0 && marks[number] != Mark::essential) {
            marks[number] = hit.kind == HitKind::essential ? Mark::essential : Mark::spillover;
        }
    }
    return marks;
}

/// The boxes around what is essential and around the spillover, in one walk over the picture.
struct Extent {
    anatomy::PixelBox essential;
    anatomy::PixelBox spillover;
};

Extent extentOf(const anatomy::GrayImage8 &zones, const Marks &marks)
{
    Extent extent;
    for (int y = 0; y < zones.height(); ++y) {
        const std::uint8_t *row = zones.row(y);
        for (int x = 0; x < zones.width(); ++x) {
            const Mark mark = marks[row[x]];
            if (mark == Mark::essential) {
                extent.essential.include(x, y);
            } else if (mark == Mark::spillover) {
                extent.spillover.include(x, y);
            }
        }
    }
    return extent;
}

QPainterPath pathOf(const anatomy::GrayImage8 &zones, const Marks &marks, Mark mark, const anatomy::PixelBox &box)
{
    // One picture pixel is ten tenths of a "millimetre" here: the outlines come back in tenths of a pixel.
    const auto outlines = anatomy::traceOutlines(
        box, [&](int x, int y) { return marks[zones.at(x, y)] == mark; }, 1.0);
    QPainterPath path;
    for (const anatomy::Outline &outline : outlines) {
        QPolygonF polygon;
        for (const anatomy::OutlinePoint &corner : outline) {
            polygon << QPointF{corner.x / 10.0, corner.y / 10.0};
        }
        path.addPolygon(polygon);
        path.closeSubpath();
    }
    return path;
}

/// The filled path, densest inside and thinner towards its edge: a likelihood, not a border.
void paintFadingFill(QPainter &painter, const QPainterPath &path, const QColor &fill)
{
    const QRectF whole = path.boundingRect();
    const double ratio = painter.device()->devicePixelRatioF();
    const QRect bounds = whole.toAlignedRect().adjusted(-2, -2, 2, 2);
    if (whole.isEmpty()) {
        return;
    }
    // What is soft needs few pixels: painted small, and smaller still for the blur, whatever the zoom.
    constexpr double mostSide = 400;
    const double scale = std::min(ratio, mostSide / std::max(bounds.width(), bounds.height()));
    QImage patch{(QSizeF{bounds.size()} * scale).toSize().expandedTo({3, 3}), QImage::Format_ARGB32_Premultiplied};
    patch.fill(Qt::transparent);
    QPainter patchPainter{&patch};
    patchPainter.setRenderHint(QPainter::Antialiasing);
    patchPainter.scale(scale, scale);
    patchPainter.translate(-bounds.topLeft());
    patchPainter.fillPath(path, fill);
    patchPainter.end();
    // Blurred by scaling down and up again, then kept inside the exact border.
    const int blur = std::max(6, std::min(patch.width(), patch.height()) / 8);
    const QSize small = (patch.size() / blur).expandedTo({3, 3});
    const QImage soft = patch.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                            .scaled(patch.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QColor even = fill;
    even.setAlphaF(fill.alphaF() * 0.4F);
    painter.fillPath(path, even);
    painter.setOpacity(0.75);
    painter.drawImage(QRectF{bounds}, soft);
    painter.restore();
}

} // namespace

void paintHatch(QPainter &painter, const QPainterPath &path, const QColor &color, double width, double gap, Slant slant)
{
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.setPen(QPen{color, width});
    const QRectF bounds = path.boundingRect();
    const double step = gap * 1.4142135623730951;
    // Lines start on multiples of the step, so that neighbouring zones hatch as one.
    if (slant == Slant::rising) {
        const double first = std::floor((bounds.left() + bounds.top()) / step) * step;
        for (double sum = first; sum < bounds.right() + bounds.bottom(); sum += step) {
            painter.drawLine(QPointF{sum - bounds.top(), bounds.top()},
                             QPointF{sum - bounds.bottom(), bounds.bottom()});
        }
    } else {
        const double first = std::floor((bounds.left() - bounds.bottom()) / step) * step;
        for (double less = first; less < bounds.right() - bounds.top(); less += step) {
            painter.drawLine(QPointF{less + bounds.top(), bounds.top()},
                             QPointF{less + bounds.bottom(), bounds.bottom()});
        }
    }
    painter.restore();
}

void strokeWithHalo(QPainter &painter, const QPainterPath &path, QPen pen, const QColor &halo, double haloWidth)
{
    pen.setJoinStyle(Qt::BevelJoin);
    QPen under{halo, pen.widthF() + 2 * haloWidth};
    under.setJoinStyle(Qt::BevelJoin);
    painter.strokePath(path, under);
    painter.strokePath(path, pen);
}

QPainterPath outlineOf(const anatomy::Atlas &atlas, const anatomy::GrayImage8 &zones,
                       std::span<const ReferredZone> pattern)
{
    const Marks marks = marksOf(atlas, pattern);
    return pathOf(zones, marks, Mark::essential, extentOf(zones, marks).essential);
}

QPainterPath toPainterPath(std::span<const anatomy::ShapePath> paths)
{
    QPainterPath all;
    for (const anatomy::ShapePath &path : paths) {
        QPolygonF polygon;
        for (const anatomy::PicturePx &corner : path) {
            polygon << QPointF{corner.x, corner.y};
        }
        all.addPolygon(polygon);
        all.closeSubpath();
    }
    return all;
}

void paintPattern(QPainter &painter, const anatomy::Atlas &atlas, const anatomy::GrayImage8 &zones,
                  std::span<const ReferredZone> pattern, PatternHue hue, const MapTokens &tokens,
                  const MapGeometry &geometry)
{
    const QColor line = hue == PatternHue::book ? tokens.blueLine : tokens.plumOutline;
    QColor fill = hue == PatternHue::book ? tokens.blueFill : tokens.plum[2];
    fill.setAlphaF(tokens.blueFill.alphaF());
    const Marks marks = marksOf(atlas, pattern);
    const Extent extent = extentOf(zones, marks);
    const QTransform toScreen = geometry.transform();
    const QPainterPath essential = toScreen.map(pathOf(zones, marks, Mark::essential, extent.essential));
    const QPainterPath spillover = toScreen.map(pathOf(zones, marks, Mark::spillover, extent.spillover));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!spillover.isEmpty()) {
        paintHatch(painter, spillover, line, 1.5, 7);
        QPen dashed{line, 1.5};
        dashed.setDashPattern({4, 3});
        strokeWithHalo(painter, spillover, dashed, tokens.ground, 1);
    }
    if (!essential.isEmpty()) {
        paintFadingFill(painter, essential, fill);
        strokeWithHalo(painter, essential, QPen{line, 1.5}, tokens.ground, 1);
    }
    painter.restore();
}

QRect patternBounds(const anatomy::Atlas &atlas, const anatomy::GrayImage8 &zones,
                    std::span<const ReferredZone> pattern)
{
    const auto [essential, spillover] = extentOf(zones, marksOf(atlas, pattern));
    const auto toRect = [](const anatomy::PixelBox &box) {
        return box.empty() ? QRect{} : QRect{QPoint{box.left, box.top}, QPoint{box.right, box.bottom}};
    };
    return toRect(essential).united(toRect(spillover));
}

} // namespace palpate::desktop
