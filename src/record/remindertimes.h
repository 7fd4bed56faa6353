// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/localday.h"
#include "record/visit.h"

// When reminders are due. What counts is the clock on the wall: 9:00 is 9:00 in summer, in winter and abroad.
namespace palpate {

/// The rules of a time zone: how far its clock stands from UTC at a moment.
using ZoneOffset = std::function<std::chrono::minutes(std::chrono::sys_time<std::chrono::milliseconds>)>;

/// A reminder at one of its times. The same day and minute are the same turn, also where the clock says them twice.
struct ReminderTurn {
    Reminder reminder;
    LocalDay day;
    Instant at;
};

/// A turn that nobody was there for is told for this long; then it is let go.
inline constexpr std::chrono::hours reminderGrace{2};

/// When the clock on the wall says that minute of that day: the first time, where it says it twice. A time that the
/// clock skips in spring comes as long after the change as it would have been without it.
[[nodiscard]] Instant momentOf(LocalDay day, int minuteOfDay, const ZoneOffset &zone);

/// The reminder's first turn after a moment. None when it is switched off.
[[nodiscard]] std::optional<ReminderTurn> nextTurn(const Reminder &reminder, const Instant &after,
                                                   const ZoneOffset &zone);

/// The last turn of each reminder that came by now, less than reminderGrace ago.
[[nodiscard]] std::vector<ReminderTurn> dueTurns(std::span<const Reminder> reminders, const Instant &now,
                                                 const ZoneOffset &zone);

} // namespace palpate
