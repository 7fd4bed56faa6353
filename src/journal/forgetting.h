// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

#include "journal/database.h"
#include "journal/erasure.h"

// How rows leave a journal for good. Everything throws as Database does.
namespace palpate {

/// So long a deleted row stays hidden and can be restored.
inline constexpr std::chrono::days deletedAreKept{30};

/// Of all that was deleted before this moment, keeps only the ids. A row that others still belong to stays hidden.
void forgetDeleted(Database &database, std::chrono::sys_time<std::chrono::milliseconds> before);

/// Erases in one transaction; removeTraces() is to follow. Returns what was erased. Of single records and days the ids
/// stay, so that no import brings them back.
std::vector<RecordRef> eraseForGood(Database &database, const Erasure &erasure);

/// Writes the file anew, so that no page of it, used or free, and no log holds what was erased.
void removeTraces(Database &database);

} // namespace palpate
