// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "anatomy/grayimage.h"
#include "atlas-builder/recipe.h"

namespace palpate::atlas {

/// The seed rule: a point of the skin belongs to the zone of the nearest seed on its own side of the body, among the
/// zones that may lie on its part of the body and whose limits it keeps.
class ZoneMap {
public:
    explicit ZoneMap(const std::vector<ZoneRecipe> &zones);

    /// Zone number of a skin point: 1 + 2 * place in the recipe for the left side and the midline, one more for the
    /// right side. 0 only when no zone may lie on that part of the body.
    [[nodiscard]] std::uint8_t numberAt(const PointMm &point, BodyPart part) const;

private:
    struct Seed {
        PointMm at;
        std::size_t zone;
        std::size_t order; ///< in the recipe
    };

    const std::vector<ZoneRecipe> &m_zones;
    std::array<std::vector<Seed>, 4> m_seeds; ///< by body part, then by height
};

/// Gives every island of fewer than `pixels` to the zone that it shares the longest border with.
void removeIslands(anatomy::GrayImage8 &zones, int pixels);

} // namespace palpate::atlas
