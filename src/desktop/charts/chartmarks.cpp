// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/chartmarks.h"

#include <QCoreApplication>
#include <QStringList>

#include "desktop/charts/chartwords.h"

namespace palpate::desktop {

namespace {

QString words(const char *source) { return QCoreApplication::translate("Charts", source); }

bool touches(const ChartMark &mark, const DateRange &range)
{
    return dayOf(mark.span.from) <= range.to && dayOf(mark.span.to) >= range.from;
}

QString named(const std::vector<QString> &all)
{
    constexpr std::size_t most = 6;
    QStringList some;
    for (std::size_t at = 0; at < std::min(all.size(), most); ++at) {
        some << all[at];
    }
    const QString joined = some.join(words(", "));
    return all.size() <= most ? joined : words("%1 and %2 more").arg(joined).arg(all.size() - most);
}

} // namespace

ChartMark markOf(const Treatment &treatment)
{
    return {ChartMark::Kind::treatment, windowAfter(treatment), chartwords::treatment(treatment.kind)};
}

std::vector<ChartMark> chartMarks(std::span<const Treatment> treatments, std::span<const Period> periods,
                                  const Instant &now)
{
    std::vector<ChartMark> marks;
    for (const Treatment &treatment : treatments) {
        marks.push_back(markOf(treatment));
    }
    for (const Period &period : periods) {
        if (period.kind == PeriodKind::flare) {
            marks.push_back({ChartMark::Kind::flare, {period.at, period.ended.value_or(now)}, words("flare")});
        }
    }
    return marks;
}

void addMarks(Figure &figure, std::span<const ChartMark> marks)
{
    for (const ChartMark &mark : marks) {
        if (!touches(mark, figure.range)) {
            continue;
        }
        auto &spans = mark.kind == ChartMark::Kind::treatment ? figure.after : figure.flares;
        spans.push_back({xOf(mark.span.from), xOf(mark.span.to)});
        if (mark.kind == ChartMark::Kind::flare) {
            figure.flareName = mark.words;
        }
    }
}

QString wordsAt(std::span<const ChartMark> marks, const Instant &moment)
{
    QStringList said;
    for (const ChartMark &mark : marks) {
        if (!mark.span.contains(moment)) {
            continue;
        }
        if (mark.kind == ChartMark::Kind::flare) {
            said << words("in a flare");
            continue;
        }
        const auto hours = std::chrono::floor<std::chrono::hours>(moment.utc - mark.span.from.utc).count();
        said << (hours == 1 ? words("1 hour after %1").arg(mark.words)
                            : words("%1 hours after %2").arg(hours).arg(mark.words));
    }
    return said.join(words("; "));
}

QString wordsOn(std::span<const ChartMark> marks, LocalDay day)
{
    QStringList said;
    for (const ChartMark &mark : marks) {
        if (dayOf(mark.span.from) > day || dayOf(mark.span.to) < day) {
            continue;
        }
        if (mark.kind == ChartMark::Kind::flare) {
            said << words("in a flare");
        } else if (dayOf(mark.span.from) == day) {
            said << mark.words;
        } else {
            said << words("within 72 hours after %1").arg(mark.words);
        }
    }
    return said.join(words("; "));
}

QString tipAt(std::span<const ChartMark> marks, const PlotArea &area, double x)
{
    QStringList said;
    for (const ChartMark &mark : marks) {
        if (x < area.xAt(xOf(mark.span.from)) - 2 || x > area.xAt(xOf(mark.span.to)) + 2) {
            continue;
        }
        said << (mark.kind == ChartMark::Kind::treatment
                     ? words("%1: %2, shaded for 72 hours").arg(chartwords::moment(mark.span.from), mark.words)
                     : words("%1 to %2: %3")
                           .arg(chartwords::day(dayOf(mark.span.from)), chartwords::day(dayOf(mark.span.to)),
                                mark.words));
    }
    return said.join(QLatin1Char('\n'));
}

QStringList sentencesOf(std::span<const ChartMark> marks, const DateRange &range)
{
    std::vector<QString> treatments;
    std::vector<QString> flares;
    for (const ChartMark &mark : marks) {
        if (!touches(mark, range)) {
            continue;
        }
        const QString from = chartwords::dayAndMonth(dayOf(mark.span.from));
        if (mark.kind == ChartMark::Kind::treatment) {
            treatments.push_back(words("%1 %2").arg(from, mark.words));
        } else {
            flares.push_back(words("%1 to %2").arg(from, chartwords::dayAndMonth(dayOf(mark.span.to))));
        }
    }
    QStringList sentences;
    if (!treatments.empty()) {
        sentences << words("Flags: treatments, with the 72 hours after each shaded. %1.").arg(named(treatments));
    }
    if (!flares.empty()) {
        sentences << words("Bars on top: flares. %1.").arg(named(flares));
    }
    return sentences;
}

} // namespace palpate::desktop
