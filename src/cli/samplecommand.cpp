// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/openjournal.h"
#include "core/error.h"
#include "core/isotime.h"
#include "sample/samplejournal.h"

namespace palpate::cli {

namespace {

namespace fs = std::filesystem;
using sample::SampleJournal;
using sample::SampleRequest;

int makeSample(const World &world, const fs::path &file, SampleRequest request, int years, const std::string &until)
{
    const Instant now = world.clock.now();
    const auto last = until.empty() ? std::optional{dayOf(now)} : dayFromIso(until);
    if (!last || *last < LocalDay{std::chrono::days{366 * years}} || *last > dayOf(now)) {
        throw WrongUse{
            "--until takes a day such as 2026-03-02, not after today, and the years before it begin after 1970"};
    }
    if (fs::exists(fs::symlink_status(file))) {
        throw WorldError{"There is a file at " + file.string() +
                         " already; it was left as it is, so name another with --journal."};
    }
    request.until = *last;
    request.days = sample::daysOfYears(years);
    const auto atlas = anatomy::Atlas::load(world.resources() / "atlas");
    JournalContents contents = SampleJournal{atlas, request}.write();
    sample::leaveOutLaterThan(contents, now);
    Journal journal = Journal::open(file, writerOf(world));
    world.out << "Made " << file.string() << " with " << journal.add(contents) << " records\n";
    return done;
}

} // namespace

void addSampleCommand(const Commands &commands)
{
    struct Options {
        SampleRequest request;
        int years = 1;
        std::string until;
    };
    const auto options = std::make_shared<Options>();
    CLI::App &command =
        addJournalCommand(commands, "make-sample", "Make a new journal of invented, believable entries");
    command.add_option("--years", options->years, "How many years (1)")->check(CLI::Range(1, 50));
    command.add_option("--per-day", options->request.perDay, "About how many entries a day (12)")
        ->check(CLI::Range(1, 500));
    command.add_option("--points", options->request.points, "How many trigger points (20)")->check(CLI::Range(1, 5000));
    command.add_option("--seed", options->request.seed, "Another number, another person (1)");
    command.add_option("--until", options->until, "The last day; without it, today")->type_name("DAY");
    command.callback([commands, options] {
        commands.chosen = [commands, options] {
            if (commands.journal.empty()) { // an invented record has no business where a person's own would stand
                throw WrongUse{"make-sample takes --journal FILE, the new file"};
            }
            return makeSample(commands.world, journalFile(commands.world, commands.journal), options->request,
                              options->years, options->until);
        };
    });
}

} // namespace palpate::cli
