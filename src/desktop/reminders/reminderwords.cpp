// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/reminders/reminderwords.h"

#include <QCoreApplication>

namespace palpate::desktop {

namespace {

/// All words of this file are translated in one context.
QString words(const char *source) { return QCoreApplication::translate("Reminders", source); }

/// Where the person gave it none of their own.
QString usualWords(ReminderKind kind)
{
    switch (kind) {
    case ReminderKind::checkIn:
        return words("How sore is it today?");
    case ReminderKind::plan:
        return words("Time for what you planned.");
    case ReminderKind::followUp:
        return words("How did it go on after the treatment?");
    case ReminderKind::postureBreak:
        return words("Time to move a little.");
    case ReminderKind::own:
        break;
    }
    return words("Time for a look.");
}

} // namespace

QString reminderName(ReminderKind kind)
{
    switch (kind) {
    case ReminderKind::checkIn:
        return words("Check-in");
    case ReminderKind::plan:
        return words("Plan");
    case ReminderKind::followUp:
        return words("After a treatment");
    case ReminderKind::postureBreak:
        return words("Posture break");
    case ReminderKind::own:
        break;
    }
    return words("Your own");
}

bool hasOwnWords(ReminderKind kind) { return kind != ReminderKind::checkIn; }

QStringList notificationLines(std::span<const ReminderTurn> turns, bool sayMore)
{
    QStringList lines;
    for (const ReminderTurn &turn : turns) {
        const QString own = QString::fromStdString(turn.reminder.words).simplified();
        lines << (!sayMore ? usualWords(ReminderKind::own) : own.isEmpty() ? usualWords(turn.reminder.kind) : own);
    }
    lines.removeDuplicates();
    return lines;
}

} // namespace palpate::desktop
