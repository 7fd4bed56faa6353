// SPDX-License-Identifier: GPL-3.0-or-later
// palpate log "l inf 6": one line into the journal.
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "anatomy/atlas.h"
#include "cli/commands.h"
#include "cli/openjournal.h"
#include "core/isotime.h"
#include "quickentry/quickentry.h"
#include "referral/loadknowledge.h"

namespace palpate::cli {

namespace {

std::string said(Side side) { return " (" + std::string{toKey(side)} + ")"; }

std::string ofTen(PainLevel level, Flags<Quality> flags)
{
    const std::string qualities = textOfFlags(flags);
    return std::to_string(level.value()) + " of 10" + (qualities.empty() ? "" : ", " + qualities);
}

std::string numberSaid(double number)
{
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

/// "2026-03-02 09:30"
std::string whenSaid(const Instant &at)
{
    const std::string iso = isoText(at);
    return iso.substr(0, 10) + " " + iso.substr(11, 5);
}

std::string wordsOf(const QuickEntry &entry, const anatomy::Atlas &atlas, const KnowledgeBase &knowledge)
{
    const std::string when = ", " + whenSaid(entry.at);
    if (const auto *point = std::get_if<QuickPoint>(&entry.what)) {
        const std::string fresh = point->point ? "" : " (a new point, somewhere here)";
        return atlas.findStructure(point->muscle)->common + said(point->side) + ", soreness now " +
               ofTen(point->level, point->qualities) + when + fresh;
    }
    if (const auto *pain = std::get_if<QuickPain>(&entry.what)) {
        const Side side = pain->sides.front();
        const std::string sides = pain->sides.size() > 1 ? " (both sides)" : side == Side::midline ? "" : said(side);
        return knowledge.zone(pain->zone)->description + sides + ", " + ofTen(pain->level, pain->qualities) + when;
    }
    const auto &factor = std::get<QuickFactor>(entry.what);
    return factor.name + " " + numberSaid(factor.value) + when;
}

std::string sentenceOf(const QuickProblem &problem)
{
    using Kind = QuickProblem::Kind;
    switch (problem.kind) {
    case Kind::noWords:
        return "the line does not say what it is about; try \"l inf 6\"";
    case Kind::noNumber:
        return "the line has no number from 0 to 10; try \"l inf 6\"";
    case Kind::twice:
        return "\"" + problem.words + "\" says something a second time; give one side, one number and one time";
    case Kind::badTime:
        return "\"" + problem.words + "\" is no time of the day; write @8:30 or @20:15";
    case Kind::unknown:
        return "nothing here is called \"" + problem.words + "\"; try a muscle, a place of the body, or sleep";
    case Kind::ambiguous:
        break;
    }
    std::string sentence = "\"" + problem.words + "\" could be ";
    const std::size_t most = std::min<std::size_t>(problem.candidates.size(), 6);
    for (std::size_t at = 0; at < most; ++at) {
        sentence += (at == 0 ? "" : at + 1 == most ? " or " : ", ") + problem.candidates[at];
    }
    return sentence + "; write more of it";
}

std::string sentenceOf(const QuickRefusal &refusal)
{
    using Kind = QuickRefusal::Kind;
    switch (refusal.kind) {
    case Kind::noLevel:
        return "soreness is a whole number from 0, no pain, to 10, the worst you can imagine";
    case Kind::noSide:
        return refusal.name + ": say which side, l or r";
    case Kind::notDrawn:
        return refusal.name + " is not drawn yet; mark it in the window";
    case Kind::aboveTen:
        return refusal.name + " goes from 0 to 10";
    case Kind::aboveDay:
        return refusal.name + " is counted in hours of a day";
    case Kind::notYesNo:
        return refusal.name + " is yes, 1, or no, 0";
    case Kind::later:
        break;
    }
    return "that time is still to come";
}

int log(const World &world, Journal &journal, const std::string &text)
{
    const std::filesystem::path data = world.resources();
    const auto atlas = anatomy::Atlas::load(data / "atlas");
    const KnowledgeBase knowledge = loadKnowledge(data / "knowledge", data / "schema").base;
    const QuickReader reader{atlas, knowledge, journal.read().all<TriggerPoint>(), journal.read().all<Factor>()};
    const auto read = reader.read(text, world.clock.now(), world.clock);
    if (const auto *problem = std::get_if<QuickProblem>(&read)) {
        throw WrongUse{sentenceOf(*problem)};
    }
    if (const auto *refusal = std::get_if<QuickRefusal>(&read)) {
        throw WrongUse{sentenceOf(*refusal)};
    }
    const auto &entry = std::get<QuickEntry>(read);
    (void)journal.perform(reader.verbFor(entry, world.ids));
    world.out << "stored: " << wordsOf(entry, atlas, knowledge) << "\n"; // after the commit, never before
    return done;
}

} // namespace

void addLogCommand(const Commands &commands)
{
    CLI::App &command = addJournalCommand(commands, "log", "Store one entry, such as \"l inf 6 sharp @8:30\"");
    const auto words = std::make_shared<std::vector<std::string>>();
    command.add_option("entry", *words, "Side, muscle or place or factor, number, how it feels, @TIME")->required();
    command.callback([commands, words] {
        commands.chosen = [commands, words] {
            std::string line;
            for (const std::string &word : *words) {
                line += (line.empty() ? "" : " ") + word;
            }
            return writing(commands.world, "the entry was not stored", [&] {
                Journal journal =
                    Journal::open(journalFile(commands.world, commands.journal), writerOf(commands.world));
                return log(commands.world, journal, line);
            });
        };
    });
}

} // namespace palpate::cli
