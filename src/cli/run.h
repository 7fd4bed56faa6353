// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>

#include "core/idsource.h"
#include "core/instant.h"

namespace palpate::cli {

/// What a command ends with; scripts rely on the numbers.
enum ExitCode : int {
    done = 0,
    failed = 1,        ///< a sentence on the error stream says why
    wrongUse = 2,      ///< the words on the command line
    refusedInput = 3,  ///< a file that was to be imported
    openElsewhere = 4, ///< the journal is open in the window, or in another command, and this one would write
};

/// All that a command touches besides the journal. References must outlive the run.
struct World {
    std::ostream &out;
    std::ostream &err;
    const Clock &clock;
    IdSource &ids;
    std::function<std::filesystem::path()> defaultJournal; ///< asked where no --journal is given; may throw WorldError
    std::function<std::filesystem::path()> resources; ///< the folder with atlas/ and knowledge/; may throw WorldError
};

/// Whether the words, without the program's name, call for one of these commands: it is the first word that is no
/// option.
[[nodiscard]] bool isCommand(std::span<const std::string> words);

/// Does what the words say. Throws nothing; whatever goes wrong is one sentence on the error stream and an exit code.
[[nodiscard]] int run(std::span<const std::string> words, const World &world);

} // namespace palpate::cli
