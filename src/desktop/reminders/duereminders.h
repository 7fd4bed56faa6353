// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journalreader.h"
#include "record/remindertimes.h"

// What the journal says of reminders. Everything throws JournalError.
namespace palpate::desktop {

/// Whether a pause lasts, in which nobody is reminded of anything.
[[nodiscard]] bool isPaused(const JournalReader &journal, const Instant &now);

/// Whether on that day the person already said how sore it is.
[[nodiscard]] bool hasCheckedIn(const JournalReader &journal, LocalDay day);

/// Those of the turns that the person is to be told of.
[[nodiscard]] std::vector<ReminderTurn> withoutSilenced(std::vector<ReminderTurn> turns, const JournalReader &journal,
                                                        const Instant &now);

/// The turn that will be told next: not on a day on which the check-in was made already.
[[nodiscard]] std::optional<ReminderTurn> nextToTell(const Reminder &reminder, const JournalReader &journal,
                                                     const Instant &now, const ZoneOffset &zone);

} // namespace palpate::desktop
