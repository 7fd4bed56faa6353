// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/id.h"
#include "core/instant.h"
#include "core/pointmm.h"
#include "core/side.h"
#include "record/pointkind.h"
#include "record/stroke.h"

namespace palpate {

/// A step in the life of a point. What was quiet and hurts again has returned.
enum class LifeStage : std::uint8_t { active, latent, unsure, quiet, returned };

template <> struct Keys<LifeStage> {
    static constexpr KeyTable<LifeStage, 5> all{{{LifeStage::active, "active"},
                                                 {LifeStage::latent, "latent"},
                                                 {LifeStage::unsure, "unsure"},
                                                 {LifeStage::quiet, "quiet"},
                                                 {LifeStage::returned, "returned"}}};
};

struct LifeEvent {
    Instant at;
    LifeStage stage = LifeStage::unsure;

    friend bool operator==(const LifeEvent &, const LifeEvent &) = default;
};

/// How sure the person is of the place.
enum class Certainty : std::uint8_t { sure, aboutHere, somewhereHere };

template <> struct Keys<Certainty> {
    static constexpr KeyTable<Certainty, 3> all{{{Certainty::sure, "sure"},
                                                 {Certainty::aboutHere, "about-here"},
                                                 {Certainty::somewhereHere, "somewhere-here"}}};
};

enum class Finder : std::uint8_t { self, professional, someoneElse };

template <> struct Keys<Finder> {
    static constexpr KeyTable<Finder, 3> all{
        {{Finder::self, "self"}, {Finder::professional, "professional"}, {Finder::someoneElse, "someone-else"}}};
};

/// A trigger point that was found in one of the person's muscles.
/// Invariant, held by the journal's verbs and by the tables under them: fits(side, position).
struct TriggerPoint {
    PointId id;
    MuscleId muscle;
    Side side = Side::midline; ///< midline where the muscle has no pair
    PointMm position;          ///< in the body frame, millimetres
    PointKind kind = PointKind::unsure;
    Instant markedAt;
    // What was found by touch; empty where it was not looked for.
    std::optional<bool> tautBand{};
    std::optional<bool> tender{};
    std::optional<bool> twitch{};         ///< a twitch of the band when it is flicked
    std::optional<bool> reproducesPain{}; ///< pressing it brings the pain the person knows
    Certainty certainty = Certainty::sure;
    Finder finder = Finder::self;
    std::string finderName{};
    std::string note{};
    bool quiet = false;             ///< the last stage of its life is quiet: no longer looked after
    std::vector<LifeEvent> life{};  ///< in order of time; what came before the first event is its kind when marked
    std::vector<Stroke> referral{}; ///< where the person feels this point's pain, as they painted it
    std::vector<ZoneCoverage> referralZones{};

    friend bool operator==(const TriggerPoint &, const TriggerPoint &) = default;
};

/// The point as it shows itself from now on, its life one event longer.
[[nodiscard]] inline TriggerPoint withKind(TriggerPoint point, PointKind kind, const Instant &now)
{
    const LifeStage stage = kind == PointKind::active   ? LifeStage::active
                            : kind == PointKind::latent ? LifeStage::latent
                                                        : LifeStage::unsure;
    point.kind = kind;
    point.quiet = false;
    point.life.push_back({now, stage});
    return point;
}

/// No body reaches farther than this from the origin of its frame, in millimetres.
inline constexpr double bodyReachMm = 5000;

/// Whether a point of a muscle on this side can stand at this place: left where x > 0, right where x < 0, midline
/// at any x; each coordinate within bodyReachMm (so never infinite, never NaN).
[[nodiscard]] constexpr bool fits(Side side, PointMm position) noexcept
{
    for (const double coordinate : {position.x, position.y, position.z}) {
        if (!(coordinate >= -bodyReachMm && coordinate <= bodyReachMm)) {
            return false;
        }
    }
    switch (side) {
    case Side::left:
        return position.x > 0;
    case Side::right:
        return position.x < 0;
    case Side::midline:
        break;
    }
    return true;
}

} // namespace palpate
