// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/atlasjson.h"
#include "cli/commands.h"

namespace palpate::cli {

void addAtlasCommand(const Commands &commands)
{
    CLI::App &command = addCommand(commands, "atlas", "List the views, layers, muscles and zones of the body atlas");
    command.add_flag("--json")->required()->description("As JSON, the only form so far");
    command.callback([commands] {
        commands.chosen = [&world = commands.world] {
            world.out << atlasJson(anatomy::Atlas::load(world.resources() / "atlas"));
            return static_cast<int>(done);
        };
    });
}

} // namespace palpate::cli
