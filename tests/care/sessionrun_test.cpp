// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/sessionrun.h"

#include <algorithm>

#include "care/shipped.h"
#include "support/fixedclock.h"

using namespace palpate;
using namespace palpate::testing;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

using Signals = std::vector<Signal>;

/// A session that is told the time every 100 ms.
class Bench {
public:
    explicit Bench(std::vector<PlannedCare> care) : m_run{care, beatsOf(care, shipped().rules), m_now} {}

    SessionRun *operator->() { return &m_run; }
    [[nodiscard]] const Tick &now() const { return m_now; }

    Signals pass(milliseconds time)
    {
        Signals all;
        for (milliseconds done{0}; done < time; done += 100ms) {
            step(100ms, 100ms);
            std::ranges::copy(m_run.advance(m_now), std::back_inserter(all));
        }
        return all;
    }
    /// Without telling it.
    void step(milliseconds steady, milliseconds wall)
    {
        m_now.steady += steady;
        m_now.wall += wall;
    }
    /// Runs on until a beat of this kind is on.
    Signals until(BeatKind kind)
    {
        Signals all;
        for (int guard = 0; guard < 20000 && (m_run.current() == nullptr || m_run.current()->kind != kind); ++guard) {
            std::ranges::copy(pass(100ms), std::back_inserter(all));
        }
        REQUIRE(m_run.current() != nullptr);
        REQUIRE(m_run.current()->kind == kind);
        return all;
    }
    Signals rate(int level) { return m_run.rate(PainLevel::from(level), PainLevel::from(level), m_now); }

private:
    Tick m_now{1000s, std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
    SessionRun m_run;
};

PlannedCare pressing(Side side = Side::right)
{
    return {{MuscleId{"infraspinatus"}, side}, {}, {CareTechnique::pressureSteady}, Tool::ball};
}

int holdSeconds() { return shipped().rules.protocol(ProtocolId{"pressure-steady"})->dose(DoseId{"hold"})->range.usual; }

} // namespace

TEST_CASE("a session waits for the first rating, then runs by itself to the last release")
{
    Bench run{{pressing()}};
    CHECK(run->state() == RunState::waiting);
    CHECK(run.pass(60s).empty()); // nobody is hurried
    CHECK(run->state() == RunState::waiting);
    CHECK(run.rate(6).empty());
    CHECK(run->current()->kind == BeatKind::getReady);
    CHECK(run.until(BeatKind::pressIn) == Signals{Signal::start});
    CHECK(run.until(BeatKind::hold).empty()); // pressing in goes over into the hold
    const Signals told = run.until(BeatKind::letGo);
    CHECK(told == Signals{Signal::half, Signal::release});
    CHECK(run.until(BeatKind::rateAfter) == Signals{Signal::question});
    CHECK(run.rate(4) == Signals{Signal::end});
    CHECK(run->state() == RunState::over);
    CHECK(run->reason() == SessionEnd::finished);
    REQUIRE(run->steps().size() == 1);
    const SessionStep &step = run->steps().front();
    CHECK(step.doneSeconds == holdSeconds());
    CHECK(step.plannedSeconds == holdSeconds());
    CHECK(step.repetitions == 1);
    CHECK(step.tool == Tool::ball);
    CHECK(step.before == PainLevel::from(6));
    CHECK(step.after == PainLevel::from(4));
    CHECK(step.tenderBefore == PainLevel::from(6));
    CHECK_FALSE(step.letGo);
}

TEST_CASE("letting go ends the hold, is kept, and lowers what is pressed after it")
{
    Bench run{{pressing(), pressing(Side::left)}};
    run.rate(6);
    run.until(BeatKind::hold);
    const int aim = run->current()->aim->value();
    run.pass(25s);
    CHECK(run->letGo(run.now()) == Signals{Signal::release});
    CHECK(run->current()->kind == BeatKind::letGo);
    REQUIRE(run->steps().size() == 1);
    CHECK(run->steps().front().letGo);
    CHECK(run->steps().front().doneSeconds == 25);
    run.until(BeatKind::rateAfter);
    CHECK(run.rate(5) == Signals{Signal::sideChange, Signal::question});
    run.rate(6);
    run.until(BeatKind::hold);
    CHECK(run->current()->length == 25s);
    CHECK(run->current()->aim->value() == aim - 1);
    CHECK(run->steps().front().after == PainLevel::from(5));
    run.until(BeatKind::rateAfter);
    CHECK(run->steps()[1].before == PainLevel::from(6)); // and not what was said of the first
}

TEST_CASE("a hold that was borne for a moment only is not made shorter than ten seconds")
{
    Bench run{{pressing(), pressing(Side::left)}};
    run.rate(6);
    run.until(BeatKind::hold);
    run.pass(2s);
    run->letGo(run.now());
    run.until(BeatKind::rateAfter);
    run.rate(5);
    run.rate(6);
    run.until(BeatKind::hold);
    CHECK(run->current()->length == SessionRun::shortestHold);
}

TEST_CASE("letting go is for holds alone: at other moments it does nothing")
{
    Bench run{{pressing()}};
    CHECK(run->letGo(run.now()).empty());
    run.rate(6);
    CHECK(run->letGo(run.now()).empty());
    CHECK(run->current()->kind == BeatKind::getReady);
}

