// SPDX-License-Identifier: GPL-3.0-or-later
// The shell and the map as an instrument, in the real window on a real journal file.
#include <catch2/catch.hpp>

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QUndoStack>
#include <QWheelEvent>

#include "desktop/bodymap/ratingpopover.h"
#include "desktop/shell/cover.h"
#include "desktop/shell/openbody.h"
#include "support/tempdir.h"
#include "windowscenes.h"

using namespace palpate;
using namespace palpate::desktop;
using anatomy::Layer;
using palpate::testing::drag;
using palpate::testing::middleOfZone;
using palpate::testing::OpenWindow;
using palpate::testing::TempDir;

namespace {

void press(OpenWindow &open, const char *button) { QTest::mouseClick(&open.find<QPushButton>(button), Qt::LeftButton); }

void key(OpenWindow & /*open*/, int which, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(which), modifiers);
}

void show(OpenWindow &open, const char *view, Layer layer)
{
    open.window->mapPage().showView(*open.scene().atlas().findView(view), layer);
}

std::vector<PainEntry> entries(OpenWindow &open) { return open.session().read().all<PainEntry>(); }

QPoint markerOf(OpenWindow &open)
{
    return open.map().screenPosition(open.session().read().openPoints().front().point.position).toPoint();
}

void markWithMouse(OpenWindow &open, const char *muscle, Side side)
{
    const auto spot = open.map().middleOf(*open.scene().atlas().regionOf(MuscleId{muscle}, side));
    REQUIRE(spot);
    QTest::mouseClick(&open.map(), Qt::LeftButton, {}, spot->at.toPoint());
    press(open, "soreness6");
    press(open, "savePoint");
}

} // namespace

TEST_CASE("by mouse: paint on the skin, say how it feels, erase, undo, and find it again after a restart")
{
    const TempDir folder;
    const auto journal = folder.path() / "journal.palpate";
    {
        OpenWindow open{journal};
        show(open, "front", Layer::superficial);
        press(open, "layer-skin");
        const QPoint shoulder = middleOfZone(open, "shoulder-front", Side::right);
        CHECK(shoulder.x() < open.map().width() / 2); // from the front the person's right is at the picture's left
        drag(open.map(), {shoulder, shoulder + QPoint{0, 12}});
        REQUIRE(entries(open).size() == 1);
        press(open, "intensity7");
        press(open, "quality2");
        PainEntry entry = entries(open).front();
        REQUIRE(entry.areas.size() == 1);
        CHECK(entry.areas[0].intensity == PainLevel::from(7));
        CHECK(entry.areas[0].qualities == Flags<Quality>{Quality::burning});
        REQUIRE_FALSE(entry.zones.empty());
        for (const ZoneCoverage &zone : entry.zones) {
            CHECK(zone.side == Side::right);
        }
        CHECK(open.find<QLabel>("coveredZones").text().contains(QStringLiteral("your right")));

        press(open, "area1000");
        const QPoint thigh = middleOfZone(open, "thigh-front", Side::left);
        drag(open.map(), {thigh, thigh + QPoint{0, 20}});
        CHECK(entries(open).front().areas.size() == 2);
        press(open, "eraserTool");
        drag(open.map(), {thigh, thigh + QPoint{0, 20}});
        const auto onThigh = [&open] {
            const auto zones = entries(open).front().zones;
            return std::count_if(zones.begin(), zones.end(), [](const ZoneCoverage &zone) { return zone.area == 1; });
        };
        CHECK(onThigh() == 0);
        open.session().undoStack().undo();
        CHECK(onThigh() > 0);
        while (open.session().undoStack().canUndo()) {
            open.session().undoStack().undo();
        }
        CHECK(entries(open).empty());
        while (open.session().undoStack().canRedo()) {
            open.session().undoStack().redo();
        }
        CHECK(entries(open).front().strokes.size() == 3);
    }
    OpenWindow again{journal};
    CHECK(again.map().layer() == Layer::skin);
    CHECK(again.find<QPushButton>("area1").isVisible()); // gone on with within the hour
    press(again, "newDrawing");
    press(again, "copyEarlier");
    REQUIRE(entries(again).size() == 2);
    CHECK(entries(again)[1].areas == entries(again)[0].areas);
    CHECK(entries(again)[1].id != entries(again)[0].id);
    show(again, "front", Layer::superficial);
}

