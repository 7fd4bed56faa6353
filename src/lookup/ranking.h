// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "core/keyed.h"
#include "referral/pattern.h"

namespace palpate {

/// The side of the muscles of a candidate. `either` where the query says nothing about sides, `midline` for a muscle
/// that stands in the middle.
enum class CandidateSide : std::uint8_t { left, right, both, midline, either };

template <> struct Keys<CandidateSide> {
    static constexpr KeyTable<CandidateSide, 5> all{{{CandidateSide::left, "left"},
                                                     {CandidateSide::right, "right"},
                                                     {CandidateSide::both, "both"},
                                                     {CandidateSide::midline, "midline"},
                                                     {CandidateSide::either, "either"}}};
};

// ---- why a group stands where it stands: values, put into words by whoever shows them ----

/// Zones of the query that the person has painted for points of their own in its muscles, on the candidate's side.
struct FeltByYou {
    std::vector<ZoneId> zones;
    /// How many points these come from; at least one.
    std::size_t points;
};
/// Zones of the query that are essential for it, or spillover.
struct FeltEssential {
    std::vector<ZoneId> zones;
};
struct FeltSpillover {
    std::vector<ZoneId> zones;
};
/// Named as bringing the pain on, and listed for it.
struct ProvokedBy {
    std::vector<ActivityId> activities;
};
struct LimitedIn {
    std::vector<MovementId> movements;
};
/// Essential for it, and said not to hurt.
struct SparedThough {
    std::vector<ZoneId> zones;
};
/// One of its muscles lies where it hurts, but is not known to refer there.
struct LiesThere {
    std::vector<ZoneId> zones;
};
/// The manuals' lists name it often for its region. Expert opinion, never counted.
struct OftenNamed {};

using Reason =
    std::variant<FeltByYou, FeltEssential, FeltSpillover, ProvokedBy, LimitedIn, SparedThough, LiesThere, OftenNamed>;

/// A referral group that could be behind the pain.
struct Candidate {
    ReferralGroupId group;
    /// Its muscles, by id.
    std::vector<MuscleId> muscles;
    CandidateSide side;
    /// A soft likelihood from 0 to 1; together with "none of these" they sum to 1. To compare within one list.
    double score;
    /// How much of the pain lies in zones of its pattern: 0 to 1, spillover counting 0.6.
    double explains;
    /// How much of the pattern of its site that fits best is in the query: 0 to 1.
    double felt;
    /// The score equals that of the candidate before.
    bool tied;
    /// It hurts where the muscle is; no pattern of the group reaches there.
    bool local;
    /// Zones of the query in its pattern, each once, in the order of the query.
    std::vector<ZoneId> essential;
    std::vector<ZoneId> spillover;
    /// Strongest first; at least one.
    std::vector<Reason> reasons;
};

struct Ranking {
    /// Best first; equal ones by group id. Empty when no place is felt.
    std::vector<Candidate> candidates;
    /// The fewest groups whose patterns together reach every felt place that any pattern reaches.
    std::vector<ReferralGroupId> explainingSet;
    /// Zones of felt places that no known pattern reaches.
    std::vector<ZoneId> unexplained;
};

} // namespace palpate
