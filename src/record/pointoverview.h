// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "record/rating.h"
#include "record/triggerpoint.h"

namespace palpate {

/// A point and how it stands: what a map marker or a list row shows.
struct PointOverview {
    TriggerPoint point;
    std::optional<Rating> latestSoreness; ///< the last answer to Asked::sorenessNow; empty when none was given

    friend bool operator==(const PointOverview &, const PointOverview &) = default;
};

} // namespace palpate
