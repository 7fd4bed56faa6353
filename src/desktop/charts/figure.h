// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFont>
#include <QRectF>
#include <QString>

#include "insight/daterange.h"

// A drawing of numbers from 0 to 10 over days, as a value. Time is in local days since 1970 with their fractions and
// runs from left to right in every language.
namespace palpate::desktop {

/// Told apart by shape, so that grey print and every eye can.
enum class FigureMark {
    given,        ///< disc
    carriedOver,  ///< hollow circle
    nothingToday, ///< hollow triangle
    median,       ///< a dot where no line leads to it, else none
    worst         ///< short light dash
};

struct FigureValue {
    double x;
    double y;
    FigureMark mark;
};

struct FigureSeries {
    QString name; ///< stands at its end; may be empty
    bool joined;  ///< by a line, except for values that were carried over; gaps stay open
    bool strong;  ///< a line of 2 px
    std::vector<FigureValue> values;
};

struct FigureSpan {
    double from;
    double to;
};

struct Figure {
    DateRange range;
    std::vector<FigureSeries> series;
    std::vector<FigureSpan> after; ///< the hours after a treatment, which begin with its flag
    std::vector<FigureSpan> flares;
    QString flareName;
    bool compact = false; ///< one of many: few words
    double nameRoom = 0;  ///< beside the plot; fitNames() measures it
};

/// Where values stand.
struct PlotArea {
    QRectF rect;
    double from = 0;
    double to = 1;

    static constexpr double lowest = -0.5; ///< so that marks at 0 and 10 are whole
    static constexpr double highest = 10.5;

    [[nodiscard]] double xAt(double x) const { return rect.left() + (x - from) / (to - from) * rect.width(); }
    [[nodiscard]] QPointF at(double x, double y) const
    {
        return {xAt(x), rect.bottom() - (y - lowest) / (highest - lowest) * rect.height()};
    }
};

/// Makes room for the names at the ends of the series.
void fitNames(Figure &figure);

/// The names and what stands above the values decide on the room around them.
[[nodiscard]] PlotArea plotAreaOf(const Figure &figure, const QRect &place);

struct TimeTick {
    LocalDay day;
    QString label;
};

/// Days, Mondays, months or years, as many as have room.
[[nodiscard]] std::vector<TimeTick> timeTicks(const DateRange &range, double width);

[[nodiscard]] double xOf(LocalDay day);
[[nodiscard]] double xOf(const Instant &moment);

/// The type of charts in a size of the design.
[[nodiscard]] QFont chartFont(int pixels, bool strong = false);

} // namespace palpate::desktop
