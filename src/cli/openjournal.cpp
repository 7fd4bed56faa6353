// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/openjournal.h"

#include <optional>
#include <ostream>

#include "core/error.h"
#include "journal/journalerror.h"

namespace palpate::cli {

namespace fs = std::filesystem;

fs::path journalFile(const World &world, const std::string &given)
{
    return given.empty() ? world.defaultJournal() : fs::path{given};
}

Journal::Writer writerOf(const World &world)
{
    return {world.clock, deviceIdIn(world.defaultJournal().parent_path(), world.ids.next<DeviceId>())};
}

void expectFile(const fs::path &journal)
{
    std::error_code ignored;
    if (!fs::exists(journal, ignored)) {
        throw WorldError{"There is no journal at " + journal.string() +
                         "; nothing was made, so check the path, or start Palpate once to begin one."};
    }
}

namespace {

/// Opened properly where nobody else has it, so that an older journal is brought up to date first.
std::optional<Journal> openUnlessInUse(const World &world, const fs::path &file)
{
    try {
        return Journal::open(file, writerOf(world));
    } catch (const JournalError &error) {
        if (error.kind() != JournalError::Kind::inUse) {
            throw;
        }
        return std::nullopt;
    }
}

} // namespace

int withReader(const World &world, const fs::path &file, const std::function<int(const JournalReader &)> &use)
{
    expectFile(file);
    if (const auto journal = openUnlessInUse(world, file)) {
        return use(journal->read());
    }
    return use(JournalReader::open(file));
}

int writing(const World &world, std::string_view notDone, const std::function<int()> &use)
{
    try {
        return use();
    } catch (const JournalError &error) {
        if (error.kind() != JournalError::Kind::inUse) {
            throw;
        }
        world.err << "Palpate is open; " << notDone << "\n";
        return openElsewhere;
    }
}

} // namespace palpate::cli
