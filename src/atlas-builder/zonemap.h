// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <vector>

#include "anatomy/grayimage.h"
#include "atlas-builder/recipe.h"

namespace palpate::atlas {

/// Which zones may be meant, by place in the recipe.
using ZoneSet = std::bitset<128>;

/// The seed rule: a point of the skin belongs to the zone of the nearest seed on its own side of the body, among the
/// zones that may lie on its part of the body and whose limits it keeps.
class ZoneMap {
public:
    explicit ZoneMap(const std::vector<ZoneRecipe> &zones);

    /// Zone number of a skin point: 1 + 2 * place in the recipe for the left side and the midline, one more for the
    /// right side. 0 only when no zone may lie on that part of the body.
    [[nodiscard]] std::uint8_t numberAt(const PointMm &point, BodyPart part) const;

    /// The same as a place in the recipe, among the zones of the set only.
    [[nodiscard]] std::optional<std::size_t> zoneAt(const PointMm &point, BodyPart part, const ZoneSet &among) const;

    /// The number of a zone on that side of the body.
    [[nodiscard]] std::uint8_t numberOf(std::size_t zone, bool onRight) const
    {
        return static_cast<std::uint8_t>(1 + 2 * zone + (onRight && !m_zones[zone].midline ? 1U : 0U));
    }

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