TEST_CASE("by keyboard alone: find a zone, paint it, say how strong it is, undo, another theme")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    show(open, "front", Layer::superficial);
    open.map().setFocus();
    key(open, Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("left front thigh"));
    const auto &hits = open.find<QListView>("hitList");
    REQUIRE(hits.model()->rowCount() > 0);
    for (int row = 0; row < hits.model()->rowCount(); ++row) {
        key(open, Qt::Key_Down);
        if (hits.currentIndex().data().toString() == QStringLiteral("Middle front of the thigh, your left")) {
            break;
        }
    }
    key(open, Qt::Key_Return);
    CHECK(open.map().layer() == Layer::skin);
    REQUIRE(QApplication::focusWidget() == &open.map());
    key(open, Qt::Key_M);
    REQUIRE(entries(open).size() == 1);
    const auto zones = entries(open).front().zones;
    const auto found = std::find_if(zones.begin(), zones.end(), [](const ZoneCoverage &zone) {
        return zone.zone.text() == "thigh-front" && zone.side == Side::left;
    });
    REQUIRE(found != zones.end());
    CHECK(found->coverage > 0.7);
    for (const ZoneCoverage &zone : zones) {
        CHECK((zone == *found || zone.coverage < 0.2));
    }
    open.find<QPushButton>("intensity4").setFocus();
    key(open, Qt::Key_Space);
    CHECK(entries(open).front().areas.front().intensity == PainLevel::from(4));
    key(open, Qt::Key_Z, Qt::ControlModifier);
    key(open, Qt::Key_Z, Qt::ControlModifier);
    CHECK(entries(open).empty());
    const Theme before = open.window->theme();
    key(open, Qt::Key_T, Qt::ControlModifier);
    CHECK(isDark(open.window->theme()) != isDark(before));
    key(open, Qt::Key_T, Qt::ControlModifier);
    show(open, "front", Layer::superficial);
}

TEST_CASE("dragging beside the body turns it, and dragging when enlarged moves it")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    show(open, "front", Layer::superficial);
    drag(open.map(), {{20, 300}, {40, 300}, {80, 300}});
    CHECK(open.map().view().id == "front-right"); // what was at the picture's left comes to the front
    drag(open.map(), {{80, 300}, {60, 300}, {20, 300}});
    CHECK(open.map().view().id == "front");
    drag(open.map(), {{20, 300}, {30, 300}, {40, 300}}); // too short
    CHECK(open.map().view().id == "front");

    press(open, "zoomIn");
    press(open, "zoomIn");
    CHECK(open.map().zoom() == Approx(2.25));
    const QPointF before = open.map().screenPosition(PointMm{0, 0, 1000});
    drag(open.map(), {{20, 300}, {40, 300}, {60, 320}});
    const QPointF moved = open.map().screenPosition(PointMm{0, 0, 1000}) - before;
    CHECK(moved.x() == Approx(40));
    CHECK(moved.y() == Approx(20));
    CHECK(open.map().view().id == "front");
    CHECK(QTest::qWaitFor([&open] { return open.map().isSharp(); }));
    key(open, Qt::Key_0, Qt::ControlModifier);
    CHECK(open.map().zoom() == 1);
    CHECK_FALSE(open.find<QPushButton>("wholeBody").isEnabled());
}

