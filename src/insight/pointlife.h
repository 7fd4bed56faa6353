// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "insight/soreness.h"

// The life of a trigger point: what the numbers suggest, and how often it came back. Suggestions are for the person to
// take up; nothing changes by itself.
namespace palpate {

/// A point without soreness for this long may be called quiet. A round number chosen by the program, no clinical bound.
inline constexpr std::chrono::days quietAfter{14};

enum class LifeSuggestion : std::uint8_t { quiet, returned };

/// Quiet: for an open point whose last readings, two at least, are 0 since 14 days before `today` or longer. Returned:
/// for a quiet one with a soreness above 0 since it became quiet. Values carried over count for neither. `readings` are
/// answers to Asked::sorenessNow, in order of time.
[[nodiscard]] std::optional<LifeSuggestion> suggestionFor(const TriggerPoint &point, std::span<const Reading> readings,
                                                          LocalDay today);

/// How often the point has come back after it was quiet.
[[nodiscard]] int timesReturned(const TriggerPoint &point);

/// The point as it is once the suggestion is taken up, its life one event longer.
[[nodiscard]] TriggerPoint withSuggestion(TriggerPoint point, LifeSuggestion suggestion, const Instant &now);

} // namespace palpate
