// SPDX-License-Identifier: GPL-3.0-or-later
// The library's header is written with Qt's keywords, which the rest of the program does without.
#undef QT_NO_KEYWORDS
#undef QT_NO_FOREACH

#include "desktop/charts/figuresheet.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <qcustomplot.h>

#include "insight/series.h"

namespace palpate::desktop {

namespace {

constexpr double markSize = 8;
constexpr double compactMarkSize = 6;
constexpr double haloWidth = 2;

QPen linePen(const QColor &colour, double width) { return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin}; }

void drawSpans(QPainter &painter, const Figure &figure, const PlotArea &area, const ChartColours &colours)
{
    painter.save();
    painter.setClipRect(area.rect.adjusted(-8, -40, 8, 0));
    for (const FigureSpan &span : figure.after) {
        const double left = std::max(area.xAt(span.from), area.rect.left());
        const double right = std::min(area.xAt(span.to), area.rect.right());
        if (right > left) {
            painter.fillRect(QRectF{left, area.rect.top(), right - left, area.rect.height()}, colours.shade);
        }
    }
    painter.restore();
}

/// A flag where the treatment was, and a dashed line where its 72 hours end: for eyes that do not see the shade.
void drawFlags(QPainter &painter, const Figure &figure, const PlotArea &area, const ChartColours &colours)
{
    const double top = area.rect.top() - (figure.flares.empty() ? 0 : figure.compact ? 8 : 20) - 8;
    for (const FigureSpan &span : figure.after) {
        const double start = std::floor(area.xAt(span.from)) + 0.5;
        const double end = std::floor(area.xAt(span.to)) + 0.5;
        if (span.from >= area.from && span.from < area.to) {
            painter.setPen(QPen{colours.outline, 1});
            painter.drawLine(QPointF{start, top}, QPointF{start, area.rect.bottom()});
            painter.setPen(Qt::NoPen);
            painter.setBrush(colours.text2);
            painter.drawPolygon(QPolygonF{{start, top}, {start + 8, top + 3.5}, {start, top + 7}});
        }
        // How far it reaches, also where the shade does not show or dashes would stand too close.
        const double reachesTo = std::min(end, area.rect.right());
        if (reachesTo > area.rect.left()) {
            painter.setPen(QPen{colours.outline, 1});
            const double height = std::floor(area.rect.top()) + 0.5;
            painter.drawLine(QPointF{std::max(start, area.rect.left()), height}, QPointF{reachesTo, height});
        }
        if (end > area.rect.left() && end < area.rect.right() && end - start > 12) {
            painter.setPen(QPen{colours.outline, 1, Qt::DashLine});
            painter.drawLine(QPointF{end, area.rect.top()}, QPointF{end, area.rect.bottom()});
        }
    }
}

void drawFlares(QPainter &painter, const Figure &figure, const PlotArea &area, const ChartColours &colours)
{
    const double height = figure.compact ? 4 : 16;
    painter.setFont(chartFont(type::caption));
    for (const FigureSpan &span : figure.flares) {
        const double left = std::clamp(area.xAt(span.from), area.rect.left(), area.rect.right());
        const double right = std::clamp(area.xAt(span.to), area.rect.left(), area.rect.right());
        const QRectF box{left, area.rect.top() - height - 4, std::max(right - left, 2.0), height};
        painter.setPen(QPen{colours.outline, 1});
        painter.setBrush(colours.shade);
        painter.drawRect(box);
        if (!figure.compact && painter.fontMetrics().horizontalAdvance(figure.flareName) + 8 <= box.width()) {
            painter.setPen(colours.text2);
            painter.drawText(box, Qt::AlignCenter, figure.flareName);
        }
    }
}

void drawNames(QPainter &painter, const Figure &figure, const PlotArea &area, const ChartColours &colours)
{
    painter.setFont(chartFont(type::caption));
    const double room = 96;
    std::vector<QRectF> taken;
    for (const FigureSeries &series : figure.series) {
        if (series.name.isEmpty() || series.values.empty()) {
            continue;
        }
        const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
        QRectF box = painter.boundingRect(QRectF{0, 0, room, 200}, flags, series.name);
        box.moveTopLeft({area.rect.right() + 8, area.at(0, series.values.back().y).y() - box.height() / 2});
        for (const QRectF &other : taken) {
            if (box.intersects(other)) {
                box.moveBottom(other.top());
            }
        }
        box.moveTop(std::clamp(box.top(), area.rect.top() - 8, area.rect.bottom() + 8 - box.height()));
        painter.setPen(colours.text);
        painter.drawText(box, flags, series.name);
        taken.push_back(box);
    }
}

void layOut(QCustomPlot &plot, const Figure &figure, const PlotArea &area, const QRect &place,
            const ChartColours &colours)
{
    const auto margin = [](double value) { return static_cast<int>(std::lround(value)); };
    plot.setBackground(QBrush{Qt::NoBrush});
    plot.plotLayout()->setMargins({});
    plot.axisRect()->setMinimumMargins({});
    plot.axisRect()->setAutoMargins(QCP::msNone);
    plot.axisRect()->setMargins({margin(area.rect.left() - place.left()), margin(area.rect.top() - place.top()),
                                 margin(place.left() + place.width() - area.rect.right()),
                                 margin(place.top() + place.height() - area.rect.bottom())});
    const auto times = QSharedPointer<QCPAxisTickerText>::create();
    for (const TimeTick &tick : timeTicks(figure.range, area.rect.width())) {
        times->addTick(xOf(tick.day) + 0.5, tick.label);
    }
    const auto levels = QSharedPointer<QCPAxisTickerText>::create();
    for (int level = 0; level <= 10; level += 2) {
        levels->addTick(level, figure.compact && level % 10 != 0 ? QString{} : QString::number(level));
    }
    plot.xAxis->setTicker(times);
    plot.xAxis->setRange(area.from, area.to);
    plot.yAxis->setTicker(levels);
    plot.yAxis->setRange(PlotArea::lowest, PlotArea::highest);
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis}) {
        axis->setTickLabelFont(chartFont(type::caption));
        axis->setTickLabelColor(colours.text2);
        axis->setTickLabelPadding(8);
        axis->setTickLength(0);
        axis->setSubTicks(false);
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    plot.xAxis->grid()->setVisible(false);
    plot.yAxis->grid()->setPen(QPen{colours.hairline, 1});
}

