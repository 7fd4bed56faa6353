// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include <QStringList>

#include "record/remindertimes.h"

// Reminders in the person's language.
namespace palpate::desktop {

/// "Check-in".
[[nodiscard]] QString reminderName(ReminderKind kind);

/// Whether the person gives it words of their own.
[[nodiscard]] bool hasOwnWords(ReminderKind kind);

/// The lines of the one notification for these turns. Unless `sayMore`, nothing in them tells of health, whoever reads
/// along.
[[nodiscard]] QStringList notificationLines(std::span<const ReminderTurn> turns, bool sayMore);

} // namespace palpate::desktop
