// SPDX-License-Identifier: GPL-3.0-or-later
// Three weeks of somebody's care, through the real window on a real journal.
#include <catch2/catch.hpp>

#include <QLineEdit>
#include <QTest>

#include "care/homeplan.h"
#include "desktop/controls/levelstrip.h"
#include "opencare.h"

using namespace palpate;
using namespace palpate::desktop;
using namespace palpate::testing;

TEST_CASE(
    "assess, plan, two sessions, a needling and its questions, a sore point held back, and the plan looked at again")
{
    OpenCare care;
    care.mark();
    care.show();
    // Where one stands, and a plan.
    care.press("careAssessment");
    care.open->find<LevelStrip>("peg3").choose(*PainLevel::from(6));
    care.press("assessSave");
    care.press("carePlan");
    care.press("planBegin");
    OpenCare::settle();
    CHECK(care.session().read().all<Measure>().size() == 1);
    const auto plan = planOn(care.session().read(), dayOf(care.clock.now()));
    REQUIRE(plan);

    // The first session is ended for pain.
    care.press("careOwn");
    care.press("careStart");
    care.key(Qt::Key_6);
    care.key(Qt::Key_Return);
    care.until(BeatKind::hold);
    care.pass(std::chrono::seconds{30});
    QTest::mouseClick(&care.open->find<QPushButton>("sessionTooPainful"), Qt::LeftButton);
    OpenCare::settle();
    REQUIRE(care.sessions().size() == 1);
    CHECK(care.sessions().front().end == SessionEnd::tooPainful);
    CHECK(care.sessions().front().steps.front().doneSeconds == 30);

    // It is sorer in the evening: the point rests, and the page and the plan say why.
    care.press("careBack");
    care.clock.advance(hours{8});
    care.session().perform(add(Rating{care.session().next<RatingId>(), *care.right, Asked::sorenessNow,
                                      *PainLevel::from(8), care.clock.now()}),
                           QStringLiteral("evening"));
    OpenCare::settle();
    CHECK_FALSE(care.row(*care.right).choice().isEnabled());
    CHECK(OpenCare::words(care.row(*care.right)).contains(QStringLiteral("Sorer than before the last session (8")));
    care.press("carePlan");
    OpenCare::settle();
    CHECK(OpenCare::words(care.page()).contains(QStringLiteral("Sorer than before the last session")));

    // Two days later it may be worked on again; the window is closed in the middle.
    care.clock.advance(hours{42});
    care.session().perform(add(Rating{care.session().next<RatingId>(), *care.right, Asked::sorenessNow,
                                      *PainLevel::from(5), care.clock.now()}),
                           QStringLiteral("morning"));
    care.press("careOwn");
    OpenCare::settle();
    REQUIRE(care.row(*care.right).choice().isEnabled());
    care.ticks.wall = care.clock.now().utc;
    care.press("careStart");
    care.key(Qt::Key_5);
    care.key(Qt::Key_Return);
    care.until(BeatKind::hold);
    care.pass(std::chrono::seconds{40});
    care.open->window->close();
    care.reopen();
    REQUIRE(care.sessions().size() == 2);
    CHECK(std::ranges::any_of(care.session().read().between<Session>(dayOf(care.clock.now()), dayOf(care.clock.now())),
                              [](const Session &session) {
                                  return session.end == SessionEnd::interrupted &&
                                         session.steps.front().doneSeconds == 40;
                              }));

    // A dry needling; its first question comes after four hours and is answered on today's page.
    care.clock.advance(hours{40});
    care.show();
    care.press("careOthers");
    care.press("treatmentKind1");
    care.press("treatedPlace0");
    care.press("treatmentSave");
    const auto asked = [&] {
        const auto all = care.session().read().all<FollowUp>();
        return std::ranges::count_if(all, [](const FollowUp &one) { return one.answered.has_value(); });
    };
    CHECK(asked() == 0);
    care.clock.advance(hours{4});
    QTest::keyClick(care.open->window.get(), Qt::Key_1, Qt::ControlModifier);
    OpenCare::settle();
    care.open->find<LevelStrip>("followUpLevel").choose(*PainLevel::from(4));
    care.press("followUpSave");
    OpenCare::settle();
    CHECK(asked() == 1);
    QTest::keyClick(care.open->window.get(), Qt::Key_4, Qt::ControlModifier);
    care.press("careOwn");
    OpenCare::settle();
    CHECK_FALSE(care.row(*care.right).choice().isEnabled());
    CHECK(OpenCare::words(care.row(*care.right)).contains(QStringLiteral("Treated by somebody")));

    // A week after it began, the plan is looked at.
    while ((dayOf(care.clock.now()) - plan->from).count() < 7) {
        care.clock.advance(hours{12});
    }
    care.press("carePlan");
    OpenCare::settle();
    CHECK(care.open->find<QLabel>("planReview").isVisible());
    CHECK(care.open->find<QLabel>("planReview").text().contains(QStringLiteral("7 days")));
}
