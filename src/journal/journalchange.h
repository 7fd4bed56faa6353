// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/id.h"

namespace palpate {

/// What one verb changed, coarsely: enough to know what to ask again.
struct JournalChange {
    enum class What : std::uint8_t {
        pointAdded,     ///< with its ratings
        pointRemoved,   ///< with its ratings
        pointChanged,   ///< place or kind; its ratings are as they were
        ratingsChanged, ///< a rating of the point was added, removed or corrected
    };

    What what;
    PointId point;

    friend bool operator==(const JournalChange &, const JournalChange &) = default;
};

} // namespace palpate
