// SPDX-License-Identifier: GPL-3.0-or-later
// The page of trends in the real window, on real journal files.
#include <catch2/catch.hpp>

#include <filesystem>

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "desktop/charts/charttable.h"
#include "desktop/charts/pointpanels.h"
#include "desktop/trends/trendspage.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"
#include "windowscenes.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::FixedClock;
using palpate::testing::OpenWindow;
using palpate::testing::TempDir;

namespace {

constexpr std::chrono::hours oneDay{24};

void press(OpenWindow &open, const char *button) { QTest::mouseClick(&open.find<QPushButton>(button), Qt::LeftButton); }

PointChart &pointChart(OpenWindow &open) { return open.find<PointChart>("pointChart"); }

PointId mark(OpenWindow &open, const char *muscle)
{
    const auto id = open.session().mark(MuscleId{muscle}, Side::right, {-71, 88, 1342}, PointKind::active, std::nullopt,
                                        QStringLiteral("mark"));
    REQUIRE(id);
    return *id;
}

void rate(OpenWindow &open, PointId point, int level, int daysAgo, Asked asked = Asked::sorenessNow)
{
    Instant at = open.session().now();
    at.utc -= daysAgo * oneDay;
    REQUIRE(
        open.session().perform(add(Rating{open.session().next<RatingId>(), point, asked, *PainLevel::from(level), at}),
                               QStringLiteral("rate")));
}

} // namespace

TEST_CASE("without a number the page says what will stand there, and leads to the map")
{
    const TempDir folder;
    const FixedClock clock;
    OpenWindow open{folder.path() / "journal.palpate", Theme::light, {1280, 800}, clock};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_6, Qt::ControlModifier);
    TrendsPage &page = open.window->trendsPage();
    REQUIRE(page.isVisible());
    CHECK_FALSE(pointChart(open).isVisible());
    press(open, "trendsOpenMap");
    CHECK_FALSE(page.isVisible());
    CHECK(open.window->mapPage().isVisible());

    // What is entered elsewhere stands here when the page is next shown.
    rate(open, mark(open, "infraspinatus"), 6, 0);
    open.window->showPage(MainWindow::Page::trends);
    CHECK(pointChart(open).isVisible());
    CHECK(pointChart(open).stops() == 1);
}

TEST_CASE("answers to different questions are never in one chart")
{
    const TempDir folder;
    const FixedClock clock;
    OpenWindow open{folder.path() / "journal.palpate", Theme::light, {1280, 800}, clock};
    const PointId point = mark(open, "infraspinatus");
    rate(open, point, 3, 2);
    rate(open, point, 9, 1, Asked::tendernessPressed);
    rate(open, point, 4, 0);
    open.window->showPage(MainWindow::Page::trends);
    press(open, "trendsAsked0");
    const auto levels = [&open] {
        std::vector<int> all;
        for (const Reading &reading : pointChart(open).data().readings) {
            all.push_back(reading.level.value());
        }
        return all;
    };
    CHECK(levels() == std::vector{3, 4});
    press(open, "trendsAsked1");
    CHECK(levels() == std::vector{9});
    CHECK(pointChart(open).title().contains(QStringLiteral("Tenderness when pressed")));
    CHECK(open.find<DayChart>("dayChart").stops() == 1);
    CHECK(open.find<PointPanels>("pointPanels").panels().front()->stops() == 1);
    // A "nothing today" answers how sore it is now, and nothing else.
    Instant at = open.session().now();
    at.utc -= 5 * oneDay;
    REQUIRE(open.session().perform(add(CheckIn{open.session().next<CheckInId>(), at, {}, {}, {}, true, {}}),
                                   QStringLiteral("nothing")));
    CHECK(levels() == std::vector{9});
    press(open, "trendsAsked2");
    CHECK(levels().empty());
    press(open, "trendsAsked0");
    CHECK(levels() == std::vector{3, 4}); // the point was marked only today
}

TEST_CASE("the worst point stands first, and Enter shows a point large")
{
    const TempDir folder;
    const FixedClock clock;
    OpenWindow open{folder.path() / "journal.palpate", Theme::light, {1280, 800}, clock};
    const PointId mild = mark(open, "infraspinatus");
    const PointId bad = mark(open, "trapezius-upper");
    mark(open, "levator-scapulae");
    rate(open, mild, 2, 1);
    rate(open, bad, 8, 1);
    open.window->showPage(MainWindow::Page::trends);
    press(open, "trendsAsked0");
    const auto &panels = open.find<PointPanels>("pointPanels").panels();
    REQUIRE(panels.size() == 3);
    CHECK(panels[0]->data().readings.front().level.value() == 8);
    CHECK(panels[1]->data().readings.front().level.value() == 2);
    CHECK(panels[2]->stops() == 0);
    CHECK(pointChart(open).data().name == panels[0]->data().name);
    panels[1]->setFocus();
    QTest::keyClick(panels[1], Qt::Key_Return);
    CHECK(pointChart(open).data().name == panels[1]->data().name);
    CHECK(QApplication::focusWidget() == &pointChart(open));
}

