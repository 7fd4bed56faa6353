// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/instant.h"
#include "journal/journalreader.h"
#include "record/care.h"
#include "record/rating.h"
#include "record/triggerpoint.h"

namespace palpate {

/// A time that a point was pressed by the person.
struct Worked {
    Instant at;    ///< when the session began
    Instant ended; ///< as far as it is known
    SessionStep step;
    /// What was answered about that session since, newest last.
    std::vector<FollowUp> answers{};
};

/// What was done about one point lately, and how sore it was; each oldest first.
struct CareHistory {
    std::vector<Worked> worked{};
    std::vector<Treatment> treatments{};
    std::vector<Rating> soreness{}; ///< soreness now, nothing carried over
};

/// How far back rules look: longer than any of them needs, so that their cost does not grow with the journal.
inline constexpr std::chrono::days careMemory{42};

/// By point; a point without anything has an empty history. Throws JournalError.
[[nodiscard]] std::map<PointId, CareHistory> careHistories(const JournalReader &journal,
                                                           const std::vector<TriggerPoint> &points, const Instant &now);

} // namespace palpate
