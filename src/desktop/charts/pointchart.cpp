// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/pointchart.h"

#include <algorithm>

#include <QPainter>

#include "desktop/charts/chartwords.h"
#include "desktop/charts/figuresheet.h"

namespace palpate::desktop {

namespace {

constexpr int fullHeight = 240;
constexpr int compactHeight = 144;
constexpr int titleHeight = 24;

FigureMark markOf(Origin origin)
{
    switch (origin) {
    case Origin::carriedOver:
        return FigureMark::carriedOver;
    case Origin::nothingToday:
        return FigureMark::nothingToday;
    case Origin::given:
        break;
    }
    return FigureMark::given;
}

QString withBeside(const QString &said, const QString &beside)
{
    return beside.isEmpty() ? said : PointChart::tr("%1, %2").arg(said, beside);
}

} // namespace

PointChart::PointChart(Theme theme, Size size, QWidget *parent) : ChartWidget{theme, parent}, m_size{size} {}

void PointChart::setData(PointChartData content)
{
    m_data = std::move(content);
    m_days = dayMedians(m_data.readings);
    m_medians = m_data.readings.size() > most();
    compose();
    renew();
}

void PointChart::compose()
{
    m_figure = {};
    m_figure.range = m_data.range;
    m_figure.compact = m_size == Size::compact;
    FigureSeries series{m_figure.compact ? QString{} : chartwords::asked(m_data.asked), true, m_medians, {}};
    if (m_medians) {
        for (const DayMedian &day : m_days) {
            series.values.push_back({xOf(day.day) + 0.5, day.median, FigureMark::median});
        }
    } else {
        for (const Reading &reading : m_data.readings) {
            series.values.push_back({xOf(reading.at), double(reading.level.value()), markOf(reading.origin)});
        }
    }
    m_figure.series.push_back(std::move(series));
    fitNames(m_figure);
    addMarks(m_figure, m_data.marks);
}

QString PointChart::title() const
{
    return tr("%1: %2, %3").arg(m_data.name, chartwords::asked(m_data.asked), chartwords::range(m_data.range));
}

QStringList PointChart::notesOfNumbers() const
{
    QStringList notes;
    const auto has = [this](Origin origin) {
        return std::ranges::any_of(m_data.readings,
                                   [origin](const Reading &reading) { return reading.origin == origin; });
    };
    if (m_medians) {
        notes << tr("There are more than %1 numbers: the line shows the median of each day.").arg(most());
    } else {
        if (has(Origin::carriedOver)) {
            notes << tr("Hollow circles: same as last time, left out of the line.");
        }
        if (has(Origin::nothingToday)) {
            notes << tr("Hollow triangles: zeros that follow from “nothing today”.");
        }
    }
    return notes;
}

QStringList PointChart::notes() const { return notesOfNumbers() + sentencesOf(m_data.marks, m_data.range); }

ChartTable PointChart::table() const { return tableOf(m_medians); }

ChartTable PointChart::tableOf(bool medians) const
{
    if (medians) {
        return {{tr("Day"), tr("Median"), tr("Numbers"), tr("Lowest and highest"), tr("Beside it")}, medianRows()};
    }
    return {{tr("When"), tr("Number"), tr("How it came"), tr("Beside it")}, readingRows()};
}

std::vector<QStringList> PointChart::medianRows() const
{
    std::vector<QStringList> rows;
    for (const DayMedian &day : m_days) {
        rows.push_back({chartwords::day(day.day), chartwords::number(day.median), QString::number(day.count),
                        tr("%1 to %2").arg(day.lowest.value()).arg(day.highest.value()),
                        wordsOn(m_data.marks, day.day)});
    }
    return rows;
}

/// With the treatments between the numbers, at their time.
std::vector<QStringList> PointChart::readingRows() const
{
    std::vector<QStringList> rows;
    auto treatment = m_data.marks.begin();
    const auto tellTreatmentsUntil = [&](const Reading *next) {
        for (; treatment != m_data.marks.end() && (next == nullptr || treatment->span.from.utc <= next->at.utc);
             ++treatment) {
            if (treatment->kind == ChartMark::Kind::treatment && m_data.range.contains(dayOf(treatment->span.from))) {
                rows.push_back({chartwords::moment(treatment->span.from), {}, tr("treatment"), treatment->words});
            }
        }
    };
    for (const Reading &reading : m_data.readings) {
        tellTreatmentsUntil(&reading);
        rows.push_back({chartwords::moment(reading.at), QString::number(reading.level.value()),
                        chartwords::origin(reading.origin), wordsAt(m_data.marks, reading.at)});
    }
    tellTreatmentsUntil(nullptr);
    return rows;
}

int PointChart::heightFor(int /*width*/) const { return m_size == Size::full ? fullHeight : compactHeight; }

QRect PointChart::plotPlace(const QRect &place) const
{
    return m_size == Size::full ? place : place.adjusted(0, titleHeight, 0, 0);
}

void PointChart::draw(FigureSheet &sheet, const QRect &place, const ChartColours &colours) const
{
    QPainter &painter = sheet.painter();
    if (m_size == Size::compact) {
        painter.setFont(chartFont(type::body, true));
        painter.setPen(colours.text);
        const QRect line{place.left() + space::xs, place.top(), place.width() - space::xs, titleHeight};
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_data.name, Qt::ElideRight, line.width()));
    }
    sheet.draw(m_figure, plotPlace(place), colours);
    if (m_data.readings.empty()) {
        painter.setFont(chartFont(type::body));
        painter.setPen(colours.text2);
        painter.drawText(plotAreaOf(m_figure, plotPlace(place)).rect, Qt::AlignCenter | Qt::TextWordWrap,
                         tr("No numbers in these days"));
    }
}

