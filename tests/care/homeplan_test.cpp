// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/homeplan.h"

#include <algorithm>

#include "care/shipped.h"
#include "journal/journal.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"

using namespace palpate;
using namespace palpate::testing;
using std::chrono::days;
using std::chrono::hours;

namespace {

/// A real journal with one point and a plan for it that began today, a Monday.
class Bench {
public:
    Bench()
    {
        journal.perform(markPoint(point, {rating(6)}));
        journal.perform(add(plan, press, move));
    }

    [[nodiscard]] LocalDay today() const { return dayOf(clock.now()); }
    Rating rating(int level)
    {
        return {ids.next<RatingId>(), point.id, Asked::sorenessNow, *PainLevel::from(level), clock.now()};
    }
    void tick(const PlanItem &item, Kept kept)
    {
        journal.perform(add(PlanTick{ids.next<PlanTickId>(), item.id, clock.now(), kept, {}}));
    }
    void session(SessionTechnique technique, int before)
    {
        Session session{ids.next<SessionId>(), clock.now()};
        SessionStep step{point.muscle, point.side, point.id, technique, Tool::fingers, 90, 90};
        step.before = PainLevel::from(before);
        session.steps.push_back(step);
        journal.perform(add(session));
    }
    std::vector<DueItem> due() { return dueItems(journal.read(), plan, &shipped(), clock.now()); }

    TempDir dir;
    FixedClock clock;
    CountingIds ids;
    Journal journal = Journal::open(dir.path() / "a.palpate", {clock, ids.next<DeviceId>()});
    TriggerPoint point{ids.next<PointId>(), MuscleId{"infraspinatus"}, Side::right,
                       {-71, 88, 1342},     PointKind::active,         clock.now()};
    Plan plan{ids.next<PlanId>(), "Sleep on my right side again", dayOf(clock.now()), {}, {}};
    PlanItem press{ids.next<PlanItemId>(),
                   plan.id,
                   point.muscle,
                   point.side,
                   SessionTechnique::pressureSteady,
                   Tool::ball,
                   {},
                   {},
                   1,
                   {Weekday::monday, Weekday::wednesday},
                   {},
                   {}};
    PlanItem move{ids.next<PlanItemId>(),
                  plan.id,
                  point.muscle,
                  point.side,
                  SessionTechnique::movement,
                  Tool::none,
                  {},
                  {},
                  2,
                  {},
                  {},
                  {}};
};

} // namespace

TEST_CASE("the plan that runs is the one that began last and has not ended")
{
    Bench bench;
    CHECK(planOn(bench.journal.read(), bench.today()) == bench.plan);
    CHECK_FALSE(planOn(bench.journal.read(), bench.today() - days{1}));
    const Plan later{bench.ids.next<PlanId>(), "Later", bench.today() + days{3}, bench.today() + days{5}, {}};
    bench.journal.perform(add(later));
    CHECK(planOn(bench.journal.read(), bench.today() + days{4}) == later);
    CHECK(planOn(bench.journal.read(), bench.today() + days{6}) == bench.plan);
}

TEST_CASE("an item is asked for on its days; done once by a tick or by a guided session")
{
    Bench bench;
    REQUIRE(bench.due().size() == 2);
    CHECK_FALSE(bench.due()[0].isDone());
    bench.session(SessionTechnique::pressureSteady, 6);
    CHECK(bench.due()[0].isDone());
    bench.tick(bench.move, Kept::done);
    CHECK_FALSE(bench.due()[1].isDone()); // twice a day
    bench.tick(bench.move, Kept::partly);
    CHECK(bench.due()[1].isDone());
    CHECK(bench.due()[1].lastTick);
    bench.clock.advance(hours{24}); // Tuesday
    REQUIRE(bench.due().size() == 1);
    CHECK(bench.due()[0].item == bench.move);
    CHECK(bench.due()[0].times == 0);
}

TEST_CASE("what was left out is no time")
{
    Bench bench;
    bench.tick(bench.move, Kept::skipped);
    CHECK(bench.due()[1].times == 0);
    CHECK(bench.due()[1].lastTick->kept == Kept::skipped);
}

TEST_CASE("a sore point rests in the plan too, with the reason; its easy movements do not")
{
    Bench bench;
    bench.session(SessionTechnique::pressureSteady, 3); // it was 3, and is 6
    bench.clock.advance(hours{1});
    bench.journal.perform(add(bench.rating(7)));
    REQUIRE(bench.due()[0].held);
    CHECK(bench.due()[0].held->rule == CareRule::stillSore);
    CHECK_FALSE(bench.due()[1].held);
}

