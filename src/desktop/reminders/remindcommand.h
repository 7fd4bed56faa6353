// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>

#include "core/instant.h"

namespace palpate::desktop {

/// What `palpate remind` is to do. It reads the journal, also while that is open in the window, and never writes it.
struct RemindRequest {
    std::filesystem::path journal;
    const Clock &clock;
};

// Need a QCoreApplication and no display. Throw JournalError and WorldError.

/// Shows what is due now and was not told yet.
void remindNow(const RemindRequest &request);

/// Stays and shows each reminder at its time. Returns when another process does that already, when no reminder is
/// switched on any more, when the person's systemd does it instead, or when the session ends.
void remindWhileWaiting(const RemindRequest &request);

/// Prints each reminder, a line each, and when it is next told.
void listReminders(const RemindRequest &request, std::ostream &out);

} // namespace palpate::desktop
