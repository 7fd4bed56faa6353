// SPDX-License-Identifier: GPL-3.0-or-later
// Charts from values, without a journal: what the cursor tells, what is joined, what is shaded, and the files.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <set>

#include <QAbstractItemModelTester>
#include <QFile>
#include <QImage>
#include <QPushButton>
#include <QTest>
#include <QXmlStreamReader>

#include "desktop/charts/chartexport.h"
#include "desktop/charts/charttable.h"
#include "desktop/charts/chartwords.h"
#include "desktop/charts/daychart.h"
#include "desktop/charts/heatmap.h"
#include "desktop/charts/pointpanels.h"
#include "insight/pointbench.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::PointBench;
using palpate::testing::TempDir;

namespace {

Reading reading(int day, int level, int hour = 9, Origin origin = Origin::given)
{
    return {PointBench::moment(day, hour), *PainLevel::from(level), origin, {}};
}

PointChartData fewReadings()
{
    PointBench bench;
    const Treatment massage{
        bench.ids.next<TreatmentId>(), PointBench::moment(3, 14), TreatmentKind::massage, {}, {}, {}};
    const Period flare{
        bench.ids.next<PeriodId>(), PeriodKind::flare, PointBench::moment(8), PointBench::moment(10), {}, {}};
    return {QStringLiteral("Infraspinatus"),
            Asked::sorenessNow,
            {PointBench::day(0), PointBench::day(13)},
            {reading(0, 6), reading(1, 5, 9, Origin::carriedOver), reading(4, 4), reading(5, 3), reading(9, 7),
             reading(12, 0, 20, Origin::nothingToday)},
            chartMarks(std::vector{massage}, std::vector{flare}, PointBench::moment(13))};
}

PointChartData manyReadings(int count)
{
    PointChartData data = fewReadings();
    data.range = {PointBench::day(0), PointBench::day(400)};
    data.readings.clear();
    for (int at = 0; at < count; ++at) {
        data.readings.push_back(reading(at / 3, at % 3 + 2, 8 + at % 3));
    }
    return data;
}

void press(QWidget &chart, Qt::Key key) { QTest::keyClick(&chart, key); }

std::set<QRgb> coloursIn(const QImage &picture)
{
    std::set<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 3) {
        for (int x = 0; x < picture.width(); x += 3) {
            colours.insert(picture.pixel(x, y));
        }
    }
    return colours;
}

QByteArray contentOf(const std::filesystem::path &file)
{
    QFile in{QString::fromStdString(file.string())};
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray{};
}

} // namespace

TEST_CASE("the cursor goes from reading to reading and says each in words")
{
    PointChart chart{Theme::light};
    chart.setData(fewReadings());
    CHECK_FALSE(chart.cursor());
    CHECK(chart.words() == QStringLiteral("6 numbers, median of the days 4 of 10"));
    press(chart, Qt::Key_Home);
    CHECK(chart.words() == QStringLiteral("2 Mar 2026, 09:00: 6 of 10"));
    press(chart, Qt::Key_Right);
    CHECK(chart.words().contains(QStringLiteral("5 of 10, same as last time")));
    press(chart, Qt::Key_Right);
    CHECK(chart.words().contains(QStringLiteral("4 of 10, 19 hours after massage")));
    CHECK(chart.accessibleName().startsWith(chart.words()));
    press(chart, Qt::Key_Right);
    press(chart, Qt::Key_Right);
    CHECK(chart.words().contains(QStringLiteral("7 of 10, in a flare")));
    press(chart, Qt::Key_End);
    CHECK(chart.words().contains(QStringLiteral("0 of 10, from “nothing today”")));
    press(chart, Qt::Key_Right);
    CHECK(chart.cursor() == 5); // there is no more
    press(chart, Qt::Key_Left);
    CHECK(chart.cursor() == 4);
}

