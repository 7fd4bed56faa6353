// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "care/carehistory.h"
#include "referral/protocol.h"

namespace palpate {

/// Rules of rest, number and course. Those that hold back may be set aside with a reason; the others are told.
enum class CareRule : std::uint8_t {
    stillSore,     ///< sorer than before the last session: holds back
    maybeSore,     ///< pressed lately and nothing was said since: to be asked
    treatedLately, ///< somebody treated it lately: holds back
    manyPoints,    ///< more than a session's number: holds back
    longSession,   ///< longer than a session's length: told
    lookAgain,     ///< no change after a week of work: told
    seeSomeone     ///< no change after some weeks: told
};

[[nodiscard]] constexpr bool holdsBack(CareRule rule) noexcept
{
    return rule == CareRule::stillSore || rule == CareRule::treatedLately || rule == CareRule::manyPoints;
}

/// A rule that speaks, and what it goes by.
struct RuleHit {
    CareRule rule;
    /// Until when it holds, where it ends by itself.
    std::optional<Instant> until{};
    /// What happened, for the words: the session, the treatment.
    std::optional<Instant> since{};
    /// Before and now, where soreness was compared.
    std::optional<PainLevel> before{};
    std::optional<PainLevel> now{};
    /// How many: sessions without change, points, minutes.
    int count = 0;
    /// What the rule rests on.
    std::vector<Citation> sources{};

    friend bool operator==(const RuleHit &a, const RuleHit &b)
    {
        return a.rule == b.rule && a.until == b.until && a.since == b.since && a.before == b.before && a.now == b.now &&
               a.count == b.count;
    }
};

/// What speaks about pressing this point now, what holds back first. Bounds come from the protocol's doses
/// ("rest-when-sore", "recheck-after", "professional-after").
[[nodiscard]] std::vector<RuleHit> rulesFor(const CareHistory &history, const Protocol &pressing, const Instant &now);

/// What speaks about a session of so many points and minutes ("points-per-session", "session-length").
[[nodiscard]] std::vector<RuleHit> rulesForSession(int points, int minutes, const Protocol &pressing);

/// From here on a change counts as noticeable: a third, as studies of pain have it.
inline constexpr double noticeable = 0.3;

} // namespace palpate
