// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "desktop/charts/daychart.h"
#include "desktop/charts/pointchart.h"

namespace palpate::anatomy {
class Atlas;
} // namespace palpate::anatomy

namespace palpate::desktop {

/// What is asked of the journal.
struct TrendsQuestion {
    Asked asked = Asked::sorenessNow;
    DateRange range;
    Instant now; ///< a flare that lasts reaches to here
};

struct PointTrend {
    PointId id;
    PointChartData chart;
};

/// What the page shows; read from the days of the range only.
struct TrendsData {
    std::vector<PointTrend> points; ///< the open ones: the highest median first, those without numbers last
    DayChartData days;
};

/// Throws JournalError.
[[nodiscard]] TrendsData readTrends(const JournalReader &journal, const anatomy::Atlas &atlas,
                                    const TrendsQuestion &question);

/// The first day with an answer to any question. Throws JournalError.
[[nodiscard]] std::optional<LocalDay> firstDayOf(const JournalReader &journal);

} // namespace palpate::desktop
