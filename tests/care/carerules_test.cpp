// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/carerules.h"

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

const Protocol &pressingProtocol() { return *shipped().rules.protocol(ProtocolId{"pressure-steady"}); }

/// A real journal with one point, asked for the rules as of now.
class Bench {
public:
    Bench() { m_journal.perform(markPoint(point)); }

    Instant ago(hours time) const { return {m_clock.now().utc - time, m_clock.now().offset}; }

    Session session(hours when, std::optional<int> before, int seconds = 90, std::optional<int> after = {})
    {
        Session session{m_ids.next<SessionId>(), ago(when)};
        session.ended = Instant{session.at.utc + std::chrono::minutes{5}, session.at.offset};
        SessionStep step{point.muscle, point.side, point.id, SessionTechnique::pressureSteady, Tool::ball, 90, seconds};
        step.before = before ? PainLevel::from(*before) : std::nullopt;
        step.after = after ? PainLevel::from(*after) : std::nullopt;
        session.steps.push_back(step);
        m_journal.perform(add(session));
        return session;
    }
    void rate(hours when, int level)
    {
        m_journal.perform(
            add(Rating{m_ids.next<RatingId>(), point.id, Asked::sorenessNow, *PainLevel::from(level), ago(when)}));
    }
    void treat(hours when, TreatmentKind kind = TreatmentKind::massage)
    {
        m_journal.perform(add(Treatment{m_ids.next<TreatmentId>(), ago(when), kind, {}, {}, {}, {}}));
    }
    void answer(const Session &session, hours when, int level)
    {
        m_journal.perform(add(FollowUp{m_ids.next<FollowUpId>(),
                                       AnyId{session.id.bytes()},
                                       ago(when),
                                       ago(when),
                                       PainLevel::from(level),
                                       {},
                                       {},
                                       {}}));
    }

    std::vector<CareRule> rules()
    {
        std::vector<CareRule> rules;
        for (const RuleHit &hit : hits()) {
            rules.push_back(hit.rule);
        }
        return rules;
    }
    std::vector<RuleHit> hits()
    {
        const auto histories = careHistories(m_journal.read(), {point}, m_clock.now());
        return rulesFor(histories.at(point.id), pressingProtocol(), m_clock.now());
    }

private:
    TempDir m_dir;
    FixedClock m_clock;
    CountingIds m_ids;
    Journal m_journal = Journal::open(m_dir.path() / "a.palpate", {m_clock, m_ids.next<DeviceId>()});

public:
    TriggerPoint point{m_ids.next<PointId>(), MuscleId{"infraspinatus"}, Side::right,
                       {-71, 88, 1342},       PointKind::active,         ago(hours{2000})};
};

using Rules = std::vector<CareRule>;

} // namespace

TEST_CASE("a point that nothing was done to has no rule against it")
{
    Bench bench;
    CHECK(bench.rules().empty());
    bench.rate(hours{5}, 8);
    CHECK(bench.rules().empty());
}

TEST_CASE("sorer than before the session: it rests for up to 48 hours")
{
    Bench bench;
    bench.session(hours{20}, 4);
    bench.rate(hours{2}, 6);
    const auto hits = bench.hits();
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].rule == CareRule::stillSore);
    CHECK(hits[0].before == PainLevel::from(4));
    CHECK(hits[0].now == PainLevel::from(6));
    CHECK_FALSE(hits[0].sources.empty());
    REQUIRE(hits[0].until);
    const int most = pressingProtocol().dose(DoseId{"rest-when-sore"})->range.most;
    CHECK(hits[0].until->utc == bench.ago(hours{20}).utc + std::chrono::minutes{5} + hours{most});
    bench.rate(hours{1}, 4); // and as it was
    CHECK(bench.rules().empty());
}

TEST_CASE("an answer about the session counts as well as a rating")
{
    Bench bench;
    const Session session = bench.session(hours{30}, 3);
    bench.answer(session, hours{6}, 5);
    CHECK(bench.rules() == Rules{CareRule::stillSore});
}

TEST_CASE("sorer at the end of the session than before it counts at once")
{
    Bench bench;
    bench.session(hours{3}, 3, 90, 5);
    CHECK(bench.rules() == Rules{CareRule::stillSore});
    Bench eased;
    eased.session(hours{3}, 5, 90, 3);
    CHECK(eased.rules() == Rules{CareRule::maybeSore}); // how it is the day after is not known yet
}

TEST_CASE("a needle in the muscle concerns all its points, and a class after it shortens nothing")
{
    Bench bench;
    bench.treat(hours{60}, TreatmentKind::dryNeedling);
    CHECK(bench.rules() == Rules{CareRule::treatedLately});
    bench.treat(hours{55}, TreatmentKind::yogaPilates);
    CHECK(bench.rules() == Rules{CareRule::treatedLately});
}

TEST_CASE("after 48 hours nothing holds it back any more")
{
    Bench bench;
    bench.session(hours{49}, 3);
    bench.rate(hours{2}, 9);
    CHECK(bench.rules().empty());
}

TEST_CASE("pressed lately and nothing said since: it is asked, for a day")
{
    Bench bench;
    bench.session(hours{20}, 4);
    CHECK(bench.rules() == Rules{CareRule::maybeSore});
    Bench later;
    later.session(hours{26}, 4);
    CHECK(later.rules().empty());
}

TEST_CASE("stretching is no pressing, and what was not done is nothing")
{
    Bench bench;
    bench.session(hours{5}, 4, 0);
    CHECK(bench.rules().empty());
}

TEST_CASE("what somebody treated lately is left alone for two days")
{
    Bench bench;
    bench.treat(hours{40});
    CHECK(bench.rules() == Rules{CareRule::treatedLately});
    Bench later;
    later.treat(hours{50});
    CHECK(later.rules().empty());
}

TEST_CASE("no change after a week of work asks to look again, after three weeks to see someone")
{
    const auto work = [](Bench &bench, int fromDay, int last) {
        for (int day = fromDay; day >= 5; day -= 3) {
            bench.session(days{day}, 6);
            bench.rate(days{day} - hours{6}, day > fromDay / 2 ? 6 : last);
        }
    };
    Bench week;
    work(week, 20, 6);
    CHECK(week.rules() == Rules{CareRule::lookAgain});
    Bench weeks;
    work(weeks, 29, 6);
    CHECK(weeks.rules() == Rules{CareRule::seeSomeone});
    Bench eased;
    work(eased, 29, 3);
    CHECK(eased.rules().empty());
}

TEST_CASE("more points than a session's number hold back, more minutes are told")
{
    const int most = pressingProtocol().dose(DoseId{"points-per-session"})->range.most;
    CHECK(rulesForSession(most, 5, pressingProtocol()).empty());
    const auto many = rulesForSession(most + 1, 30, pressingProtocol());
    REQUIRE(many.size() == 2);
    CHECK(many[0].rule == CareRule::manyPoints);
    CHECK(holdsBack(many[0].rule));
    CHECK(many[1].rule == CareRule::longSession);
    CHECK_FALSE(holdsBack(many[1].rule));
}
