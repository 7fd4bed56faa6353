// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>

#include <QString>

#include "record/visit.h"

namespace palpate::desktop {

/// Where the files of the reminders stand, and what they start.
struct ReminderPlaces {
    QString config;  ///< $XDG_CONFIG_HOME
    QString state;   ///< the program's folder in $XDG_STATE_HOME
    QString program; ///< absolute, as all of these

    /// As the environment says. `program` is this one.
    [[nodiscard]] static ReminderPlaces fromEnvironment();
};

/// One word of a systemd command line, with what systemd would otherwise take for its own escaped.
[[nodiscard]] QString systemdWord(const QString &word);
/// The same for the Exec key of a desktop entry.
[[nodiscard]] QString desktopEntryWord(const QString &word);

/// The files that make the system start `palpate remind`: a timer and a service for the person's systemd, or an entry
/// for what is started at login. Each names the journal it is for. They can be read by the person alone.
class ReminderFiles {
public:
    /// `journal` is the one whose reminders are meant.
    ReminderFiles(ReminderPlaces places, const std::filesystem::path &journal);

    [[nodiscard]] QString service() const; ///< paths
    [[nodiscard]] QString timer() const;
    [[nodiscard]] QString loginEntry() const;

    [[nodiscard]] QString serviceText() const;
    [[nodiscard]] QString timerText(std::span<const Reminder> reminders) const;
    [[nodiscard]] QString loginEntryText() const;
    /// The words after the program in that entry.
    [[nodiscard]] QStringList waitingArguments() const;

    [[nodiscard]] bool hasTimer() const;
    [[nodiscard]] bool hasLoginEntry() const;
    /// Whether files stand there that were written for another journal.
    [[nodiscard]] bool isOfOtherJournal() const;
    /// Whether what stands there is what would be written now.
    [[nodiscard]] bool isUpToDate(std::span<const Reminder> reminders) const;

    // Throw WorldError.
    void writeUnits(std::span<const Reminder> reminders) const;
    void writeLoginEntry() const;
    // What cannot be removed stays; hasTimer() and hasLoginEntry() tell.
    void removeUnits() const;
    void removeLoginEntry() const;

    [[nodiscard]] const ReminderPlaces &places() const { return m_places; }

private:
    [[nodiscard]] QString journalLine() const;

    ReminderPlaces m_places;
    QString m_journal;
};

/// Writes a file that the person alone can read, all of it or nothing, and the folders above it. Throws WorldError.
void writePrivateFile(const QString &path, const QString &text);

} // namespace palpate::desktop
