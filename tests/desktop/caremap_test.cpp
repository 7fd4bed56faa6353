// SPDX-License-Identifier: GPL-3.0-or-later
// The care page beside the body: what is chosen on the map, what is not pressed, helpers, doses, treatments, goals.
#include <catch2/catch.hpp>

#include <QDoubleSpinBox>
#include <QPlainTextEdit>
#include <QSpinBox>

#include "care/technique.h"
#include "desktop/bodymap/keepoffpicture.h"
#include "desktop/care/caremap.h"
#include "desktop/care/helperview.h"
#include "desktop/care/treatmentpane.h"
#include "desktop/controls/fold.h"
#include "desktop/controls/levelstrip.h"
#include "desktop/page/mappane.h"
#include "desktop/page/pointlistmodel.h"
#include "opencare.h"

using namespace palpate;
using namespace palpate::testing;

namespace {

const NoPressArea &area(const RuleBase &rules, const char *id)
{
    const auto found = std::ranges::find(rules.noPress, NoPressId{id}, &NoPressArea::id);
    REQUIRE(found != rules.noPress.end());
    return *found;
}

bool shows(const std::vector<KeepOffShape> &shapes, const NoPressArea &area)
{
    return std::ranges::any_of(shapes, [&area](const KeepOffShape &shape) { return shape.area == &area; });
}

void clickPoint(CareMap &map, const PointMm &at)
{
    BodyMap &body = map.pane().map();
    QTest::mouseClick(&body, Qt::LeftButton, {}, body.screenPosition(at).toPoint());
}

} // namespace

TEST_CASE("places that nobody presses are drawn where the view shows them, on both sides")
{
    OpenCare care;
    care.mark();
    care.show();
    const RuleBase &rules = care.open->lookupData().loaded.rules;
    MapScene &scene = care.open->scene();
    const auto seen = [&](const char *view, anatomy::Layer layer) {
        return keepOffShapes(scene, *scene.atlas().findView(view), layer, rules.noPress);
    };
    const auto front = seen("front", anatomy::Layer::superficial);
    const auto back = seen("back", anatomy::Layer::superficial);
    CHECK(shows(front, area(rules, "neck-pulse")));
    CHECK_FALSE(shows(back, area(rules, "neck-pulse")));
    CHECK(shows(back, area(rules, "knee-hollow")));
    CHECK_FALSE(shows(front, area(rules, "knee-hollow")));
    CHECK(shows(back, area(rules, "kidney-angle")));
    // What counts under a condition alone, or for both sides in one go, has no place.
    for (const anatomy::Layer layer : anatomy::allLayers) {
        CHECK_FALSE(shows(seen("front", layer), area(rules, "both-sides-of-neck")));
        CHECK_FALSE(shows(seen("front", layer), area(rules, "breast-lump")));
    }
    // Without balls the skin has the zones and the muscles themselves their own shape.
    CHECK(shows(seen("front", anatomy::Layer::skin), area(rules, "sternomastoid")));
    CHECK(shows(front, area(rules, "sternomastoid")));
    // Paired ones stand on both sides of the middle.
    for (const KeepOffShape &shape : back) {
        if (shape.area == &area(rules, "knee-hollow")) {
            const double middle = scene.atlas().findView("back")->frame.picture(PointMm{0, 0, 500}).x;
            CHECK(shape.outline.boundingRect().left() < middle);
            CHECK(shape.outline.boundingRect().right() > middle);
        }
    }
    // Those that are never pressed lie on top.
    const auto firstNever =
        std::ranges::find_if(front, [](const KeepOffShape &shape) { return shape.area->grade == NoPressGrade::never; });
    CHECK(std::all_of(firstNever, front.end(),
                      [](const KeepOffShape &shape) { return shape.area->grade == NoPressGrade::never; }));
}

