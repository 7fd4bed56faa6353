// SPDX-License-Identifier: GPL-3.0-or-later
// Plans and where one stands, in the real window on a real journal; the clocks are the test's.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include "care/signalsounds.h"
#include "desktop/care/carechoice.h"
#include "desktop/care/carepage.h"
#include "desktop/care/carerow.h"
#include "desktop/care/planpane.h"
#include "desktop/care/planrow.h"
#include "desktop/care/sessionsounds.h"
#include "desktop/care/timerface.h"
#include "desktop/care/treatmentpane.h"
#include "desktop/controls/levelstrip.h"
#include "desktop/today/plantoday.h"
#include "opencare.h"

using namespace palpate;
using namespace palpate::desktop;
using namespace palpate::testing;
using std::chrono::hours;

TEST_CASE("a plan is suggested from the points, changed, ticked, looked at after a week and ended")
{
    OpenCare care;
    care.mark();
    care.show();
    QTest::keyClick(care.open->window.get(), Qt::Key_L, Qt::ControlModifier);
    care.open->find<QLineEdit>("planGoal").setText(QStringLiteral("Reach the top shelf"));
    care.press("planBegin");
    care.settle();
    auto plans = care.session().read().all<Plan>();
    REQUIRE(plans.size() == 1);
    REQUIRE(plans.front().goals.size() == 1);
    CHECK(plans.front().goals.front().words == "Reach the top shelf");
    CHECK(plans.front().goals.front().by == plans.front().from + std::chrono::weeks{3});
    CHECK(plans.front().until == plans.front().from + planLasts);
    CHECK(care.open->find<QCheckBox>("goalReached").text().contains(QStringLiteral("Reach the top shelf")));
    const auto items = care.session().read().itemsOf(plans.front().id);
    REQUIRE(items.size() == 6); // three for each side
    // One is added in words, one is refused with the reason and nothing typed is lost.
    care.open->find<QLineEdit>("planWords").setText(QStringLiteral("Stand up and stretch"));
    care.open->find<QSpinBox>("planTimes").setValue(3);
    care.press("planAdd");
    CHECK(care.session().read().itemsOf(plans.front().id).size() == 7);
    auto &muscle = care.open->find<QLineEdit>("planMuscle");
    muscle.setText(QStringLiteral("elbow grease"));
    care.press("planAdd");
    CHECK(care.open->find<QLabel>("planSaid").text().contains(QStringLiteral("elbow grease")));
    CHECK(muscle.text() == QStringLiteral("elbow grease"));
    muscle.setText(QStringLiteral("musculus obturatorius internus · your left"));
    care.press("planAdd"); // for a clinician alone, or unknown by that name: not added in either case
    CHECK(care.session().read().itemsOf(plans.front().id).size() == 7);
    muscle.clear();
    // Ticked once, then corrected.
    care.settle();
    care.press("planKept0");
    care.settle();
    REQUIRE(care.session().read().all<PlanTick>().size() == 1);
    CHECK(care.session().read().all<PlanTick>().front().kept == Kept::done);
    care.press("planKept1");
    care.settle();
    REQUIRE(care.session().read().all<PlanTick>().size() == 1);
    CHECK(care.session().read().all<PlanTick>().front().kept == Kept::partly);
    // Today's page asks for the same.
    QTest::keyClick(care.open->window.get(), Qt::Key_1, Qt::ControlModifier);
    care.settle();
    auto &today = care.open->find<PlanToday>("planToday");
    REQUIRE(today.isVisible());
    CHECK(today.findChildren<PlanRow *>().size() == 7);
    auto *last = today.findChildren<PlanRow *>().back();
    QTest::mouseClick(last->findChild<QPushButton *>(QStringLiteral("planKept0")), Qt::LeftButton);
    care.settle();
    CHECK(care.session().read().all<PlanTick>().size() == 2);
    QTest::keyClick(care.open->window.get(), Qt::Key_4, Qt::ControlModifier);
    // A week later.
    care.clock.advance(hours{7 * 24});
    care.session().perform(add(Rating{care.session().next<RatingId>(), *care.right, Asked::sorenessNow,
                                      *PainLevel::from(2), care.clock.now()}),
                           QStringLiteral("rating"));
    care.settle();
    const auto &review = care.open->find<QLabel>("planReview");
    REQUIRE(review.isVisible());
    CHECK(review.text().contains(QStringLiteral("5.0"))); // the mean of 6 and 4
    CHECK(review.text().contains(QStringLiteral("noticeable")));
    care.press("planKeep");
    CHECK_FALSE(review.isVisible());
    care.press("planEnd");
    care.settle();
    CHECK_FALSE(planOn(care.session().read(), dayOf(care.clock.now())));
    CHECK(care.open->find<QPushButton>("planBegin").isVisible());
    care.session().undoStack().undo();
    CHECK(planOn(care.session().read(), dayOf(care.clock.now())));
}

