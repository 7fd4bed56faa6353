// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "anatomy/atlas.h"
#include "care/sessionrun.h"
#include "desktop/journalsession.h"
#include "record/measure.h"

namespace palpate::desktop {

/// Stores a guided session while it runs, so that nothing of it is lost when the program ends: with its first finished
/// step as one that was interrupted, and with its true end once it has one. All of it is one step to undo.
class SessionKeeper {
public:
    /// Both must outlive it.
    SessionKeeper(const anatomy::Atlas &atlas, JournalSession &session) : m_atlas{atlas}, m_session{session} {}

    /// `overrideReason`: why a rest rule was set aside; empty where none was.
    void begin(const QString &overrideReason);
    void keep(const SessionRun &run);
    /// Numbers for a point, as ratings of this moment.
    void rate(const PlannedCare &care, std::optional<PainLevel> soreness, std::optional<PainLevel> tender);
    /// How far it moves now; of a movement without sides the side is left out.
    void measure(MovementTest test, Side side, double value);
    /// The last state, and the question how it went, a day later. Does nothing after the first time.
    void finish(const SessionRun &run);
    /// What comes from here on is another step to undo: the page is left for a while.
    void ungroup();
    [[nodiscard]] bool isKeeping() const { return m_record.has_value(); }

private:
    bool perform(const Verb &verb, const QString &words);

    const anatomy::Atlas &m_atlas;
    JournalSession &m_session;
    std::optional<Session> m_record;
    bool m_isStored = false;
    bool m_isGrouped = false; ///< the undo stack takes all of it as one step
};

/// The question how it went is asked this long after a session of one's own.
inline constexpr std::chrono::hours sessionFollowUp{24};

} // namespace palpate::desktop
