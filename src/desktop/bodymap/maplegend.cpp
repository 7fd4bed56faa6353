// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/maplegend.h"

#include <array>
#include <vector>

#include <QCoreApplication>

#include "desktop/bodymap/pointmarker.h"

namespace palpate::desktop {

namespace {

constexpr double rowHeight = 20;
constexpr double swatchSide = 16;

QString words(const char *source) { return QCoreApplication::translate("MapLegend", source); }

struct Row {
    QString words;
    void (*swatch)(QPainter &painter, const QRectF &box, const MapTokens &tokens);
};

void essentialSwatch(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    painter.setPen(QPen{tokens.blueLine, 1.5});
    painter.setBrush(tokens.blueFill);
    painter.drawRoundedRect(box, 3, 3);
}

void spilloverSwatch(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    painter.save();
    painter.setClipRect(box);
    painter.setPen(QPen{tokens.blueLine, 1.2});
    for (double at = 0; at < 2 * box.width(); at += 5) {
        painter.drawLine(QPointF{box.left() + at, box.top()}, QPointF{box.left() + at - box.height(), box.bottom()});
    }
    painter.restore();
    QPen pen{tokens.blueLine, 1.5};
    pen.setDashPattern({2, 1.5});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 3, 3);
}

void paintSwatch(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    QColor fill = tokens.plum[2];
    fill.setAlphaF(0.62F);
    painter.setPen(QPen{tokens.plumOutline, 1.5});
    painter.setBrush(fill);
    painter.drawEllipse(box);
}

template <PointKind kind> void pointSwatch(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    painter.save();
    painter.translate(box.center());
    const double shrink = box.width() / (markerSize + 6);
    painter.scale(shrink, shrink);
    paintMarker(painter, {0, 0}, kind, std::nullopt, tokens, false);
    painter.restore();
}

constexpr auto activeSwatch = pointSwatch<PointKind::active>;
constexpr auto latentSwatch = pointSwatch<PointKind::latent>;
constexpr auto unsureSwatch = pointSwatch<PointKind::unsure>;

/// The five steps in one row, a number range under none of them: the points carry their own numbers.
void paintScale(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    constexpr std::array ranges{"1-2", "3-4", "5-6", "7-8", "9-10"};
    const double width = box.width() / static_cast<double>(ranges.size());
    for (std::size_t step = 0; step < ranges.size(); ++step) {
        const QRectF cell{box.left() + width * static_cast<double>(step), box.top(), width - 2, box.height()};
        painter.setPen(QPen{tokens.plumOutline, 1});
        painter.setBrush(tokens.plum[step]);
        painter.drawRoundedRect(cell, 4, 4);
        painter.setPen(tokens.plumDigit[step]);
        painter.drawText(cell, Qt::AlignCenter, QString::fromLatin1(ranges[step]));
    }
}

} // namespace

void paintLegend(QPainter &painter, const LegendContents &contents, QPointF corner, Theme theme)
{
    if (contents.empty()) {
        return;
    }
    const Tokens &tokens = tokensFor(theme);
    std::vector<Row> rows;
    if (contents.soreness) {
        rows.push_back({words("Circle: hurts by itself"), activeSwatch});
        rows.push_back({words("Diamond: only when pressed"), latentSwatch});
        rows.push_back({words("Square: not sure"), unsureSwatch});
    }
    if (contents.pattern) {
        rows.push_back({words("Felt by most"), essentialSwatch});
        rows.push_back({words("Felt by some"), spilloverSwatch});
    }
    if (contents.paint) {
        rows.push_back({words("What you feel"), paintSwatch});
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(type::caption);
    painter.setFont(font);
    const QFontMetricsF metrics{font};
    const QString title = words("How sore it last was");
    double width = contents.soreness ? std::max(172.0, metrics.horizontalAdvance(title)) : 0;
    for (const Row &row : rows) {
        width = std::max(width, swatchSide + space::s + metrics.horizontalAdvance(row.words));
    }
    const double height = rowHeight * (static_cast<double>(rows.size()) + (contents.soreness ? 2 : 0));
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const QRectF card{mirrored ? corner.x() - width - 2 * space::s : corner.x(), corner.y() - height - 2 * space::s,
                      width + 2 * space::s, height + 2 * space::s};
    painter.setPen(QPen{tokens.interface.hairline, 1});
    painter.setBrush(tokens.interface.surface);
    painter.drawRoundedRect(card, 6, 6);
    QRectF line{card.left() + space::s, card.top() + space::s, width, rowHeight};
    if (contents.soreness) {
        painter.setPen(tokens.interface.text2);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading, title);
        line.translate(0, rowHeight);
        paintScale(painter, line.adjusted(0, 1, 0, -1), tokens.map);
        line.translate(0, rowHeight);
    }
    for (const Row &row : rows) {
        const QRectF box{mirrored ? line.right() - swatchSide : line.left(), line.top() + 3, swatchSide, swatchSide};
        row.swatch(painter, box.adjusted(1, 1, -1, -1), tokens.map);
        painter.setPen(tokens.interface.text);
        const double room = swatchSide + space::s;
        painter.drawText(mirrored ? line.adjusted(0, 0, -room, 0) : line.adjusted(room, 0, 0, 0),
                         Qt::AlignVCenter | Qt::AlignLeading, row.words);
        line.translate(0, rowHeight);
    }
    painter.restore();
}

} // namespace palpate::desktop
