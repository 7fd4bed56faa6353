// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "core/error.h"
#include "exchange/importerror.h"
#include "journal/journalerror.h"

namespace palpate::cli {

namespace {

constexpr const char *exitCodes = "Exit codes: 0 done; 1 it failed, a sentence says why; 2 wrong use;\n"
                                  "3 the file to import is refused; 4 the journal is open elsewhere.";

/// A test compares them with what the families add.
constexpr std::array<std::string_view, 13> commandNames{"log",     "points", "entries", "check",       "backup",
                                                        "restore", "export", "import",  "make-sample", "atlas",
                                                        "lookup",  "muscle", "zones"};

class CommandLine {
public:
    explicit CommandLine(const World &world)
    {
        m_app.require_subcommand(1);
        m_app.footer(exitCodes);
        m_app.add_option("--journal", m_journal, "The journal to use instead of the one in the data folder")
            ->type_name("FILE");
        const Commands commands{m_app, world, m_chosen, m_journal, m_subject};
        addJournalCommands(commands);
        addLogCommand(commands);
        addBackupCommands(commands);
        addExchangeCommands(commands);
        addSampleCommand(commands);
        addAtlasCommand(commands);
        addKnowledgeCommands(commands);
        addLookupCommand(commands, m_lookup);
    }

    [[nodiscard]] CLI::App &app() noexcept { return m_app; }
    [[nodiscard]] int runChosen() const { return m_chosen(); }

private:
    CLI::App m_app{"A body map and pain journal for myofascial pain.", "palpate"};
    std::function<int()> m_chosen;
    std::string m_journal;
    std::string m_subject;
    LookupWish m_lookup;
};

int runChecked(std::span<const std::string> words, const World &world)
{
    CommandLine line{world};
    try {
        std::vector<std::string> reversed{words.rbegin(), words.rend()}; // as CLI11 wants them
        line.app().parse(std::move(reversed));
    } catch (const CLI::Success &asked) {
        line.app().exit(asked, world.out, world.err); // --help
        return done;
    } catch (const CLI::ParseError &error) {
        throw WrongUse{error.what()};
    }
    const int code = line.runChosen();
    if (!world.out.flush()) {
        throw WorldError{"What was to be printed could not be written to its end; make room, or print elsewhere."};
    }
    return code;
}

int say(const World &world, const std::string &sentence, ExitCode code)
{
    world.err << "palpate: " << sentence << "\n";
    return code;
}

} // namespace

CLI::App &addCommand(const Commands &commands, const char *name, const char *description)
{
    CLI::App &command = *commands.app.add_subcommand(name, description);
    command.footer(exitCodes);
    return command;
}

CLI::App &addJournalCommand(const Commands &commands, const char *name, const char *description)
{
    CLI::App &command = addCommand(commands, name, description);
    command.add_option("--journal", commands.journal, "The journal to use instead of the one in the data folder")
        ->type_name("FILE");
    return command;
}

bool isCommand(std::span<const std::string> words)
{
    auto word = words.begin();
    while (word != words.end() && word->starts_with('-')) {
        const bool takesNext = *word == "--journal" && word + 1 != words.end();
        word += takesNext ? 2 : 1;
    }
    if (word == words.end()) {
        return false;
    }
    return std::ranges::find(commandNames, *word) != commandNames.end();
}

int run(std::span<const std::string> words, const World &world)
{
    try {
        return runChecked(words, world);
    } catch (const WrongUse &error) {
        return say(world, std::string{error.what()} + "; see palpate --help", wrongUse);
    } catch (const ImportError &error) {
        return say(world, error.what(), refusedInput);
    } catch (const JournalError &error) {
        return say(world, error.what(), error.kind() == JournalError::Kind::inUse ? openElsewhere : failed);
    } catch (const std::exception &error) {
        return say(world, error.what(), failed);
    }
}

} // namespace palpate::cli
