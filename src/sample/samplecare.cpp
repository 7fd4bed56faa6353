// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "sample/samplejournal.h"

namespace palpate::sample {

namespace {

using std::chrono::days;

constexpr std::array<const char *, 3> providers{"Ms Okafor, physiotherapy", "Massage at the baths", "Dr Lindqvist"};

/// Whether a day is one of those that come every so often.
bool everySoOften(const SampleDay &day, int often, int offset)
{
    return day.day.time_since_epoch().count() % often == offset;
}

} // namespace

void SampleJournal::addProfile()
{
    const Instant at = sampleMoment(m_story.days.front().day, 7 * 60);
    put(Profile{m_random.id<ProfileId>(at), m_random.whole(1955, 1998), Pregnancy::no, std::nullopt, std::nullopt,
                "ibuprofen now and then", false, false, false, false, "",
                m_random.chance(0.9) ? Handedness::right : Handedness::left, m_random.chance(0.4), m_random.chance(0.5),
                "Sit through a film. Carry the shopping."});
}

void SampleJournal::addReminders()
{
    const Instant at = sampleMoment(m_story.days.front().day, 7 * 60);
    put(Reminder{m_random.id<ReminderId>(at), ReminderKind::checkIn, 20 * 60 + 30, {}, "", false});
    put(Reminder{m_random.id<ReminderId>(at),
                 ReminderKind::postureBreak,
                 11 * 60,
                 {Weekday::monday, Weekday::tuesday, Weekday::wednesday, Weekday::thursday, Weekday::friday},
                 "get up for a minute",
                 false});
}

void SampleJournal::addPeriods()
{
    const auto add = [this](const std::vector<SampleSpan> &spans, PeriodKind kind, const char *helped) {
        for (const auto &[from, to] : spans) {
            const Instant at = moment(from, 7);
            put(Period{m_random.id<PeriodId>(at), kind, at, moment(to, 22), helped, ""});
        }
    };
    add(m_story.flares, PeriodKind::flare, "warmth, and less at the desk");
    add(m_story.pauses, PeriodKind::pause, "");
}

/// A new plan every half year, for the main muscles.
void SampleJournal::plan(const SampleDay &day)
{
    if (!m_plan.empty() && day.day <= m_plan.front().until) {
        return;
    }
    const std::vector<Point *> open = openPoints(day.day);
    if (open.empty()) {
        return;
    }
    const LocalDay until = day.day + days{180};
    const Instant at = moment(day.day, 9);
    const PlanId id = m_random.id<PlanId>(at);
    put(Plan{id, "Stretches and the ball", day.day, until, ""});
    m_plan.clear();
    constexpr std::array<SessionTechnique, 3> techniques{SessionTechnique::stretch, SessionTechnique::pressureSteady,
                                                         SessionTechnique::heat};
    constexpr std::array<Tool, 3> tools{Tool::none, Tool::ball, Tool::pack};
    for (std::size_t number = 0; number < techniques.size(); ++number) {
        const TriggerPoint &point = record(*open[number % open.size()]);
        PlanItem item{m_random.id<PlanItemId>(at),
                      id,
                      point.muscle,
                      point.side,
                      techniques[number],
                      tools[number],
                      techniques[number] == SessionTechnique::heat ? 900 : m_random.whole(2, 6) * 15,
                      m_random.whole(1, 4),
                      1,
                      {},
                      "",
                      "it gets sharp"};
        if (number == 1) {
            item.days = {Weekday::monday, Weekday::wednesday, Weekday::saturday};
        }
        m_plan.push_back({item, until});
        put(std::move(item));
    }
}

void SampleJournal::ticks(const SampleDay &day)
{
    for (const PlannedItem &planned : m_plan) {
        const bool isDay = planned.item.days.empty() || planned.item.days.has(static_cast<Weekday>(day.weekday));
        if (!isDay || day.day > planned.until || m_random.chance(0.25)) {
            continue;
        }
        const Instant at = moment(day.day, 19);
        const Kept kept = m_random.chance(0.85) ? Kept::done : m_random.chance(0.5) ? Kept::partly : Kept::skipped;
        put(PlanTick{m_random.id<PlanTickId>(at), planned.item.id, at, kept, ""});
    }
}

void SampleJournal::session(const SampleDay &day)
{
    const std::vector<Point *> open = openPoints(day.day);
    if (open.empty() || day.treated || !m_random.chance(day.weekday % 2 == 0 ? 0.6 : 0.15)) {
        return;
    }
    const Instant at = moment(day.day, 19);
    Session session{m_random.id<SessionId>(at), at, std::nullopt, SessionEnd::finished, "", ""};
    int seconds = 0;
    for (int count = m_random.whole(1, 4); count > 0; --count) {
        const Point &point = *open[m_random.bits() % std::min<std::size_t>(open.size(), 6)];
        const bool pressed = m_random.chance(0.6);
        const int done = m_random.whole(30, 60);
        const double before = point.usual + day.shift + m_random.noise(0.8);
        const SessionStep step{record(point).muscle,
                               record(point).side,
                               record(point).id,
                               pressed ? SessionTechnique::pressureSteady : SessionTechnique::stretch,
                               pressed ? Tool::ball : Tool::none,
                               60,
                               done,
                               m_random.whole(1, 3),
                               level(m_random.between(3, 7)),
                               done < 35,
                               level(before),
                               level(before - 1 + m_random.noise(0.8)),
                               level(before + 1.5),
                               level(before + m_random.noise(0.5))};
        seconds += step.doneSeconds * step.repetitions + 30;
        session.steps.push_back(step);
    }
    session.ended = Instant{at.utc + std::chrono::seconds{seconds}, at.offset};
    session.end = m_random.chance(0.9) ? SessionEnd::finished : SessionEnd::stopped;
    const AnyId about{session.id.bytes()};
    put(std::move(session));
    if (m_random.chance(0.3)) {
        followUp(day, about, 1);
    }
}

void SampleJournal::treatment(const SampleDay &day)
{
    const std::vector<Point *> open = openPoints(day.day);
    if (!day.treated || open.empty()) {
        return;
    }
    constexpr std::array<TreatmentKind, 4> kinds{TreatmentKind::physiotherapy, TreatmentKind::massage,
                                                 TreatmentKind::dryNeedling, TreatmentKind::physiotherapy};
    const Instant at = moment(day.day, 14);
    Treatment treatment{m_random.id<TreatmentId>(at), at, m_random.oneOf(kinds), m_random.oneOf(providers),
                        m_random.whole(2, 6) * 10,    ""};
    for (std::size_t place = 0; place < std::min<std::size_t>(open.size(), 3); ++place) {
        const TriggerPoint &point = record(*open[place]);
        treatment.places.push_back({point.muscle, point.side, point.id});
    }
    const AnyId about{treatment.id.bytes()};
    put(std::move(treatment));
    followUp(day, about, 1);
    followUp(day, about, 3);
}

void SampleJournal::followUp(const SampleDay &day, AnyId about, int after)
{
    const LocalDay due = day.day + days{after};
    if (due > m_request.until) {
        return;
    }
    const Instant at = sampleMoment(due, 18 * 60);
    FollowUp entry{m_random.id<FollowUpId>(sampleMoment(day.day, 20 * 60)),
                   about,
                   at,
                   std::nullopt,
                   std::nullopt,
                   std::nullopt,
                   "",
                   ""};
    if (m_random.chance(0.8)) {
        entry.answered = sampleMoment(due, 18 * 60 + m_random.whole(1, 120));
        entry.soreness = level(after == 1 ? m_random.between(3, 7) : m_random.between(0, 4));
        entry.easing = after > 1 || m_random.chance(0.5);
    }
    put(std::move(entry));
}

void SampleJournal::visit(const SampleDay &day)
{
    if (day.weekday >= 5 || !everySoOften(day, 47, 17)) {
        return;
    }
    const Instant at = sampleMoment(day.day, 10 * 60 + 30);
    put(Visit{m_random.id<VisitId>(at), at, providers[2], "Could it come from the way I sit?",
              "Shown the trends; carry on with the stretches."});
}

void SampleJournal::checklist(const SampleDay &day)
{
    const std::vector<Point *> open = openPoints(day.day);
    if (open.empty() || !everySoOften(day, 45, 7)) {
        return;
    }
    const Instant at = moment(day.day, 16);
    Checklist list{m_random.id<ChecklistId>(at), at, "pain between neck and shoulder"};
    for (int count = 0; count < 4; ++count) {
        const TriggerPoint &point = record(*open[m_random.bits() % open.size()]);
        const bool found = m_random.chance(0.4);
        list.items.push_back({point.muscle, point.side, found ? Palpated::thatIsMyPain : Palpated::nothing,
                              found ? std::optional{point.id} : std::nullopt});
    }
    put(std::move(list));
}

void SampleJournal::measures(const SampleDay &day)
{
    if (!everySoOften(day, 30, 3)) {
        return;
    }
    const Instant at = moment(day.day, 18);
    const auto measure = [&](MeasureKind kind, const char *what, Side side, double value, MeasureUnit unit) {
        put(Measure{m_random.id<MeasureId>(at), at, kind, what, side, value, unit, std::nullopt});
    };
    const double soreness = 3 + day.shift;
    measure(MeasureKind::pegPain, "", Side::midline, level(soreness).value(), MeasureUnit::score);
    measure(MeasureKind::pegEnjoyment, "", Side::midline, level(soreness + m_random.noise(1)).value(),
            MeasureUnit::score);
    measure(MeasureKind::pegActivity, "", Side::midline, level(soreness + m_random.noise(1)).value(),
            MeasureUnit::score);
    measure(MeasureKind::rangeOfMotion, "head-turn", Side::left, static_cast<double>(m_random.whole(50, 75)),
            MeasureUnit::degree);
    measure(MeasureKind::rangeOfMotion, "head-turn", Side::right, static_cast<double>(m_random.whole(50, 75)),
            MeasureUnit::degree);
}

void SampleJournal::alert(const SampleDay &day)
{
    if (!everySoOften(day, 200, 50)) {
        return;
    }
    const Instant at = moment(day.day, 21);
    Alert alert{m_random.id<AlertId>(at), at, RuleId{"night-pain"}, Urgency::doctor,
                AlertAnswer::notMeant,    "", std::nullopt,         std::nullopt};
    if (m_random.chance(0.5)) {
        alert.answer = AlertAnswer::checked;
        alert.checkedBy = providers[2];
        alert.checkedAt = sampleMoment(day.day + days{6}, 10 * 60);
        alert.checkedUntil = day.day + days{180};
    }
    put(std::move(alert));
}

} // namespace palpate::sample
