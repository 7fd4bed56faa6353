// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "record/care.h"
#include "record/triggerpoint.h"

namespace palpate {

/// Soreness that a treatment brings may last this long and says little about what the treatment did. The bound that
/// resources/knowledge/contraindications.json has for pressing after needling.
inline constexpr std::chrono::hours afterTreatment{72};

/// A stretch of time, its end not included.
struct TimeSpan {
    Instant from;
    Instant to;

    [[nodiscard]] bool contains(const Instant &moment) const { return from.utc <= moment.utc && moment.utc < to.utc; }

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// The 72 hours from the treatment on.
[[nodiscard]] TimeSpan windowAfter(const Treatment &treatment);

/// Whether the point was treated: it is named, or its muscle on its side without a point, or nothing was said of the
/// place.
[[nodiscard]] bool concerns(const Treatment &treatment, const TriggerPoint &point);

} // namespace palpate