TEST_CASE("a point is chosen on the map or in the list, and each shows what the other did")
{
    OpenCare care;
    care.mark();
    care.show();
    CareMap &map = care.page().choice().map();
    CHECK(care.row(*care.right).choice().isChecked());
    CHECK(map.pane().map().shows(map.pane().map().view(), rightShoulderBlade)); // it turned there by itself
    clickPoint(map, rightShoulderBlade);
    CHECK_FALSE(care.row(*care.right).choice().isChecked());
    REQUIRE(care.page().choice().chosen().care.size() == 1);
    CHECK(care.page().choice().chosen().care.front().point == care.left);
    clickPoint(map, rightShoulderBlade);
    CHECK(care.row(*care.right).choice().isChecked());
    CHECK(care.page().choice().chosen().care.size() == 2);
    // Nothing is moved, nothing is painted.
    BodyMap &body = map.pane().map();
    map.pane().showLayer(anatomy::Layer::skin);
    const QPoint at = body.screenPosition(rightShoulderBlade).toPoint();
    QTest::mousePress(&body, Qt::LeftButton, {}, at);
    QTest::mouseMove(&body, at + QPoint{20, 0});
    QTest::mouseRelease(&body, Qt::LeftButton, {}, at + QPoint{20, 0});
    CHECK(care.session().read().point(*care.right)->point.position == rightShoulderBlade);
    CHECK(care.session().read().all<PainEntry>().empty());
}

TEST_CASE("the pointer hears what must not be pressed")
{
    OpenCare care;
    care.mark();
    care.show();
    const RuleBase &rules = care.open->lookupData().loaded.rules;
    CareMap &map = care.page().choice().map();
    BodyMap &body = map.pane().map();
    map.pane().showView(*care.open->scene().atlas().findView("back"), anatomy::Layer::superficial);
    const auto &centre = area(rules, "knee-hollow").spheres.front().centre;
    const QPointF at = body.screenPosition({centre[0], centre[1], centre[2]});
    REQUIRE(body.keepOffAt(at) == &area(rules, "knee-hollow"));
    QTest::mouseMove(&body, at.toPoint());
    auto &name = *map.findChild<QLabel *>(QStringLiteral("hoverName"));
    CHECK(name.isVisible());
    CHECK(name.text().contains(QString::fromStdString(area(rules, "knee-hollow").name)));
    // And in words, for those who do not see the map.
    auto &list = care.open->find<Fold>("careKeepOff");
    CHECK_FALSE(OpenCare::words(list).contains(QString::fromStdString(area(rules, "knee-hollow").reason)));
    QTest::mouseClick(list.findChild<QAbstractButton *>(), Qt::LeftButton);
    for (const NoPressArea &one : rules.noPress) {
        CHECK(OpenCare::words(list).contains(QString::fromStdString(one.reason)));
    }
}

TEST_CASE("at a desk nothing is suggested that one lies down for, and the row says so")
{
    OpenCare care;
    const auto hip = care.session().mark(MuscleId{"quadratus-femoris"}, Side::right, {-80, 60, 900}, PointKind::active,
                                         PainLevel::from(7), QStringLiteral("hip"));
    care.mark();
    care.show();
    REQUIRE(hip);
    CHECK(care.row(*hip).choice().isEnabled());
    care.press("carePlace1");
    care.press("careMinutes6");
    care.press("careTool2");
    for (const PlannedCare &planned : care.page().choice().chosen().care) {
        for (const auto &[technique, position] : planned.positions) {
            CHECK(position != BodyPosition::lying);
        }
        CHECK(planned.tool == Tool::ball);
    }
    CHECK_FALSE(care.page().choice().chosen().care.empty());
    CHECK_FALSE(care.row(*hip).choice().isEnabled());
    CHECK(OpenCare::words(care.row(*hip)).contains(QStringLiteral("lying down")));
}

TEST_CASE("who cannot reach a point shows it to a helper")
{
    OpenCare care;
    care.mark();
    care.show();
    QTest::mouseClick(care.row(*care.right).findChild<QPushButton *>(QStringLiteral("careReach")), Qt::LeftButton);
    QTest::mouseClick(care.row(*care.right).findChild<QPushButton *>(QStringLiteral("careReachBy7")), Qt::LeftButton);
    care.settle();
    CHECK(care.page().choice().chosen().care.front().tool == Tool::helper);
    QTest::mouseClick(care.row(*care.right).findChild<QPushButton *>(QStringLiteral("careHelper")), Qt::LeftButton);
    auto &helper = care.open->find<HelperView>("helperView");
    REQUIRE(helper.isVisible());
    CHECK(care.open->find<QLabel>("helperPlace").text().contains(QStringLiteral("their right")));
    CHECK(care.open->find<QLabel>("helperWords").text().contains(QStringLiteral("their right, not yours")));
    BodyMap &body = helper.findChild<CareMap *>()->pane().map();
    CHECK(body.shows(body.view(), rightShoulderBlade));
    CHECK(body.zoom() > 1);
    care.press("helperBack");
    CHECK(care.page().choice().isVisible());
}

