// SPDX-License-Identifier: GPL-3.0-or-later
// The whole road through the real window, on a real journal file: see, point, rate, look up, find, change, undo,
// close, start again.
#include <catch2/catch.hpp>

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QUndoStack>

#include "desktop/bodymap/ratingpopover.h"
#include "desktop/shell/settings.h"
#include "openwindow.h"
#include "support/tempdir.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::OpenWindow;
using palpate::testing::TempDir;

namespace {

/// Where the middle of a muscle shows on the map as it stands.
QPoint spotOf(OpenWindow &open, const char *muscle, Side side)
{
    const auto region = open.scene().atlas().regionOf(MuscleId{muscle}, side);
    REQUIRE(region);
    const auto spot = open.map().middleOf(*region);
    REQUIRE(spot);
    return spot->at.toPoint();
}

void turnTo(OpenWindow &open, const char *button)
{
    QTest::mouseClick(&open.find<QPushButton>(button), Qt::LeftButton);
}

PointOverview onlyPoint(OpenWindow &open)
{
    const auto points = open.session().read().openPoints();
    REQUIRE(points.size() == 1);
    return points.front();
}

int soreness(OpenWindow &open)
{
    const PointOverview point = onlyPoint(open);
    REQUIRE(point.latestSoreness);
    return point.latestSoreness->level.value();
}

} // namespace

TEST_CASE("by mouse: from the first look to finding it all again after a restart")
{
    const TempDir folder;
    const auto journal = folder.path() / "journal.palpate";
    {
        OpenWindow open{journal};
        CHECK(open.map().view().id == "front");
        turnTo(open, "view-back");
        CHECK(open.map().view().id == "back");

        const QPoint spot = spotOf(open, "infraspinatus", Side::right);
        CHECK(spot.x() > open.map().width() / 2); // from behind, the person's right is at the picture's right
        QTest::mouseMove(&open.map(), spot);
        CHECK(open.find<QLabel>("hoverName").isVisible());
        CHECK(open.find<QLabel>("hoverName").text() == QStringLiteral("Infraspinatus · your right"));

        QTest::mouseClick(&open.map(), Qt::LeftButton, {}, spot);
        auto &popover = open.find<RatingPopover>("ratingPopover");
        REQUIRE(popover.isVisible());
        CHECK_FALSE(popover.geometry().adjusted(16, 16, -16, -16).contains(spot)); // never over the spot
        CHECK(open.find<QLabel>("detailTitle").text() == QStringLiteral("Infraspinatus · your right"));
        CHECK(open.find<QLabel>("detailExplanation").text().size() > 80);
        CHECK_FALSE(open.find<QPushButton>("savePoint").isEnabled());
        QTest::mouseClick(&open.find<QPushButton>("soreness6"), Qt::LeftButton);
        QTest::mouseClick(&open.find<QPushButton>("kind0"), Qt::LeftButton);
        QTest::mouseClick(&open.find<QPushButton>("savePoint"), Qt::LeftButton);
        CHECK_FALSE(popover.isVisible());

        CHECK(soreness(open) == 6);
        const TriggerPoint point = onlyPoint(open).point;
        CHECK(point.muscle.text() == "infraspinatus");
        CHECK(point.side == Side::right);
        CHECK(point.position.x < 0);
        CHECK(point.kind == PointKind::active);
        CHECK(open.find<QListView>("pointList").model()->rowCount() == 1);

        // The marker takes the click now: the same point is asked about again, and changed.
        QTest::mouseClick(&open.map(), Qt::LeftButton, {}, spot);
        REQUIRE(popover.isVisible());
        CHECK(open.find<QPushButton>("soreness6").isChecked());
        QTest::mouseClick(&open.find<QPushButton>("soreness3"), Qt::LeftButton);
        QTest::mouseClick(&open.map(), Qt::LeftButton, {}, {4, 4}); // elsewhere: saves what has a number
        CHECK_FALSE(popover.isVisible());
        CHECK(soreness(open) == 3);

        QTest::mouseClick(&open.find<QPushButton>("undo"), Qt::LeftButton);
        CHECK(soreness(open) == 6);
        QTest::mouseClick(&open.find<QPushButton>("undo"), Qt::LeftButton);
        CHECK(open.session().read().openPoints().empty());
        QTest::mouseClick(&open.find<QPushButton>("redo"), Qt::LeftButton);
        QTest::mouseClick(&open.find<QPushButton>("redo"), Qt::LeftButton);
        CHECK(soreness(open) == 3);
        CHECK(onlyPoint(open).point == point); // the same id, place and time
    }
    OpenWindow again{journal};
    CHECK(soreness(again) == 3);
    CHECK(again.map().view().id == "back"); // the view is remembered
    CHECK(again.find<QListView>("pointList").model()->index(0, 0).data().toString() ==
          QStringLiteral("Infraspinatus · your right"));
}

TEST_CASE("a muscle without a pattern of its own says so")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    auto &search = open.find<QLineEdit>("search");
    const auto kindOf = [&open, &search](const char *muscle) {
        search.setFocus();
        search.clear();
        QTest::keyClicks(&search, QString::fromLatin1(muscle));
        QTest::keyClick(&search, Qt::Key_Return);
        return open.find<QLabel>("detailKind").text();
    };
    CHECK(kindOf("left sternohyoid") == QStringLiteral("No pattern of its own is published"));
    CHECK(open.find<QLabel>("detailExplanation").text().contains(QStringLiteral("windpipe")));
    CHECK(kindOf("left semimembranosus").startsWith(QStringLiteral("This pattern is published for a group")));
}

