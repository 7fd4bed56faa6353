// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/paintmarks.h"

#include <cmath>

#include "anatomy/outline.h"
#include "record/paintmask.h"

namespace palpate::desktop {

namespace {

/// The painted pixel that lies nearest to the middle of all of them: a place that is inside whatever the shape.
QPointF placeInside(const anatomy::GrayImage8 &mask, const anatomy::PixelBox &box)
{
    double sumX = 0;
    double sumY = 0;
    double count = 0;
    for (int y = box.top; y <= box.bottom; ++y) {
        for (int x = box.left; x <= box.right; ++x) {
            if (mask.at(x, y) != 0) {
                sumX += x;
                sumY += y;
                count += 1;
            }
        }
    }
    const QPointF middle{sumX / count, sumY / count};
    QPointF best = middle;
    double nearest = -1;
    for (int y = box.top; y <= box.bottom; ++y) {
        for (int x = box.left; x <= box.right; ++x) {
            const double distance = std::hypot(x - middle.x(), y - middle.y());
            if (mask.at(x, y) != 0 && (nearest < 0 || distance < nearest)) {
                nearest = distance;
                best = {x + 0.5, y + 0.5};
            }
        }
    }
    return best;
}

} // namespace

std::vector<PaintedArea> paintedAreas(MapScene &scene, const anatomy::ViewInfo &view, const PainEntry &entry)
{
    std::vector<PaintedArea> areas;
    for (std::size_t at = 0; at < entry.areas.size(); ++at) {
        const int area = static_cast<int>(at);
        const bool here = std::any_of(entry.strokes.begin(), entry.strokes.end(), [&](const Stroke &stroke) {
            return stroke.area == area && stroke.view == view.id;
        });
        if (!here) {
            continue;
        }
        const anatomy::GrayImage8 mask = paintMask(view, scene.zones(view), entry.strokes, area);
        anatomy::PixelBox box;
        for (int y = 0; y < mask.height(); ++y) {
            for (int x = 0; x < mask.width(); ++x) {
                if (mask.at(x, y) != 0) {
                    box.include(x, y);
                }
            }
        }
        if (box.empty()) {
            continue;
        }
        PaintedArea painted{area, entry.areas[at].intensity, {}, placeInside(mask, box)};
        // One picture pixel is ten tenths of a "millimetre" here: the outlines come back in tenths of a pixel.
        const auto outlines = anatomy::traceOutlines(
            box, [&mask](int x, int y) { return mask.at(x, y) != 0; }, 1.0);
        for (const anatomy::Outline &outline : outlines) {
            QPolygonF polygon;
            for (const anatomy::OutlinePoint &corner : outline) {
                polygon << QPointF{corner.x / 10.0, corner.y / 10.0};
            }
            painted.outline.addPolygon(polygon);
            painted.outline.closeSubpath();
        }
        areas.push_back(std::move(painted));
    }
    return areas;
}

void paintAreas(QPainter &painter, const std::vector<PaintedArea> &areas, PaintMark mark, const MapTokens &tokens,
                const MapGeometry &geometry)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool present = mark == PaintMark::present;
    for (const PaintedArea &area : areas) {
        const QPainterPath path = geometry.transform().map(area.outline);
        const std::size_t step = area.intensity ? Tokens::plumStep(*area.intensity) : 1;
        QColor fill = tokens.plum[step];
        fill.setAlphaF(present ? 0.62F : 0.18F);
        painter.fillPath(path, fill);
        QPen pen{tokens.plumOutline, present ? 1.5 : 1.0};
        pen.setJoinStyle(Qt::RoundJoin);
        if (!present) {
            pen.setDashPattern({3, 3});
        }
        painter.strokePath(path, QPen{tokens.ground, pen.widthF() + 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin});
        painter.strokePath(path, pen);
        if (present && area.intensity) {
            const QPointF at = geometry.transform().map(area.label);
            QFont font = painter.font();
            font.setPixelSize(type::caption);
            font.setWeight(QFont::DemiBold);
            painter.setFont(font);
            const QRectF disc{at.x() - 10, at.y() - 10, 20, 20};
            painter.setPen(QPen{tokens.plumOutline, 1});
            painter.setBrush(tokens.ground);
            painter.drawEllipse(disc);
            painter.drawText(disc, Qt::AlignCenter, QString::number(area.intensity->value()));
        }
    }
    painter.restore();
}

} // namespace palpate::desktop
