// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/reminders/duereminders.h"

#include <algorithm>

namespace palpate::desktop {

namespace {

bool isDone(const ReminderTurn &turn, const JournalReader &journal)
{
    return turn.reminder.kind == ReminderKind::checkIn && hasCheckedIn(journal, turn.day);
}

} // namespace

bool isPaused(const JournalReader &journal, const Instant &now)
{
    const std::vector<Period> periods = journal.all<Period>();
    return std::any_of(periods.begin(), periods.end(), [&now](const Period &period) {
        return period.kind == PeriodKind::pause && period.at.utc <= now.utc &&
               (!period.ended || period.ended->utc > now.utc);
    });
}

bool hasCheckedIn(const JournalReader &journal, LocalDay day)
{
    const std::vector<Rating> ratings = journal.ratingsBetween(day, day);
    return !journal.between<CheckIn>(day, day).empty() ||
           std::any_of(ratings.begin(), ratings.end(),
                       [](const Rating &rating) { return rating.asked == Asked::sorenessNow; });
}

std::vector<ReminderTurn> withoutSilenced(std::vector<ReminderTurn> turns, const JournalReader &journal,
                                          const Instant &now)
{
    if (!turns.empty() && isPaused(journal, now)) {
        return {};
    }
    std::erase_if(turns, [&journal](const ReminderTurn &turn) { return isDone(turn, journal); });
    return turns;
}

std::optional<ReminderTurn> nextToTell(const Reminder &reminder, const JournalReader &journal, const Instant &now,
                                       const ZoneOffset &zone)
{
    const auto next = nextTurn(reminder, now, zone);
    return next && isDone(*next, journal) ? nextTurn(reminder, next->at, zone) : next;
}

} // namespace palpate::desktop
