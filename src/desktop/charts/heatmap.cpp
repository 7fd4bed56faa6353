// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/heatmap.h"

#include <algorithm>
#include <cmath>

#include <QLocale>
#include <QPainter>

#include "desktop/charts/chartwords.h"
#include "desktop/charts/daychart.h"
#include "desktop/charts/figuresheet.h"

namespace palpate::desktop {

namespace {

using namespace std::chrono;

constexpr int namesWidth = 40;
constexpr int monthsHeight = 20;
constexpr int leastCell = 20; ///< a 10 has room in it
constexpr int mostCell = 28;
constexpr int blockGap = space::l;

LocalDay mondayOf(LocalDay day) { return day - (weekday{day} - Monday); }

} // namespace

/// Where days stand.
struct HeatMap::Grid {
    LocalDay first; ///< a Monday
    int weeks;
    int columns; ///< of weeks, in a row of them
    int cell;

    [[nodiscard]] int blocks() const { return (weeks + columns - 1) / columns; }
    [[nodiscard]] int blockHeight() const { return monthsHeight + 7 * cell; }
    [[nodiscard]] int height() const { return blocks() * (blockHeight() + blockGap) - blockGap; }
    [[nodiscard]] QRectF cellOf(LocalDay day, const QPoint &corner) const
    {
        const int days = static_cast<int>((day - first).count());
        const int week = days / 7;
        const int x = corner.x() + namesWidth + (week % columns) * cell;
        const int y = corner.y() + (week / columns) * (blockHeight() + blockGap) + monthsHeight + (days % 7) * cell;
        return {double(x + 1), double(y + 1), double(cell - 2), double(cell - 2)};
    }
};

HeatMap::HeatMap(Theme theme, QWidget *parent) : ChartWidget{theme, parent} {}

void HeatMap::setData(HeatMapData content)
{
    m_data = std::move(content);
    renew();
}

QString HeatMap::title() const
{
    const QString what = m_data.figure == DayFigure::worst ? tr("Calendar, the worst of each day")
                                                           : tr("Calendar, the mean of each day");
    return tr("%1: %2, %3").arg(what, chartwords::asked(m_data.asked), chartwords::range(m_data.range));
}

QStringList HeatMap::notes() const
{
    QStringList notes{tr("A column is a week. Empty cells: no entry.")};
    if (std::ranges::any_of(m_data.days, &DaySummary::onlyNothing)) {
        notes << tr("Rings: “nothing today”.");
    }
    return notes;
}

ChartTable HeatMap::table() const
{
    ChartTable table = tableOf(m_data.days, {});
    table.headers.removeLast(); // treatments stand beside the other charts
    for (QStringList &row : table.rows) {
        row.removeLast();
    }
    return table;
}

HeatMap::Grid HeatMap::gridFor(int width) const
{
    const LocalDay first = mondayOf(m_data.range.from);
    const int weeks = static_cast<int>((mondayOf(m_data.range.to) - first).count() / 7) + 1;
    const int room = std::max(width - namesWidth, leastCell);
    const int columns = std::min(weeks, room / leastCell);
    return {first, weeks, columns, std::clamp(room / columns, leastCell, mostCell)};
}

int HeatMap::heightFor(int width) const { return gridFor(width).height(); }

void HeatMap::drawDay(QPainter &painter, const QRectF &cell, const DaySummary *day, const ChartColours &colours) const
{
    const double radius = 3;
    const QRectF box = cell.adjusted(0.5, 0.5, -0.5, -0.5);
    if (day == nullptr) {
        painter.setPen(QPen{colours.hairline, 1});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, radius, radius);
        return;
    }
    if (day->onlyNothing) {
        painter.setPen(QPen{colours.hairline, 1});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, radius, radius);
        painter.setPen(QPen{colours.felt, 1.5});
        painter.drawEllipse(box.center(), 4, 4);
        return;
    }
    const double value = m_data.figure == DayFigure::worst ? double(day->levels.worst.value()) : day->levels.mean;
    const int level = static_cast<int>(std::lround(value));
    const std::size_t step = Tokens::plumStep(*PainLevel::from(level));
    painter.setPen(QPen{colours.map.plumOutline, 1});
    painter.setBrush(level == 0 ? colours.ground : colours.map.plum[step]);
    painter.drawRoundedRect(box, radius, radius);
    painter.setFont(chartFont(type::caption, true));
    painter.setPen(level == 0 ? colours.text : colours.map.plumDigit[step]);
    painter.drawText(cell, Qt::AlignCenter, QString::number(level));
}

void HeatMap::drawNames(QPainter &painter, const Grid &grid, const QPoint &corner, const ChartColours &colours) const
{
    const QLocale locale;
    painter.setFont(chartFont(type::caption));
    painter.setPen(colours.text2);
    for (int block = 0; block < grid.blocks(); ++block) {
        const LocalDay monday = grid.first + days{block * grid.columns * 7};
        for (const int row : {0, 2, 4, 6}) {
            const QRectF cell = grid.cellOf(monday + days{row}, corner);
            painter.drawText(QRectF{double(corner.x()), cell.top(), namesWidth - 8.0, cell.height()},
                             Qt::AlignLeft | Qt::AlignVCenter, locale.standaloneDayName(row + 1, QLocale::ShortFormat));
        }
        double free = 0; // what is left of the words before
        for (int week = 0; week < grid.columns && block * grid.columns + week < grid.weeks; ++week) {
            const year_month_day sunday{monday + days{week * 7 + 6}};
            // The week in which a month begins, and the first of each row.
            if (static_cast<unsigned>(sunday.day()) > 7 && week > 0) {
                continue;
            }
            const QRectF cell = grid.cellOf(monday + days{week * 7}, corner);
            const auto month = static_cast<unsigned>(sunday.month());
            const QString name = locale.standaloneMonthName(static_cast<int>(month), QLocale::ShortFormat);
            const bool withYear = month == 1 || week == 0;
            const QString words = withYear ? tr("%1 %2").arg(name).arg(static_cast<int>(sunday.year())) : name;
            const double width = painter.fontMetrics().horizontalAdvance(words);
            if (cell.left() >= free && cell.left() + width <= corner.x() + namesWidth + grid.columns * grid.cell + 40) {
                painter.drawText(QPointF{cell.left(), cell.top() - 7}, words);
                free = cell.left() + width + 8;
            }
        }
    }
}

void HeatMap::draw(FigureSheet &sheet, const QRect &place, const ChartColours &colours) const
{
    const Grid grid = gridFor(place.width());
    QPainter &painter = sheet.painter();
    painter.save();
    drawNames(painter, grid, place.topLeft(), colours);
    auto next = m_data.days.begin();
    for (LocalDay day = m_data.range.from; day <= m_data.range.to; day += days{1}) {
        const bool told = next != m_data.days.end() && next->levels.day == day;
        drawDay(painter, grid.cellOf(day, place.topLeft()), told ? &*next : nullptr, colours);
        next += told ? 1 : 0;
    }
    painter.restore();
}

int HeatMap::stops() const { return static_cast<int>(m_data.days.size()); }

QString HeatMap::wordsOf(int stop) const { return desktop::wordsOf(m_data.days[static_cast<std::size_t>(stop)]); }

QRectF HeatMap::placeOf(int stop, const QRect &place) const
{
    return gridFor(place.width()).cellOf(m_data.days[static_cast<std::size_t>(stop)].levels.day, place.topLeft());
}

QString HeatMap::summary() const
{
    const auto all = m_data.range.length().count();
    return tr("Numbers on %1 of %2 days").arg(m_data.days.size()).arg(all);
}

} // namespace palpate::desktop
