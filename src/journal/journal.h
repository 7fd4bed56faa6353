// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "journal/journalchange.h"
#include "journal/verbs.h"
#include "record/pointoverview.h"

namespace palpate {

/// The open journal: the one way to a person's record on disk, from opening until destruction.
/// Not thread-safe: one journal belongs to one thread. What it returns are values, no references into it.
/// After a move the source may only be destroyed or assigned to.
class Journal {
public:
    /// Called with what a verb changed. Must not throw: the change is already on disk, so there is nobody left to
    /// tell, and the program ends. It may ask the journal and perform further verbs.
    using Listener = std::function<void(const JournalChange &)>;

    /// Opens the journal in `file` and locks it against every other opener; makes it, and its folder, when missing.
    /// The file, whatever stands beside it, and its new folders can be read by the person alone.
    /// Throws JournalError. A file that is no journal, is damaged or comes from a newer version is left as it is,
    /// to the byte, with nothing new beside it.
    [[nodiscard]] static Journal open(const std::filesystem::path &file);

    Journal(Journal &&) noexcept;
    Journal &operator=(Journal &&) noexcept;
    ~Journal();

    /// Runs one verb in one transaction and returns the verb that takes it back. Once it returns, the change is on
    /// disk and survives a crash. Throws JournalError; then nothing has changed and the listener was not called.
    Verb perform(const Verb &verb);

    /// The points that are being looked after (today that is all of them), oldest mark first.
    [[nodiscard]] std::vector<PointOverview> openPoints() const;

    /// Empty when the journal has no such point.
    [[nodiscard]] std::optional<PointOverview> point(PointId id) const;

    /// All ratings of a point, oldest first, whatever was asked. Empty when the journal has no such point.
    [[nodiscard]] std::vector<Rating> ratingsOf(PointId id) const;

    /// The listener is called once after each verb's commit, never before; it replaces the one before.
    /// An empty function listens no more.
    void setListener(Listener listener);

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

} // namespace palpate
