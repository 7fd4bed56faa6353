// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/pointmm.h"

namespace palpate::atlas {

struct Body;
struct Recipe;

/// A plane at one height: it passes through `at` and looks towards `normal`.
struct SplitStation {
    PointMm at;     ///< on the left half
    PointMm normal; ///< any length but none
};

/// Divides one mesh that serves two structures. The dividing surface is a plane, or turns and moves with the height
/// from station to station.
struct SplitRecipe {
    std::string behind;                 ///< id of the structure that the normals look away from
    std::string ahead;                  ///< id of the structure that the normals look towards
    std::string place;                  ///< where it stands in splits.json, for messages
    std::vector<SplitStation> stations; ///< from low to high
};

/// How far a point lies from the dividing surface, roughly in mm: positive ahead, negative behind. Points of the
/// right half count as mirrored.
[[nodiscard]] double splitDistance(const SplitRecipe &split, const PointMm &point);

/// Reads splits.json of the recipe's folder; a folder without one divides nothing. Throws DataFileError with file,
/// place and reason.
[[nodiscard]] std::vector<SplitRecipe> readSplits(const std::filesystem::path &recipeFolder);

/// Cuts the regions of both structures, which hold the same whole mesh so far, along the dividing surfaces: each keeps
/// its own part. Throws DataFileError when the recipe lacks one of the structures, when they are not made of the same
/// elements, or when a part is left without a surface.
void applySplits(Body &body, const Recipe &recipe, const std::vector<SplitRecipe> &splits);

} // namespace palpate::atlas
