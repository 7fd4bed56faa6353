// SPDX-License-Identifier: GPL-3.0-or-later
// How long the pages of the journal take from the click to the picture, on a journal of one year and one of ten.
#include <array>
#include <filesystem>
#include <stdexcept>

#include <QApplication>
#include <QTest>

#include "anatomy/atlas.h"
#include "benchmarks/bench.h"
#include "core/idsource.h"
#include "desktop/journalsession.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/shell/mainwindow.h"
#include "desktop/theme/palpatestyle.h"
#include "referral/loadall.h"
#include "referral/loadknowledge.h"
#include "sample/samplejournal.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"

namespace palpate::bench {

namespace {

using desktop::MainWindow;

constexpr int rounds = 15;

struct Opened {
    std::vector<double> first; ///< the page is made, read and painted
    std::vector<double> again; ///< it is shown once more
};
constexpr std::array<std::pair<MainWindow::Page, const char *>, 4> pages{{{MainWindow::Page::today, "Today"},
                                                                          {MainWindow::Page::care, "Care"},
                                                                          {MainWindow::Page::history, "History"},
                                                                          {MainWindow::Page::trends, "Trends"}}};
using Pages = std::array<Opened, pages.size()>;

void showAndPaint(MainWindow &window, MainWindow::Page page)
{
    window.showPage(page);
    window.repaint();
}

/// From a window that stands on the map, newly opened each time.
Pages measure(desktop::MapScene &scene, const KnowledgeBase &knowledge, desktop::LookupSource &source, int years)
{
    const testing::TempDir folder;
    const auto file = folder.path() / "journal.palpate";
    const testing::FixedClock clock;
    Uuid7Source ids{clock};
    const LocalDay today = dayOf(clock.now());
    Journal journal = Journal::open(file, {clock, ids.next<DeviceId>()});
    (void)journal.add(
        sample::SampleJournal{scene.atlas(), {sample::daysOfYears(years), 20, 200, 1, today - std::chrono::days{1}}}
            .write());
    desktop::JournalSession session{std::move(journal), clock, ids};
    Pages measured;
    for (std::size_t at = 0; at < pages.size(); ++at) {
        for (int round = 0; round < rounds; ++round) {
            MainWindow window{scene, knowledge, session, source, desktop::Theme::light};
            window.knowledgeLoaded();
            window.showPage(MainWindow::Page::map);
            window.show();
            if (!QTest::qWaitForWindowExposed(&window)) {
                throw std::runtime_error{"the window did not open"};
            }
            QApplication::processEvents();
            measured[at].first.push_back(timed([&] { showAndPaint(window, pages[at].first); }));
            window.showPage(MainWindow::Page::map);
            QApplication::processEvents();
            measured[at].again.push_back(timed([&] { showAndPaint(window, pages[at].first); }));
        }
    }
    return measured;
}

} // namespace

void benchPages()
{
    const std::filesystem::path resources = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources";
    const auto atlas = anatomy::Atlas::load(resources / "atlas");
    const KnowledgeBase knowledge = loadKnowledge(resources / "knowledge", resources / "schema").base;
    desktop::MapScene scene{atlas};
    desktop::LookupSource source{atlas, [resources] { return loadAll(resources / "knowledge", resources / "schema"); }};
    source.begin();
    if (!QTest::qWaitFor([&source] { return source.data() != nullptr; }, 20000)) {
        throw std::runtime_error{"what the pages need was not read"};
    }
    desktop::applyTheme(*qApp, desktop::Theme::light);
    const Pages one = measure(scene, knowledge, source, 1);
    const Pages ten = measure(scene, knowledge, source, 10);
    for (std::size_t at = 0; at < pages.size(); ++at) {
        const std::string page = std::string{pages[at].second} + " from the map, ten years, 200 points";
        const bool isToday = pages[at].first == MainWindow::Page::today;
        report(page + ", made and painted", median(ten[at].first), "ms", isToday ? "(bound 50)" : "");
        report("  95th percentile", quantile(ten[at].first, 0.95), "ms", "");
        report("  shown once more", median(ten[at].again), "ms", isToday ? "(bound 50)" : "");
        report("  ratio to one year", median(ten[at].first) / median(one[at].first), "", "(must not grow)");
    }
}

} // namespace palpate::bench
