// SPDX-License-Identifier: GPL-3.0-or-later
// Looking up in the real window, on a real journal file: by words, by brush, by places; danger signs; from a row to a
// checklist to a marked point; one's own referral.
#include <catch2/catch.hpp>

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <QUndoStack>

#include "desktop/bodymap/ratingpopover.h"
#include "desktop/lookup/candidatemodel.h"
#include "record/runningcoverage.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"
#include "windowscenes.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::drag;
using palpate::testing::FixedClock;
using palpate::testing::middleOfZone;
using palpate::testing::OpenWindow;
using palpate::testing::TempDir;

namespace {

constexpr const char *shoulderWords = "deep ache in the front of my right shoulder, can't lie on it";

void say(OpenWindow &open, const char *words)
{
    auto &field = open.find<QLineEdit>("lookupWords");
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, QString::fromUtf8(words));
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // what the words have outdated
}

void press(OpenWindow &open, const char *button) { QTest::mouseClick(&open.find<QPushButton>(button), Qt::LeftButton); }

QListView &candidates(OpenWindow &open) { return open.find<QListView>("candidates"); }

int rowOf(OpenWindow &open, const QString &name)
{
    const QAbstractItemModel &model = *candidates(open).model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString() == name) {
            return row;
        }
    }
    return -1;
}

std::vector<Stroke> strokesAcross(OpenWindow &open)
{
    const anatomy::ViewInfo &front = *testing::shippedAtlas().findView("front");
    const anatomy::ViewInfo &back = *testing::shippedAtlas().findView("back");
    (void)open;
    return {{0, front.id, 30, false, {{-1500, 14000}, {-1200, 13000}, {-1400, 12000}}},
            {0, back.id, 40, false, {{500, 13500}, {0, 12500}}},
            {0, front.id, 20, true, {{-1400, 13500}, {-1300, 12500}}},
            {0, front.id, 25, false, {{900, 8000}, {950, 7000}}}};
}

} // namespace

TEST_CASE("a drawing that grows covers what the same drawing covers at once")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    const LookupData &data = open.lookupData();
    const auto zones = [&open](const anatomy::ViewInfo &view) -> const anatomy::GrayImage8 & {
        return open.scene().zones(view);
    };
    const std::vector<Stroke> strokes = strokesAcross(open);
    RunningCoverage running{testing::shippedAtlas(), zones, data.sizes};
    std::vector<Stroke> shown;
    for (const Stroke &stroke : strokes) {
        shown.push_back(stroke);
        for (std::size_t corners = 1; corners <= stroke.path.size(); ++corners) {
            shown.back().path.assign(stroke.path.begin(), stroke.path.begin() + static_cast<std::ptrdiff_t>(corners));
            running.show(shown);
            CHECK(running.coverage() == coverageOf(testing::shippedAtlas(), zones, data.sizes, shown));
        }
    }
    CHECK_FALSE(running.coverage().empty());
    shown.pop_back(); // undone
    running.show(shown);
    CHECK(running.coverage() == coverageOf(testing::shippedAtlas(), zones, data.sizes, shown));
}

