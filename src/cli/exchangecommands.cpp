// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <ostream>
#include <set>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/counts.h"
#include "cli/openjournal.h"
#include "cli/textfile.h"
#include "exchange/journaljson.h"
#include "journal/backups.h"
#include "journal/journalerror.h"

namespace palpate::cli {

namespace {

namespace fs = std::filesystem;

int exportJournal(const World &world, const fs::path &journal, const std::string &target)
{
    std::error_code ignored;
    if (!target.empty() && fs::equivalent(target, journal, ignored)) {
        throw WrongUse{"--out may not be the journal itself"};
    }
    return withReader(world, journal, [&](const JournalReader &reader) {
        const std::string text = journalJson(reader.contents());
        if (target.empty()) {
            world.out << text;
        } else {
            writePrivate(target, text);
        }
        return static_cast<int>(done);
    });
}

JournalContents readExport(const fs::path &file)
{
    const auto text = readUpTo(file, importBytes);
    if (!text) {
        throw ImportError{ImportError::Kind::tooLarge,
                          {},
                          file.string() + " is larger than Palpate imports at once; nothing was imported."};
    }
    return journalFromJson(*text);
}

/// The ids that a journal would not take again.
std::set<AnyId> knownIds(const JournalContents &contents)
{
    std::set<AnyId> ids;
    forEachKind([&]<typename T>(std::type_identity<T>) {
        for (const Stored<T> &row : contents.of<T>()) {
            ids.insert(AnyId{row.record.id.bytes()});
        }
    });
    for (const Forgotten &row : contents.forgotten) {
        ids.insert(row.row);
    }
    return ids;
}

void printPreview(const World &world, const JournalContents &coming, const std::set<AnyId> &known)
{
    std::int64_t all = 0;
    std::int64_t fresh = 0;
    world.out << "The file holds\n";
    forEachKind([&]<typename T>(std::type_identity<T>) {
        const auto &rows = coming.of<T>();
        const auto isNew = [&known](const Stored<T> &row) { return !known.contains(AnyId{row.record.id.bytes()}); };
        const std::int64_t news = std::ranges::count_if(rows, isNew);
        all += std::ssize(rows);
        fresh += news;
        if (!rows.empty()) {
            world.out << countLine(Described<T>::table, std::ssize(rows)) << ", " << news << " of them new\n";
        }
    });
    world.out << fresh << " of " << all << " records are new; the others are there already and stay as they are.\n"
              << "Nothing was imported yet; add --yes to do it. A backup is made first.\n";
}

int previewImport(const World &world, const fs::path &journal, const JournalContents &coming)
{
    std::error_code ignored;
    if (!fs::exists(journal, ignored)) {
        printPreview(world, coming, {});
        return done;
    }
    return withReader(world, journal, [&](const JournalReader &reader) {
        printPreview(world, coming, knownIds(reader.contents()));
        return static_cast<int>(done);
    });
}

/// What the journal itself refuses is the file's fault.
int addAll(Journal &journal, const JournalContents &coming)
{
    using Kind = JournalError::Kind;
    try {
        return journal.add(coming);
    } catch (const JournalError &error) {
        if (error.kind() != Kind::contradiction && error.kind() != Kind::notFound &&
            error.kind() != Kind::alreadyThere) {
            throw;
        }
        throw ImportError{ImportError::Kind::wrongValue,
                          {},
                          "The records of the file do not fit together or into this journal (" + error.detail() +
                              "); nothing was imported, so export the journal again, or mend the file."};
    }
}

int import(const World &world, const fs::path &file, const JournalContents &coming)
{
    return writing(world, "the entries were not stored", [&] {
        Journal journal = Journal::open(file, writerOf(world));
        if (journal.countNew(coming) == 0 && coming.forgotten.empty()) {
            world.out << "All of it is in the journal already; nothing was imported.\n";
            return static_cast<int>(done);
        }
        const Backups::Backup backup = Backups{file}.make(journal, world.clock.now());
        const int added = addAll(journal, coming);
        world.out << "Imported " << added << " records. The journal as it was before is in " << backup.file.string()
                  << "\n";
        return static_cast<int>(done);
    });
}

} // namespace

void addExchangeCommands(const Commands &commands)
{
    struct Options {
        std::string out;
        std::string file;
        bool agreed = false;
    };
    const auto options = std::make_shared<Options>();

    CLI::App &out = addJournalCommand(commands, "export", "Write the whole journal as JSON");
    out.add_option("--out", options->out, "The file to write; without it, it is printed")->type_name("FILE");
    out.callback([commands, options] {
        commands.chosen = [commands, options] {
            return exportJournal(commands.world, journalFile(commands.world, commands.journal), options->out);
        };
    });

    CLI::App &in = addJournalCommand(commands, "import", "Show what an export would add; with --yes, add it");
    in.add_option("EXPORT", options->file, "The file to import")->required()->type_name("FILE");
    in.add_flag("--yes", options->agreed, "Do it");
    in.callback([commands, options] {
        commands.chosen = [commands, options] {
            const fs::path journal = journalFile(commands.world, commands.journal);
            const JournalContents coming = readExport(options->file);
            return options->agreed ? import(commands.world, journal, coming)
                                   : previewImport(commands.world, journal, coming);
        };
    });
}

} // namespace palpate::cli
