// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/query.h"

#include <algorithm>

namespace palpate {

std::optional<double> paintedWeight(double covered)
{
    constexpr double brushedAgainst = 0.02;
    constexpr double heart = 1.0 / 3;
    return covered >= brushedAgainst ? std::optional{std::min(1.0, covered / heart)} : std::nullopt;
}

std::vector<FeltPlace> feltIn(std::span<const PaintedZone> painted)
{
    std::vector<FeltPlace> places;
    for (const PaintedZone &zone : painted) {
        if (const auto weight = paintedWeight(zone.covered)) {
            const FeltSide side = zone.side == Side::left    ? FeltSide::left
                                  : zone.side == Side::right ? FeltSide::right
                                                             : FeltSide::either;
            places.push_back({{zone.zone}, side, *weight});
        }
    }
    return places;
}

} // namespace palpate
