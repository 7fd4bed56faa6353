// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "journal/database.h"

namespace palpate {

/// One step from a version of the journal's tables to the next. Once released, a step is never edited.
/// A step that has to rebuild a table begins with "PRAGMA defer_foreign_keys = ON"; switching them off does nothing
/// inside a transaction. Prefer ADD COLUMN and new tables: what RENAME writes into the schema is up to SQLite.
struct Migration {
    int to;                       ///< the version this step leads to: the first is 1, each one more than before
    std::string_view description; ///< an English phrase for the log
    std::vector<Sql> statements;  ///< the last sets user_version to `to`
};

/// The step to version 2.
[[nodiscard]] Migration wholeRecord();
/// The step to version 3.
[[nodiscard]] Migration careInFull();

/// All steps of this program, in order.
[[nodiscard]] std::span<const Migration> migrations();

/// The version that this program reads and writes.
[[nodiscard]] int newestVersion();

/// Looks whether the database's tables are to the letter those of its version, and only then runs the steps it
/// lacks, each in a transaction of its own. Before a step the journal is copied to `<journal>.v<version>-backup`
/// (or, with a number behind it, beside older ones), except when there is nothing in it yet.
/// Throws JournalError: newer, damaged, or what went wrong on the way; then the database stands at the version the
/// last finished step led to. What it refuses it has not written to.
void bringUpToDate(Database &database, std::span<const Migration> steps);

/// The same for a copy that nobody will miss: without backups.
void bringScratchUpToDate(Database &scratch, std::span<const Migration> steps);

/// Looks whether the database's tables are to the letter those of the last step. Throws JournalError: older, newer or
/// damaged.
void expectNewest(Database &database, std::span<const Migration> steps);

} // namespace palpate
