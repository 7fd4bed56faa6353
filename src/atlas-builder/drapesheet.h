// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas-builder/drape.h"
#include "atlas-builder/drapeground.h"
#include "atlas-builder/mesh.h"

namespace palpate::atlas {

/// The smooth line through all places, in steps of about `stepMm`, for a ground where a degree spans `mmPerDegree`.
[[nodiscard]] DrapeLine smoothLine(const DrapeLine &line, double mmPerDegree, double stepMm);

/// Lays one sheet on its finished ground: a closed shell on the left half, open at the midline where it reaches it.
/// `ceiling` holds for every node of the ground the radius that the sheet stays under; infinite where it is free.
/// Empty when the outline has no surface on the ground.
[[nodiscard]] Mesh drapeSheet(const DrapeRecipe &recipe, const DrapeGround &ground, const std::vector<double> &ceiling);

} // namespace palpate::atlas
