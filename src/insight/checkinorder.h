// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/localday.h"
#include "record/checkin.h"
#include "record/pointoverview.h"

namespace palpate {

/// The order in which a check-in asks: points without an answer of this day first, then the sorest by their last
/// number, then those marked longest ago. Values carried over are no answer. `nothingToday` answers all.
[[nodiscard]] std::vector<PointOverview> inOrderOfCheckIn(std::vector<PointOverview> points, LocalDay today,
                                                          bool nothingToday);

/// What a check-in asks besides soreness, three at most: the factors pinned, then as long as there is room sleep,
/// stress and painkillers, where the person has none of that name. These come without being in the journal: `id` is
/// empty.
struct AskedFactor {
    std::optional<FactorId> id;
    std::string name;
    Scale scale = Scale::zeroToTen;

    friend bool operator==(const AskedFactor &, const AskedFactor &) = default;
};
inline constexpr std::size_t mostPinnedFactors = 3;
[[nodiscard]] std::vector<AskedFactor> askedFactors(std::span<const Factor> factors);

} // namespace palpate
