// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/chartwidget.h"
#include "insight/series.h"
#include "record/asked.h"

namespace palpate::desktop {

/// What a cell of the calendar says of its day.
enum class DayFigure { worst, mean };

struct HeatMapData {
    Asked asked = Asked::sorenessNow;
    DateRange range;
    std::vector<DaySummary> days;
    DayFigure figure = DayFigure::worst;
};

/// A calendar: weeks as columns from Monday down, each day with an answer in one of the five steps of plum with its
/// number; a ring for "nothing today"; an empty cell for a day without an answer. Where the weeks are too many for one
/// row they go on in the next, so that every number has room.
class HeatMap : public ChartWidget {
    Q_OBJECT

public:
    explicit HeatMap(Theme theme, QWidget *parent = nullptr);

    void setData(HeatMapData content);
    [[nodiscard]] const HeatMapData &data() const { return m_data; }

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

private:
    struct Grid;
    [[nodiscard]] Grid gridFor(int width) const;
    void drawDay(QPainter &painter, const QRectF &cell, const DaySummary *day, const ChartColours &colours) const;
    void drawNames(QPainter &painter, const Grid &grid, const QPoint &corner, const ChartColours &colours) const;

    HeatMapData m_data;
};

} // namespace palpate::desktop
