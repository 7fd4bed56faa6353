// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/chartmarks.h"
#include "desktop/charts/chartwidget.h"
#include "insight/series.h"

namespace palpate::desktop {

/// A point's answers to one question in some days.
struct PointChartData {
    QString name; ///< "Infraspinatus · your right"
    Asked asked = Asked::sorenessNow;
    DateRange range;
    std::vector<Reading> readings; ///< to this question only, in this range, in order of time
    std::vector<ChartMark> marks;
};

/// How one point was over time. Up to 200 readings (60 where it is compact) each stands as a mark of its own; where
/// there are more, the line joins the medians of days, and the notes say so.
class PointChart : public ChartWidget {
    Q_OBJECT

public:
    enum class Size { full, compact };

    /// More readings than this become medians of days.
    static constexpr std::size_t mostReadings = 200;
    /// The same for a compact one.
    static constexpr std::size_t mostInCompact = 60;

    explicit PointChart(Theme theme, Size size = Size::full, QWidget *parent = nullptr);

    void setData(PointChartData content);
    [[nodiscard]] const PointChartData &data() const { return m_data; }
    [[nodiscard]] bool showsMedians() const { return m_medians; }
    [[nodiscard]] const Figure &figure() const { return m_figure; }

    /// Of the marks, without treatments and flares.
    [[nodiscard]] QStringList notesOfNumbers() const;
    /// Each reading, or the medians of days.
    [[nodiscard]] ChartTable tableOf(bool medians) const;

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
    [[nodiscard]] std::size_t most() const { return m_size == Size::full ? mostReadings : mostInCompact; }
    [[nodiscard]] QRect plotPlace(const QRect &place) const;
    void compose();
    [[nodiscard]] std::vector<QStringList> readingRows() const;
    [[nodiscard]] std::vector<QStringList> medianRows() const;

    Size m_size;
    PointChartData m_data;
    std::vector<DayMedian> m_days;
    bool m_medians = false;
    Figure m_figure;
};

} // namespace palpate::desktop
