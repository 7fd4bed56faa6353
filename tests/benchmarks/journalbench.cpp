// SPDX-License-Identifier: GPL-3.0-or-later
// Journals of one year and of ten, twenty entries a day and 200 points: what costs must not grow with age.
#include "anatomy/atlas.h"
#include "benchmarks/bench.h"
#include "journal/backups.h"
#include "sample/samplejournal.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"

namespace palpate::bench {

namespace {

const LocalDay lastDay{std::chrono::year{2026} / 3 / 1};

struct Figures {
    double open = 0;
    double today = 0;
    double history = 0;
    double yearOfMeans = 0;
    double commit = 0;
    double megabytes = 0;
};

template <typename Work> double medianOf(int runs, const Work &work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        times.push_back(timed(work));
    }
    return median(times);
}

/// The open point with the most ratings of the last quarter.
PointId busiestPoint(const JournalReader &read)
{
    const auto points = read.openPoints();
    return std::ranges::max(
               points, {},
               [&read](const PointOverview &one) {
                   return read.ratingsOf(one.point.id, Asked::sorenessNow, lastDay - std::chrono::days{90}, lastDay)
                       .size();
               })
        .point.id;
}

Figures measure(const anatomy::Atlas &atlas, int years)
{
    const testing::TempDir folder;
    const auto file = folder.path() / "journal.palpate";
    testing::FixedClock clock;
    testing::CountingIds ids;
    const Journal::Writer writer{clock, ids.next<DeviceId>()};
    {
        Journal journal = Journal::open(file, writer);
        (void)journal.add(sample::SampleJournal{atlas, {sample::daysOfYears(years), 20, 200, 1, lastDay}}.write());
    }
    Figures figures;
    figures.megabytes = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
    figures.open = medianOf(15, [&] { (void)Journal::open(file, writer); });
    Journal journal = Journal::open(file, writer);
    const JournalReader &read = journal.read();
    std::size_t seen = 0;
    // The points with their last soreness, and all that stands at the day.
    figures.today = medianOf(51, [&] {
        seen += read.openPoints().size() + read.ratingsBetween(lastDay, lastDay).size() +
                read.between<PainEntry>(lastDay, lastDay).size() + read.between<CheckIn>(lastDay, lastDay).size() +
                read.between<FactorValue>(lastDay, lastDay).size() + read.between<Session>(lastDay, lastDay).size() +
                read.between<Treatment>(lastDay, lastDay).size() + read.between<Note>(lastDay, lastDay).size();
    });
    const PointId point = busiestPoint(read);
    figures.history = medianOf(51, [&] {
        seen += read.ratingsOf(point, Asked::sorenessNow, lastDay - std::chrono::days{90}, lastDay).size();
    });
    figures.yearOfMeans = medianOf(
        51, [&] { seen += read.dayLevels(Asked::sorenessNow, lastDay - std::chrono::days{365}, lastDay).size(); });
    figures.commit = medianOf(200, [&] {
        clock.advance(std::chrono::seconds{1});
        (void)journal.perform(
            add(Rating{ids.next<RatingId>(), point, Asked::sorenessNow, *PainLevel::from(4), clock.now()}));
    });
    if (seen == 0) {
        throw std::runtime_error{"the sample journal is empty"};
    }
    return figures;
}

void compare(const char *what, double one, double ten)
{
    report(std::string{what} + ", ten years", ten, "ms", "");
    report("  ratio to one year", ten / one, "", "(must not grow)");
}

} // namespace

void benchJournal()
{
    const auto atlas = anatomy::Atlas::load(std::filesystem::path{PALPATE_SOURCE_DIR} / "resources" / "atlas");
    const Figures one = measure(atlas, 1);
    const Figures ten = measure(atlas, 10);
    compare("open a journal", one.open, ten.open);
    compare("today's view: 200 points and the day", one.today, ten.today);
    compare("a point's last 90 days", one.history, ten.history);
    compare("a year's day means", one.yearOfMeans, ten.yearOfMeans);
    compare("commit of one rating", one.commit, ten.commit);
    report("file of one year", one.megabytes, "MB", "");
    report("file of ten years", ten.megabytes, "MB", "");
}

} // namespace palpate::bench
