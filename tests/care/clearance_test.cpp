// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/clearance.h"

#include <algorithm>

#include "care/conditions.h"
#include "care/shipped.h"
#include "support/fixedclock.h"

using namespace palpate;
using namespace palpate::testing;

namespace {

const LocalDay today{std::chrono::year{2026} / 3 / 2};

Clearance at(const char *muscle, const CareSubject &subject = {}, Side side = Side::right,
             std::optional<PointMm> point = {})
{
    const MusclePattern *pattern = shipped().base.pattern(MuscleId{muscle});
    REQUIRE(pattern != nullptr);
    return clearanceAt({MuscleId{muscle}, side, point}, *pattern, subject, shipped().rules, shipped().surroundings);
}

CareSubject with(const char *condition)
{
    CareSubject subject;
    subject.conditions.emplace_back(condition);
    subject.today = today;
    return subject;
}

bool presses(const Clearance &clearance)
{
    return std::ranges::any_of(clearance.techniques, [](CareTechnique one) { return isPressing(one); });
}

const Restriction *restriction(const Clearance &clearance, const char *id)
{
    const auto found = std::ranges::find(clearance.restrictions, id, &Restriction::id);
    return found == clearance.restrictions.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("without anything known, a muscle may be treated as its self-care says")
{
    const Clearance clearance = at("infraspinatus");
    const SelfCare &own = shipped().base.pattern(MuscleId{"infraspinatus"})->selfCare;
    CHECK(clearance.pressure == own.pressure);
    CHECK(clearance.techniques == own.techniques);
    CHECK(std::ranges::none_of(clearance.restrictions, &Restriction::isRuledOut));
}

TEST_CASE("muscles for a clinician alone allow nothing")
{
    CHECK(at("pubococcygeus").techniques.empty());
    CHECK(at("superior-oblique-eye").pressure == PressureGrade::never);
}

TEST_CASE("what the person has rules out what it is unsafe for, with reason and source")
{
    CHECK(at("infraspinatus", with("fever")).techniques ==
          std::vector{CareTechnique::cold}); // the table of contraindications leaves cold
    const Clearance thinned = at("infraspinatus", with("anticoagulants"));
    CHECK(presses(thinned));
    CHECK(thinned.pressure == PressureGrade::fingertips); // no tool
    const Restriction *why = restriction(thinned, "anticoagulants");
    REQUIRE(why != nullptr);
    CHECK_FALSE(why->reason.empty());
    CHECK_FALSE(why->sources.empty());
    CHECK(thinned.restrictions.front().isRuledOut()); // first
}

TEST_CASE("a limit of a place holds there and nowhere else")
{
    CHECK_FALSE(presses(at("gastrocnemius-medial", with("varicose-veins"))));
    CHECK(presses(at("infraspinatus", with("varicose-veins"))));
    CHECK_FALSE(presses(at("rectus-abdominis", with("pregnancy"))));
    CHECK_FALSE(at("splenius-capitis", with("recent-whiplash")).allows(CareTechnique::stretch));
    CHECK(at("soleus", with("recent-whiplash")).allows(CareTechnique::stretch));
}

TEST_CASE("what forbids only where it is has to be asked, and counts once it is said to be here")
{
    CareSubject subject = with("broken-skin");
    const Clearance asking = at("infraspinatus", subject);
    CHECK(presses(asking));
    CHECK(asking.toAsk == std::vector{ConditionId{"broken-skin"}});
    subject.here = subject.conditions;
    const Clearance known = at("infraspinatus", subject);
    CHECK_FALSE(presses(known));
    CHECK(known.toAsk.empty());
}

TEST_CASE("numb skin and operations count on their own side")
{
    CareSubject subject;
    subject.today = today;
    subject.numbZones.push_back({0, ZoneId{"scapula"}, Side::right, 0.5});
    const ZoneId under = *shipped().surroundings.above.at(MuscleId{"infraspinatus"}).begin();
    subject.numbZones.front().zone = under;
    CHECK_FALSE(at("infraspinatus", subject).allows(CareTechnique::heat));
    CHECK(at("infraspinatus", subject, Side::left).allows(CareTechnique::heat));
    CareSubject operated;
    operated.today = today;
    operated.operations.push_back({"shoulder", today - std::chrono::days{30}, under, Side::left});
    CHECK_FALSE(presses(at("infraspinatus", operated, Side::left)));
    CHECK(presses(at("infraspinatus", operated, Side::right)));
    operated.operations.front().day = today - std::chrono::days{100};
    CHECK(presses(at("infraspinatus", operated, Side::left)));
}

TEST_CASE("a point in a ball that must not be pressed cannot be pressed, on either side of the body")
{
    const auto pulse = std::ranges::find(shipped().rules.noPress, NoPressId{"neck-pulse"}, &NoPressArea::id);
    REQUIRE(pulse != shipped().rules.noPress.end());
    const auto centre = pulse->spheres.front().centre;
    for (const Side side : {Side::left, Side::right}) {
        const double x = side == Side::left ? centre[0] : -centre[0];
        const Clearance clearance = at("scm-sternal", {}, side, PointMm{x, centre[1], centre[2]});
        CHECK_FALSE(presses(clearance));
        CHECK(clearance.pressure == PressureGrade::never);
        CHECK(clearance.allows(CareTechnique::stretch));
        const Restriction *why = restriction(clearance, "neck-pulse");
        REQUIRE(why != nullptr);
        CHECK_FALSE(checkedRuleOf(*why)); // nobody can check that away
    }
    CHECK(presses(at("scm-sternal", {}, Side::left, PointMm{centre[0], centre[1] + 60, centre[2]})));
    // Who is not sure of the place keeps farther away.
    const MusclePattern &pattern = *shipped().base.pattern(MuscleId{"scm-sternal"});
    CarePlace near{pattern.id, Side::left, PointMm{centre[0], centre[1] + 30, centre[2]}};
    CHECK(presses(clearanceAt(near, pattern, {}, shipped().rules, shipped().surroundings)));
    near.slackMm = 30;
    CHECK_FALSE(presses(clearanceAt(near, pattern, {}, shipped().rules, shipped().surroundings)));
}

TEST_CASE("an open alert holds back everything where it is about")
{
    const auto everywhere =
        std::ranges::find_if(shipped().rules.redFlags, [](const RedFlag &flag) { return !flag.places; });
    REQUIRE(everywhere != shipped().rules.redFlags.end());
    CareSubject subject;
    subject.openAlerts = {everywhere->id};
    CHECK(at("infraspinatus", subject).techniques.empty());
    subject.checked = {
        RuleId{everywhere->id.text()}}; // an older check: whether it still counts is openAlerts()' to say
    CHECK(at("infraspinatus", subject).techniques.empty());
}

TEST_CASE("a checked condition holds back no more, the others still do")
{
    CareSubject subject = with("child");
    subject.conditions.emplace_back("suspected-clot");
    subject.checked = {RuleId{"condition-child"}};
    const Clearance clearance = at("infraspinatus", subject);
    CHECK(restriction(clearance, "child") == nullptr);
    CHECK_FALSE(presses(clearance));
    // What comes and goes is new each time: no check of once holds for it.
    const Clearance fever = at("infraspinatus", with("fever"));
    CHECK_FALSE(checkedRuleOf(*restriction(fever, "fever")));
}

TEST_CASE("an alert is open while nobody has settled it, for two weeks")
{
    const FixedClock clock;
    CountingIds ids;
    const Instant now = clock.now();
    const auto alert = [&](int daysAgo, AlertAnswer answer, Urgency urgency = Urgency::sameDay) {
        return Alert{ids.next<AlertId>(),
                     {now.utc - std::chrono::days{daysAgo}, now.offset},
                     RuleId{"some-sign"},
                     urgency,
                     answer,
                     {},
                     {},
                     {}};
    };
    const std::vector<RedFlagId> open{RedFlagId{"some-sign"}};
    CHECK(openAlerts(std::vector{alert(3, AlertAnswer::shown)}, now) == open);
    CHECK(openAlerts(std::vector{alert(20, AlertAnswer::shown)}, now).empty());
    CHECK(openAlerts(std::vector{alert(3, AlertAnswer::shown, Urgency::caution)}, now).empty());
    CHECK(openAlerts(std::vector{alert(3, AlertAnswer::shown), alert(2, AlertAnswer::notMeant)}, now).empty());
    CHECK(openAlerts(std::vector{alert(3, AlertAnswer::notMeant), alert(2, AlertAnswer::shown)}, now) == open);
    Alert checked = alert(2, AlertAnswer::checked);
    checked.checkedUntil = today + std::chrono::days{5};
    CHECK(openAlerts(std::vector{alert(3, AlertAnswer::shown), checked}, now).empty());
    CHECK(openAlerts(std::vector{alert(3, AlertAnswer::shown), checked, alert(1, AlertAnswer::shown)}, now) == open);
    checked.checkedUntil = today - std::chrono::days{1};
    CHECK(openAlerts(std::vector{alert(3, AlertAnswer::shown), checked}, now) == open);
    CHECK(openAlerts(std::vector{alert(20, AlertAnswer::shown), checked}, now).empty()); // a check prolongs nothing
}

TEST_CASE("whoever has said nothing is asked at most four things, those about the place first")
{
    const MusclePattern &calf = *shipped().base.pattern(MuscleId{"gastrocnemius-medial"});
    const CarePlace place{calf.id, Side::left};
    const auto asked = questionsAt(place, calf, {}, shipped().rules, shipped().surroundings);
    REQUIRE(asked.size() == 4);
    CHECK(std::ranges::any_of(asked, [](const Condition *one) { return one->id == ConditionId{"varicose-veins"}; }));
    const auto again = questionsAt(place, calf, with("varicose-veins"), shipped().rules, shipped().surroundings);
    CHECK(std::ranges::none_of(again, [](const Condition *one) { return one->id == ConditionId{"varicose-veins"}; }));
}

TEST_CASE("what a profile says in other words counts as a condition")
{
    CountingIds ids;
    Profile profile{ids.next<ProfileId>(),
                    {},
                    Pregnancy::notSaid,
                    {},
                    {},
                    {},
                    false,
                    false,
                    false,
                    false,
                    {},
                    Handedness::notSaid,
                    {},
                    {},
                    {}};
    CHECK(conditionsOf(profile, today).empty());
    profile.bloodThinner = true;
    profile.medicinePatch = true;
    profile.pregnancy = Pregnancy::pregnant;
    profile.yearOfBirth = 2010;
    profile.conditions = {{ConditionId{"anticoagulants"}}, {ConditionId{"glaucoma"}}};
    CHECK(conditionsOf(profile, today) == std::vector{ConditionId{"anticoagulants"}, ConditionId{"glaucoma"},
                                                      ConditionId{"medicine-patch"}, ConditionId{"pregnancy"},
                                                      ConditionId{"child"}});
    profile.yearOfBirth = 2009;
    CHECK(std::ranges::count(conditionsOf(profile, today), ConditionId{"child"}) == 0);
    for (const ConditionId &id : conditionsOf(profile, today)) {
        CHECK(shipped().rules.condition(id) != nullptr);
    }
}
