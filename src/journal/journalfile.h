// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "journal/journalerror.h"

// The journal as a file among files: who may read it, what its first bytes say, how it comes into being whole.
namespace palpate {

/// Stands in the header of every journal: "Palp".
inline constexpr std::uint32_t journalApplicationId = 0x50616c70;

/// The file's absolute path with symbolic links resolved, so that one journal has one lock whatever it is called.
/// Throws JournalError.
[[nodiscard]] std::filesystem::path resolved(const std::filesystem::path &file);

/// Reads the first bytes of the file, with plain reading calls that leave it and its folder as they are.
/// Returns false when there is no file. Throws JournalError: notAJournal, damaged (an empty file among them: where
/// a journal should be, something was lost), newer than `newestVersion`, or cannotOpen.
[[nodiscard]] bool looksLikeAJournal(const std::filesystem::path &file, int newestVersion);

/// Throws JournalError networkFolder when the file lies, or would lie, on another machine's disk: neither locks nor the
/// write-ahead log hold there. Its folder must exist.
void refuseNetworkFolder(const std::filesystem::path &journal);

/// Makes the folder and those above it where missing; new ones are open to the person alone (0700).
void makePrivateFolder(const std::filesystem::path &folder, const std::filesystem::path &journal);

/// Takes group and others the right to read the journal and what stands beside it, where they have it.
void makePrivate(const std::filesystem::path &journal) noexcept;

/// Renames the write-ahead log or rollback journal of a journal that is gone: beside a new one it would be taken for
/// the new one's and written into it. Throws JournalError.
void setOrphansAside(const std::filesystem::path &journal);

/// Removes the log of a journal that is about to be replaced and whose whole content is kept elsewhere.
void removeLog(const std::filesystem::path &journal) noexcept;

/// What a failed system call means for the journal; `doing` completes "could not …" in the detail.
[[nodiscard]] JournalError errorFromSystem(int reason, const std::filesystem::path &journal, std::string_view doing);

/// A file that is written under another name beside its target, readable by the person alone (0600), and becomes
/// the target in one step: nobody, not even after a power cut, ever finds it half done.
class DraftFile {
public:
    /// Makes `<target>.new`, empty; one left behind by a killed process is replaced. `journal` is named in errors.
    DraftFile(std::filesystem::path target, std::filesystem::path journal);

    DraftFile(const DraftFile &) = delete;
    DraftFile &operator=(const DraftFile &) = delete;
    DraftFile(DraftFile &&) = delete;
    DraftFile &operator=(DraftFile &&) = delete;

    /// Removes the draft unless it was put in place.
    ~DraftFile();

    [[nodiscard]] const std::filesystem::path &file() const noexcept { return m_draft; }

    /// Gives the draft its target's name, on disk when it returns. Its content must be synced already.
    void putInPlace();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_journal;
    std::filesystem::path m_draft;
    bool m_inPlace = false;
};

} // namespace palpate
