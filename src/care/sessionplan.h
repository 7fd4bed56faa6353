// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "care/clearance.h"
#include "record/care.h"
#include "referral/library.h"

namespace palpate {

/// What is to be done at one place, in this order, and with what the pressing is done.
struct PlannedCare {
    CarePlace place;
    std::optional<PointId> point{};
    std::vector<CareTechnique> techniques{};
    Tool tool = Tool::fingers;
    /// How one is placed for them; those that are missing can be done in any position.
    std::map<CareTechnique, BodyPosition> positions{};

    friend bool operator==(const PlannedCare &, const PlannedCare &) = default;
};

/// A piece of a session that the timer counts, or that waits for the person.
enum class BeatKind : std::uint8_t {
    rateBefore, ///< waits
    getReady,
    pressIn,
    hold,
    easeOff, ///< between two presses, without losing the spot
    letGo,
    stroke,
    goBack, ///< to the start of the next stroke
    tense,
    soften,
    stretch,
    comeBack,
    move,
    pack,     ///< heat or cold lies on
    rateAfter ///< waits
};

/// Whether the person presses, tenses or stretches, so that any key means: let go.
[[nodiscard]] constexpr bool isHeld(BeatKind kind) noexcept
{
    return kind == BeatKind::pressIn || kind == BeatKind::hold || kind == BeatKind::stroke || kind == BeatKind::tense ||
           kind == BeatKind::stretch || kind == BeatKind::pack;
}

[[nodiscard]] constexpr bool waits(BeatKind kind) noexcept
{
    return kind == BeatKind::rateBefore || kind == BeatKind::rateAfter;
}

struct Beat {
    std::size_t care = 0; ///< place in the list of planned care
    CareTechnique technique = CareTechnique::movement;
    BeatKind kind = BeatKind::getReady;
    std::chrono::seconds length{0}; ///< 0 where it waits
    int round = 1;                  ///< of `rounds`: presses, strokes, contractions, movements
    int rounds = 1;
    std::optional<PainLevel> aim{}; ///< how strong it should feel at most, 0 to 10

    friend bool operator==(const Beat &, const Beat &) = default;
};

/// What a session needs to know of the person's ways.
struct SessionWishes {
    std::optional<int> minutes{};            ///< no more than these
    std::vector<Tool> tools{};               ///< at hand besides the fingers
    bool atDesk = false;                     ///< nothing that one lies down for
    std::optional<CareTechnique> pressing{}; ///< that way of pressing, where it is allowed
    std::optional<CareTechnique> pack{};     ///< heat or cold, where it is allowed
};

/// What suits a place: the first way of pressing that is allowed, contract and relax or else a stretch, and movement.
/// With a tool at hand where tools are allowed. Empty techniques where nothing is allowed, or nothing that is fits the
/// wishes. `leaflet` tells the positions; null where there is none.
[[nodiscard]] PlannedCare suggestedCare(const CarePlace &place, std::optional<PointId> point,
                                        const Clearance &clearance, const SessionWishes &wishes,
                                        const Leaflet *leaflet = nullptr);

/// The beats of these places one after the other, their lengths from the protocols' usual doses. A technique whose
/// protocol is missing is left out; each place begins and ends with a rating.
[[nodiscard]] std::vector<Beat> beatsOf(std::span<const PlannedCare> care, const RuleBase &rules);

/// Time of all beats; each rating counts as ten seconds.
[[nodiscard]] std::chrono::seconds lengthOf(std::span<const Beat> beats);

/// The first of the places whose beats fit into the wished minutes; at least one where there is one.
[[nodiscard]] std::vector<PlannedCare> fitting(std::vector<PlannedCare> care, const RuleBase &rules,
                                               const SessionWishes &wishes);

} // namespace palpate
