// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "atlas-builder/loft.h"
#include "atlas-builder/mesh.h"

namespace palpate::atlas {

using LoftLine = std::vector<PointMm>;

/// `count` places at equal distances along the smooth curve (Catmull-Rom) through all points. At least two of each.
[[nodiscard]] LoftLine smoothCurve(const LoftLine &points, std::size_t count);

/// A closed surface, its triangles facing outwards. Nothing when the centre line has no length, or runs along the
/// direction that the flat faces should look in.
[[nodiscard]] std::optional<Mesh> strapMesh(const LoftStrap &strap);

/// A closed surface, its triangles facing outwards. Nothing when a line has no length or the lines lie on each other.
[[nodiscard]] std::optional<Mesh> sheetMesh(const LoftSheet &sheet);

/// The two lines that a rib space is stretched between: the lower edge of what lies above, and the upper edge of what
/// lies below. `axis` and the meshes are of the same side. Empty where the two share less than two sections.
[[nodiscard]] std::vector<LoftLine> ribSpaceRails(const LoftRibSpace &space, const PointMm &axis, const Mesh &above,
                                                  const Mesh &below);

} // namespace palpate::atlas