TEST_CASE("what a condition or a danger sign rules out is not asked for, also where no point is")
{
    Bench bench;
    const PlanItem neck{bench.ids.next<PlanItemId>(),
                        bench.plan.id,
                        MuscleId{"splenius-capitis"},
                        Side::left,
                        SessionTechnique::stretch,
                        Tool::none,
                        {},
                        {},
                        1,
                        {},
                        {},
                        {}};
    Profile profile{bench.ids.next<ProfileId>(),
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
    profile.conditions = {{ConditionId{"dizziness"}}};
    bench.journal.perform(add(neck));
    const auto ruledOut = [&](const PlanItem &item) {
        const auto due = bench.due();
        const auto one = std::ranges::find_if(due, [&item](const DueItem &it) { return it.item.id == item.id; });
        REQUIRE(one != due.end());
        return one->ruledOut.has_value();
    };
    CHECK_FALSE(ruledOut(neck));
    bench.journal.perform(add(profile));
    CHECK(ruledOut(neck));
    CHECK_FALSE(ruledOut(bench.move));
    const auto everywhere =
        std::ranges::find_if(shipped().rules.redFlags, [](const RedFlag &flag) { return !flag.places; });
    bench.journal.perform(add(Alert{bench.ids.next<AlertId>(),
                                    bench.clock.now(),
                                    RuleId{everywhere->id.text()},
                                    Urgency::sameDay,
                                    AlertAnswer::shown,
                                    {},
                                    {},
                                    {}}));
    CHECK(ruledOut(bench.move));
}

TEST_CASE("on a day of a flare only what is gentle is asked for, and nothing counts as missed")
{
    Bench bench;
    bench.journal.perform(add(Period{bench.ids.next<PeriodId>(), PeriodKind::flare, bench.clock.now(), {}, {}, {}}));
    REQUIRE(bench.due().size() == 1);
    CHECK(bench.due()[0].item == bench.move);
    const KeptCount kept = keptLately(bench.journal.read(), bench.move, bench.today(), bench.today());
    CHECK(kept.asked == 0);
    bench.tick(bench.move, Kept::done);
    const KeptCount done = keptLately(bench.journal.read(), bench.move, bench.today(), bench.today());
    CHECK(done.done == 1);
    CHECK(done.asked == 1);
}

TEST_CASE("what was kept is counted over the days that asked for it")
{
    Bench bench;
    bench.tick(bench.press, Kept::done);
    bench.clock.advance(hours{6 * 24}); // Sunday
    const KeptCount kept = keptLately(bench.journal.read(), bench.press, bench.today() - days{6}, bench.today());
    CHECK(kept.asked == 2); // Monday and Wednesday
    CHECK(kept.done == 1);
}

TEST_CASE("from a week on the plan is looked at with the soreness of then and now")
{
    Bench bench;
    const std::vector<PlanItem> items{bench.press, bench.move};
    CHECK_FALSE(reviewOf(bench.journal.read(), bench.plan, items, bench.clock.now()));
    bench.clock.advance(hours{7 * 24});
    bench.journal.perform(add(bench.rating(2)));
    const auto review = reviewOf(bench.journal.read(), bench.plan, items, bench.clock.now());
    REQUIRE(review);
    CHECK(review->days == 7);
    CHECK(review->then == 6.0);
    CHECK(review->now == 2.0);
    bench.clock.advance(hours{24}); // who does not look on that very day misses nothing
    CHECK(reviewOf(bench.journal.read(), bench.plan, items, bench.clock.now()));
}

TEST_CASE("what is suggested comes from the points that may be worked on; pressing has days of rest between")
{
    Bench bench;
    const auto options = careOptions(bench.journal.read(), shipped(), {}, bench.clock.now());
    const auto items = suggestedItems(bench.plan.id, options, bench.ids);
    REQUIRE(items.size() == 3);
    CHECK(items[0].technique == SessionTechnique::pressureSteady);
    CHECK(items[0].days == Flags<Weekday>{Weekday::monday, Weekday::wednesday, Weekday::friday});
    CHECK(items[0].side == Side::right);
    CHECK(items[1].days.empty());
    bench.journal.perform(Verb{{Add{items[0]}, Add{items[1]}, Add{items[2]}}}); // the journal takes them
    CHECK(bench.journal.read().itemsOf(bench.plan.id).size() == 5);
    CHECK(suggestedItems(bench.plan.id, {}, bench.ids).empty());
}
