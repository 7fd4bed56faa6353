// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include <QString>

#include "desktop/charts/figure.h"
#include "insight/aftertreatment.h"
#include "record/checkin.h"

namespace palpate::desktop {

/// Something beside the numbers: a treatment with the 72 hours after it, or a flare.
struct ChartMark {
    enum class Kind { treatment, flare };

    Kind kind;
    TimeSpan span;
    QString words; ///< "massage"; "flare"
};

/// In order of time within each kind. Flares that last end `now`.
[[nodiscard]] std::vector<ChartMark> chartMarks(std::span<const Treatment> treatments, std::span<const Period> periods,
                                                const Instant &now);
[[nodiscard]] ChartMark markOf(const Treatment &treatment);

/// Puts those that touch its range into the figure.
void addMarks(Figure &figure, std::span<const ChartMark> marks);

/// "26 hours after massage; in a flare"; empty where there is nothing.
[[nodiscard]] QString wordsAt(std::span<const ChartMark> marks, const Instant &moment);
/// The same for a day: what began on it, what reaches into it.
[[nodiscard]] QString wordsOn(std::span<const ChartMark> marks, LocalDay day);
/// What stands at this place along the axis, a line each.
[[nodiscard]] QString tipAt(std::span<const ChartMark> marks, const PlotArea &area, double x);
/// "Treatments: 12 Feb massage, 20 Feb dry needling." One sentence a kind.
[[nodiscard]] QStringList sentencesOf(std::span<const ChartMark> marks, const DateRange &range);

} // namespace palpate::desktop