/// The line of a series, open where days are missing, in no more values than the pixels can show.
void addLine(QCustomPlot &plot, const FigureSeries &series, const PlotArea &area, const QPen &pen)
{
    std::vector<LineValue> line;
    std::vector<LocalDay> days;
    for (const FigureValue &value : series.values) {
        if (value.mark != FigureMark::carriedOver) {
            line.push_back({value.x, value.y});
            days.emplace_back(std::chrono::days{static_cast<int>(std::floor(value.x))});
        }
    }
    QVector<double> keys;
    QVector<double> levels;
    const int columns = std::max(1, static_cast<int>(area.rect.width()));
    for (const Run &run : runsOf(days)) {
        for (const LineValue &value :
             thinned(std::span{line}.subspan(run.first, run.end - run.first), area.from, area.to, columns)) {
            keys << value.at;
            levels << value.level;
        }
        keys << keys.back();
        levels << std::numeric_limits<double>::quiet_NaN();
    }
    QCPGraph *graph = plot.addGraph();
    graph->setPen(pen);
    graph->setData(keys, levels, true);
}

/// Said with pen and brush: a bare Qt::NoPen would be taken for a colour.
QCPScatterStyle disc(const QColor &colour, double size)
{
    return {QCPScatterStyle::ssCircle, QPen{Qt::NoPen}, QBrush{colour}, size};
}