TEST_CASE("a movement is measured before the first place and after the last, and how to find it is told")
{
    OpenCare care;
    care.mark();
    care.show();
    QTest::mouseClick(care.open->find<Fold>("careMoreWishes").findChild<QAbstractButton *>(), Qt::LeftButton);
    care.press("careMovement4"); // lifting the arm
    clickPoint(care.page().choice().map(), mirrored(rightShoulderBlade));
    REQUIRE(care.page().choice().chosen().care.size() == 1);
    care.press("careStart");
    CHECK(care.open->find<QLabel>("sessionFind").isVisible());
    auto &far = care.open->find<QDoubleSpinBox>("sessionMovement");
    REQUIRE(far.isVisible());
    far.setValue(110);
    care.press("sessionGoOn");
    care.until(BeatKind::rateAfter);
    CHECK_FALSE(care.open->find<QLabel>("sessionFind").isVisible());
    REQUIRE(far.isVisible());
    far.setValue(125);
    care.press("sessionGoOn");
    const auto measures = care.session().read().all<Measure>();
    REQUIRE(measures.size() == 2);
    for (const Measure &measure : measures) {
        CHECK(measure.kind == MeasureKind::rangeOfMotion);
        CHECK(measure.what == "arm-lift");
        CHECK(measure.side == Side::right);
        CHECK(measure.unit == MeasureUnit::degree);
    }
    CHECK(measures[0].value + measures[1].value == 235);
    // It belongs to the session: one step to undo.
    care.session().undoStack().undo();
    CHECK(care.session().read().all<Measure>().empty());
}

TEST_CASE("what was done to a point stands with it as a table")
{
    OpenCare care;
    care.mark();
    const Instant then{care.clock.now().utc - std::chrono::hours{24 * 5}, care.clock.now().offset};
    SessionStep step{
        MuscleId{"infraspinatus"}, Side::right, care.right, SessionTechnique::pressureSteady, Tool::ball, 90, 75, 1,
        PainLevel::from(4)};
    step.before = PainLevel::from(6);
    step.after = PainLevel::from(4);
    step.position = BodyPosition::standing;
    care.session().perform(
        add(Session{care.session().next<SessionId>(), then, then, SessionEnd::finished, {}, {}, {step}}),
        QStringLiteral("then"));
    care.show();
    auto *doses = care.row(*care.right).findChild<Fold *>(QStringLiteral("careDoses"));
    REQUIRE(doses != nullptr);
    doses->setOpen(true);
    const QString words = OpenCare::words(*doses);
    CHECK(words.contains(QStringLiteral("75 s")));
    CHECK(words.contains(QStringLiteral("a ball, standing")));
    CHECK(care.row(*care.left).findChild<Fold *>(QStringLiteral("careDoses")) == nullptr);
}

