// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "core/instant.h"
#include "core/painlevel.h"
#include "record/asked.h"
#include "record/quality.h"

namespace palpate {

/// One number the person gave for one point, and the question it answers.
struct Rating {
    RatingId id;
    PointId point;
    Asked asked = Asked::sorenessNow;
    PainLevel level;
    Instant at;
    bool carriedOver = false; ///< "same as last time": shown hollow, left out of statistics
    Flags<Quality> qualities{};

    friend bool operator==(const Rating &, const Rating &) = default;
};

} // namespace palpate
