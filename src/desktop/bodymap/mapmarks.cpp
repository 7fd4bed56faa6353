// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/mapmarks.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QPainterPath>

#include "desktop/bodymap/bodypicture.h"
#include "desktop/bodymap/patternpicture.h"

namespace palpate::desktop {

namespace {

QString words(const char *source) { return QCoreApplication::translate("MapMarks", source); }

} // namespace

void paintRegion(QPainter &painter, MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer,
                 anatomy::RegionNumber region, RegionMark mark, const MapGeometry &geometry, Theme theme)
{
    const bool selected = mark == RegionMark::selected;
    const MapTokens &tokens = tokensFor(theme).map;
    const anatomy::Shapes &shapes = scene.shapes(view);
    const QPainterPath path =
        geometry.transform().map(toPainterPath(selected ? shapes.silhouette(region) : shapes.visible(layer, region)));
    if (selected) {
        QColor fill = tintOf(scene.atlas().structureOf(region), tokens);
        fill.setAlphaF(0.55F);
        painter.fillPath(path, fill);
    }
    QColor light{Qt::white};
    light.setAlphaF(isDark(theme) ? 0.14F : 0.30F);
    painter.fillPath(path, light);
    // Outlines are dense: bevelled joins look round and cost half as much.
    painter.strokePath(path, QPen{tokens.ground, 3.5, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin});
    painter.strokePath(
        path, QPen{tokensFor(theme).interface.text, selected ? 2.0 : 1.5, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin});
}

void paintArmOutline(QPainter &painter, MapScene &scene, const anatomy::ViewInfo &view, const MapGeometry &geometry,
                     Theme theme)
{
    if (!view.armAside) {
        return;
    }
    const QPainterPath arm = geometry.transform().map(toPainterPath(scene.shapes(view).armOutline()));
    QColor line = tokensFor(theme).map.skinLine;
    line.setAlphaF(0.7F);
    painter.strokePath(arm, QPen{line, 1, Qt::DashLine});
}

void paintSeeThrough(QPainter &painter, MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer,
                     const MapGeometry &geometry, Theme theme)
{
    if (layer == anatomy::Layer::skin) {
        return;
    }
    QColor line = tokensFor(theme).map.innerLine;
    line.setAlphaF(0.7F);
    QPen pen{line, 1.2, Qt::DashLine, Qt::FlatCap, Qt::BevelJoin};
    pen.setDashPattern({4, 3});
    const anatomy::Atlas &atlas = scene.atlas();
    for (anatomy::RegionNumber region = 1; region <= atlas.regionCount(); ++region) {
        if (!atlas.structureOf(region).seeThrough) {
            continue;
        }
        const QPainterPath path = toPainterPath(scene.shapes(view).visible(layer, region));
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        for (const QPolygonF &part : path.toSubpathPolygons(geometry.transform())) {
            // Of a sheet seen from its edge only specks remain, which read as dirt.
            constexpr double speck = 24;
            const QRectF box = part.boundingRect();
            if (box.width() > speck || box.height() > speck) {
                painter.drawPolyline(part);
            }
        }
    }
}

namespace {

/// Whether any of the body shows in the rectangle, looked at every few pixels.
bool liesOverBody(MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer, const MapGeometry &geometry,
                  const QRectF &box)
{
    constexpr double stride = 4;
    const anatomy::GrayImage8 *zones = layer == anatomy::Layer::skin ? &scene.zones(view) : nullptr;
    const anatomy::StackMap *stacks = zones == nullptr ? &scene.stacks(view) : nullptr;
    for (double y = box.top(); y <= box.bottom(); y += stride) {
        for (double x = box.left(); x <= box.right(); x += stride) {
            const anatomy::PicturePx at = geometry.picture({x, y});
            const int column = static_cast<int>(std::floor(at.x));
            const int row = static_cast<int>(std::floor(at.y));
            const bool isBody = zones != nullptr ? zones->contains(column, row) && zones->at(column, row) != 0
                                                 : stacks->topAt(layer, column, row) != 0;
            if (isBody) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

void paintSideLabels(QPainter &painter, MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer,
                     const MapGeometry &geometry, const QRectF &area, Theme theme)
{
    // From the projection, never from the view's name: where the person's left points to on the picture.
    const bool leftIsRightOfPicture = view.frame.right.x > 0;
    const QRectF body = geometry.screenRect(view.frame);
    const QFont before = painter.font();
    QFont label = before;
    label.setPixelSize(11);
    label.setWeight(QFont::DemiBold);
    label.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    painter.setFont(label);
    const QFontMetricsF metrics{label};
    // Beside the head; when the map is enlarged, at the top of what is seen.
    const bool whole = body.height() <= area.bottom() + area.top();
    const double top = whole ? std::max(body.top() + body.height() * 0.045, area.top()) : area.top();
    const auto boxOf = [&](const QString &words, bool atLeft) {
        const double width = metrics.horizontalAdvance(words) + 20;
        const double x = atLeft ? std::max(body.left() - width / 2, area.left() + space::m)
                                : std::min(body.right() - width / 2, area.right() - space::m - width);
        return QRectF{x, top, width, 22};
    };
    const auto isFree = [&](const QRectF &box) {
        return !liesOverBody(scene, view, layer, geometry, box.adjusted(-4, -4, 4, 4));
    };
    // Downwards to the first place where all of them lie beside the body; none where there is no such place.
    const auto lowered = [&](std::vector<QRectF> boxes) {
        while (boxes.front().bottom() < std::min(body.bottom(), area.bottom())) {
            if (std::all_of(boxes.begin(), boxes.end(), isFree)) {
                return boxes;
            }
            std::for_each(boxes.begin(), boxes.end(), [](QRectF &box) { box.translate(0, 8); });
        }
        return std::vector<QRectF>{};
    };
    const auto pill = [&](const QString &words, const QRectF &box) {
        painter.setPen(QPen{tokensFor(theme).interface.hairline, 1});
        painter.setBrush(tokensFor(theme).interface.surface);
        painter.drawRoundedRect(box, 11, 11);
        painter.setPen(tokensFor(theme).interface.text2);
        painter.drawText(box, Qt::AlignCenter, words);
    };
    constexpr double sideways = 0.3;
    if (std::abs(view.frame.right.x) < sideways) {
        const QString side = view.frame.toViewer.x > 0 ? words("YOUR LEFT SIDE") : words("YOUR RIGHT SIDE");
        const auto ahead = lowered({boxOf(side, true)});
        const auto place = ahead.empty() ? lowered({boxOf(side, false)}) : ahead;
        pill(side, place.empty() ? boxOf(side, false) : place.front());
    } else {
        const QString right = words("YOUR RIGHT");
        const QString left = words("YOUR LEFT");
        QRectF rightBox = boxOf(right, leftIsRightOfPicture);
        QRectF leftBox = boxOf(left, !leftIsRightOfPicture);
        QRectF &first = leftIsRightOfPicture ? rightBox : leftBox;
        QRectF &second = leftIsRightOfPicture ? leftBox : rightBox;
        // As far from the body's middle on one side as on the other, where the middle is in sight.
        const double middle = body.center().x();
        if (const double reach = std::min(middle - first.right(), second.left() - middle); reach > 0) {
            first.moveRight(middle - reach);
            second.moveLeft(middle + reach);
        }
        const auto both = lowered({rightBox, leftBox});
        const auto alone = [&](const QRectF &box) {
            const auto place = lowered({box});
            return place.empty() ? box : place.front();
        };
        pill(right, both.empty() ? alone(rightBox) : both.front());
        pill(left, both.empty() ? alone(leftBox) : both.back());
    }
    painter.setFont(before);
}

} // namespace palpate::desktop
