// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "care/sessionplan.h"
#include "core/instant.h"

namespace palpate {

/// What sounds and signs tell apart.
enum class Signal : std::uint8_t {
    start,      ///< press, tense or stretch from now on
    half,       ///< half of a long hold is over
    release,    ///< let go
    sideChange, ///< the next place is on the other side
    question,   ///< a rating waits
    end
};

enum class RunState : std::uint8_t {
    running,
    waiting, ///< for a rating
    paused,
    away, ///< the machine slept, or the program stood still: stopped where it was last seen
    over
};

/// Two clocks at one moment: one that never jumps, to count by, and the one on the wall, to see that the machine slept.
struct Tick {
    std::chrono::milliseconds steady{0};
    std::chrono::sys_time<std::chrono::milliseconds> wall{};
};

/// A guided session on its way: it knows no window, no timer and no sound. Whoever shows it tells it the time often,
/// passes on what the person does and reads back what to show.
///
/// A hold that the person ends is too much: what is pressed after it is aimed one lower and held no longer than this
/// one was borne. A gap of `gap` in either clock stops the count where it was; a clock that is put back changes
/// nothing.
class SessionRun {
public:
    /// The machine was not there for the person during a gap like this.
    static constexpr std::chrono::milliseconds gap{3000};
    /// What a hold is not shortened below.
    static constexpr std::chrono::seconds shortestHold{10};
    /// Holds from this length on tell their half.
    static constexpr std::chrono::seconds longHold{20};

    SessionRun(std::vector<PlannedCare> care, std::vector<Beat> beats, const Tick &now);

    /// Counts on. The signals that fell due, in order.
    std::vector<Signal> advance(const Tick &now);

    // What the person does; each counts up to now first and returns what is to be told. What does not fit the moment
    // does nothing.
    std::vector<Signal> letGo(const Tick &now);
    std::vector<Signal> pauseOrGoOn(const Tick &now);
    /// To the next technique, or over the rating that waits.
    std::vector<Signal> skip(const Tick &now);
    /// To the beginning of this technique; at its beginning, of the one before at the same place.
    std::vector<Signal> repeat(const Tick &now);
    /// Answers the rating that waits and goes on.
    std::vector<Signal> rate(std::optional<PainLevel> soreness, std::optional<PainLevel> tender, const Tick &now);
    /// How strong the last hold felt, said between two holds.
    void setEffort(PainLevel level);
    /// The page is left: a hold is let go, the count stops.
    std::vector<Signal> leave(const Tick &now);
    /// Ends it here.
    void end(SessionEnd reason, const Tick &now);

    [[nodiscard]] RunState state() const noexcept { return m_state; }
    [[nodiscard]] SessionEnd reason() const noexcept { return m_end; }
    [[nodiscard]] const std::vector<PlannedCare> &care() const noexcept { return m_care; }
    [[nodiscard]] const std::vector<Beat> &beats() const noexcept { return m_beats; }
    /// When the person was last there: a gap does not count.
    [[nodiscard]] std::chrono::sys_time<std::chrono::milliseconds> lastSeen() const noexcept { return m_lastSeen; }
    /// Null when it is over.
    [[nodiscard]] const Beat *current() const noexcept;
    /// The next beat that is no getting ready; null at the end.
    [[nodiscard]] const Beat *next() const noexcept;
    /// What is left of the current beat.
    [[nodiscard]] std::chrono::milliseconds left() const noexcept { return m_left; }
    /// Whether a strength can be said now, and of what.
    [[nodiscard]] bool asksEffort() const noexcept;
    /// What was done, in order; a step stands here from its first counted second on.
    [[nodiscard]] const std::vector<SessionStep> &steps() const noexcept { return m_steps; }

private:
    void goAway(std::vector<Signal> &signals);
    void count(std::chrono::milliseconds passed, std::vector<Signal> &signals);
    void enter(std::size_t beat, std::vector<Signal> &signals);
    void leaveHeld(const Beat &beat, std::vector<Signal> &signals);
    void credit(std::chrono::milliseconds passed);
    void ease(const Beat &tooMuch, std::chrono::milliseconds borne);
    [[nodiscard]] SessionStep &stepOf(const Beat &beat);
    [[nodiscard]] std::size_t firstOfTechnique(std::size_t beat) const;
    [[nodiscard]] std::size_t firstAfterTechnique(std::size_t beat) const;

    std::vector<PlannedCare> m_care;
    std::vector<Beat> m_beats;
    std::size_t m_at = 0;
    std::chrono::milliseconds m_left{0};
    /// Counted seconds are whole in the record; what is over is kept here.
    std::chrono::milliseconds m_uncredited{0};
    Tick m_last;
    std::chrono::sys_time<std::chrono::milliseconds> m_lastSeen;
    RunState m_state = RunState::running;
    SessionEnd m_end = SessionEnd::finished;
    std::vector<SessionStep> m_steps;
    /// Ratings given before the first step of a place.
    std::optional<PainLevel> m_before;
    std::optional<PainLevel> m_tenderBefore;
};

} // namespace palpate
