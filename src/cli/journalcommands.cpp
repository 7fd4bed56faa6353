// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a journal: points, entries, check.
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/openjournal.h"
#include "core/isotime.h"
#include "exchange/writejson.h"

namespace palpate::cli {

namespace {

LocalDay dayFrom(const std::string &text, const char *option)
{
    if (const auto day = dayFromIso(text)) {
        return *day;
    }
    throw WrongUse{std::string{option} + " takes a day such as 2026-03-02"};
}

/// `"name":[{…},{…}]`, one record a line.
template <Record T> void appendList(std::string &out, const std::vector<T> &records)
{
    appendJson(out, Described<T>::table);
    out += ":[";
    bool first = true;
    for (const T &record : records) {
        out += first ? "\n {" : ",\n {";
        appendRecord(out, record);
        out += '}';
        first = false;
    }
    out += first ? "]" : "\n]";
}

int printPoints(const World &world, const JournalReader &reader)
{
    std::string out = "{\"points\":[";
    bool first = true;
    for (const PointOverview &overview : reader.openPoints()) {
        out += first ? "\n {" : ",\n {";
        appendRecord(out, overview.point);
        out += ",\"latest_soreness\":";
        if (overview.latestSoreness) {
            out += '{';
            appendFields(out, *overview.latestSoreness);
            out += '}';
        } else {
            out += "null";
        }
        out += '}';
        first = false;
    }
    world.out << out << (first ? "]}\n" : "\n]}\n");
    return done;
}

int printEntries(const World &world, const JournalReader &reader, LocalDay from, LocalDay to)
{
    std::string out = "{";
    appendMember(out, "from", from);
    appendMember(out, "to", to);
    out += ",\n";
    appendList(out, reader.all<Factor>()); // values say no more than the id of theirs
    out += ",\n";
    appendList(out, reader.ratingsBetween(from, to));
    forEachKind([&]<typename T>(std::type_identity<T>) {
        if constexpr (requires(T record) { record.at; } && !std::same_as<T, Rating>) {
            out += ",\n";
            appendList(out, reader.between<T>(from, to));
        }
    });
    world.out << out << "}\n";
    return done;
}

int printCheck(const World &world, const JournalReader &reader)
{
    const std::vector<std::string> wrong = reader.check();
    for (const std::string &sentence : wrong) {
        world.out << sentence << "\n";
    }
    if (wrong.empty()) {
        world.out << "ok\n";
    }
    return wrong.empty() ? done : failed;
}

} // namespace

void addJournalCommands(const Commands &commands)
{
    const auto read = [commands](CLI::App &command, std::function<int(const JournalReader &)> use) {
        command.callback([commands, use = std::move(use)] {
            commands.chosen = [commands, use] {
                return withReader(commands.world, journalFile(commands.world, commands.journal), use);
            };
        });
    };
    const World &world = commands.world;

    CLI::App &points = addJournalCommand(commands, "points", "Print the points that are looked after");
    points.add_flag("--json")->required()->description("As JSON, the only form so far");
    read(points, [&world](const JournalReader &reader) { return printPoints(world, reader); });

    struct Days {
        std::string from = "0001-01-01";
        std::string to = "9999-12-31";
    };
    const auto days = std::make_shared<Days>();
    CLI::App &entries = addJournalCommand(commands, "entries", "Print what was entered, by day");
    entries.add_option("--from", days->from, "The first day")->type_name("DAY");
    entries.add_option("--to", days->to, "The last day")->type_name("DAY");
    entries.add_flag("--json")->required()->description("As JSON, the only form so far");
    read(entries, [&world, days](const JournalReader &reader) {
        return printEntries(world, reader, dayFrom(days->from, "--from"), dayFrom(days->to, "--to"));
    });

    CLI::App &check = addJournalCommand(commands, "check", "Look through the whole file; prints ok, or what is wrong");
    read(check, [&world](const JournalReader &reader) { return printCheck(world, reader); });
}

} // namespace palpate::cli
