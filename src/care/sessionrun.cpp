// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/sessionrun.h"

#include <algorithm>

#include "care/technique.h"

namespace palpate {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Work that the record counts: not the getting ready, the pauses and the way back.
[[nodiscard]] bool isWork(BeatKind kind) noexcept
{
    return kind == BeatKind::hold || kind == BeatKind::stroke || kind == BeatKind::tense || kind == BeatKind::stretch ||
           kind == BeatKind::move || kind == BeatKind::pack;
}

/// What ends with the word to let go; a stroke or a movement runs on by itself.
[[nodiscard]] bool isReleased(BeatKind kind) noexcept
{
    return kind == BeatKind::hold || kind == BeatKind::tense || kind == BeatKind::stretch || kind == BeatKind::pack;
}

/// What begins with the word to start.
[[nodiscard]] bool isStarted(BeatKind kind) noexcept { return isReleased(kind) || kind == BeatKind::pressIn; }

} // namespace

SessionRun::SessionRun(std::vector<PlannedCare> care, std::vector<Beat> beats, const Tick &now)
    : m_care{std::move(care)}, m_beats{std::move(beats)}, m_last{now}, m_lastSeen{now.wall}
{
    std::vector<Signal> signals; // nothing is told before it is shown
    enter(0, signals);
}

const Beat *SessionRun::current() const noexcept
{
    return m_state == RunState::over || m_at >= m_beats.size() ? nullptr : &m_beats[m_at];
}

const Beat *SessionRun::next() const noexcept
{
    for (std::size_t at = m_at + 1; at < m_beats.size(); ++at) {
        if (m_beats[at].kind != BeatKind::getReady) {
            return &m_beats[at];
        }
    }
    return nullptr;
}

std::vector<Signal> SessionRun::advance(const Tick &now)
{
    std::vector<Signal> signals;
    const milliseconds passed = now.steady - m_last.steady;
    const milliseconds wall = now.wall - m_last.wall;
    const bool wasAway = passed >= gap || wall - passed >= gap;
    m_last = now;
    if (!wasAway && m_state != RunState::away && m_state != RunState::over) {
        m_lastSeen = now.wall;
    }
    if (m_state != RunState::running || passed <= milliseconds{0}) {
        return signals;
    }
    if (wasAway) {
        goAway(signals);
        return signals;
    }
    count(passed, signals);
    return signals;
}

void SessionRun::goAway(std::vector<Signal> &signals)
{
    m_state = RunState::away;
    if (isHeld(m_beats[m_at].kind)) {
        signals.push_back(Signal::release); // who goes by the sounds alone must not hold on
    }
}

std::vector<Signal> SessionRun::leave(const Tick &now)
{
    std::vector<Signal> signals = advance(now);
    if (m_state == RunState::running) {
        goAway(signals);
    }
    return signals;
}

void SessionRun::count(milliseconds passed, std::vector<Signal> &signals)
{
    while (passed > milliseconds{0} && m_state == RunState::running) {
        const Beat beat = m_beats[m_at];
        const milliseconds used = std::min(passed, m_left);
        const milliseconds before = m_left;
        m_left -= used;
        passed -= used;
        if (isWork(beat.kind)) {
            credit(used);
        }
        const milliseconds half = milliseconds{beat.length} / 2;
        if (isReleased(beat.kind) && beat.length >= longHold && before > half && m_left <= half) {
            signals.push_back(Signal::half);
        }
        if (m_left == milliseconds{0}) {
            leaveHeld(beat, signals);
            enter(m_at + 1, signals);
        }
    }
}

