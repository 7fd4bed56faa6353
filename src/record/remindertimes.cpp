// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/remindertimes.h"

#include <array>

namespace palpate {

namespace {

using std::chrono::days;
using Milliseconds = std::chrono::milliseconds;

bool isOn(const Reminder &reminder, LocalDay day)
{
    const unsigned fromMonday = std::chrono::weekday{day}.iso_encoding() - 1;
    return reminder.days.empty() || reminder.days.has(static_cast<Weekday>(fromMonday));
}

ReminderTurn turnOn(const Reminder &reminder, LocalDay day, const ZoneOffset &zone)
{
    return {reminder, day, momentOf(day, reminder.minuteOfDay, zone)};
}

} // namespace

Instant momentOf(LocalDay day, int minuteOfDay, const ZoneOffset &zone)
{
    const std::chrono::sys_time<Milliseconds> wall{day.time_since_epoch() + std::chrono::minutes{minuteOfDay}};
    // What holds a day before and a day after: they differ where the clock is changed near that time.
    const std::array offsets{zone(wall - days{1}), zone(wall + days{1})};
    for (const std::chrono::minutes offset : offsets) {
        if (zone(wall - offset) == offset) {
            return {wall - offset, offset};
        }
    }
    const auto utc = wall - offsets.front(); // skipped: as if the clock had not been changed
    return {utc, zone(utc)};
}

std::optional<ReminderTurn> nextTurn(const Reminder &reminder, const Instant &after, const ZoneOffset &zone)
{
    if (!reminder.enabled) {
        return std::nullopt;
    }
    // From the day before, because a skipped time shortly before midnight comes on the next day.
    const LocalDay today = dayOf(after);
    for (LocalDay day = today - days{1}; day <= today + days{8}; day += days{1}) {
        if (!isOn(reminder, day)) {
            continue;
        }
        if (const ReminderTurn turn = turnOn(reminder, day, zone); turn.at.utc > after.utc) {
            return turn;
        }
    }
    return std::nullopt;
}

std::vector<ReminderTurn> dueTurns(std::span<const Reminder> reminders, const Instant &now, const ZoneOffset &zone)
{
    std::vector<ReminderTurn> due;
    for (const Reminder &reminder : reminders) {
        const LocalDay today = dayOf(now);
        for (const LocalDay day : {today, today - days{1}}) {
            if (!reminder.enabled || !isOn(reminder, day)) {
                continue;
            }
            const ReminderTurn turn = turnOn(reminder, day, zone);
            if (turn.at.utc <= now.utc && now.utc - turn.at.utc < reminderGrace) {
                due.push_back(turn);
                break;
            }
        }
    }
    return due;
}

} // namespace palpate