TEST_CASE("by keyboard: from words to infraspinatus, its reason, the checklist with two keys, and a marked point")
{
    const TempDir folder;
    const auto journal = folder.path() / "journal.palpate";
    {
        OpenWindow open{journal};
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::ControlModifier);
        LookupPage &page = open.lookup();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_W);
        REQUIRE(QApplication::focusWidget() == &open.find<QLineEdit>("lookupWords"));
        QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(shoulderWords));
        CHECK(open.find<QLabel>("understood").text().contains(QStringLiteral("front of the shoulder, your right")));
        CHECK(open.find<QLabel>("understood").text().contains(QStringLiteral("lying on that side")));

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        const int row = rowOf(open, QStringLiteral("Infraspinatus · your right"));
        REQUIRE(row >= 0);
        REQUIRE(row < 5);
        // Two keys: its number, and C.
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(Qt::Key_1 + row));
        const QModelIndex current = candidates(open).currentIndex();
        CHECK(current.row() == row);
        CHECK(current.data(openRole).toBool());
        CHECK(current.data(reasonsRole)
                  .toStringList()
                  .join(QLatin1Char(' '))
                  .contains(QStringLiteral("lying on that side")));
        // It lies on the back: from the front its outline would read as a muscle of the chest.
        CHECK(page.map().selectedRegion() == 0);
        page.showView(*testing::shippedAtlas().findView("back"), anatomy::Layer::skin);
        CHECK(page.map().selectedRegion() ==
              testing::shippedAtlas().regionOf(MuscleId{"infraspinatus"}, Side::right).value());
        CHECK(page.map().points().empty()); // numbers beside numbered rows would mislead
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C);

        auto &list = open.find<QListView>("checklist");
        REQUIRE(list.isVisible());
        CHECK(list.currentIndex().data().toString() == QStringLiteral("Infraspinatus · your right"));
        CHECK_FALSE(open.find<QPushButton>("checkMark").isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_T);
        CHECK(open.find<QPushButton>("checkMark").isVisible());
        // Wherever the body has been turned to meanwhile.
        page.showView(*testing::shippedAtlas().findView("front"), anatomy::Layer::superficial);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_M);
        const auto points = open.session().read().openPoints();
        REQUIRE(points.size() == 1);
        CHECK(points.front().point.muscle == MuscleId{"infraspinatus"});
        CHECK(points.front().point.side == Side::right);
        CHECK(points.front().point.position.x < 0);
        CHECK(points.front().point.tender == true);
        CHECK(points.front().point.certainty == Certainty::somewhereHere);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_M); // once is enough
        CHECK(open.session().read().openPoints().size() == 1);

        // One step back takes the point and the note of it, one more the answer.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        CHECK(open.session().read().openPoints().empty());
        CHECK_FALSE(open.session().read().all<Checklist>().front().items[static_cast<std::size_t>(row)].point);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        CHECK(open.session().read().openPoints().size() == 1);
    }
    // Taken up again after a restart.
    OpenWindow again{journal};
    (void)again.lookup();
    auto &resume = again.find<QPushButton>("resumeChecklist");
    REQUIRE(resume.isVisible());
    QTest::mouseClick(&resume, Qt::LeftButton);
    auto &list = again.find<QListView>("checklist");
    REQUIRE(list.isVisible());
    bool found = false;
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        found = found || list.model()->index(row, 0).data(Qt::AccessibleTextRole).toString() ==
                             QStringLiteral("Infraspinatus · your right, tender · marked");
    }
    CHECK(found);
}

TEST_CASE("by mouse: the list follows the brush, a row shows its pattern, a tap chooses a place")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    LookupPage &page = open.lookup();
    BodyMap &map = page.map();
    REQUIRE(map.layer() == anatomy::Layer::skin);
    page.showView(*testing::shippedAtlas().findView("front"), anatomy::Layer::skin);
    CHECK(open.find<QLabel>("lookupInvitation").isVisible());

    const QPoint shoulder = middleOfZone(open, map, "shoulder-front", Side::right);
    QTest::mousePress(&map, Qt::LeftButton, {}, shoulder);
    for (int step = 1; step <= 8; ++step) {
        const QPointF at = shoulder + QPoint{-step, step * 2};
        QMouseEvent move{QEvent::MouseMove, at, map.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier};
        QApplication::sendEvent(&map, &move);
    }
    CHECK(candidates(open).model()->rowCount() > 0); // while the button is still down
    CHECK(page.enquiry().question().strokes.empty());
    QTest::mouseRelease(&map, Qt::LeftButton, {}, shoulder + QPoint{-8, 16});
    CHECK(page.enquiry().question().strokes.size() == 1);
    CHECK(candidates(open).model()->rowCount() == 10);
    press(open, "moreCandidates");
    CHECK(candidates(open).model()->rowCount() > 10);

    const int row = rowOf(open, QStringLiteral("Infraspinatus · your right"));
    REQUIRE(row >= 0);
    candidates(open).scrollTo(candidates(open).model()->index(row, 0));
    QTest::mouseClick(candidates(open).viewport(), Qt::LeftButton, {},
                      candidates(open).visualRect(candidates(open).model()->index(row, 0)).center());
    page.showView(*testing::shippedAtlas().findView("back"), anatomy::Layer::skin);
    CHECK(map.selectedRegion() == testing::shippedAtlas().regionOf(MuscleId{"infraspinatus"}, Side::right).value());
    page.showView(*testing::shippedAtlas().findView("front"), anatomy::Layer::skin);

    QTest::mouseClick(&map, Qt::LeftButton, {}, middleOfZone(open, map, "knee-front", Side::left));
    REQUIRE(page.enquiry().question().zones.size() == 1);
    CHECK(page.enquiry().question().zones.front() == anatomy::ZonePlace{ZoneId{"knee-front"}, Side::left});
    CHECK(open.find<QPushButton>("place0").text().contains(QStringLiteral("your left")));
    press(open, "place0");
    CHECK(page.enquiry().question().zones.empty());

    open.session().undoStack().undo();
    CHECK(page.enquiry().question().zones.size() == 1);
    open.session().undoStack().undo();
    open.session().undoStack().undo();
    CHECK(page.enquiry().question().isEmpty());
    CHECK(candidates(open).model()->rowCount() == 0);
}

