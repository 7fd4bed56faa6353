// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <cstdlib>
#include <ctime>

#include "core/isotime.h"
#include "core/systemoffset.h"
#include "record/remindertimes.h"

using namespace palpate;
using std::chrono::minutes;

namespace {

using Utc = std::chrono::sys_time<std::chrono::milliseconds>;

Utc utc(const char *iso) { return instantFromIso(iso).value().utc; }

/// Central Europe in 2026.
minutes berlin(Utc at)
{
    const bool summer = at >= utc("2026-03-29T01:00:00.000+00:00") && at < utc("2026-10-25T01:00:00.000+00:00");
    return minutes{summer ? 120 : 60};
}

/// A zone that goes on at midnight: there is no 0:30 on the 24th of April.
minutes cairo(Utc at) { return minutes{at >= utc("2026-04-23T22:00:00.000+00:00") ? 180 : 120}; }

minutes newYork(Utc /*at*/) { return minutes{-240}; }

Instant now(const char *iso, const ZoneOffset &zone = berlin)
{
    const Utc at = utc(iso);
    return {at, zone(at)};
}

Reminder daily(int hour, int minute = 0, Flags<Weekday> days = {})
{
    return {ReminderId{{1}}, ReminderKind::checkIn, hour * 60 + minute, days, "", true};
}

std::string next(const Reminder &reminder, const char *after, const ZoneOffset &zone = berlin)
{
    const auto turn = nextTurn(reminder, now(after, zone), zone);
    return turn ? isoText(turn->at) : "never";
}

/// When the reminder that is due now was to come.
std::string due(const Reminder &reminder, const char *at, const ZoneOffset &zone = berlin)
{
    const auto turns = dueTurns(std::vector{reminder}, now(at, zone), zone);
    return turns.empty() ? "none" : isoText(turns.front().at);
}

} // namespace

TEST_CASE("the next turn is the next time that the clock on the wall says so")
{
    CHECK(next(daily(9), "2026-03-02T08:59:59.999+01:00") == "2026-03-02T09:00:00.000+01:00");
    CHECK(next(daily(9), "2026-03-02T09:00:00.000+01:00") == "2026-03-03T09:00:00.000+01:00");
    CHECK(next(daily(0), "2026-12-31T23:00:00.000+01:00") == "2027-01-01T00:00:00.000+01:00");
    // The 2nd of March 2026 is a Monday.
    CHECK(next(daily(9, 0, {Weekday::wednesday, Weekday::sunday}), "2026-03-02T10:00:00.000+01:00") ==
          "2026-03-04T09:00:00.000+01:00");
    CHECK(next(daily(9, 0, {Weekday::monday}), "2026-03-02T10:00:00.000+01:00") == "2026-03-09T09:00:00.000+01:00");
    Reminder off = daily(9);
    off.enabled = false;
    CHECK(next(off, "2026-03-02T08:00:00.000+01:00") == "never");
    CHECK(due(off, "2026-03-02T09:00:00.000+01:00") == "none");
}

TEST_CASE("nine o'clock stays nine o'clock when the clocks are changed")
{
    CHECK(next(daily(9), "2026-03-28T10:00:00.000+01:00") == "2026-03-29T09:00:00.000+02:00");
    CHECK(next(daily(9), "2026-10-24T10:00:00.000+02:00") == "2026-10-25T09:00:00.000+01:00");
    CHECK(next(daily(20), "2026-03-28T21:00:00.000+01:00") == "2026-03-29T20:00:00.000+02:00");
    CHECK(next(daily(20), "2026-10-24T21:00:00.000+02:00") == "2026-10-25T20:00:00.000+01:00");
}

TEST_CASE("a time that the clock skips comes after the change, one that it says twice comes once")
{
    CHECK(next(daily(2, 30), "2026-03-28T12:00:00.000+01:00") == "2026-03-29T03:30:00.000+02:00");
    CHECK(next(daily(2, 30), "2026-03-29T03:30:00.000+02:00") == "2026-03-30T02:30:00.000+02:00");
    CHECK(next(daily(2, 30), "2026-10-24T12:00:00.000+02:00") == "2026-10-25T02:30:00.000+02:00");
    CHECK(next(daily(2, 30), "2026-10-25T02:30:00.000+02:00") == "2026-10-26T02:30:00.000+01:00");
    // The second 2:30, an hour later, is still the same turn.
    CHECK(due(daily(2, 30), "2026-10-25T02:30:00.000+01:00") == "2026-10-25T02:30:00.000+02:00");
    CHECK(next(daily(0, 30), "2026-04-23T20:00:00.000+02:00", cairo) == "2026-04-24T01:30:00.000+03:00");
    CHECK(due(daily(0, 30), "2026-04-24T01:29:00.000+03:00", cairo) == "none");
    CHECK(due(daily(0, 30), "2026-04-24T01:31:00.000+03:00", cairo) == "2026-04-24T01:30:00.000+03:00");
}

TEST_CASE("a turn is due from its minute on and for less than two hours")
{
    CHECK(due(daily(9), "2026-03-02T08:59:59.999+01:00") == "none");
    CHECK(due(daily(9), "2026-03-02T09:00:00.000+01:00") == "2026-03-02T09:00:00.000+01:00");
    CHECK(due(daily(9), "2026-03-02T10:59:59.999+01:00") == "2026-03-02T09:00:00.000+01:00");
    CHECK(due(daily(9), "2026-03-02T11:00:00.000+01:00") == "none");
    CHECK(due(daily(9, 0, {Weekday::tuesday}), "2026-03-02T09:00:00.000+01:00") == "none");
    // Slept over midnight: it belongs to the evening before.
    const auto late =
        dueTurns(std::vector{daily(23, 30, {Weekday::monday})}, now("2026-03-03T00:40:00.000+01:00"), berlin);
    REQUIRE(late.size() == 1);
    CHECK(isoText(late.front().day) == "2026-03-02");
    // 1:30 of the night without 2:30 was an hour and a half before 4:00 summer time.
    CHECK(due(daily(1, 30), "2026-03-29T04:00:00.000+02:00") == "2026-03-29T01:30:00.000+01:00");
}

TEST_CASE("who travels is reminded by the clock of the place")
{
    CHECK(next(daily(9), "2026-07-01T12:00:00.000+00:00", newYork) == "2026-07-01T09:00:00.000-04:00");
    // The same day and minute as in Berlin six hours before: whoever keeps what was told tells it once.
    const auto here = dueTurns(std::vector{daily(9)}, now("2026-07-01T07:00:00.000+00:00"), berlin);
    const auto there = dueTurns(std::vector{daily(9)}, now("2026-07-01T13:00:00.000+00:00", newYork), newYork);
    REQUIRE((here.size() == 1 && there.size() == 1));
    CHECK(here.front().day == there.front().day);
}

TEST_CASE("the machine's own rules are known for other moments than now")
{
    const char *before = std::getenv("TZ");
    const std::string kept = before == nullptr ? "" : before;
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    CHECK(next(daily(9), "2026-03-28T10:00:00.000+01:00", systemOffset) == "2026-03-29T09:00:00.000+02:00");
    CHECK(next(daily(2, 30), "2026-03-28T10:00:00.000+01:00", systemOffset) == "2026-03-29T03:30:00.000+02:00");
    before == nullptr ? unsetenv("TZ") : setenv("TZ", kept.c_str(), 1);
    tzset();
}
