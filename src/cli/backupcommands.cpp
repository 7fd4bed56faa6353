// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/counts.h"
#include "cli/openjournal.h"
#include "core/error.h"
#include "core/isotime.h"
#include "journal/backups.h"

namespace palpate::cli {

namespace {

namespace fs = std::filesystem;

int listBackups(const World &world, const fs::path &journal)
{
    for (const Backups::Backup &backup : Backups{journal}.list()) {
        world.out << isoText(backup.made) << "  " << backup.bytes << " bytes  " << backup.file.string() << "\n";
    }
    return done;
}

int makeBackup(const World &world, const fs::path &file)
{
    expectFile(file);
    return writing(world, "no backup was made", [&] {
        Journal journal = Journal::open(file, writerOf(world));
        const Backups::Backup backup = Backups{file}.make(journal, world.clock.now());
        world.out << backup.file.string() << "\n";
        return static_cast<int>(done);
    });
}

void printPreview(const World &world, const Backups::Preview &preview, const fs::path &backup)
{
    world.out << backup.string() << " holds\n";
    for (const auto &[table, count] : preview.counts) {
        if (count > 0) {
            world.out << countLine(table, count) << "\n";
        }
    }
    world.out << "Last day with a rating: " << (preview.lastDay ? isoText(*preview.lastDay) : "none") << "\n";
}

int restore(const World &world, const fs::path &file, const fs::path &backup, bool agreed)
{
    expectFile(backup);
    const Backups backups{file};
    const Backups::Preview preview = backups.preview(backup);
    printPreview(world, preview, backup);
    if (!preview.wrong.empty()) {
        throw WorldError{"The backup " + backup.string() + " is damaged (" + preview.wrong.front() +
                         "); nothing was restored, so choose another."};
    }
    if (!agreed) {
        world.out << "Restoring puts this in the place of " << file.string()
                  << ", which is kept as a backup first.\nNothing was restored yet; add --yes to do it.\n";
        return done;
    }
    return writing(world, "nothing was restored", [&] {
        backups.restore(backup, writerOf(world));
        world.out << "Restored. What stood there before is the newest backup.\n";
        return static_cast<int>(done);
    });
}

} // namespace

void addBackupCommands(const Commands &commands)
{
    struct Options {
        bool list = false;
        std::string backup;
        bool agreed = false;
    };
    const auto options = std::make_shared<Options>();

    CLI::App &backup = addJournalCommand(commands, "backup", "Make a backup beside the journal");
    backup.add_flag("--list", options->list, "List the backups, newest first, instead");
    backup.callback([commands, options] {
        commands.chosen = [commands, options] {
            const fs::path file = journalFile(commands.world, commands.journal);
            return options->list ? listBackups(commands.world, file) : makeBackup(commands.world, file);
        };
    });

    CLI::App &back = addJournalCommand(commands, "restore", "Show what a backup holds; with --yes, put it in place");
    back.add_option("BACKUP", options->backup, "The backup, or any other journal")->required()->type_name("FILE");
    back.add_flag("--yes", options->agreed, "Do it");
    back.callback([commands, options] {
        commands.chosen = [commands, options] {
            return restore(commands.world, journalFile(commands.world, commands.journal), options->backup,
                           options->agreed);
        };
    });
}

} // namespace palpate::cli