TEST_CASE("where one stands is told, told again after some weeks, and compared")
{
    OpenCare care;
    care.mark();
    care.show();
    QTest::keyClick(care.open->window.get(), Qt::Key_M, Qt::ControlModifier);
    const auto answer = [&](int pain, int carrying, double degrees) {
        care.open->find<LevelStrip>("peg3").choose(*PainLevel::from(pain));
        care.open->find<LevelStrip>("activity0").choose(*PainLevel::from(carrying));
        care.press("assessSave");
        care.open->find<QDoubleSpinBox>("assessValue").setValue(degrees);
        care.press("assessSide1"); // left is 0, right 1
        care.press("assessSaveMovement");
        OpenCare::settle();
    };
    auto &activity = care.open->find<QLineEdit>("assessActivity");
    activity.setText(QStringLiteral("carrying shopping"));
    QTest::keyClick(&activity, Qt::Key_Return);
    answer(7, 2, 40);
    CHECK(care.session().read().all<Measure>().size() == 3);
    care.clock.advance(hours{30 * 24});
    answer(4, 6, 65);
    const auto measures = care.session().read().all<Measure>();
    REQUIRE(measures.size() == 6);
    CHECK(std::ranges::count(measures, MeasureKind::pegPain, &Measure::kind) == 2);
    CHECK(std::ranges::count(measures, MeasureKind::myActivity, &Measure::kind) == 2);
    const QString compared = OpenCare::words(care.open->find<QWidget>("assessmentPane"));
    CHECK(compared.contains(QStringLiteral("40°")));
    CHECK(compared.contains(QStringLiteral("now 65°")));
    CHECK(compared.contains(QStringLiteral("Carrying shopping: 2")));
    // What cannot be is said, and stays as it was typed.
    care.open->find<QDoubleSpinBox>("assessValue").setValue(300);
    care.press("assessSaveMovement");
    CHECK(care.open->find<QLabel>("assessSaid").isVisible());
    CHECK(care.open->find<QDoubleSpinBox>("assessValue").value() == 300);
    CHECK(care.session().read().all<Measure>().size() == 6);
}

TEST_CASE("the story and the goals stand in the profile")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("careAssessment");
    care.open->find<QPlainTextEdit>("assessHistory").setPlainText(QStringLiteral("Since the move in spring"));
    care.open->find<QPlainTextEdit>("assessGoals").setPlainText(QStringLiteral("Sleep through"));
    care.press("assessSaveStory");
    REQUIRE(care.session().read().profile());
    CHECK(care.session().read().profile()->history == "Since the move in spring");
    care.open->find<QPlainTextEdit>("assessGoals").setPlainText(QStringLiteral("Sleep through, and swim"));
    care.press("assessSaveStory");
    CHECK(care.session().read().profile()->goals == "Sleep through, and swim");
}

TEST_CASE("the plan can be printed with its muscles on the body")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("carePlan");
    care.press("planBegin");
    OpenCare::settle();
    QPrinter printer{QPrinter::HighResolution};
    printer.setOutputFormat(QPrinter::PdfFormat);
    const auto file = care.folder.path() / "plan.pdf";
    printer.setOutputFileName(QString::fromStdString(file.string()));
    care.page().plan().printTo(printer);
    REQUIRE(std::filesystem::exists(file));
    CHECK(std::filesystem::file_size(file) > 20'000);
}
