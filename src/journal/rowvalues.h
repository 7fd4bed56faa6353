// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/instant.h"
#include "journal/database.h"

// How values that many tables hold stand in their columns.
namespace palpate {

[[nodiscard]] inline std::int64_t utcMilliseconds(Instant instant) { return instant.utc.time_since_epoch().count(); }

[[nodiscard]] inline std::int64_t offsetMinutes(Instant instant) { return instant.offset.count(); }

/// From two columns side by side: UTC milliseconds, then the local offset in minutes.
[[nodiscard]] inline Instant instantFrom(const Query &row, int column)
{
    return {std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{row.integer(column)}},
            std::chrono::minutes{row.integer(column + 1)}};
}

} // namespace palpate
