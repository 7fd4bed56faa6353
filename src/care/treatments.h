// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

#include "core/idsource.h"
#include "record/care.h"

namespace palpate {

[[nodiscard]] constexpr bool usesNeedles(TreatmentKind kind) noexcept
{
    return kind == TreatmentKind::dryNeedling || kind == TreatmentKind::injectionAnaesthetic ||
           kind == TreatmentKind::injectionCortisone || kind == TreatmentKind::acupuncture;
}

/// How long the treated places are left alone unless whoever treated them said otherwise: 72 hours after needles
/// (contraindications.json, "recent-needling" and "new-injection"), else 48, the longest rest of a sore point.
[[nodiscard]] constexpr std::chrono::hours leftAloneAfter(TreatmentKind kind) noexcept
{
    return std::chrono::hours{usesNeedles(kind) ? 72 : 48};
}

/// The questions how it went: after 24, 48 and 72 hours, after needles also after 4, because a lung that was hit showed
/// after 2 hours and after days (doi 10.7759/cureus.14207); after a class once. Of a treatment that is written down
/// later, only those that are not older than a day.
[[nodiscard]] std::vector<FollowUp> followUpsAfter(const Treatment &treatment, const Instant &now, IdSource &ids);

} // namespace palpate