TEST_CASE("a treatment shades the 72 hours after it and no more")
{
    PointChart chart{Theme::light};
    chart.setData(fewReadings());
    REQUIRE(chart.figure().after.size() == 1);
    CHECK(chart.figure().after.front().to - chart.figure().after.front().from == Approx(3.0));
    CHECK(chart.figure().after.front().from == Approx(xOf(PointBench::day(3)) + 14.0 / 24));
    REQUIRE(chart.figure().flares.size() == 1);
    const QString notes = chart.notes().join(QLatin1Char(' '));
    CHECK(notes.contains(QStringLiteral("massage")));
    CHECK(notes.contains(QStringLiteral("72 hours")));
    CHECK(notes.contains(QStringLiteral("flares")));
}

TEST_CASE("more than 200 readings are told by medians of days, and the notes say so")
{
    PointChart chart{Theme::light};
    chart.setData(manyReadings(200));
    CHECK_FALSE(chart.showsMedians());
    CHECK(chart.stops() == 200);
    chart.setData(manyReadings(201));
    CHECK(chart.showsMedians());
    CHECK(chart.stops() == 67);
    CHECK(chart.notes().first().contains(QStringLiteral("200")));
    press(chart, Qt::Key_Home);
    CHECK(chart.words() == QStringLiteral("2 Mar 2026: median 3 of 10, 3 numbers from 2 to 4"));
}

TEST_CASE("the table holds the same numbers, and the treatments between them")
{
    PointChart chart{Theme::light};
    const PointChartData data = fewReadings();
    chart.setData(data);
    ChartTableModel model;
    const QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    model.setTable(chart.table());
    REQUIRE(model.rowCount() == static_cast<int>(data.readings.size()) + 1);
    int row = 0;
    for (const Reading &one : data.readings) {
        if (model.index(row, 1).data().toString().isEmpty()) {
            CHECK(model.index(row, 3).data().toString() == QStringLiteral("massage"));
            ++row;
        }
        CHECK(model.index(row, 0).data().toString() == chartwords::moment(one.at));
        CHECK(model.index(row, 1).data().toString() == QString::number(one.level.value()));
        CHECK(model.index(row, 2).data().toString() == chartwords::origin(one.origin));
        ++row;
    }
}

TEST_CASE("time runs from left to right also where words do not")
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        PointChart chart{Theme::light};
        chart.setLayoutDirection(direction);
        chart.setData(fewReadings());
        press(chart, Qt::Key_End);
        press(chart, Qt::Key_Left);
        CHECK(chart.cursor() == chart.stops() - 2);
        const PlotArea area = plotAreaOf(chart.figure(), QRect{0, 0, 600, 240});
        CHECK(area.xAt(xOf(PointBench::day(0))) < area.xAt(xOf(PointBench::day(13))));
    }
    CHECK(timeTicks({PointBench::day(0), PointBench::day(13)}, 1000).size() == 14);
    CHECK(timeTicks({PointBench::day(0), PointBench::day(3650)}, 700).size() == 10);
}

TEST_CASE("the calendar tells \"nothing today\" from a day without an entry")
{
    HeatMap map{Theme::light};
    const DayLevels sore{PointBench::day(1), 2, 3.5, *PainLevel::from(6)};
    const DayLevels nothing{PointBench::day(3), 1, 0, *PainLevel::from(0)};
    HeatMapData data{Asked::sorenessNow, {PointBench::day(0), PointBench::day(13)}, {{sore, false}, {nothing, true}}};
    map.setData(data);
    REQUIRE(map.stops() == 2);
    CHECK(map.wordsOf(0) == QStringLiteral("3 Mar 2026: mean 3.5 of 10, worst 6, 2 numbers"));
    CHECK(map.wordsOf(1).contains(QStringLiteral("“nothing today”")));
    CHECK(map.table().rows.size() == 2);
    map.resize(400, map.heightForWidth(400));
    const QImage with = map.grab().toImage();
    data.days.pop_back();
    map.setData(data);
    CHECK(map.grab().toImage() != with);
    // Ten years go on in further rows instead of becoming unreadable.
    data.range = {PointBench::day(-3650), PointBench::day(13)};
    map.setData(data);
    CHECK(map.heightForWidth(900) > 10 * 7 * 20);
}