TEST_CASE("what somebody else did is marked on the map, with how it felt and what was said")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("careOthers");
    TreatmentPane &pane = care.page().treatments();
    CHECK_FALSE(care.open->find<QLineEdit>("treatmentInjected").isVisible());
    care.press("treatmentKind2"); // an injection
    REQUIRE(care.open->find<QLineEdit>("treatmentInjected").isVisible());
    care.open->find<QLineEdit>("treatmentInjected").setText(QStringLiteral("lidocaine, 1 ml"));
    pane.map().pane().showView(*care.open->scene().atlas().findView("back"), anatomy::Layer::superficial);
    clickPoint(pane.map(), rightShoulderBlade);
    care.open->find<LevelStrip>("treatmentDiscomfort").choose(*PainLevel::from(3));
    care.open->find<QPlainTextEdit>("treatmentFeedback").setPlainText(QStringLiteral("it twitched twice"));
    care.open->find<QPlainTextEdit>("treatmentAdvice").setPlainText(QStringLiteral("warmth in the evening"));
    care.press("treatmentSave");
    auto treatments = care.session().read().all<Treatment>();
    REQUIRE(treatments.size() == 1);
    CHECK(treatments.front().injected == "lidocaine, 1 ml");
    CHECK(treatments.front().discomfort == PainLevel::from(3));
    CHECK(treatments.front().feedback == "it twitched twice");
    CHECK(treatments.front().advice == "warmth in the evening");
    REQUIRE(treatments.front().places.size() == 1);
    CHECK(treatments.front().places.front().point == care.right);
    // A second click takes it away again.
    clickPoint(pane.map(), rightShoulderBlade);
    clickPoint(pane.map(), rightShoulderBlade);
    care.press("treatmentKind0");
    care.press("treatmentSave");
    treatments = care.session().read().all<Treatment>();
    REQUIRE(treatments.size() == 2);
    CHECK(std::ranges::any_of(treatments, [](const Treatment &one) { return one.places.empty(); }));
}

TEST_CASE("a plan's goals have a date and are reached; its items are changed; what is due starts a session")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("carePlan");
    care.press("planBegin");
    care.open->find<QLineEdit>("planGoalWords").setText(QStringLiteral("swim again"));
    care.press("goalBy6");
    care.press("planGoalAdd");
    care.settle();
    const auto plan = [&care] { return care.session().read().all<Plan>().front(); };
    REQUIRE(plan().goals.size() == 1);
    CHECK(plan().goals.front().by == dayOf(care.clock.now()) + std::chrono::weeks{6});
    QTest::mouseClick(&care.open->find<QCheckBox>("goalReached"), Qt::LeftButton, {}, {8, 8});
    care.settle();
    CHECK(plan().goals.front().reached == dayOf(care.clock.now()));
    care.session().undoStack().undo();
    care.settle();
    CHECK_FALSE(plan().goals.front().reached);
    care.press("goalRemove");
    care.settle();
    CHECK(plan().goals.empty());
    const auto items = care.session().read().itemsOf(plan().id);
    care.press("planChange"); // the first row
    CHECK(care.open->find<QLabel>("planFormTitle").text() == QStringLiteral("Change it"));
    care.open->find<QSpinBox>("planSeconds").setValue(90);
    care.open->find<QLineEdit>("planStopRule").setText(QStringLiteral("the hand tingles"));
    care.press("planAdd");
    care.settle();
    const auto changed = care.session().read().itemsOf(plan().id);
    CHECK(changed.size() == items.size());
    CHECK(std::ranges::count_if(changed, [](const PlanItem &item) {
              return item.seconds == 90 && item.stopRule == "the hand tingles" && item.muscle.has_value();
          }) == 1);
    CHECK(care.open->find<QLabel>("planFormTitle").text() == QStringLiteral("Add to the plan"));
    care.press("planWork");
    REQUIRE(care.page().choice().isVisible());
    CHECK(care.page().choice().chosen().care.size() == 2);
}

TEST_CASE("the map turns to where the point itself shows, and an arm that is put aside has no places to keep off")
{
    OpenCare care;
    // In front of the armpit: most of the muscle shows from behind.
    const PointMm inFront{-150, -10, 1330};
    const auto point = care.session().mark(MuscleId{"latissimus-dorsi"}, Side::right, inFront, PointKind::active,
                                           PainLevel::from(6), QStringLiteral("in front"));
    care.show();
    REQUIRE(point);
    const BodyMap &map = care.page().choice().map().pane().map();
    CHECK(care.page().choice().map().pane().map().shows(map.view(), inFront));
    MapScene &scene = care.open->scene();
    const RuleBase &rules = care.open->lookupData().loaded.rules;
    const NoPressArea &wrist = area(rules, "wrist-crease");
    for (const anatomy::ViewInfo &view : scene.atlas().views()) {
        const auto shapes = keepOffShapes(scene, view, anatomy::Layer::superficial, rules.noPress);
        for (const KeepOffShape &shape : shapes) {
            if (shape.area == &wrist && view.armAside) {
                // One wrist at most: the other arm is not there.
                CHECK(shape.outline.boundingRect().width() < 4 * wrist.spheres.front().radius * view.frame.pxPerMm);
            }
        }
    }
}

