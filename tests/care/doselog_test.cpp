// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/doselog.h"

#include <catch2/catch.hpp>

#include "support/fixedclock.h"

using namespace palpate;
using namespace palpate::testing;

namespace {

class Bench {
public:
    void press(Tool tool, int seconds, int before, int after)
    {
        Session session{ids.next<SessionId>(), clock.now()};
        SessionStep step{MuscleId{"soleus"}, Side::left, point, SessionTechnique::pressureSteady, tool, 90, seconds};
        step.before = PainLevel::from(before);
        step.after = PainLevel::from(after);
        session.steps.push_back(step);
        sessions.push_back(session);
        clock.advance(std::chrono::hours{24});
    }
    [[nodiscard]] std::optional<BestDose> best() const { return bestDose(doseLog(sessions, point)); }

    FixedClock clock;
    CountingIds ids;
    PointId point = ids.next<PointId>();
    std::vector<Session> sessions;
};

} // namespace

TEST_CASE("the log holds what was pressed at this point and rated before and after")
{
    Bench bench;
    bench.press(Tool::ball, 90, 6, 4);
    bench.sessions.front().steps.push_back(bench.sessions.front().steps.front());
    bench.sessions.front().steps.back().technique = SessionTechnique::stretch;
    bench.press(Tool::ball, 90, 6, 4);
    bench.sessions.back().steps.front().after.reset();
    bench.press(Tool::ball, 90, 6, 4);
    bench.sessions.back().steps.front().point = bench.ids.next<PointId>();
    const auto log = doseLog(bench.sessions, bench.point);
    REQUIRE(log.size() == 1);
    CHECK(log[0].seconds == 90);
    CHECK(log[0].before == PainLevel::from(6));
}

TEST_CASE("a best way needs enough times, and its number is told")
{
    Bench bench;
    bench.press(Tool::ball, 90, 6, 3);
    bench.press(Tool::ball, 85, 6, 4);
    CHECK_FALSE(bench.best());
    bench.press(Tool::ball, 95, 7, 3);
    const auto best = bench.best();
    REQUIRE(best);
    CHECK(best->tool == Tool::ball);
    CHECK(best->count == 3);
    CHECK(best->seconds == 90);
    CHECK(best->change == Approx(-3.0));
}

TEST_CASE("the way after which it eased most is best; none where nothing eased")
{
    Bench bench;
    for (int time = 0; time < 3; ++time) {
        bench.press(Tool::ball, 90, 6, 5);
        bench.press(Tool::fingers, 60, 6, 3);
        bench.press(Tool::cane, 30, 5, 5);
    }
    REQUIRE(bench.best());
    CHECK(bench.best()->tool == Tool::fingers);
    Bench worse;
    for (int time = 0; time < 5; ++time) {
        worse.press(Tool::ball, 90, 4, 5);
    }
    CHECK_FALSE(worse.best());
}
