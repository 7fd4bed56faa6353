// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/instant.h"
#include "journal/erasure.h"
#include "journal/journalchange.h"
#include "journal/journalreader.h"
#include "journal/verbs.h"

namespace palpate {

class JournalLock;

/// The open journal: the one way to a person's record on disk, from opening until destruction.
/// Not thread-safe: one journal belongs to one thread. What it returns are values, no references into it.
/// After a move the source may only be destroyed or assigned to.
class Journal {
public:
    /// Called with what a verb changed. Must not throw: the change is already on disk, so there is nobody left to
    /// tell, and the program ends. It may ask the journal and perform further verbs.
    using Listener = std::function<void(const JournalChange &)>;

    /// Who writes: the clock dates history and deletions, the device signs each row. The clock must outlive the
    /// journal.
    struct Writer {
        const Clock &clock;
        DeviceId device;
    };

    /// Opens the journal in `file` and locks it against every other opener; makes it, and its folder, when missing.
    /// The file, whatever stands beside it, and its new folders can be read by the person alone. What was deleted 30
    /// days ago is forgotten now.
    /// Throws JournalError. A file that is no journal, is damaged or comes from a newer version is left as it is,
    /// to the byte, with nothing new beside it.
    [[nodiscard]] static Journal open(const std::filesystem::path &file, const Writer &writer);

    /// The same for whoever holds the journal's lock already and goes on holding it when the journal is closed.
    [[nodiscard]] static Journal openUnder(const JournalLock &lock, const std::filesystem::path &file,
                                           const Writer &writer);

    Journal(Journal &&) noexcept;
    Journal &operator=(Journal &&) noexcept;
    ~Journal();

    /// Runs one verb in one transaction and returns the verb that takes it back. Once it returns, the change is on
    /// disk and survives a crash. Throws JournalError; then nothing has changed and the listener was not called.
    Verb perform(const Verb &verb);

    /// The questions one can ask.
    [[nodiscard]] const JournalReader &read() const noexcept;

    /// The listener is called once after each verb's commit, never before; it replaces the one before.
    /// An empty function listens no more.
    void setListener(Listener listener);

    /// Adds, in one transaction, all that the journal does not have yet; rows that it has, or has forgotten, stay as
    /// they are. Returns how many records were added. Throws JournalError; then nothing has changed.
    int add(const JournalContents &contents);

    /// How many records add() would add.
    [[nodiscard]] int countNew(const JournalContents &contents) const;

    /// Erases records, their history and their traces, so that nothing of them can be read from the file. Not undoable.
    /// Backups are not touched: see Backups::overwriteAll. Throws JournalError.
    void erase(const Erasure &erasure);

    /// Writes all of it into a file that exists and is empty; synced when it returns.
    void copyTo(const std::filesystem::path &file);

    /// Where the journal is kept: absolute, symbolic links resolved.
    [[nodiscard]] const std::filesystem::path &file() const noexcept;

private:
    class Impl;
    explicit Journal(std::unique_ptr<Impl> impl) noexcept;

    std::unique_ptr<Impl> m_impl;
};

/// $XDG_DATA_HOME/palpate/journal.palpate, or under ~/.local/share when that is unset or not absolute
/// (XDG Base Directory Specification 0.8). Touches no disk. Throws JournalError when there is no home folder either.
[[nodiscard]] std::filesystem::path defaultJournalPath();

/// The id of this installation, read from `device-id` in the folder; made with `fresh` when there is none.
/// It stands outside the journal, so that a journal carried to another machine is signed by that machine.
/// Throws JournalError.
[[nodiscard]] DeviceId deviceIdIn(const std::filesystem::path &folder, DeviceId fresh);

} // namespace palpate
