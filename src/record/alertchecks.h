// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "record/alert.h"

namespace palpate {

enum class CheckRefusal : std::uint8_t { none, inFuture, notYetTold, beforeTold, sameDay };

/// Whether "a professional has checked this" can be accepted for a sign of this urgency. Never a check that lies in the
/// future; a same-day sign only when the check came after the sign was first told (`firstShown`); an emergency only
/// when it came on a later local day than that. Doctor and caution: any past check.
[[nodiscard]] CheckRefusal refusalOf(Urgency urgency, const std::optional<Instant> &firstShown,
                                     const Instant &checkedAt, const Instant &now);

/// The rules that a stored check still answers on a day, each once: up to and with the last day of the check. A check
/// without a last day answers none.
[[nodiscard]] std::vector<RuleId> settledOn(std::span<const Alert> alerts, LocalDay day);

/// When a rule was first told, whatever was answered; nothing where it never was.
[[nodiscard]] std::optional<Instant> firstTold(std::span<const Alert> alerts, const RuleId &rule);

} // namespace palpate
