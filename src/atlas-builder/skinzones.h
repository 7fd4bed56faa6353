// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "atlas-builder/mesh.h"
#include "atlas-builder/recipe.h"
#include "atlas-builder/zonemap.h"

namespace palpate::atlas {

/// How the zones lie on the skin, vertex by vertex. Distances to seeds alone know nothing of the skin's folds: a zone
/// of the arm would leave a patch on the chest, across the gap of the armpit. So every zone is held to one piece of the
/// skin, and where its border runs is told again from the seeds, point by point.
struct SkinZones {
    /// How much each part of the body has of a vertex, by BodyPart; blended, the heaviest wins.
    std::vector<std::array<float, 4>> parts;
    /// The zones of the vertex and of those beside it.
    std::vector<ZoneSet> near;

    [[nodiscard]] BodyPart partAt(const Mesh::Triangle &triangle, const std::array<double, 3> &weights) const;

    /// The zone number of a point of the skin, inside a triangle.
    [[nodiscard]] std::uint8_t numberAt(const ZoneMap &map, const PointMm &point, const Mesh::Triangle &triangle,
                                        const std::array<double, 3> &weights) const;
};

/// `parts` may be rough and hold remnants: only the left half counts, and only the largest piece of each part stays.
[[nodiscard]] SkinZones tileSkin(const Mesh &skin, std::vector<BodyPart> parts, const std::vector<ZoneRecipe> &zones);

} // namespace palpate::atlas