TEST_CASE("a click offers what lies under it, from the surface down")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    show(open, "back", Layer::superficial);
    const auto region = *open.scene().atlas().regionOf(MuscleId{"middle-trapezius"}, Side::left);
    const auto spot = open.map().middleOf(region);
    REQUIRE(spot);
    const auto stack = open.map().stackAt(spot->at);
    REQUIRE(stack.size() > 1);
    CHECK(stack.front() == region);
    QTest::mouseClick(&open.map(), Qt::LeftButton, {}, spot->at.toPoint());
    auto &popover = open.find<RatingPopover>("ratingPopover");
    QTest::keyClick(&popover, Qt::Key_Down);
    const auto &deeper = open.scene().atlas().structureOf(stack[1]);
    CHECK(open.find<QPushButton>("popoverTitle").text().startsWith(QString::fromStdString(deeper.common)));
    QTest::keyClick(&popover, Qt::Key_5);
    QTest::keyClick(&popover, Qt::Key_Return);
    const auto points = open.session().read().openPoints();
    REQUIRE(points.size() == 1);
    CHECK(points.front().point.muscle == deeper.id);
    CHECK(points.front().point.side == Side::left);
}

TEST_CASE("a point is dragged to another muscle and back by undo")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    show(open, "back", Layer::superficial);
    markWithMouse(open, "infraspinatus", Side::right);
    const TriggerPoint before = open.session().read().openPoints().front().point;
    const auto target = open.map().middleOf(*open.scene().atlas().regionOf(MuscleId{"gluteus-maximus"}, Side::left));
    REQUIRE(target);
    drag(open.map(), {markerOf(open), markerOf(open) + QPoint{0, 20}, target->at.toPoint()});
    const TriggerPoint after = open.session().read().openPoints().front().point;
    CHECK(after.id == before.id);
    CHECK(after.muscle.text() == "gluteus-maximus");
    CHECK(after.side == Side::left);
    CHECK(after.position.x > 0);
    key(open, Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.session().read().openPoints().front().point == before);
}

TEST_CASE("points in one place become one mark that opens")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    show(open, "back", Layer::superficial);
    const auto spot = open.map().middleOf(*open.scene().atlas().regionOf(MuscleId{"infraspinatus"}, Side::right));
    REQUIRE(spot);
    for (const int level : {3, 8}) {
        (void)open.session().mark(MuscleId{"infraspinatus"}, Side::right, spot->position, PointKind::active,
                                  PainLevel::from(level), QStringLiteral("here"));
    }
    auto &popover = open.find<RatingPopover>("ratingPopover");
    QTest::mouseClick(&open.map(), Qt::LeftButton, {}, spot->at.toPoint());
    CHECK_FALSE(popover.isVisible()); // it opens the mark, not one of the two
    QTest::mouseClick(&open.map(), Qt::LeftButton, {}, (spot->at - QPointF{0, 30}).toPoint());
    CHECK(popover.isVisible());
    CHECK((open.find<QPushButton>("soreness3").isChecked() || open.find<QPushButton>("soreness8").isChecked()));
    QTest::keyClick(&popover, Qt::Key_Escape);
}

TEST_CASE("more about a point is kept as it is said")
{
    const TempDir folder;
    const auto journal = folder.path() / "journal.palpate";
    {
        OpenWindow open{journal};
        show(open, "back", Layer::superficial);
        const auto spot = open.map().middleOf(*open.scene().atlas().regionOf(MuscleId{"infraspinatus"}, Side::right));
        REQUIRE(spot);
        QTest::mouseClick(&open.map(), Qt::LeftButton, {}, spot->at.toPoint());
        press(open, "soreness5");
        press(open, "morePoint");
        press(open, "band1");
        press(open, "twitch0");
        press(open, "certainty1");
        press(open, "finder1");
        auto &name = open.find<QLineEdit>("finderName");
        name.setFocus();
        QTest::keyClicks(&name, QStringLiteral("Ana"));
        QTest::keyClick(&name, Qt::Key_Return);
        press(open, "pointDone");
    }
    OpenWindow again{journal};
    const TriggerPoint point = again.session().read().openPoints().front().point;
    CHECK(point.tautBand == true);
    CHECK(point.twitch == false);
    CHECK_FALSE(point.tender.has_value());
    CHECK(point.certainty == Certainty::aboutHere);
    CHECK(point.finder == Finder::professional);
    CHECK(point.finderName == "Ana");
}

