// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/localday.h"
#include "record/profile.h"
#include "referral/safety.h"

namespace palpate {

/// What the profile says of conditions, each once: those that are named, and those that follow from its other answers
/// (blood thinners, cortisone, a medicine patch, pregnancy, an age below 16).
[[nodiscard]] std::vector<ConditionId> conditionsOf(const Profile &profile, LocalDay today);

/// Operations count as recent for as long as contraindications.json says.
inline constexpr std::chrono::days recentOperation{12 * 7};

} // namespace palpate