void SessionRun::enter(std::size_t beat, std::vector<Signal> &signals)
{
    const std::optional<std::size_t> from = m_at < m_beats.size() ? std::optional{m_at} : std::nullopt;
    m_at = beat;
    m_uncredited = milliseconds{0};
    if (m_at >= m_beats.size()) {
        m_state = RunState::over;
        m_left = milliseconds{0};
        signals.push_back(Signal::end);
        return;
    }
    const Beat &now = m_beats[m_at];
    m_left = now.length;
    if (from && now.care != m_beats[*from].care) {
        m_before.reset();
        m_tenderBefore.reset();
        if (m_care[now.care].place.side != m_care[m_beats[*from].care].place.side) {
            signals.push_back(Signal::sideChange);
        }
    }
    if (waits(now.kind)) {
        m_state = RunState::waiting;
        signals.push_back(Signal::question);
    } else {
        m_state = RunState::running;
        if (isStarted(now.kind) && (!from || m_beats[*from].kind != BeatKind::pressIn)) {
            signals.push_back(Signal::start);
        }
    }
}

void SessionRun::leaveHeld(const Beat &beat, std::vector<Signal> &signals)
{
    if (isWork(beat.kind)) {
        ++stepOf(beat).repetitions;
    }
    if (isReleased(beat.kind)) {
        signals.push_back(Signal::release);
    }
}

void SessionRun::credit(milliseconds passed)
{
    m_uncredited += passed;
    const auto whole = std::chrono::floor<seconds>(m_uncredited);
    if (whole > seconds{0}) {
        stepOf(m_beats[m_at]).doneSeconds += static_cast<int>(whole.count());
        m_uncredited -= whole;
    }
}

SessionStep &SessionRun::stepOf(const Beat &beat)
{
    const PlannedCare &care = m_care[beat.care];
    const SessionTechnique technique = recordedAs(beat.technique);
    const auto known = std::ranges::find_if(m_steps, [&](const SessionStep &step) {
        return step.muscle == care.place.muscle && step.side == care.place.side && step.point == care.point &&
               step.technique == technique;
    });
    if (known != m_steps.end()) {
        return *known;
    }
    SessionStep step{care.place.muscle, care.place.side, care.point, technique};
    const bool isPack = beat.technique == CareTechnique::heat || beat.technique == CareTechnique::cold;
    step.tool = isPack ? Tool::pack : isPressing(beat.technique) ? care.tool : Tool::none;
    if (const auto position = care.positions.find(beat.technique); position != care.positions.end()) {
        step.position = position->second;
    }
    for (const Beat &one : m_beats) {
        if (one.care == beat.care && one.technique == beat.technique && isWork(one.kind)) {
            step.plannedSeconds += static_cast<int>(one.length.count());
        }
    }
    step.before = m_before;
    step.tenderBefore = m_tenderBefore;
    m_steps.push_back(std::move(step));
    return m_steps.back();
}

void SessionRun::ease(const Beat &tooMuch, milliseconds borne)
{
    const seconds longest = std::max(shortestHold, std::chrono::floor<seconds>(borne));
    for (std::size_t at = m_at + 1; at < m_beats.size(); ++at) {
        Beat &later = m_beats[at];
        if (!isPressing(later.technique) || !isHeld(later.kind)) {
            continue;
        }
        if (tooMuch.kind == BeatKind::hold && later.kind == BeatKind::hold) {
            later.length = std::min(later.length, longest);
        }
        if (later.aim && later.aim->value() > 1) {
            later.aim = PainLevel::from(later.aim->value() - 1);
        }
    }
}

std::vector<Signal> SessionRun::letGo(const Tick &now)
{
    std::vector<Signal> signals = advance(now);
    if (m_state != RunState::running || !isHeld(m_beats[m_at].kind)) {
        return signals;
    }
    const Beat beat = m_beats[m_at];
    const milliseconds borne = beat.length - m_left;
    SessionStep &step = stepOf(beat);
    step.letGo = true;
    if (isPressing(beat.technique)) {
        ease(beat, borne);
    }
    signals.push_back(Signal::release);
    // On to where this technique lets go; without such a place, to what comes after it.
    std::size_t to = m_at + 1;
    while (to < m_beats.size() && m_beats[to].care == beat.care && m_beats[to].technique == beat.technique &&
           isHeld(m_beats[to].kind)) {
        ++to;
    }
    enter(to, signals);
    return signals;
}

