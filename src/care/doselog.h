// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/id.h"
#include "core/instant.h"
#include "record/care.h"

namespace palpate {

/// What was done to a point once, and what soreness did.
struct DoseEntry {
    Instant at;
    SessionTechnique technique = SessionTechnique::pressureSteady;
    Tool tool = Tool::none;
    int seconds = 0;
    std::optional<PainLevel> effort;
    PainLevel before;
    PainLevel after;
    std::optional<BodyPosition> position{};
};

/// Pressing of this point that was rated before and after, oldest first.
[[nodiscard]] std::vector<DoseEntry> doseLog(std::span<const Session> sessions, PointId point);

/// The way of pressing after which soreness fell most.
struct BestDose {
    SessionTechnique technique = SessionTechnique::pressureSteady;
    Tool tool = Tool::none;
    int seconds = 0;   ///< of the middle entry
    int count = 0;     ///< how many times, at least `enoughDoses`
    double change = 0; ///< mean of after less before; below 0 where it eased
};

/// Fewer say nothing.
inline constexpr int enoughDoses = 3;

/// Ways are told apart by technique, tool and half minutes. Nothing where none was used often enough, or none eased.
/// A mean of a few is a hint and no finding: what is pressed on a bad day eases by itself, too.
[[nodiscard]] std::optional<BestDose> bestDose(std::span<const DoseEntry> entries);

} // namespace palpate
