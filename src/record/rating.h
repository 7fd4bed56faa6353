// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "core/instant.h"
#include "core/painlevel.h"
#include "record/asked.h"

namespace palpate {

/// One number the person gave for one point, and the question it answers.
struct Rating {
    RatingId id;
    PointId point;
    Asked asked = Asked::sorenessNow;
    PainLevel level;
    Instant at;

    friend bool operator==(const Rating &, const Rating &) = default;
};

} // namespace palpate