std::vector<Signal> SessionRun::pauseOrGoOn(const Tick &now)
{
    std::vector<Signal> signals = advance(now);
    if (m_state == RunState::running && !isHeld(m_beats[m_at].kind)) {
        m_state = RunState::paused;
    } else if (m_state == RunState::paused || m_state == RunState::away) {
        const bool wasHeld = isHeld(m_beats[m_at].kind);
        m_state = RunState::running;
        if (wasHeld) {
            signals.push_back(Signal::start);
        }
    }
    return signals;
}

std::size_t SessionRun::firstOfTechnique(std::size_t beat) const
{
    std::size_t first = beat;
    while (first > 0 && m_beats[first - 1].care == m_beats[beat].care &&
           m_beats[first - 1].technique == m_beats[beat].technique && !waits(m_beats[first - 1].kind)) {
        --first;
    }
    return first;
}

std::size_t SessionRun::firstAfterTechnique(std::size_t beat) const
{
    std::size_t after = beat;
    while (after < m_beats.size() && m_beats[after].care == m_beats[beat].care &&
           m_beats[after].technique == m_beats[beat].technique && !waits(m_beats[after].kind)) {
        ++after;
    }
    return after;
}

std::vector<Signal> SessionRun::skip(const Tick &now)
{
    std::vector<Signal> signals = advance(now);
    if (m_state == RunState::over || m_state == RunState::away) {
        return signals;
    }
    const bool wasWaiting = m_state == RunState::waiting;
    if (!wasWaiting && isReleased(m_beats[m_at].kind)) {
        signals.push_back(Signal::release);
    }
    enter(wasWaiting ? m_at + 1 : firstAfterTechnique(m_at), signals);
    return signals;
}

std::vector<Signal> SessionRun::repeat(const Tick &now)
{
    std::vector<Signal> signals = advance(now);
    if (m_state == RunState::over || m_state == RunState::away) {
        return signals;
    }
    std::size_t to = m_state == RunState::waiting ? m_at : firstOfTechnique(m_at);
    if (to == m_at && to > 0 && m_beats[to - 1].care == m_beats[m_at].care && !waits(m_beats[to - 1].kind)) {
        to = firstOfTechnique(to - 1);
    }
    if (to != m_at || m_state != RunState::waiting) {
        enter(to, signals);
    }
    return signals;
}

std::vector<Signal> SessionRun::rate(std::optional<PainLevel> soreness, std::optional<PainLevel> tender,
                                     const Tick &now)
{
    std::vector<Signal> signals = advance(now);
    if (m_state != RunState::waiting) {
        return signals;
    }
    const Beat beat = m_beats[m_at];
    if (beat.kind == BeatKind::rateBefore) {
        m_before = soreness;
        m_tenderBefore = tender;
    } else {
        for (SessionStep &step : m_steps) {
            const PlannedCare &care = m_care[beat.care];
            if (step.muscle == care.place.muscle && step.side == care.place.side && step.point == care.point) {
                step.after = soreness;
                step.tenderAfter = tender;
            }
        }
    }
    enter(m_at + 1, signals);
    return signals;
}

bool SessionRun::asksEffort() const noexcept
{
    if (m_state != RunState::running && m_state != RunState::paused) {
        return false;
    }
    const Beat &beat = m_beats[m_at];
    return isPressing(beat.technique) && (beat.kind == BeatKind::letGo || beat.kind == BeatKind::easeOff) &&
           !m_steps.empty();
}

void SessionRun::setEffort(PainLevel level)
{
    if (asksEffort()) {
        stepOf(m_beats[m_at]).effort = level;
    }
}

void SessionRun::end(SessionEnd reason, const Tick &now)
{
    (void)advance(now);
    if (m_state != RunState::over) {
        m_state = RunState::over;
        m_end = reason;
        m_left = milliseconds{0};
    }
}

} // namespace palpate
