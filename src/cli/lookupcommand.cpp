// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/lookupjson.h"
#include "cli/nearest.h"
#include "lookup/lookup.h"
#include "referral/loadall.h"

namespace palpate::cli {

namespace {

constexpr std::size_t namedAtMost = 3;

[[nodiscard]] double weightIn(const std::string &text, const std::string &argument)
{
    double weight = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    if (error != std::errc{} || end != text.data() + text.size() || !(weight > 0 && weight <= 1)) {
        throw WrongUse{"the weight in \"" + argument + "\" is no number above 0 and at most 1"};
    }
    return weight;
}

[[nodiscard]] const Zone &zoneIn(const KnowledgeBase &base, const std::string &name)
{
    const auto id = ZoneId::parse(name);
    if (const Zone *zone = id ? base.zone(*id) : nullptr) {
        return *zone;
    }
    std::vector<std::string> known;
    for (const Zone &one : base.zones()) {
        known.push_back(one.id.text());
    }
    std::string sentence = "there is no zone \"" + name + "\"; the nearest ids are ";
    const std::vector<std::string> near = nearestTo(name, known, namedAtMost);
    for (const std::string &one : near) {
        sentence += (&one == &near.front() ? "" : ", ") + one;
    }
    throw WrongUse{sentence};
}

[[nodiscard]] FeltSide sideIn(const std::string &text, const Zone &zone, const std::string &argument)
{
    const bool isMidline = zone.laterality == Laterality::midline;
    if (isMidline && (text == "left" || text == "right")) {
        throw WrongUse{"\"" + argument + "\": " + zone.id.text() + " lies in the middle and has no side"};
    }
    if (isMidline && text == "midline") {
        return FeltSide::either;
    }
    if (const auto side = fromKey<FeltSide>(text)) {
        return *side;
    }
    throw WrongUse{"\"" + argument + "\": a side is left or right"};
}

/// ID[:left|:right][=WEIGHT]
[[nodiscard]] FeltPlace placeIn(const KnowledgeBase &base, const std::string &argument)
{
    const auto equals = argument.find('=');
    const std::string place = argument.substr(0, equals);
    const auto colon = place.find(':');
    const Zone &zone = zoneIn(base, place.substr(0, colon));
    FeltPlace felt{{zone.id}, FeltSide::either, 1};
    if (colon != std::string::npos) {
        felt.side = sideIn(place.substr(colon + 1), zone, argument);
    }
    if (equals != std::string::npos) {
        felt.weight = weightIn(argument.substr(equals + 1), argument);
    }
    return felt;
}

int printLookup(const World &world, const LookupWish &wish)
{
    const std::filesystem::path data = world.resources();
    const LoadedAll loaded = loadAll(data / "knowledge", data / "schema");
    for (const DataFileError &problem : loaded.problems) {
        world.err << "palpate: " << problem.what() << "\n";
    }
    LookupInput input;
    input.text = wish.text;
    for (const std::string &zone : wish.zones) {
        input.chosen.felt.push_back(placeIn(loaded.base, zone));
    }
    const Lookup lookup{loaded.base, loaded.rules, loaded.surroundings};
    const LookupAnswer answer = lookup.answer(input);
    if (answer.understood.doSidesContradict) {
        world.err << "palpate: the words name left and right for one place; it counts for either side\n";
    }
    world.out << lookupJson(loaded.base, loaded.rules, answer, wish.limit);
    return loaded.problems.empty() ? done : failed;
}

} // namespace

void addLookupCommand(const Commands &commands, LookupWish &wish)
{
    CLI::App &command = addCommand(commands, "lookup", "Look up which muscles could send pain to the places that hurt");
    command
        .add_option("--zone", wish.zones, "A zone that hurts: ID[:left|:right][=WEIGHT], the weight above 0, at most 1")
        ->allow_extra_args(false);
    command.add_option("--text", wish.text, "Where and how it hurts, in plain words");
    command.add_option("--limit", wish.limit, "How many referral groups at most")->check(CLI::Range(1, 1000));
    command.add_flag("--json")->required()->description("As JSON, the only form so far");
    command.callback(
        [commands, &wish] { commands.chosen = [&world = commands.world, &wish] { return printLookup(world, wish); }; });
}

} // namespace palpate::cli
