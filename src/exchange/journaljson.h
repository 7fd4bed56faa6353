// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "exchange/importerror.h"
#include "record/stored.h"

// A whole journal as one JSON text, format "palpate-journal", version 1; docs/data-formats.md describes it.
namespace palpate {

/// The same contents give the same bytes: keys in the order of record/described.h, one record a line, no time of
/// export. Texts must be UTF-8 and numbers finite, as those of every journal are.
[[nodiscard]] std::string journalJson(const JournalContents &contents);

/// Reads what journalJson writes, whatever the order of keys and rows, and gives the rows in the order of their ids.
/// The text may come from anywhere. Throws ImportError for everything that is not wholly such a journal.
/// Whether the records fit each other and the body is for Journal::add to say.
[[nodiscard]] JournalContents journalFromJson(std::string_view text);

/// What an import may have: far more than a life of entries, and little enough to be read into memory.
inline constexpr std::size_t importBytes = std::size_t{256} << 20U;
inline constexpr std::size_t importRows = 2'000'000;
inline constexpr std::size_t importDepth = 16;
inline constexpr std::size_t importTextBytes = std::size_t{8} << 20U;
inline constexpr std::size_t importValuesInARow = 1'000'000;

} // namespace palpate
