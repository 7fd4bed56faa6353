// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "cli/run.h"
#include "journal/journal.h"

namespace palpate::cli {

/// What --journal said, or the default.
[[nodiscard]] std::filesystem::path journalFile(const World &world, const std::string &given);

/// Signed by this installation, whichever journal is written to.
[[nodiscard]] Journal::Writer writerOf(const World &world);

/// Throws WorldError when there is no file there.
void expectFile(const std::filesystem::path &journal);

/// Reads a journal that must be there, also while it is open elsewhere.
int withReader(const World &world, const std::filesystem::path &file,
               const std::function<int(const JournalReader &)> &use);

/// Runs what writes. Where the journal is open elsewhere: "Palpate is open; NOT_DONE", and openElsewhere.
int writing(const World &world, std::string_view notDone, const std::function<int()> &use);

} // namespace palpate::cli
