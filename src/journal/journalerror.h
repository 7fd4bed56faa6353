// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/error.h"

namespace palpate {

/// Why a journal could not be opened or a verb could not be done.
/// what() says in plain English what happened, what was kept and what to do; desktop words its own by kind().
class JournalError : public WorldError {
public:
    enum class Kind : std::uint8_t {
        notAJournal,   ///< another kind of file, or no file at all; left untouched
        damaged,       ///< a journal that cannot be read as one, or an empty file in its place; left untouched
        newer,         ///< written by a later version of the program; left untouched
        older,         ///< only to be read, and written by an earlier version of the program; left untouched
        networkFolder, ///< in a folder of another machine, where two could write at once; left untouched
        inUse,         ///< open elsewhere
        readOnly,      ///< the file or its folder may not be written to
        noSpace,       ///< disk full or quota used up; the verb left no trace
        cannotOpen,    ///< the file or its folder cannot be opened or made
        diskFault,     ///< the disk reported an error; the verb left no trace
        notFound,      ///< the verb names a point or rating that is not in the journal
        alreadyThere,  ///< the verb adds a point or rating whose id is already in the journal
        contradiction, ///< the verb contradicts itself, such as a left point on the right
    };

    /// `file` is the journal; `detail` is for the log, such as the database's own words.
    JournalError(Kind kind, std::filesystem::path file, std::string detail = {});

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    [[nodiscard]] const std::filesystem::path &file() const noexcept { return m_file; }
    [[nodiscard]] const std::string &detail() const noexcept { return m_detail; }

private:
    Kind m_kind;
    std::filesystem::path m_file;
    std::string m_detail;
};

} // namespace palpate
