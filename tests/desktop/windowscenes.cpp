// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowscenes.h"

#include <stdexcept>

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTreeWidget>

#include "cli/samplejournal.h"
#include "core/localday.h"
#include "desktop/bodymap/ratingpopover.h"
#include "support/fixedclock.h"

namespace palpate::testing {

namespace {

using anatomy::Layer;
using desktop::MainWindow;

void showView(OpenWindow &open, const char *view, Layer layer)
{
    open.window->mapPage().showView(*open.scene().atlas().findView(view), layer);
}

void press(OpenWindow &open, const char *button) { QTest::mouseClick(&open.find<QPushButton>(button), Qt::LeftButton); }

void waitUntilSharp(OpenWindow &open)
{
    if (!QTest::qWaitFor([&open] { return open.map().isSharp(); })) {
        throw std::runtime_error{"the enlarged map did not get its pixels"};
    }
}

void paintShoulder(OpenWindow &open)
{
    showView(open, "front", Layer::skin);
    const QPoint shoulder = middleOfZone(open, "shoulder-front", Side::right);
    drag(open.map(), {shoulder, shoulder + QPoint{6, 8}, shoulder + QPoint{-4, 18}, shoulder + QPoint{-8, 34}});
    press(open, "intensity6");
    press(open, "quality0");
    press(open, "area1000");
    const QPoint thigh = middleOfZone(open, "thigh-front", Side::left);
    drag(open.map(), {thigh, thigh + QPoint{2, 30}});
    press(open, "intensity3");
}

void markInfraspinatus(OpenWindow &open)
{
    showView(open, "back", Layer::superficial);
    open.window->mapPage().showMuscle(MuscleId{"infraspinatus"}, Side::right);
    press(open, "markHere");
    QTest::keyClick(&open.find<desktop::RatingPopover>("ratingPopover"), Qt::Key_6);
}

void say(OpenWindow &open, const char *words)
{
    auto &field = open.find<QLineEdit>("lookupWords");
    field.setFocus();
    QTest::keyClicks(&field, QString::fromUtf8(words));
    QTest::keyClick(&field, Qt::Key_Return);
}

void askForShoulder(OpenWindow &open)
{
    (void)open.lookup();
    say(open, "deep ache in the front of my right shoulder, can't lie on it");
}

void paintLookup(OpenWindow &open)
{
    open.lookup().showView(*shippedAtlas().findView("front"), Layer::skin);
    desktop::BodyMap &map = open.lookup().map();
    const QPoint shoulder = middleOfZone(open, map, "shoulder-front", Side::right);
    drag(map, {shoulder + QPoint{4, -8}, shoulder, shoulder + QPoint{-4, 10}, shoulder + QPoint{-8, 24}});
    const QPoint thigh = middleOfZone(open, map, "thigh-front", Side::left);
    drag(map, {thigh, thigh + QPoint{2, 30}, thigh + QPoint{-4, 44}});
}

void paintOwnReferral(OpenWindow &open)
{
    markInfraspinatus(open);
    QTest::keyClick(&open.find<desktop::RatingPopover>("ratingPopover"), Qt::Key_Return);
    desktop::LookupPage &page = open.lookup();
    page.showPoint(open.session().read().openPoints().front().point.id);
    press(open, "paintReferral");
    page.showView(*shippedAtlas().findView("front"), Layer::skin);
    const QPoint shoulder = middleOfZone(open, page.map(), "shoulder-front", Side::right);
    drag(page.map(), {shoulder + QPoint{4, -8}, shoulder, shoulder + QPoint{-4, 10}, shoulder + QPoint{-8, 30}});
    press(open, "paintReferral");
}

} // namespace

void writeTenYears(const std::filesystem::path &file)
{
    const FixedClock clock;
    CountingIds ids;
    cli::SampleRequest request;
    request.years = 10;
    request.until = dayOf(clock.now()) - std::chrono::days{1};
    Journal journal = Journal::open(file, {clock, ids.next<DeviceId>()});
    (void)journal.add(cli::SampleJournal{shippedAtlas(), request}.write());
}

QPoint middleOfZone(OpenWindow &open, const char *zone, Side side)
{
    return middleOfZone(open, open.map(), zone, side);
}

QPoint middleOfZone(OpenWindow &open, const desktop::BodyMap &map, const char *zone, Side side)
{
    const anatomy::GrayImage8 &zones = open.scene().zones(map.view());
    const std::uint8_t number = shippedAtlas().zoneNumber(ZoneId{zone}, side);
    std::vector<anatomy::PicturePx> places;
    for (int y = 0; y < zones.height(); ++y) {
        for (int x = 0; x < zones.width(); ++x) {
            if (zones.at(x, y) == number) {
                places.push_back({double(x), double(y)});
            }
        }
    }
    if (places.empty()) {
        throw std::runtime_error{std::string{"the map shows nothing of "} + zone};
    }
    // The place in the middle of the row in the middle.
    const double row = places[places.size() / 2].y;
    std::erase_if(places, [row](const anatomy::PicturePx &place) { return place.y != row; });
    return map.screenPosition(places[places.size() / 2]).toPoint();
}

void drag(desktop::BodyMap &map, const std::vector<QPoint> &path)
{
    QTest::mousePress(&map, Qt::LeftButton, {}, path.front());
    for (const QPoint &at : path) {
        QMouseEvent move{QEvent::MouseMove, QPointF{at},    map.mapToGlobal(QPointF{at}),
                         Qt::NoButton,      Qt::LeftButton, Qt::NoModifier};
        QApplication::sendEvent(&map, &move);
    }
    QTest::mouseRelease(&map, Qt::LeftButton, {}, path.back());
}

const std::vector<Scene> &allScenes()
{
    static const std::vector<Scene> scenes{
        {"start", false, [](OpenWindow &open) { showView(open, "front", Layer::superficial); }},
        {"points", true, [](OpenWindow &open) { showView(open, "back", Layer::superficial); }},
        {"muscle", true,
         [](OpenWindow &open) {
             showView(open, "front", Layer::superficial);
             open.window->mapPage().showMuscle(MuscleId{"pectoralis-major-sternal"}, Side::left);
         }},
        {"marking", false, markInfraspinatus},
        {"near", true,
         [](OpenWindow &open) {
             showView(open, "back", Layer::intermediate);
             const auto region = shippedAtlas().regionOf(MuscleId{"levator-scapulae"}, Side::left);
             open.map().fitRegion(region.value());
             waitUntilSharp(open);
         }},
        {"search", true,
         [](OpenWindow &open) {
             showView(open, "back", Layer::superficial);
             QTest::keyClick(&open.map(), Qt::Key_Slash);
             QTest::keyClicks(&open.find<QLineEdit>("search"), QStringLiteral("shoulder"));
         }},
        {"point", false,
         [](OpenWindow &open) {
             markInfraspinatus(open);
             press(open, "morePoint");
             press(open, "band1");
             press(open, "mine1");
         }},
        {"skin", false, [](OpenWindow &open) { showView(open, "back", Layer::skin); }},
        {"painting", false, paintShoulder},
        {"lookup", false, [](OpenWindow &open) { (void)open.lookup(); }},
        {"lookup-words", true,
         [](OpenWindow &open) {
             askForShoulder(open);
             QTest::keyClick(&open.find<QListView>("candidates"), Qt::Key_3);
         }},
        {"lookup-paint", false, paintLookup},
        {"lookup-explain", false,
         [](OpenWindow &open) {
             paintLookup(open);
             open.lookup().addZone({ZoneId{"nose"}, Side::right});
             press(open, "explainAll");
         }},
        {"lookup-places", false,
         [](OpenWindow &open) {
             (void)open.lookup();
             press(open, "placesTree");
             auto &tree = open.find<QTreeWidget>("zoneTree");
             tree.expandItem(tree.topLevelItem(1));
         }},
        {"lookup-alert", false,
         [](OpenWindow &open) {
             (void)open.lookup();
             say(open, "crushing chest pain and short of breath, and my left arm aches");
         }},
        {"lookup-told", false,
         [](OpenWindow &open) {
             (void)open.lookup();
             say(open, "back pain and a fever");
             press(open, "alertShow");
         }},
        {"checklist", false,
         [](OpenWindow &open) {
             askForShoulder(open);
             QTest::keyClick(&open.find<QListView>("candidates"), Qt::Key_3);
             QTest::keyClick(&open.find<QListView>("candidates"), Qt::Key_C);
             QTest::keyClick(&open.find<QListView>("checklist"), Qt::Key_T);
         }},
        {"lookup-muscle", false, paintOwnReferral},
        {"trends", true,
         [](OpenWindow &open) {
             open.window->showPage(MainWindow::Page::trends);
             press(open, "trendsLength2");
             QApplication::processEvents(); // the calendar learns its height after its width
         }},
        {"trends-point", true,
         [](OpenWindow &open) {
             open.window->showPage(MainWindow::Page::trends);
             press(open, "trendsLength0");
             press(open, "pointTable");
         }},
        {"trends-days", true,
         [](OpenWindow &open) {
             open.window->showPage(MainWindow::Page::trends);
             press(open, "trendsLength3");
             QApplication::processEvents(); // so that it is laid out
             auto &scroll = open.find<QScrollArea>("trendsScroll");
             scroll.verticalScrollBar()->setValue(scroll.verticalScrollBar()->maximum());
         }},
        {"trends-empty", false, [](OpenWindow &open) { open.window->showPage(MainWindow::Page::trends); }},
        {"settings", false, [](OpenWindow &open) { open.window->showPage(MainWindow::Page::settings); }},
        {"keys", false, [](OpenWindow &open) { open.window->showPage(MainWindow::Page::help); }},
        {"cover", true, [](OpenWindow &open) { press(open, "coverButton"); }}};
    return scenes;
}

} // namespace palpate::testing
