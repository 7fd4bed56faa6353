// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/sessionkeeper.h"

#include <algorithm>

#include <QCoreApplication>

#include "care/technique.h"
#include "desktop/measurewords.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

QString tr(const char *words) { return QCoreApplication::translate("Care", words); }

} // namespace

void SessionKeeper::begin(const QString &overrideReason)
{
    m_record = Session{m_session.next<SessionId>(),
                       m_session.now(),
                       {},
                       SessionEnd::interrupted,
                       overrideReason.trimmed().toStdString()};
    m_isStored = false;
}

bool SessionKeeper::perform(const Verb &verb, const QString &words)
{
    if (!m_isGrouped) {
        m_isGrouped = true;
        m_session.undoStack().beginMacro(tr("Guided session"));
    }
    return m_session.perform(verb, words);
}

void SessionKeeper::keep(const SessionRun &run)
{
    if (!m_record || run.steps().empty()) {
        return;
    }
    m_record->steps = run.steps();
    // Not now: the person may have been away for hours since.
    m_record->ended = Instant{run.lastSeen(), m_session.now().offset};
    if (run.state() == RunState::over) {
        m_record->end = run.reason();
    }
    if (perform(m_isStored ? change(*m_record) : add(*m_record), tr("Guided session"))) {
        m_isStored = true;
    }
}

void SessionKeeper::rate(const PlannedCare &care, std::optional<PainLevel> soreness, std::optional<PainLevel> tender)
{
    if (!m_record || !care.point || !m_session.read().find<TriggerPoint>(*care.point)) {
        return;
    }
    Verb verb;
    const auto add = [&](Asked asked, std::optional<PainLevel> level) {
        if (level) {
            verb.steps.emplace_back(
                Add{Rating{m_session.next<RatingId>(), *care.point, asked, *level, m_session.now()}});
        }
    };
    add(Asked::sorenessNow, soreness);
    add(Asked::tendernessPressed, tender);
    if (!verb.steps.empty()) {
        perform(verb, tr("Rate %1").arg(nameOf(m_atlas, care.place.muscle, care.place.side)));
    }
}

void SessionKeeper::measure(MovementTest test, Side side, double value)
{
    const Measure measure{m_session.next<MeasureId>(),
                          m_session.now(),
                          MeasureKind::rangeOfMotion,
                          std::string{toKey(test)},
                          isSided(test) ? side : Side::midline,
                          value,
                          unitOf(test),
                          {}};
    perform(add(measure), phrases::capitalised(measurewords::movement(test)));
}

void SessionKeeper::finish(const SessionRun &run)
{
    if (!m_record) {
        return;
    }
    keep(run);
    const bool pressed = std::ranges::any_of(
        run.steps(), [](const SessionStep &step) { return isPressing(step.technique) && step.doneSeconds > 0; });
    if (m_isStored && pressed) {
        const Instant due{m_record->ended->utc + sessionFollowUp, m_record->ended->offset};
        perform(add(FollowUp{m_session.next<FollowUpId>(), AnyId{m_record->id.bytes()}, due, {}, {}, {}, {}, {}}),
                tr("Guided session"));
    }
    ungroup();
    m_record.reset();
}

void SessionKeeper::ungroup()
{
    if (m_isGrouped) {
        m_isGrouped = false;
        m_session.undoStack().endMacro();
    }
}

} // namespace palpate::desktop