TEST_CASE("at most twelve points are shown until the others are wished")
{
    PointPanels panels{Theme::light};
    panels.setData(std::vector<PointChartData>(15, fewReadings()));
    CHECK(panels.panels().size() == 12);
    auto *more = panels.findChild<QPushButton *>(QStringLiteral("morePoints"));
    REQUIRE(more != nullptr);
    QTest::mouseClick(more, Qt::LeftButton);
    CHECK(panels.panels().size() == 15);
    CHECK(panels.table().rows.size() == 15 * panels.panels().front()->table().rows.size());
}

TEST_CASE("a chart becomes a PNG, an SVG and a PDF that the person alone can read")
{
    const TempDir folder;
    PointChart chart{Theme::contrastDark};
    chart.setData(fewReadings());
    const auto write = [&](const char *name, ExportFormat format) {
        const auto file = folder.path() / name;
        CHECK(writeExport(chart, {QString::fromStdString(file.string()), format}) == std::nullopt);
        CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::all) ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
        return contentOf(file);
    };
    const QImage picture = QImage::fromData(write("chart.png", ExportFormat::png));
    REQUIRE_FALSE(picture.isNull());
    CHECK(picture.pixel(2, 2) == qRgb(255, 255, 255)); // light, whatever the window looks like
    CHECK(coloursIn(picture).size() > 8);

    const QByteArray svg = write("chart.svg", ExportFormat::svg);
    QXmlStreamReader xml{svg};
    QString title;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QStringLiteral("title")) {
            title = xml.readElementText();
        }
    }
    CHECK_FALSE(xml.hasError());
    CHECK(title == chart.title());
    CHECK(title.contains(QStringLiteral("Soreness now")));
    CHECK(title.contains(QStringLiteral("2 Mar 2026 – 15 Mar 2026")));

    CHECK(write("chart.pdf", ExportFormat::pdf).startsWith("%PDF"));

    DayChart days{Theme::light};
    HeatMap calendar{Theme::light};
    PointPanels panels{Theme::light};
    panels.setData({fewReadings(), fewReadings()});
    days.setData({Asked::sorenessNow, {PointBench::day(0), PointBench::day(13)}, {}, {}});
    calendar.setData({Asked::sorenessNow, {PointBench::day(0), PointBench::day(13)}, {}});
    for (const Chart *other : std::initializer_list<const Chart *>{&days, &calendar, &panels}) {
        CHECK(coloursIn(QImage::fromData(exported(*other, ExportFormat::png))).size() > 2);
        CHECK(exported(*other, ExportFormat::pdf).startsWith("%PDF"));
    }
}

TEST_CASE("what replaces a file readable by all is not, and what cannot be written leaves what was there")
{
    const TempDir folder;
    PointChart chart{Theme::light};
    chart.setData(fewReadings());
    const auto file = folder.path() / "old.pdf";
    std::ofstream{file} << "old";
    std::filesystem::permissions(file, std::filesystem::perms{0644});
    CHECK(writeExport(chart, {QString::fromStdString(file.string()), ExportFormat::pdf}) == std::nullopt);
    CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::all) == std::filesystem::perms{0600});
    CHECK(contentOf(file).startsWith("%PDF"));

    const auto nowhere = folder.path() / "no" / "folder.pdf";
    const auto error = writeExport(chart, {QString::fromStdString(nowhere.string()), ExportFormat::pdf});
    REQUIRE(error);
    CHECK(error->contains(QString::fromStdString(nowhere.string())));
    CHECK_FALSE(std::filesystem::exists(nowhere));
}
