// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/daychart.h"

#include <algorithm>

#include <QPainter>

#include "desktop/charts/chartwords.h"
#include "desktop/charts/figuresheet.h"

namespace palpate::desktop {

namespace {

constexpr int chartHeight = 216;
/// More dashes than this are no more to be told apart.
constexpr std::size_t mostDashes = 400;

} // namespace

QString wordsOf(const DaySummary &day)
{
    const QString date = chartwords::day(day.levels.day);
    if (day.onlyNothing) {
        return DayChart::tr("%1: 0 of 10, from “nothing today”").arg(date);
    }
    if (day.levels.count == 1) {
        return DayChart::tr("%1: %2, 1 number").arg(date, chartwords::ofTen(day.levels.mean));
    }
    return DayChart::tr("%1: mean %2, worst %3, %4")
        .arg(date, chartwords::ofTen(day.levels.mean))
        .arg(day.levels.worst.value())
        .arg(chartwords::numbers(static_cast<std::size_t>(day.levels.count)));
}

ChartTable tableOf(std::span<const DaySummary> days, std::span<const ChartMark> marks)
{
    ChartTable table{{DayChart::tr("Day"), DayChart::tr("Mean"), DayChart::tr("Worst"), DayChart::tr("Numbers"),
                      DayChart::tr("How it came"), DayChart::tr("Beside it")},
                     {}};
    for (const DaySummary &day : days) {
        table.rows.push_back({chartwords::day(day.levels.day), chartwords::number(day.levels.mean),
                              QString::number(day.levels.worst.value()), QString::number(day.levels.count),
                              chartwords::origin(day.onlyNothing ? Origin::nothingToday : Origin::given),
                              wordsOn(marks, day.levels.day)});
    }
    return table;
}

DayChart::DayChart(Theme theme, QWidget *parent) : ChartWidget{theme, parent} {}

void DayChart::setData(DayChartData content)
{
    m_data = std::move(content);
    m_figure = {};
    m_figure.range = m_data.range;
    FigureSeries means{tr("mean"), true, true, {}};
    FigureSeries worst{tr("worst"), false, false, {}};
    for (const DaySummary &day : m_data.days) {
        const double x = xOf(day.levels.day) + 0.5;
        means.values.push_back({x, day.levels.mean, FigureMark::median});
        // A zero that follows from "nothing today" is drawn as such on the line itself.
        if (day.onlyNothing) {
            means.values.back().mark = FigureMark::nothingToday;
        } else if (m_data.days.size() <= mostDashes) {
            worst.values.push_back({x, double(day.levels.worst.value()), FigureMark::worst});
        }
    }
    m_figure.series = {std::move(means), std::move(worst)};
    fitNames(m_figure);
    addMarks(m_figure, m_data.marks);
    renew();
}

QString DayChart::title() const
{
    return tr("All points by day: %1, %2").arg(chartwords::asked(m_data.asked), chartwords::range(m_data.range));
}

QStringList DayChart::notes() const
{
    QStringList notes{m_data.days.size() <= mostDashes
                          ? tr("The line is the mean of the day, a dash its worst.")
                          : tr("The line is the mean of the day. For so many days the worst stands in the table and in "
                               "the calendar.")};
    if (std::ranges::any_of(m_data.days, &DaySummary::onlyNothing)) {
        notes << tr("Hollow triangles: zeros that follow from “nothing today”.");
    }
    return notes + sentencesOf(m_data.marks, m_data.range);
}

ChartTable DayChart::table() const { return tableOf(m_data.days, m_data.marks); }

int DayChart::heightFor(int /*width*/) const { return chartHeight; }

void DayChart::draw(FigureSheet &sheet, const QRect &place, const ChartColours &colours) const
{
    sheet.draw(m_figure, place, colours);
    if (m_data.days.empty()) {
        QPainter &painter = sheet.painter();
        painter.setFont(chartFont(type::body));
        painter.setPen(colours.text2);
        painter.drawText(plotAreaOf(m_figure, place).rect, Qt::AlignCenter | Qt::TextWordWrap,
                         tr("No numbers in these days"));
    }
}

int DayChart::stops() const { return static_cast<int>(m_data.days.size()); }

QString DayChart::wordsOf(int stop) const
{
    const DaySummary &day = m_data.days[static_cast<std::size_t>(stop)];
    const QString beside = wordsOn(m_data.marks, day.levels.day);
    const QString said = desktop::wordsOf(day);
    return beside.isEmpty() ? said : tr("%1, %2").arg(said, beside);
}

QRectF DayChart::placeOf(int stop, const QRect &place) const
{
    const FigureValue &value = m_figure.series.front().values[static_cast<std::size_t>(stop)];
    return {plotAreaOf(m_figure, place).at(value.x, value.y) - QPointF{4, 4}, QSizeF{8, 8}};
}

QString DayChart::summary() const
{
    return m_data.days.empty()       ? tr("No numbers in these days")
           : m_data.days.size() == 1 ? tr("1 day with numbers")
                                     : tr("%1 days with numbers").arg(m_data.days.size());
}

QString DayChart::tip(const QPointF &at, const QRect &place) const
{
    return tipAt(m_data.marks, plotAreaOf(m_figure, place), at.x());
}

} // namespace palpate::desktop
