// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "core/instant.h"
#include "journal/journal.h"

namespace palpate {

/// The copies that a journal keeps of itself, in the folder `<journal>.backups`, which the person alone can read: one a
/// day for seven days, one a week for four weeks, one a month for twelve months.
/// Everything throws JournalError.
class Backups {
public:
    explicit Backups(const std::filesystem::path &journal);

    struct Backup {
        std::filesystem::path file;
        Instant made;
        std::uintmax_t bytes = 0;

        friend bool operator==(const Backup &, const Backup &) = default;
    };

    /// Newest first. Empty when there is none yet.
    [[nodiscard]] std::vector<Backup> list() const;

    /// Writes a copy, reads all of it back, and only then thins the older ones.
    Backup make(Journal &journal, const Instant &now) const;

    /// Makes one unless there is one of the same local day.
    std::optional<Backup> makeIfDue(Journal &journal, const Instant &now) const;

    /// What a backup, or any other journal, holds.
    struct Preview {
        std::vector<RecordCount> counts;
        std::optional<LocalDay> lastDay; ///< of its last rating
        std::vector<std::string> wrong;  ///< what JournalReader::check says; a journal with faults is not restored
    };
    [[nodiscard]] Preview preview(const std::filesystem::path &backup) const;

    /// Puts the copy in the journal's place, which must not be open. What stood there is first kept as a backup or,
    /// where it cannot be read any more, under its name with ".set-aside" behind it.
    void restore(const std::filesystem::path &backup, const Journal::Writer &writer) const;

    /// Overwrites and removes every backup, and every other copy that Palpate has made beside the journal: before a
    /// migration, of a damaged journal that was set aside, of what a crash left half done. Other copies, such as on
    /// another disk, are out of reach.
    void overwriteAll() const;

    /// Which of these, newest first, are one too many, by their place.
    [[nodiscard]] static std::vector<std::size_t> superfluous(std::span<const Instant> made);

private:
    Backup write(Journal &journal, const Instant &now) const;
    void thin(const std::filesystem::path &newest) const;

    std::filesystem::path m_journal;
    std::filesystem::path m_folder;
};

} // namespace palpate
