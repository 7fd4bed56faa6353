// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/trends/trendsdata.h"

#include <algorithm>

#include "desktop/page/pointlistmodel.h"

namespace palpate::desktop {

namespace {

constexpr std::chrono::days afterDays = std::chrono::ceil<std::chrono::days>(afterTreatment);
/// A flare is found by the day on which it began.
constexpr std::chrono::days longestFlare{365};

double orderOf(const PointChartData &chart)
{
    const std::vector<DayMedian> days = dayMedians(chart.readings);
    return medianOf(days).value_or(-1); // those without numbers come last
}

} // namespace

TrendsData readTrends(const JournalReader &journal, const anatomy::Atlas &atlas, const TrendsQuestion &question)
{
    const DateRange &range = question.range;
    const auto treatments = journal.between<Treatment>(range.from - afterDays, range.to);
    const auto periods = journal.between<Period>(range.from - longestFlare, range.to);
    // Once for all points. Zeros follow from them for one question only.
    const auto checkIns =
        question.asked == Asked::sorenessNow ? journal.between<CheckIn>(range.from, range.to) : std::vector<CheckIn>{};
    TrendsData data;
    std::vector<std::pair<double, std::size_t>> order;
    std::vector<PointTrend> points;
    for (const PointOverview &overview : journal.openPoints()) {
        const TriggerPoint &point = overview.point;
        std::vector<Treatment> own;
        std::ranges::copy_if(treatments, std::back_inserter(own),
                             [&point](const Treatment &treatment) { return concerns(treatment, point); });
        PointChartData chart{
            nameOf(atlas, point.muscle, point.side), question.asked, range,
            readingsOf(point, journal.ratingsOf(point.id, question.asked, range.from, range.to), checkIns),
            chartMarks(own, periods, question.now)};
        order.emplace_back(-orderOf(chart), points.size());
        points.push_back({point.id, std::move(chart)});
    }
    std::ranges::sort(order); // the older mark first where medians are the same
    for (const auto &place : order) {
        data.points.push_back(std::move(points[place.second]));
    }
    data.days = {question.asked, range, daySummaries(journal, question.asked, range),
                 chartMarks(treatments, periods, question.now)};
    return data;
}

std::optional<LocalDay> firstDayOf(const JournalReader &journal)
{
    std::optional<LocalDay> first;
    for (const Asked asked :
         {Asked::sorenessNow, Asked::tendernessPressed, Asked::worstSinceLastEntry, Asked::averageOfDay}) {
        const auto day = journal.firstRatedDay(asked);
        if (day && (!first || *day < *first)) {
            first = day;
        }
    }
    return first;
}

} // namespace palpate::desktop
