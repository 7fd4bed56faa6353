// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
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

/// The place in the recipe of a zone by its number, which is not 0: the reverse of ZoneMap::numberOf.
[[nodiscard]] constexpr std::size_t zoneOfNumber(std::uint8_t number) { return (number - std::size_t{1}) / 2; }

/// Rounds the borders between zones: where the surface runs on, a pixel joins the zone that most of those around it
/// belong to. Spikes and ripples finer than a few millimetres go; no pixel changes its side of the body. `near` is the
/// surface's nearness, pixel by pixel; `numberAt` gives the number of a zone, by its place in the recipe, at a pixel.
void roundBorders(anatomy::GrayImage8 &zones, const anatomy::GrayImage<float> &near, int radiusPx,
                  const std::function<std::uint8_t(std::size_t zone, int x, int y)> &numberAt);

/// Gives every island of fewer than `pixels` to the zone that it shares the longest border with.
void removeIslands(anatomy::GrayImage8 &zones, int pixels);

} // namespace palpate::atlas
