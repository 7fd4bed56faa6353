// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/chartmarks.h"
#include "desktop/charts/chartwidget.h"
#include "insight/series.h"

namespace palpate::desktop {

/// All points together, day by day.
struct DayChartData {
    Asked asked = Asked::sorenessNow;
    DateRange range;
    std::vector<DaySummary> days;
    std::vector<ChartMark> marks;
};

/// The mean of each day as a line, the day's worst as a light dash.
class DayChart : public ChartWidget {
    Q_OBJECT

public:
    explicit DayChart(Theme theme, QWidget *parent = nullptr);

    void setData(DayChartData content);
    [[nodiscard]] const Figure &figure() const { return m_figure; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList notes() const override;
    [[nodiscard]] ChartTable table() const override;
    [[nodiscard]] int heightFor(int width) const override;
    void draw(FigureSheet &sheet, const QRect &place, const ChartColours &colours) const override;
    [[nodiscard]] int stops() const override;
    [[nodiscard]] QString wordsOf(int stop) const override;

protected:
    [[nodiscard]] QRectF placeOf(int stop, const QRect &place) const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString tip(const QPointF &at, const QRect &place) const override;

private:
    DayChartData m_data;
    Figure m_figure;
};

/// "2 Mar 2026: mean 3.5 of 10, worst 7, 4 numbers".
[[nodiscard]] QString wordsOf(const DaySummary &day);
/// A day, its mean, its worst and its count: what day chart and calendar have in common.
[[nodiscard]] ChartTable tableOf(std::span<const DaySummary> days, std::span<const ChartMark> marks);

} // namespace palpate::desktop