TEST_CASE("a pause stops the count between holds and nowhere else")
{
    Bench run{{pressing()}};
    run.rate(6);
    run.pass(2s);
    run->pauseOrGoOn(run.now());
    CHECK(run->state() == RunState::paused);
    CHECK(run.pass(60s).empty());
    CHECK(run->left() == 3s);
    run->pauseOrGoOn(run.now());
    run.until(BeatKind::hold);
    run->pauseOrGoOn(run.now());
    CHECK(run->state() == RunState::running);
}

TEST_CASE("the machine sleeps during a hold: the count stands where it was, and goes on when asked")
{
    for (const bool steadyRuns : {true, false}) {
        Bench run{{pressing()}};
        run.rate(6);
        run.until(BeatKind::hold);
        run.pass(10s);
        const milliseconds left = run->left();
        run.step(steadyRuns ? milliseconds{2h} : 100ms, 2h);
        CHECK(run->advance(run.now()) == Signals{Signal::release}); // nobody holds on because a sound did not come
        CHECK(run->state() == RunState::away);
        CHECK(run->lastSeen() < run.now().wall - 1h);
        CHECK(run->left() == left);
        CHECK(run->pauseOrGoOn(run.now()) == Signals{Signal::start});
        CHECK(run->state() == RunState::running);
        run.until(BeatKind::rateAfter);
        CHECK(run->steps().front().doneSeconds == holdSeconds());
    }
}

TEST_CASE("a clock on the wall that is put back changes nothing")
{
    Bench run{{pressing()}};
    run.rate(6);
    run.until(BeatKind::hold);
    run.step(100ms, -1h);
    run->advance(run.now());
    CHECK(run->state() == RunState::running);
    run.until(BeatKind::rateAfter);
    CHECK(run->steps().front().doneSeconds == holdSeconds());
}

TEST_CASE("skipping goes to the next technique, going back to the beginning of this one")
{
    Bench run{{PlannedCare{{MuscleId{"infraspinatus"}, Side::right},
                           {},
                           {CareTechnique::pressureSteady, CareTechnique::stretch},
                           Tool::fingers}}};
    run.rate(6);
    run.until(BeatKind::hold);
    run.pass(5s);
    CHECK(run->skip(run.now()) == Signals{Signal::release});
    CHECK(run->current()->technique == CareTechnique::stretch);
    CHECK(run->current()->kind == BeatKind::getReady);
    CHECK(run->repeat(run.now()).empty());
    CHECK(run->current()->technique == CareTechnique::pressureSteady);
    CHECK(run->current()->kind == BeatKind::getReady);
    run.until(BeatKind::stretch);
    run->repeat(run.now());
    CHECK(run->current()->technique == CareTechnique::stretch);
    CHECK(run->current()->kind == BeatKind::getReady);
    run->repeat(run.now());
    run->repeat(run.now()); // no farther back than the place's first technique
    CHECK(run->current()->kind == BeatKind::getReady);
}

TEST_CASE("what was done stands in the steps at any moment, also when it ends early")
{
    Bench run{{pressing(), pressing(Side::left)}};
    run.rate(6);
    run.until(BeatKind::hold);
    run.pass(42s);
    run->end(SessionEnd::tooPainful, run.now());
    CHECK(run->state() == RunState::over);
    CHECK(run->reason() == SessionEnd::tooPainful);
    CHECK(run->current() == nullptr);
    REQUIRE(run->steps().size() == 1);
    CHECK(run->steps().front().doneSeconds == 42);
    CHECK(run.pass(60s).empty());
}

TEST_CASE("how strong it felt can be said between holds, of the hold before")
{
    Bench run{{pressing()}};
    run.rate(6);
    run.until(BeatKind::hold);
    CHECK_FALSE(run->asksEffort());
    run->setEffort(*PainLevel::from(9));
    run.until(BeatKind::letGo);
    CHECK(run->asksEffort());
    run->setEffort(*PainLevel::from(5));
    CHECK(run->steps().front().effort == PainLevel::from(5));
}

TEST_CASE("rounds are counted: presses with pauses, contractions, strokes")
{
    Bench run{{PlannedCare{{MuscleId{"infraspinatus"}, Side::right},
                           {},
                           {CareTechnique::pressureIntermittent, CareTechnique::contractRelax},
                           Tool::fingers}}};
    run.rate(6);
    run.until(BeatKind::rateAfter);
    REQUIRE(run->steps().size() == 2);
    CHECK(run->steps()[0].repetitions == 4);
    CHECK(run->steps()[0].doneSeconds == 40);
    const int rounds = shipped().rules.protocol(ProtocolId{"contract-relax"})->dose(DoseId{"repetitions"})->range.usual;
    CHECK(run->steps()[1].repetitions == rounds + 1); // and the stretch at the end
    CHECK(run->steps()[1].tool == Tool::none);
}

TEST_CASE("ratings may be left out, and a session of nothing is over at once")
{
    Bench run{{pressing()}};
    run->skip(run.now());
    CHECK(run->current()->kind == BeatKind::getReady);
    run.until(BeatKind::rateAfter);
    CHECK(run->skip(run.now()) == Signals{Signal::end});
    CHECK_FALSE(run->steps().front().before);
    CHECK_FALSE(run->steps().front().after);
    Bench none{{}};
    CHECK(none->state() == RunState::over);
    CHECK(none->steps().empty());
}
