// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/maplegend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <QCoreApplication>

#include "desktop/bodymap/keepoffpicture.h"
#include "desktop/bodymap/patternpicture.h"
#include "desktop/bodymap/pointmarker.h"

namespace palpate::desktop {

namespace {

constexpr double rowHeight = 19;
constexpr double swatchSide = 15;
constexpr double leastScale = 150;

QString words(const char *source) { return QCoreApplication::translate("MapLegend", source); }

struct Row {
    QString words;
    void (*swatch)(QPainter &painter, const QRectF &box, const MapTokens &tokens) = nullptr;
};

void essentialSwatch(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    painter.setPen(QPen{tokens.blueLine, 1.5});
    painter.setBrush(tokens.blueFill);
    painter.drawRoundedRect(box, 3, 3);
}

void hatchedSwatch(QPainter &painter, const QRectF &box, const QColor &line)
{
    painter.save();
    painter.setClipRect(box);
    painter.setPen(QPen{line, 1.2});
    for (double at = 0; at < 2 * box.width(); at += 5) {
        painter.drawLine(QPointF{box.left() + at, box.top()}, QPointF{box.left() + at - box.height(), box.bottom()});
    }
    painter.restore();
    QPen pen{line, 1.5};
    pen.setDashPattern({2, 1.5});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 3, 3);
}

void spilloverSwatch(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    hatchedSwatch(painter, box, tokens.blueLine);
}

void unexplainedSwatch(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    hatchedSwatch(painter, box, tokens.plumOutline);
}

void keepOffSwatch(QPainter &painter, const QRectF &box, const MapTokens &tokens, bool never)
{
    QPainterPath path;
    path.addEllipse(box);
    paintHatch(painter, path, tokens.amber, 1.2, 5, Slant::falling);
    QPen pen{tokens.amber, 1.5};
    if (never) {
        paintHatch(painter, path, tokens.amber, 1.2, 5, Slant::rising);
    } else {
        pen.setDashPattern({2, 1.5});
    }
    painter.strokePath(path, pen);
    if (never) {
        paintHand(painter, box, tokens);
    }
}

void neverSwatch(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    keepOffSwatch(painter, box, tokens, true);
}

void fingertipsSwatch(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    keepOffSwatch(painter, box, tokens, false);
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
    paintMarker(painter, {0, 0}, kind, std::nullopt, tokens, {});
    painter.restore();
}

constexpr auto activeSwatch = pointSwatch<PointKind::active>;
constexpr auto latentSwatch = pointSwatch<PointKind::latent>;
constexpr auto unsureSwatch = pointSwatch<PointKind::unsure>;

void otherLayerSwatch(QPainter &painter, const QRectF &box, const MapTokens &tokens)
{
    QPen pen{tokens.plumOutline, 1.5};
    pen.setDashPattern({2.2, 1.6});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(box);
}

/// The five steps in one row.
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

/// Words without a swatch head what follows; no words are the scale.
std::vector<Row> rowsFor(const LegendContents &contents)
{
    std::vector<Row> rows;
    if (contents.soreness) {
        rows.push_back({words("How sore it last was"), nullptr});
        rows.push_back({{}, nullptr});
        rows.push_back({words("hurts by itself"), activeSwatch});
        rows.push_back({words("only when pressed"), latentSwatch});
        rows.push_back({words("not sure"), unsureSwatch});
    }
    if (contents.otherLayer) {
        rows.push_back({words("in another layer"), otherLayerSwatch});
    }
    if (contents.pattern) {
        rows.push_back({words("Where it sends pain"), nullptr});
        rows.push_back({words("felt by most"), essentialSwatch});
        rows.push_back({words("felt by some"), spilloverSwatch});
    }
    if (contents.paint) {
        rows.push_back({words("what you feel"), paintSwatch});
    }
    if (contents.unexplained) {
        rows.push_back({words("not explained"), unexplainedSwatch});
    }
    if (contents.keepOff) {
        rows.push_back({words("never press"), neverSwatch});
        rows.push_back({words("fingertips only"), fingertipsSwatch});
    }
    return rows;
}

void paintRow(QPainter &painter, const Row &row, const QRectF &line, const Tokens &tokens, bool mirrored)
{
    if (row.words.isEmpty()) {
        paintScale(painter, line.adjusted(0, 1, 0, -1), tokens.map);
        return;
    }
    double room = 0;
    if (row.swatch != nullptr) {
        const QRectF box{mirrored ? line.right() - swatchSide : line.left(), line.top() + 2, swatchSide, swatchSide};
        row.swatch(painter, box.adjusted(1, 1, -1, -1), tokens.map);
        room = swatchSide + space::s;
    }
    painter.setPen(row.swatch == nullptr ? tokens.interface.text2 : tokens.interface.text);
    painter.drawText(mirrored ? line.adjusted(0, 0, -room, 0) : line.adjusted(room, 0, 0, 0),
                     int(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute),
                     row.words);
}

QPixmap cardOf(const LegendContents &contents, const QFont &font, Theme theme, double ratio, bool mirrored)
{
    const Tokens &tokens = tokensFor(theme);
    const std::vector<Row> rows = rowsFor(contents);
    const QFontMetricsF metrics{font};
    double width = contents.soreness ? leastScale : 0;
    for (const Row &row : rows) {
        const double swatch = row.swatch == nullptr ? 0 : swatchSide + space::s;
        width = std::max(width, swatch + std::ceil(metrics.horizontalAdvance(row.words)));
    }
    const QSizeF size{width + 2 * space::s, rowHeight * static_cast<double>(rows.size()) + 2 * space::s};
    QPixmap card{(size * ratio).toSize()};
    card.setDevicePixelRatio(ratio);
    card.fill(Qt::transparent);
    QPainter painter{&card};
    painter.setFont(font);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{tokens.interface.hairline, 1});
    painter.setBrush(tokens.interface.surface);
    painter.drawRoundedRect(QRectF{{0.5, 0.5}, size - QSizeF{1, 1}}, 6, 6);
    QRectF line{space::s, space::s, width, rowHeight};
    for (const Row &row : rows) {
        paintRow(painter, row, line, tokens, mirrored);
        line.translate(0, rowHeight);
    }
    return card;
}

} // namespace

void MapLegend::paint(QPainter &painter, const LegendContents &contents, QPoint corner, Theme theme)
{
    if (contents == LegendContents{}) {
        return;
    }
    QFont font = painter.font();
    font.setPixelSize(type::caption);
    const Look look{contents, theme, painter.device()->devicePixelRatioF(),
                    painter.layoutDirection() == Qt::RightToLeft, font};
    if (look != m_look) {
        m_look = look;
        m_card = cardOf(contents, font, theme, look.ratio, look.mirrored);
    }
    const QSizeF size = m_card.deviceIndependentSize();
    painter.drawPixmap(QPointF{look.mirrored ? corner.x() - size.width() : corner.x(), corner.y() - size.height()},
                       m_card);
}

} // namespace palpate::desktop