int PointChart::stops() const { return static_cast<int>(m_medians ? m_days.size() : m_data.readings.size()); }

QString PointChart::wordsOf(int stop) const
{
    const auto at = static_cast<std::size_t>(stop);
    if (m_medians) {
        const DayMedian &day = m_days[at];
        const QString said = day.count == 1 ? tr("%1: %2").arg(chartwords::day(day.day), chartwords::ofTen(day.median))
                                            : tr("%1: median %2, %3 from %4 to %5")
                                                  .arg(chartwords::day(day.day), chartwords::ofTen(day.median),
                                                       chartwords::numbers(static_cast<std::size_t>(day.count)))
                                                  .arg(day.lowest.value())
                                                  .arg(day.highest.value());
        return withBeside(said, wordsOn(m_data.marks, day.day));
    }
    const Reading &reading = m_data.readings[at];
    QString said = tr("%1: %2").arg(chartwords::moment(reading.at), chartwords::ofTen(reading.level.value()));
    if (reading.origin != Origin::given) {
        said = tr("%1, %2").arg(said, chartwords::origin(reading.origin));
    }
    return withBeside(said, wordsAt(m_data.marks, reading.at));
}

QRectF PointChart::placeOf(int stop, const QRect &place) const
{
    const FigureValue &value = m_figure.series.front().values[static_cast<std::size_t>(stop)];
    const QPointF at = plotAreaOf(m_figure, plotPlace(place)).at(value.x, value.y);
    return {at - QPointF{4, 4}, QSizeF{8, 8}};
}

QString PointChart::summary() const
{
    const auto median = medianOf(m_days);
    if (!median) {
        return m_data.readings.empty() ? tr("No numbers in these days") : chartwords::numbers(m_data.readings.size());
    }
    return tr("%1, median of the days %2").arg(chartwords::numbers(m_data.readings.size()), chartwords::ofTen(*median));
}

QString PointChart::tip(const QPointF &at, const QRect &place) const
{
    return tipAt(m_data.marks, plotAreaOf(m_figure, plotPlace(place)), at.x());
}

} // namespace palpate::desktop