TEST_CASE("the tree of places reaches what the brush reaches, and what was asked is saved with one key")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    LookupPage &page = open.lookup();
    QTest::keyClick(&page.map(), Qt::Key_Z);
    auto &tree = open.find<QTreeWidget>("zoneTree");
    REQUIRE(tree.isVisible());
    const auto found =
        tree.findItems(QStringLiteral("Front of the shoulder, your left"), Qt::MatchExactly | Qt::MatchRecursive);
    REQUIRE(found.size() == 1);
    int places = 0;
    for (int top = 0; top < tree.topLevelItemCount(); ++top) {
        places += tree.topLevelItem(top)->childCount();
    }
    int known = 0;
    for (const Zone &zone : testing::shippedKnowledge().zones()) {
        known += zone.laterality == Laterality::midline ? 1 : 2;
    }
    CHECK(places == known);
    found.front()->parent()->setExpanded(true);
    tree.setCurrentItem(found.front());
    QTest::keyClick(&tree, Qt::Key_Space);
    REQUIRE(page.enquiry().question().zones == std::vector<anatomy::ZonePlace>{{ZoneId{"shoulder-front"}, Side::left}});
    QTest::keyClick(&tree, Qt::Key_Z);
    CHECK(rowOf(open, QStringLiteral("Infraspinatus · your left")) >= 0);

    QTest::keyClick(&page.map(), Qt::Key_S);
    auto entries = open.session().read().all<PainEntry>();
    REQUIRE(entries.size() == 1);
    const auto zone = std::ranges::find_if(
        entries.front().zones, [](const ZoneCoverage &one) { return one.zone == ZoneId{"shoulder-front"}; });
    REQUIRE(zone != entries.front().zones.end());
    CHECK(zone->side == Side::left);
    CHECK(zone->coverage > 0.3);
    CHECK_FALSE(open.find<QPushButton>("savePain").isEnabled());
    // Said more, the same entry is changed.
    say(open, "burning");
    QTest::keyClick(&page.map(), Qt::Key_S);
    entries = open.session().read().all<PainEntry>();
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().note == "burning");
    CHECK(entries.front().areas.front().qualities.has(Quality::burning));
    open.session().undoStack().undo();
    CHECK(open.session().read().all<PainEntry>().front().note.empty());
}