TEST_CASE("by keyboard alone: find a covered muscle, read its pattern, mark, rate, undo")
{
    const TempDir folder;
    const auto journal = folder.path() / "journal.palpate";
    OpenWindow open{journal};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash);
    auto &search = open.find<QLineEdit>("search");
    REQUIRE(QApplication::focusWidget() == &search);
    QTest::keyClicks(&search, QStringLiteral("left subscap"));
    QTest::keyClick(&search, Qt::Key_Return);
    const auto title = [&open] { return open.find<QLabel>("detailTitle").text(); };
    CHECK(title() == QStringLiteral("Under-blade muscle · your left"));
    CHECK(open.map().layer() == anatomy::Layer::deep); // it lies under others: the map goes there
    CHECK(open.find<QLabel>("detailExplanation").text().size() > 80);

    QTest::keyClick(&search, Qt::Key_Escape);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_M);
    auto &popover = open.find<RatingPopover>("ratingPopover");
    REQUIRE(popover.isVisible());
    QTest::keyClick(&popover, Qt::Key_7);
    QTest::keyClick(&popover, Qt::Key_Return);
    CHECK(soreness(open) == 7);
    CHECK(onlyPoint(open).point.side == Side::left);
    CHECK(onlyPoint(open).point.position.x > 0);

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.session().read().openPoints().empty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(soreness(open) == 7);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
}

TEST_CASE("x and Ctrl+0 are ten, digits rate by the character typed, Esc drops")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    open.window->mapPage().showMuscle(MuscleId{"rectus-femoris"}, Side::left);
    auto &popover = open.find<RatingPopover>("ratingPopover");
    const auto ask = [&] {
        QTest::mouseClick(&open.find<QPushButton>("markHere"), Qt::LeftButton);
        REQUIRE(popover.isVisible());
    };
    ask();
    QTest::keyClick(&popover, Qt::Key_4);
    QTest::keyClick(&popover, Qt::Key_Escape);
    CHECK(open.session().read().openPoints().empty());
    ask();
    QTest::keyClick(&popover, Qt::Key_Return); // no number: nothing to save
    CHECK(open.session().read().openPoints().empty());
    ask();
    QTest::keyClick(&popover, 'x');
    CHECK(open.find<QPushButton>("soreness10").isChecked());
    QTest::keyClick(&popover, Qt::Key_0, Qt::KeypadModifier);
    CHECK(open.find<QPushButton>("soreness0").isChecked());
    QTest::keyClick(&popover, Qt::Key_0, Qt::ControlModifier);
    QTest::keyClick(&popover, Qt::Key_Enter);
    CHECK(soreness(open) == 10);
}

TEST_CASE("the referral of the selected muscle is painted on the body, in the book's blue, on the muscle's side")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    const QColor line = tokensFor(Theme::light).map.blueLine;
    const auto bluePixels = [&](bool rightHalf) {
        const QImage picture = open.map().grab().toImage();
        int count = 0;
        for (int y = 0; y < picture.height() * 2 / 3; ++y) { // the legend below is blue too
            for (int x = rightHalf ? picture.width() / 2 : 0; x < (rightHalf ? picture.width() : picture.width() / 2);
                 ++x) {
                const QColor at = picture.pixelColor(x, y);
                count += std::abs(at.red() - line.red()) + std::abs(at.green() - line.green()) +
                                     std::abs(at.blue() - line.blue()) <
                                 40
                             ? 1
                             : 0;
            }
        }
        return count;
    };
    turnTo(open, "view-front");
    CHECK(bluePixels(true) + bluePixels(false) == 0);
    open.window->mapPage().showMuscle(MuscleId{"pectoralis-major-sternal"}, Side::left);
    CHECK(open.map().view().id == "front");
    // In the front view the person's left is at the picture's right.
    CHECK(bluePixels(true) > 150);
    CHECK(bluePixels(false) < bluePixels(true) / 10);
}

TEST_CASE("a point can be removed and comes back by undo as it was")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    open.window->mapPage().showMuscle(MuscleId{"gastrocnemius-medial"}, Side::right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_M);
    auto &popover = open.find<RatingPopover>("ratingPopover");
    QTest::keyClick(&popover, Qt::Key_5);
    QTest::keyClick(&popover, Qt::Key_Return);
    const PointOverview before = onlyPoint(open);
    QTest::mouseClick(&open.map(), Qt::LeftButton, {}, open.map().screenPosition(before.point.position).toPoint());
    REQUIRE(popover.isVisible());
    QTest::mouseClick(&open.find<QPushButton>("removePoint"), Qt::LeftButton);
    CHECK(open.session().read().openPoints().empty());
    CHECK(open.find<QLabel>("status").text().contains(QStringLiteral("Remove Inner calf head · your right")));
    open.session().undoStack().undo();
    CHECK(onlyPoint(open) == before);
}

TEST_CASE("the theme changes at once and is remembered")
{
    const TempDir folder;
    const auto journal = folder.path() / "journal.palpate";
    OpenWindow open{journal};
    const auto corner = [&open] { return open.map().grab().toImage().pixelColor(2, 2); };
    CHECK(corner() == tokensFor(Theme::light).map.ground);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier);
    CHECK(corner() == tokensFor(Theme::dark).map.ground);
    CHECK(Settings{}.get(setting::theme) == ThemeChoice::dark);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier);
    CHECK(Settings{}.get(setting::theme) == ThemeChoice::light);
}
