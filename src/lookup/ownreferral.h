// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/id.h"
#include "core/side.h"
#include "lookup/query.h"

namespace palpate {

/// Where one of the person's points sends pain, as they painted it.
struct OwnReferral {
    MuscleId muscle;
    /// Of the muscle.
    Side side;
    std::vector<PaintedZone> zones;
};

} // namespace palpate