TEST_CASE("a danger sign stands before any list, until it is answered")
{
    const TempDir folder;
    const FixedClock clock;
    OpenWindow open{folder.path() / "journal.palpate", Theme::light, {1280, 800}, clock};
    LookupPage &page = open.lookup();
    say(open, "crushing chest pain and short of breath, and my left arm aches");
    CHECK(candidates(open).model()->rowCount() == 0);
    CHECK_FALSE(candidates(open).isVisible());
    CHECK(open.find<QLabel>("alertUnderstood").text().contains(QStringLiteral("chest pain")));
    CHECK(open.find<QLabel>("alertAdvice").text().contains(QStringLiteral("emergency number")));
    CHECK(open.session().read().all<Alert>().empty());

    SECTION("this is not what I meant: the words are struck, nothing is stored")
    {
        while (!page.enquiry().waiting().empty()) {
            press(open, "alertNotMeant");
            QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        CHECK_FALSE(open.find<QLineEdit>("lookupWords").text().contains(QStringLiteral("chest pain")));
        CHECK(open.session().read().all<Alert>().empty());
        // What is left is the arm that aches, if its words were none of those.
        CHECK(candidates(open).isVisible() == !page.enquiry().question().words.empty());
    }
    SECTION("show me what to do: stored, the advice stays, and what it is about is not to be pressed")
    {
        press(open, "alertShow");
        CHECK(page.enquiry().waiting().empty());
        CHECK_FALSE(open.session().read().all<Alert>().empty());
        CHECK(open.session().read().all<Alert>().front().answer == AlertAnswer::shown);
        CHECK(candidates(open).isVisible());
        REQUIRE(candidates(open).model()->rowCount() > 0);
        CHECK(candidates(open).model()->index(0, 0).data(signIsAlertRole).toBool());
        // The page of such a muscle advises nothing that is done to it; that of another does.
        page.showMuscle(MuscleId{"pectoralis-major-sternal"}, Side::left);
        auto &detail = *page.findChild<MuscleDetail *>();
        CHECK(detail.findChild<QWidget *>(QStringLiteral("sectionDoThis")) == nullptr);
        CHECK(detail.findChild<QWidget *>(QStringLiteral("firstToTry")) == nullptr);
        page.showMuscle(MuscleId{"gastrocnemius-medial"}, Side::left);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        CHECK((detail.findChild<QWidget *>(QStringLiteral("sectionDoThis")) == nullptr) ==
              page.enquiry().isWithheld(MuscleId{"gastrocnemius-medial"}));
        QTest::keyClick(&page.map(), Qt::Key_D);
        QTest::keyClick(&page.map(), Qt::Key_C);
        for (const Checklist &list : open.session().read().all<Checklist>()) {
            for (const ChecklistItem &item : list.items) {
                CHECK_FALSE(page.enquiry().isWithheld(item.muscle));
            }
        }
    }
    SECTION("a professional has checked this: not for an emergency on the same day")
    {
        press(open, "alertChecked");
        QTest::keyClicks(&open.find<QLineEdit>("checkedBy"), QStringLiteral("Dr Berg"));
        QApplication::processEvents(); // laid out, as anybody who clicks would see it
        press(open, "checkedSave");
        CHECK(open.find<QLabel>("checkRefused").isVisible());
        CHECK(open.session().read().all<Alert>().empty());
        CHECK_FALSE(candidates(open).isVisible());
    }
}

TEST_CASE("a stiff neck after a bad night raises nothing; a doctor's sign can be checked and stays so")
{
    const TempDir folder;
    const FixedClock clock;
    OpenWindow open{folder.path() / "journal.palpate", Theme::light, {1280, 800}, clock};
    LookupPage &page = open.lookup();
    say(open, "stiff neck after sleeping badly");
    CHECK(page.enquiry().answer().alerts.empty());
    CHECK(candidates(open).model()->rowCount() > 0);

    const auto &flags = open.lookupData().loaded.rules.redFlags;
    const auto doctor = std::ranges::find_if(flags, [&](const RedFlag &flag) {
        return flag.urgency == Urgency::doctor &&
               open.lookupData().lookup.answer({{}, flag.examples.front(), {}, {}, {}, {}, {}}).alerts ==
                   std::vector<const RedFlag *>{&flag};
    });
    REQUIRE(doctor != flags.end());
    say(open, doctor->examples.front().c_str());
    REQUIRE(page.enquiry().waiting() == std::vector<const RedFlag *>{&*doctor});
    press(open, "alertChecked");
    QTest::keyClicks(&open.find<QLineEdit>("checkedBy"), QStringLiteral("Dr Berg"));
    QApplication::processEvents();
    press(open, "checkedSave");
    const auto alerts = open.session().read().all<Alert>();
    REQUIRE(alerts.size() == 1);
    CHECK(alerts.front().checkedBy == "Dr Berg");
    CHECK(page.enquiry().answer().alerts.empty());
    say(open, "ache");
    say(open, doctor->examples.front().c_str());
    CHECK(page.enquiry().answer().alerts.empty());
}

TEST_CASE("words of despair show help and no muscle")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    (void)open.lookup();
    say(open, "my neck hurts and I want to end my life");
    CHECK(candidates(open).model()->rowCount() == 0);
    CHECK_FALSE(open.find<QLabel>("alertAdvice").text().isEmpty());
    CHECK(open.window->findChild<QPushButton *>(QStringLiteral("alertShow")) == nullptr);
}

