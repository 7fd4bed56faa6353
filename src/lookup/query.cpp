// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/query.h"

#include <algorithm>

namespace palpate {

std::vector<FeltPlace> feltIn(std::span<const PaintedZone> painted)
{
    constexpr double brushedAgainst = 0.02;
    constexpr double heart = 1.0 / 3;
    std::vector<FeltPlace> places;
    for (const PaintedZone &zone : painted) {
        if (zone.covered >= brushedAgainst) {
            const FeltSide side = zone.side == Side::left    ? FeltSide::left
                                  : zone.side == Side::right ? FeltSide::right
                                                             : FeltSide::either;
            places.push_back({{zone.zone}, side, std::min(1.0, zone.covered / heart)});
        }
    }
    return places;
}

} // namespace palpate