TEST_CASE("the cover hides the window and any key lifts it, and does nothing else")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    key(open, Qt::Key_F9);
    auto &cover = open.find<Cover>("cover");
    REQUIRE(cover.isVisible());
    CHECK(cover.geometry() == open.window->centralWidget()->rect());
    const std::string view = open.map().view().id;
    QTest::keyClick(&cover, Qt::Key_PageDown);
    CHECK_FALSE(cover.isVisible());
    CHECK(open.map().view().id == view);
    CHECK(open.window->windowTitle() == QStringLiteral("Palpate"));
}

TEST_CASE("the search opens pages and gives commands, and the keys are listed")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    const auto run = [&open](const char *words) {
        key(open, Qt::Key_Slash);
        QTest::keyClicks(&open.find<QLineEdit>("search"), QString::fromLatin1(words));
        QTest::keyClick(&open.find<QLineEdit>("search"), Qt::Key_Return);
    };
    run("open the list of keys");
    CHECK(open.find<QWidget>("helpPage").isVisible());
    auto &filter = open.find<QLineEdit>("keyFilter");
    filter.setFocus();
    QTest::keyClicks(&filter, QStringLiteral("turn"));
    const auto shown = [&open](const char *words) {
        for (const QLabel *label : open.find<QWidget>("helpPage").findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == QString::fromLatin1(words)) {
                return true;
            }
        }
        return false;
    };
    CHECK(shown("Turn on: front, left, back, right"));
    CHECK_FALSE(shown("Undo"));
    press(open, "navSettings");
    CHECK(open.find<QWidget>("settingsPage").isVisible());
    press(open, "theme3");
    CHECK(open.window->theme() == Theme::contrastLight);
    press(open, "theme1");
    CHECK(open.window->theme() == Theme::light);
    key(open, Qt::Key_2, Qt::ControlModifier);
    CHECK(open.map().isVisible());
}

TEST_CASE("the next start paints the body before there is a window, as large as it was in the last one")
{
    const TempDir folder;
    desktop::BodyLook look;
    {
        OpenWindow open{folder.path() / "journal.palpate", desktop::Theme::light, {1111, 777}};
        look = open.map().bodyLook();
        open.window->close();
    }
    const auto body = desktop::openBody(testing::resources / "atlas", desktop::Theme::light).get();
    const anatomy::ViewInfo &view = *body->atlas.findView(desktop::Settings{}.get(desktop::setting::view));
    const auto painted = body->scene.takePainted(view, look);
    REQUIRE(painted);
    CHECK(painted->size() == look.size);
}

TEST_CASE("no two commands share a key")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    std::map<QKeySequence, QString> owners;
    for (const Actions::Entry &entry : open.window->actions().all()) {
        for (const QKeySequence &keys : entry.action->shortcuts()) {
            INFO(entry.info.words.toStdString());
            CHECK(owners.emplace(keys, entry.info.id).second);
        }
    }
    CHECK(owners.size() > 20);
}

TEST_CASE("a narrow window gives the words the place of the list, and only while there is something to say")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate", Theme::light, {1024, 640}};
    show(open, "front", Layer::superficial);
    auto &detail = open.find<QWidget>("detailPane");
    auto &list = open.find<QWidget>("listPane");
    CHECK_FALSE(detail.isVisible());
    open.window->mapPage().showMuscle(MuscleId{"rectus-femoris"}, Side::left);
    CHECK(detail.isVisible());
    CHECK_FALSE(list.isVisible());
    QApplication::processEvents();
    // The body stays in sight beside them.
    CHECK(open.map().width() >= 500);
    QTest::mouseClick(&open.map(), Qt::LeftButton, {}, {4, 300});
    CHECK_FALSE(detail.isVisible());
    CHECK(list.isVisible());
    open.window->resize(1400, 800);
    QApplication::processEvents();
    CHECK(detail.isVisible());
    CHECK(list.isVisible());
}
