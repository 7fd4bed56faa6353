// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/run.h"

namespace CLI {
class App;
}

// What the files of the commands share. A family of commands adds its subcommands to `app` and sets `chosen` to what is
// to be done when one of them was called.
namespace palpate::cli {

struct Commands {
    CLI::App &app;
    const World &world;
    std::function<int()> &chosen;
    std::string &journal; ///< what --journal said; empty for the default
    std::string &subject; ///< the id that a command is about
};

void addAtlasCommand(const Commands &commands);
void addBackupCommands(const Commands &commands);
void addExchangeCommands(const Commands &commands);
void addJournalCommands(const Commands &commands);
void addKnowledgeCommands(const Commands &commands);
void addLogCommand(const Commands &commands);
void addSampleCommand(const Commands &commands);

[[nodiscard]] CLI::App &addCommand(const Commands &commands, const char *name, const char *description);

/// A subcommand that takes --journal FILE.
[[nodiscard]] CLI::App &addJournalCommand(const Commands &commands, const char *name, const char *description);

/// What is to be looked up.
struct LookupWish {
    /// ID[:left|:right][=WEIGHT]
    std::vector<std::string> zones;
    std::string text;
    std::size_t limit = 25;
};

void addLookupCommand(const Commands &commands, LookupWish &wish);

/// The person used the command line wrongly; what() says how.
class WrongUse : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace palpate::cli
