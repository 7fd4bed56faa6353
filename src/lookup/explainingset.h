// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "lookup/evidence.h"

namespace palpate::lookup {

struct Explanation {
    /// The fewest groups, the one that explains most first.
    std::vector<ReferralGroupId> groups;
    /// Felt places (by their place in Evidence::felt) that no pattern reaches.
    std::vector<std::size_t> unexplained;
};

/// Of equally few groups, those that reach the places more surely win, then the likelier ones.
[[nodiscard]] Explanation explain(const Evidence &evidence);

} // namespace palpate::lookup
