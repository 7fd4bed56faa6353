// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <chrono>

#include "record/alertchecks.h"

using namespace palpate;
using namespace std::chrono_literals;

namespace {

constexpr LocalDay monday = LocalDay{std::chrono::year{2026} / 11 / 16};

/// In a zone one hour ahead of UTC.
Instant on(LocalDay day, std::chrono::milliseconds time, std::chrono::minutes offset = 60min)
{
    return {std::chrono::sys_time<std::chrono::milliseconds>{day.time_since_epoch() + time - offset}, offset};
}

Alert told(const char *rule, const Instant &at)
{
    return {AlertId{{}}, at, RuleId{rule}, Urgency::caution, AlertAnswer::none, {}, {}, {}};
}

Alert checked(const char *rule, std::optional<LocalDay> until)
{
    Alert alert = told(rule, on(monday, 9h));
    alert.answer = AlertAnswer::checked;
    alert.checkedUntil = until;
    return alert;
}

} // namespace

TEST_CASE("no check lies in the future")
{
    for (const auto &[urgency, key] : Keys<Urgency>::all) {
        INFO(key);
        const Instant now = on(monday + std::chrono::days{2}, 9h);
        CHECK(refusalOf(urgency, on(monday, 9h), on(monday + std::chrono::days{2}, 9h + 1ms), now) ==
              CheckRefusal::inFuture);
        CHECK(refusalOf(urgency, on(monday, 9h), now, now) == CheckRefusal::none);
    }
    // The moment counts, not what the clocks show.
    const Instant now = on(monday, 9h, 0min);
    CHECK(refusalOf(Urgency::doctor, {}, on(monday, 9h + 30min, 60min), now) == CheckRefusal::none);
    CHECK(refusalOf(Urgency::doctor, {}, on(monday, 8h + 30min, -60min), now) == CheckRefusal::inFuture);
}

TEST_CASE("a doctor's sign and a caution take any past check")
{
    const Instant now = on(monday, 12h);
    const Instant longAgo = on(monday - std::chrono::days{400}, 9h);
    for (const Urgency urgency : {Urgency::doctor, Urgency::caution}) {
        CHECK(refusalOf(urgency, std::nullopt, longAgo, now) == CheckRefusal::none);
        CHECK(refusalOf(urgency, on(monday, 11h), longAgo, now) == CheckRefusal::none);
    }
}

TEST_CASE("a same-day sign takes a check that came after it was first told")
{
    const Instant now = on(monday, 12h);
    const Instant first = on(monday, 9h);
    CHECK(refusalOf(Urgency::sameDay, std::nullopt, first, now) == CheckRefusal::notYetTold);
    CHECK(refusalOf(Urgency::sameDay, first, on(monday, 8h), now) == CheckRefusal::beforeTold);
    CHECK(refusalOf(Urgency::sameDay, first, first, now) == CheckRefusal::beforeTold);
    CHECK(refusalOf(Urgency::sameDay, first, on(monday, 9h + 1min), now) == CheckRefusal::none);
}

TEST_CASE("an emergency takes a check of a later local day only")
{
    const LocalDay tuesday = monday + std::chrono::days{1};
    const Instant now = on(tuesday, 12h);
    const Instant first = on(monday, 9h);
    CHECK(refusalOf(Urgency::emergency, std::nullopt, first, now) == CheckRefusal::notYetTold);
    CHECK(refusalOf(Urgency::emergency, first, on(monday, 8h), now) == CheckRefusal::beforeTold);
    CHECK(refusalOf(Urgency::emergency, first, on(monday, 23h + 59min), now) == CheckRefusal::sameDay);
    // Told at 23:50, checked at 00:10: the clock decides, as it stood there.
    CHECK(refusalOf(Urgency::emergency, on(monday, 23h + 50min), on(tuesday, 10min), now) == CheckRefusal::none);
    // Later, but flown west: still Monday there.
    CHECK(refusalOf(Urgency::emergency, first, on(monday, 23h, -300min), now) == CheckRefusal::sameDay);
}

TEST_CASE("a stored check settles its rule up to and with its last day")
{
    const std::vector<Alert> alerts{checked("hot-knee", monday), told("polymyalgia", on(monday, 9h)),
                                    checked("chest-pain-any", std::nullopt),
                                    checked("fever-with-pain", monday + std::chrono::days{30}),
                                    checked("fever-with-pain", monday + std::chrono::days{60})};
    CHECK(settledOn(alerts, monday) == std::vector{RuleId{"hot-knee"}, RuleId{"fever-with-pain"}});
    CHECK(settledOn(alerts, monday + std::chrono::days{1}) == std::vector{RuleId{"fever-with-pain"}});
    CHECK(settledOn(alerts, monday + std::chrono::days{60}).size() == 1);
    CHECK(settledOn(alerts, monday + std::chrono::days{61}).empty());
    CHECK(settledOn({}, monday).empty());
    std::vector<Alert> other{checked("hot-knee", monday)};
    other.front().answer = AlertAnswer::notMeant;
    CHECK(settledOn(other, monday).empty());
}

TEST_CASE("a rule was first told at its earliest alert")
{
    const std::vector<Alert> alerts{told("hot-knee", on(monday, 9h)), told("hot-knee", on(monday, 8h)),
                                    told("polymyalgia", on(monday, 7h)), told("hot-knee", on(monday, 10h))};
    CHECK(firstTold(alerts, RuleId{"hot-knee"}) == on(monday, 8h));
    CHECK_FALSE(firstTold(alerts, RuleId{"chest-pain-any"}).has_value());
    CHECK_FALSE(firstTold({}, RuleId{"hot-knee"}).has_value());
}
