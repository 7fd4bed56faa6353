// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/knowledgejson.h"
#include "cli/nearest.h"
#include "referral/loadknowledge.h"

namespace palpate::cli {

namespace {

constexpr std::size_t namedAtMost = 3;

/// What is broken is said on the error stream and makes the command fail; what is whole is there all the same.
[[nodiscard]] LoadedKnowledge read(const World &world)
{
    const std::filesystem::path data = world.resources();
    LoadedKnowledge loaded = loadKnowledge(data / "knowledge", data / "schema");
    for (const DataFileError &problem : loaded.problems) {
        world.err << "palpate: " << problem.what() << "\n";
    }
    return loaded;
}

[[nodiscard]] int codeOf(const LoadedKnowledge &loaded) { return loaded.problems.empty() ? done : failed; }

int printMuscle(const World &world, const std::string &name)
{
    const LoadedKnowledge loaded = read(world);
    const auto id = MuscleId::parse(name);
    const MusclePattern *pattern = id ? loaded.base.pattern(*id) : nullptr;
    if (pattern != nullptr) {
        world.out << muscleJson(loaded.base, *pattern);
        return codeOf(loaded);
    }
    if (!loaded.problems.empty()) {
        world.err << "palpate: nothing could be read about \"" << name << "\"\n";
        return failed;
    }
    std::vector<std::string> known;
    for (const MusclePattern &one : loaded.base.patterns()) {
        known.push_back(one.id.text());
    }
    std::string sentence = "nothing is known about a muscle \"" + name + "\"; the nearest ids are ";
    const std::vector<std::string> near = nearestTo(name, known, namedAtMost);
    for (const std::string &one : near) {
        sentence += (&one == &near.front() ? "" : ", ") + one;
    }
    throw WrongUse{sentence};
}

int printZones(const World &world)
{
    const LoadedKnowledge loaded = read(world);
    world.out << zonesJson(loaded.base);
    return codeOf(loaded);
}

void addMuscleCommand(const Commands &commands, std::string &muscle)
{
    CLI::App &command = addCommand(commands, "muscle", "Print what is known about where a muscle sends its pain");
    command.add_option("ID", muscle, "The muscle's id, as in the body atlas")->required();
    command.add_flag("--json")->required()->description("As JSON, the only form so far");
    command.callback([commands, &muscle] {
        commands.chosen = [&world = commands.world, &muscle] { return printMuscle(world, muscle); };
    });
}

void addZonesCommand(const Commands &commands)
{
    CLI::App &command = addCommand(commands, "zones", "List the zones of the body and what people call them");
    command.add_flag("--json")->required()->description("As JSON, the only form so far");
    command.callback([commands] { commands.chosen = [&world = commands.world] { return printZones(world); }; });
}

} // namespace

void addKnowledgeCommands(const Commands &commands)
{
    addMuscleCommand(commands, commands.subject);
    addZonesCommand(commands);
}

} // namespace palpate::cli
