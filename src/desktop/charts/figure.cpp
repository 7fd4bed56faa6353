// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/figure.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QLocale>

#include "desktop/charts/chartwords.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

namespace {

using namespace std::chrono;

constexpr double tickRoom = 64;
constexpr double widestName = 96;

/// The first Monday on the day or after it.
LocalDay mondayFrom(LocalDay day) { return day + (Monday - weekday{day}); }

std::vector<TimeTick> dayTicks(const DateRange &range, int step)
{
    std::vector<TimeTick> ticks;
    const LocalDay first = step % 7 == 0 ? mondayFrom(range.from) : range.from;
    for (LocalDay day = first; day <= range.to; day += days{step}) {
        ticks.push_back({day, chartwords::dayAndMonth(day)});
    }
    return ticks;
}

std::vector<TimeTick> monthTicks(const DateRange &range, int step)
{
    std::vector<TimeTick> ticks;
    const QLocale locale;
    const year_month_day start{range.from};
    for (year_month month{start.year(), start.month()}; local_days{month / 1} <= range.to; month += months{1}) {
        const auto number = static_cast<int>(static_cast<unsigned>(month.month()));
        const local_days day{month / 1};
        if ((number - 1) % step != 0 || day < range.from) {
            continue;
        }
        const QString year = QString::number(static_cast<int>(month.year()));
        const QString name = locale.standaloneMonthName(number, QLocale::ShortFormat);
        // The year where it begins; January itself goes without saying.
        ticks.push_back({day, number == 1 ? year : name});
    }
    return ticks;
}

std::vector<TimeTick> yearTicks(const DateRange &range, int step)
{
    std::vector<TimeTick> ticks;
    for (year at = year_month_day{range.from}.year(); local_days{at / 1 / 1} <= range.to; at += years{1}) {
        const local_days day{at / 1 / 1};
        if (static_cast<int>(at) % step == 0 && day >= range.from) {
            ticks.push_back({day, QString::number(static_cast<int>(at))});
        }
    }
    return ticks;
}

} // namespace

void fitNames(Figure &figure)
{
    const QFontMetricsF metrics{chartFont(type::caption)};
    double names = 0;
    for (const FigureSeries &series : figure.series) {
        if (series.values.empty()) {
            continue;
        }
        names = std::max(names, std::min(metrics.horizontalAdvance(series.name), widestName));
    }
    figure.nameRoom = names > 0 ? std::ceil(names) + 8 : 0;
}

PlotArea plotAreaOf(const Figure &figure, const QRect &place)
{
    const double flags = figure.after.empty() ? 4 : 12;
    const double flares = figure.flares.empty() ? 0 : figure.compact ? 8 : 20;
    return {QRectF{place}.adjusted(28, flags + flares, -8 - figure.nameRoom, -24), xOf(figure.range.from),
            xOf(figure.range.to) + 1};
}

std::vector<TimeTick> timeTicks(const DateRange &range, double width)
{
    const double perDay = width / static_cast<double>(range.length().count());
    for (const int step : {1, 2, 7, 14}) {
        if (perDay * step >= tickRoom) {
            return dayTicks(range, step);
        }
    }
    for (const int step : {1, 3, 6}) {
        if (perDay * 30 * step >= tickRoom) {
            return monthTicks(range, step);
        }
    }
    for (const int step : {1, 2, 5}) {
        if (perDay * 365 * step >= tickRoom) {
            return yearTicks(range, step);
        }
    }
    return yearTicks(range, 10);
}

double xOf(LocalDay day) { return static_cast<double>(day.time_since_epoch().count()); }

double xOf(const Instant &moment)
{
    constexpr double dayMs = 86'400'000;
    return static_cast<double>(moment.local().time_since_epoch().count()) / dayMs;
}

QFont chartFont(int pixels, bool strong)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace palpate::desktop