TEST_CASE("the fewest muscles that explain it all, and what stays unexplained")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    LookupPage &page = open.lookup();
    page.addZone({ZoneId{"shoulder-front"}, Side::right});
    page.addZone({ZoneId{"thigh-front"}, Side::left});
    const auto &ranking = page.enquiry().answer().ranking;
    QTest::keyClick(&page.map(), Qt::Key_X);
    CHECK(candidates(open).model()->rowCount() == static_cast<int>(ranking.explainingSet.size()));
    CHECK(candidates(open).model()->rowCount() >= 2);
    CHECK(open.find<QLabel>("listWords").text() ==
          QStringLiteral("Together these patterns cover every place you marked. That does not prove that they are "
                         "the cause."));
    QTest::keyClick(&page.map(), Qt::Key_X);
    CHECK(candidates(open).model()->rowCount() == 10);
}

TEST_CASE("one's own referral is painted once, shown in its own hue, and used in the next lookup")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    // A muscle whose books' pattern does not reach the knee.
    open.window->mapPage().showMuscle(MuscleId{"infraspinatus"}, Side::right);
    press(open, "markHere");
    QTest::keyClick(&open.find<RatingPopover>("ratingPopover"), Qt::Key_6);
    QTest::keyClick(&open.find<RatingPopover>("ratingPopover"), Qt::Key_Return);
    const PointId point = open.session().read().openPoints().front().point.id;
    LookupPage &page = open.lookup();
    QTest::keyClick(&page.map(), Qt::Key_D);
    auto &points = open.find<QListView>("ownPoints");
    REQUIRE(points.isVisible());
    QTest::mouseClick(points.viewport(), Qt::LeftButton, {}, points.visualRect(points.model()->index(0, 0)).center());
    REQUIRE(open.find<QPushButton>("paintReferral").isVisible());
    press(open, "paintReferral");
    page.showView(*testing::shippedAtlas().findView("front"), anatomy::Layer::skin);
    const QPoint knee = middleOfZone(open, page.map(), "knee-front", Side::right);
    drag(page.map(), {knee + QPoint{0, -8}, knee, knee + QPoint{0, 8}});
    const auto own = open.session().read().point(point);
    REQUIRE(own);
    CHECK(own->point.referral.size() == 1);
    REQUIRE_FALSE(own->point.referralZones.empty());
    CHECK(open.session().read().all<PainEntry>().empty());
    press(open, "paintReferral");
    CHECK(open.find<QLabel>("ownReferralWords").text().contains(QStringLiteral("knee")));

    QTest::keyClick(&page.map(), Qt::Key_D);
    page.addZone({ZoneId{"knee-front"}, Side::right});
    const int row = rowOf(open, QStringLiteral("Infraspinatus · your right"));
    REQUIRE(row >= 0);
    CHECK(candidates(open)
              .model()
              ->index(row, 0)
              .data(reasonsRole)
              .toStringList()
              .first()
              .startsWith(QStringLiteral("You have painted this yourself")));
}

TEST_CASE("assistive technology hears rank, name, numbers and reasons of every row")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    (void)open.lookup();
    say(open, shoulderWords);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&candidates(open));
    REQUIRE(list != nullptr);
    REQUIRE(list->childCount() == 10);
    for (int row = 0; row < list->childCount(); ++row) {
        const QString heard = list->child(row)->text(QAccessible::Name);
        INFO(heard.toStdString());
        CHECK(heard.startsWith(QStringLiteral("%1 of ").arg(row + 1)));
        CHECK(heard.contains(QStringLiteral("percent of where it hurts")));
        CHECK(heard.contains(candidates(open).model()->index(row, 0).data().toString()));
        CHECK(heard.contains(candidates(open).model()->index(row, 0).data(reasonsRole).toStringList().first()));
    }
}