TEST_CASE("more time keeps what was chosen by hand")
{
    OpenCare care;
    care.mark();
    care.show();
    clickPoint(care.page().choice().map(), rightShoulderBlade); // left out
    REQUIRE(care.page().choice().chosen().care.size() == 1);
    care.press("careMinutes15");
    care.settle();
    REQUIRE(care.page().choice().chosen().care.size() == 1);
    CHECK(care.page().choice().chosen().care.front().point == care.left);
}

TEST_CASE("an answer in a row leaves the keyboard where it is, and what is open open")
{
    OpenCare care;
    care.mark();
    care.show();
    care.row(*care.left).choice().setFocus();
    care.page().choice().read(); // the rows are made anew
    care.settle();
    CHECK(QApplication::focusWidget() == &care.row(*care.left).choice());
    auto *ask = care.row(*care.left).findChild<QPushButton *>(QStringLiteral("careReach"));
    QTest::mouseClick(ask, Qt::LeftButton);
    auto *helper = care.row(*care.left).findChild<QPushButton *>(QStringLiteral("careReachBy7"));
    helper->setFocus();
    QTest::keyClick(helper, Qt::Key_Space);
    care.settle();
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(QApplication::focusWidget()->objectName() == QStringLiteral("careReachBy7"));
    CHECK(care.row(*care.left).isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("no tool is planned where only fingertips press")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("carePlan");
    care.press("planBegin");
    care.settle();
    const Plan plan = care.session().read().all<Plan>().front();
    const auto before = care.session().read().itemsOf(plan.id).size();
    const auto &base = care.open->lookupData().loaded.base;
    const MusclePattern *scalene = base.pattern(MuscleId{"scalene-anterior"});
    REQUIRE(scalene != nullptr);
    REQUIRE(scalene->selfCare.pressure == PressureGrade::fingertips);
    care.open->find<QLineEdit>("planMuscle").setText(nameOf(care.open->scene().atlas(), scalene->id, Side::left));
    for (const CareTechnique technique : scalene->selfCare.techniques) {
        if (isPressing(technique)) {
            care.press(("planTechnique" + std::to_string(static_cast<int>(technique))).c_str());
        }
    }
    care.press("planTool2");
    care.press("planAdd");
    CHECK(care.open->find<QLabel>("planSaid").text().contains(QStringLiteral("Only fingertips")));
    CHECK(care.session().read().itemsOf(plan.id).size() == before);
    care.press("planTool1");
    care.press("planAdd");
    care.settle();
    CHECK(care.session().read().itemsOf(plan.id).size() == before + 1);
}

TEST_CASE("a treatment is set right where it was written, and follows what is undone")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("careOthers");
    care.press("treatmentKind2");
    care.open->find<LevelStrip>("treatmentDiscomfort").choose(*PainLevel::from(8));
    care.press("treatmentSave");
    care.settle();
    const Treatment wrong = care.session().read().all<Treatment>().front();
    const auto followUps = care.session().read().all<FollowUp>().size();
    care.press("pastTreatment");
    CHECK(care.open->find<QPushButton>("treatmentCancel").isVisible());
    CHECK(care.open->find<LevelStrip>("treatmentDiscomfort").level() == PainLevel::from(8));
    care.open->find<LevelStrip>("treatmentDiscomfort").choose(*PainLevel::from(3));
    care.press("treatmentSave");
    care.settle();
    const auto treatments = care.session().read().all<Treatment>();
    REQUIRE(treatments.size() == 1);
    CHECK(treatments.front().id == wrong.id);
    CHECK(treatments.front().at == wrong.at);
    CHECK(treatments.front().discomfort == PainLevel::from(3));
    CHECK(care.session().read().all<FollowUp>().size() == followUps);
    care.session().undoStack().undo();
    care.session().undoStack().undo();
    care.settle();
    CHECK_FALSE(care.open->find<QLabel>("treatmentAfter").isVisible());
    CHECK(care.session().read().all<Treatment>().empty());
}