TEST_CASE("T shows the table of the chart that has the focus, E hands it to the file dialog")
{
    const TempDir folder;
    const FixedClock clock;
    OpenWindow open{folder.path() / "journal.palpate", Theme::light, {1280, 800}, clock};
    rate(open, mark(open, "infraspinatus"), 6, 0);
    open.window->showPage(MainWindow::Page::trends);
    auto &days = open.find<DayChart>("dayChart");
    days.setFocus();
    QTest::keyClick(&days, Qt::Key_T);
    CHECK(open.find<ChartTableView>("daysNumbers").isVisible());
    CHECK_FALSE(open.find<ChartTableView>("pointNumbers").isVisible());
    CHECK(open.find<ChartTableView>("daysNumbers").model()->rowCount() == 1);
    QTest::keyClick(&days, Qt::Key_T);
    CHECK_FALSE(open.find<ChartTableView>("daysNumbers").isVisible());

    const auto file = folder.path() / "chart.pdf";
    QString proposed;
    open.window->trendsPage().setAskForTarget([&](QWidget *, const QString &name) {
        proposed = name;
        return std::optional{ExportTarget{QString::fromStdString(file.string()), ExportFormat::pdf}};
    });
    QTest::keyClick(&days, Qt::Key_E);
    CHECK(std::filesystem::file_size(file) > 1000);
    CHECK(proposed == QStringLiteral("trends-2025-12-02-to-2026-03-02")); // no part of the body

    QString said;
    QObject::connect(&open.window->trendsPage(), &TrendsPage::failed, [&said](const QString &words) { said = words; });
    open.window->trendsPage().setAskForTarget([&](QWidget *, const QString &) {
        return std::optional{ExportTarget{QStringLiteral("/nowhere/at/all.pdf"), ExportFormat::pdf}};
    });
    press(open, "pointExport");
    CHECK(said.contains(QStringLiteral("/nowhere/at/all.pdf")));
    said.clear();
    open.window->trendsPage().setAskForTarget([](QWidget *, const QString &) { return std::nullopt; });
    press(open, "pointExport");
    CHECK(said.isEmpty());
}

TEST_CASE("one range for all charts: chosen, paged, remembered")
{
    const TempDir folder;
    const auto journal = folder.path() / "journal.palpate";
    testing::writeTenYears(journal);
    const FixedClock clock;
    {
        OpenWindow open{journal, Theme::light, {1280, 800}, clock};
        open.window->showPage(MainWindow::Page::trends);
        TrendsPage &page = open.window->trendsPage();
        press(open, "trendsLength0");
        const DateRange last = page.range();
        CHECK(last.length() == std::chrono::days{14});
        CHECK(last.to == dayOf(clock.now()));
        CHECK_FALSE(open.find<QPushButton>("trendsLater").isEnabled());
        press(open, "trendsEarlier");
        CHECK(page.range() == earlier(last));
        CHECK(pointChart(open).data().range == page.range());
        CHECK(open.find<HeatMap>("calendar").data().range == page.range());
        for (const Reading &reading : pointChart(open).data().readings) {
            CHECK(page.range().contains(dayOf(reading.at)));
        }
        QTest::keyClick(&pointChart(open), Qt::Key_Right, Qt::AltModifier);
        CHECK(page.range() == last);
        press(open, "trendsLength1");
    }
    OpenWindow again{journal, Theme::light, {1280, 800}, clock};
    again.window->showPage(MainWindow::Page::trends);
    CHECK(again.window->trendsPage().range().length() == std::chrono::days{30});
    press(again, "trendsLength4");
    CHECK(again.window->trendsPage().range().length() > std::chrono::days{3500});
    CHECK(pointChart(again).showsMedians());
    press(again, "trendsLength2");
}

TEST_CASE("how long the page takes to open on ten years", "[.][measure]")
{
    const TempDir folder;
    const auto journal = folder.path() / "journal.palpate";
    testing::writeTenYears(journal);
    const FixedClock clock;
    for (int round = 0; round < 5; ++round) {
        OpenWindow open{journal, Theme::light, {1280, 800}, clock};
        open.window->trendsPage().setRange(RangeLength::threeMonths);
        QElapsedTimer timer;
        timer.start();
        open.window->showPage(MainWindow::Page::trends);
        const auto shown = timer.elapsed();
        (void)open.window->trendsPage().grab();
        const auto painted = timer.elapsed();
        timer.restart();
        open.window->trendsPage().setRange(RangeLength::all);
        const auto all = timer.elapsed();
        (void)open.window->trendsPage().grab();
        WARN("three months: read " << shown << " ms, painted " << painted << " ms; all: read " << all << " ms, painted "
                                   << timer.elapsed() << " ms");
        open.window->trendsPage().setRange(RangeLength::threeMonths);
    }
}
