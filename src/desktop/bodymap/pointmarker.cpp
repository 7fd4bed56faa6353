// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/pointmarker.h"

#include <QCoreApplication>
#include <QPainterPath>

namespace palpate::desktop {

namespace {

QPainterPath shapeOf(QPointF centre, PointKind kind, double size)
{
    QPainterPath path;
    const double half = size / 2;
    switch (kind) {
    case PointKind::active:
        path.addEllipse(centre, half, half);
        break;
    case PointKind::latent: {
        // A little larger, so that the number keeps its room between the slopes.
        const double reach = half * 1.28;
        path.moveTo(centre.x(), centre.y() - reach);
        path.lineTo(centre.x() + reach, centre.y());
        path.lineTo(centre.x(), centre.y() + reach);
        path.lineTo(centre.x() - reach, centre.y());
        path.closeSubpath();
        break;
    }
    case PointKind::unsure:
        path.addRoundedRect(QRectF{centre.x() - half, centre.y() - half, size, size}, 6, 6);
        break;
    }
    return path;
}

} // namespace

void paintMarker(QPainter &painter, QPointF centre, PointKind kind, std::optional<PainLevel> level,
                 const MapTokens &tokens, const MarkerLook &look)
{
    const QPainterPath shape = shapeOf(centre, kind, markerSize);
    const bool hollow = !level || level->value() == 0 || !look.colourful;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen halo{tokens.ground, look.selected ? 6.0 : 4.0};
    halo.setJoinStyle(Qt::RoundJoin);
    painter.strokePath(shape, halo);
    const std::size_t step = level ? Tokens::plumStep(*level) : 0;
    painter.fillPath(shape, hollow ? tokens.ground : tokens.plum[step]);
    QPen outline{tokens.plumOutline, look.selected ? 2.5 : 1.5};
    if (look.inOtherLayer) {
        outline.setDashPattern({2.2, 1.6});
    }
    outline.setJoinStyle(Qt::RoundJoin);
    painter.strokePath(shape, outline);
    if (level) {
        QFont font = painter.font();
        font.setPixelSize(type::caption);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(hollow ? tokens.plumOutline : tokens.plumDigit[step]);
        const QRectF box{centre.x() - markerSize / 2, centre.y() - markerSize / 2, markerSize, markerSize};
        painter.drawText(box, Qt::AlignCenter, QString::number(level->value()));
    }
    painter.restore();
}

void paintRing(QPainter &painter, QPointF centre, const QColor &color, const MapTokens &tokens)
{
    constexpr double radius = markerSize / 2 + 5;
    painter.setBrush(Qt::NoBrush);
    for (const QPen &pen : {QPen{tokens.ground, 5}, QPen{color, 3}}) {
        painter.setPen(pen);
        painter.drawEllipse(centre, radius, radius);
    }
}

void paintPill(QPainter &painter, QPointF centre, std::size_t count, std::optional<PainLevel> worst,
               const MapTokens &tokens, bool colourful)
{
    const QString number = QCoreApplication::translate("PointMarker", "%1×").arg(count);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(type::caption);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const double countWidth = QFontMetricsF{font}.horizontalAdvance(number) + 10;
    const double width = worst ? countWidth + markerSize + 2 : std::max(countWidth + 6, markerSize + 4.0);
    const QRectF pill{centre.x() - width / 2, centre.y() - markerSize / 2, width, markerSize};
    painter.setPen(QPen{tokens.ground, 5});
    painter.setBrush(tokens.ground);
    painter.drawRoundedRect(pill, markerSize / 2, markerSize / 2);
    painter.setPen(QPen{tokens.plumOutline, 1.5});
    painter.drawRoundedRect(pill, markerSize / 2, markerSize / 2);
    painter.setPen(tokens.plumOutline);
    painter.drawText(worst ? QRectF{pill.left() + 3, pill.top(), countWidth, markerSize} : pill, Qt::AlignCenter,
                     number);
    if (worst) {
        const bool filled = colourful && worst->value() > 0;
        const std::size_t step = Tokens::plumStep(*worst);
        const QPointF disc{pill.right() - markerSize / 2, centre.y()};
        painter.setPen(QPen{tokens.plumOutline, 1.5});
        painter.setBrush(filled ? tokens.plum[step] : tokens.ground);
        painter.drawEllipse(disc, markerSize / 2, markerSize / 2);
        painter.setPen(filled ? tokens.plumDigit[step] : tokens.plumOutline);
        painter.drawText(QRectF{disc.x() - markerSize / 2, pill.top(), markerSize, markerSize}, Qt::AlignCenter,
                         QString::number(worst->value()));
    }
    painter.restore();
}

} // namespace palpate::desktop