QCPScatterStyle styleOf(FigureMark mark, double size, const ChartColours &colours)
{
    const QPen outline = linePen(colours.felt, 1.5);
    switch (mark) {
    case FigureMark::carriedOver:
        return {QCPScatterStyle::ssCircle, outline, QBrush{colours.ground}, size};
    case FigureMark::nothingToday:
        return {QCPScatterStyle::ssTriangle, outline, QBrush{colours.ground}, size};
    case FigureMark::median:
        return disc(colours.felt, 4);
    case FigureMark::worst: {
        QPainterPath dash;
        dash.moveTo(-3, 0);
        dash.lineTo(3, 0);
        return {dash, linePen(colours.feltLight, 2), Qt::NoBrush, 6};
    }
    case FigureMark::given:
        break;
    }
    return disc(colours.felt, size);
}

/// Medians are marked only where no line leads to them.
std::vector<FigureValue> lonely(const std::vector<FigureValue> &values)
{
    std::vector<LocalDay> days;
    for (const FigureValue &value : values) {
        days.emplace_back(std::chrono::days{static_cast<int>(std::floor(value.x))});
    }
    std::vector<FigureValue> alone;
    for (const Run &run : runsOf(days)) {
        if (run.end - run.first == 1) {
            alone.push_back(values[run.first]);
        }
    }
    return alone;
}

void addMarks(QCustomPlot &plot, const FigureSeries &series, FigureMark mark, double size, const ChartColours &colours)
{
    QVector<double> keys;
    QVector<double> levels;
    for (const FigureValue &value : mark == FigureMark::median ? lonely(series.values) : series.values) {
        if (value.mark == mark) {
            keys << value.x;
            levels << value.y;
        }
    }
    if (keys.isEmpty()) {
        return;
    }
    const auto add = [&](const QCPScatterStyle &style) {
        QCPGraph *graph = plot.addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setPen(QPen{Qt::NoPen}); // else marks without an outline get the default one
        graph->setScatterStyle(style);
        graph->setAdaptiveSampling(false); // it would leave out marks
        graph->setData(keys, levels, true);
    };
    if (mark == FigureMark::given || mark == FigureMark::carriedOver) {
        add(disc(colours.ground, size + 2 * haloWidth));
    }
    add(styleOf(mark, size, colours));
}

} // namespace

struct FigureSheet::Parts {
    explicit Parts(QPaintDevice &device) : painter{&device} {}
    QCPPainter painter;
};

FigureSheet::FigureSheet(QPaintDevice &device) : m_parts{std::make_unique<Parts>(device)}
{
    m_parts->painter.setMode(QCPPainter::pmNoCaching);
    m_parts->painter.setRenderHint(QPainter::Antialiasing);
}

FigureSheet::~FigureSheet() = default;

QPainter &FigureSheet::painter() { return m_parts->painter; }

void FigureSheet::draw(const Figure &figure, const QRect &place, const ChartColours &colours)
{
    QCPPainter &painter = m_parts->painter;
    const PlotArea area = plotAreaOf(figure, place);
    painter.save();
    drawSpans(painter, figure, area, colours);
    painter.restore();

    QCustomPlot plot;
    layOut(plot, figure, area, place, colours);
    for (const FigureSeries &series : figure.series) {
        if (series.joined && !series.values.empty()) {
            addLine(plot, series, area, linePen(colours.felt, series.strong ? 2 : 1.5));
        }
        for (const FigureMark mark : {FigureMark::worst, FigureMark::median, FigureMark::given, FigureMark::carriedOver,
                                      FigureMark::nothingToday}) {
            addMarks(plot, series, mark, figure.compact ? compactMarkSize : markSize, colours);
        }
    }
    painter.save();
    painter.translate(place.topLeft());
    plot.toPainter(&painter, place.width(), place.height());
    painter.restore();

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawFlags(painter, figure, area, colours);
    drawFlares(painter, figure, area, colours);
    drawNames(painter, figure, area, colours);
    painter.restore();
}

} // namespace palpate::desktop
