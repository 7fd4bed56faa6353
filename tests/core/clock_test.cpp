// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <ctime>
#include <string>

#include <catch2/catch.hpp>

#include "core/isotime.h"
#include "core/localday.h"

using namespace palpate;

namespace {

/// The machine in another time zone, until the end of the scope.
class TimeZone {
public:
    explicit TimeZone(const char *rule)
    {
        if (const char *before = std::getenv("TZ")) {
            m_before = before;
        }
        set(rule);
    }
    TimeZone(const TimeZone &) = delete;
    TimeZone &operator=(const TimeZone &) = delete;
    TimeZone(TimeZone &&) = delete;
    TimeZone &operator=(TimeZone &&) = delete;
    ~TimeZone() { set(m_before.c_str()); }

private:
    static void set(const char *rule)
    {
        setenv("TZ", rule, 1);
        tzset();
    }

    std::string m_before = "UTC0";
};

// Central Europe, written out, so that no table of time zones is needed.
constexpr const char *berlin = "CET-1CEST,M3.5.0,M10.5.0/3";

std::string at(int month, int day, int hour, int minute)
{
    using namespace std::chrono;
    const local_days date{year{2026} / month / day};
    return isoText(SystemClock{}.at(date + hours{hour} + minutes{minute}));
}

} // namespace

TEST_CASE("a time of the clock on the wall is found on its day, before, in and after a change of the clock")
{
    const TimeZone zone{berlin};
    CHECK(at(3, 28, 23, 30) == "2026-03-28T23:30:00.000+01:00");
    CHECK(at(3, 29, 1, 30) == "2026-03-29T01:30:00.000+01:00");
    CHECK(at(3, 29, 2, 30) == "2026-03-29T03:30:00.000+02:00"); // an hour that is left out
    CHECK(at(3, 29, 12, 0) == "2026-03-29T12:00:00.000+02:00");
    CHECK(at(10, 25, 0, 5) == "2026-10-25T00:05:00.000+02:00");
    CHECK(at(10, 25, 12, 0) == "2026-10-25T12:00:00.000+01:00");
    CHECK(at(12, 31, 23, 59) == "2026-12-31T23:59:00.000+01:00");
    CHECK(SystemClock{}.now().offset.count() % 60 == 0);
}
