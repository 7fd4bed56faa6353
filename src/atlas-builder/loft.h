// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/pointmm.h"

namespace palpate::atlas {

struct Body;
struct Recipe;

/// A place on a strap's centre line, and how large the strap is there, in mm.
struct LoftPoint {
    PointMm at;
    double widthMm = 0;
    double thicknessMm = 0;
};

/// A strap or spindle along a smooth line: rounded, closed at both ends, with its thin direction along `flat`.
struct LoftStrap {
    std::vector<LoftPoint> path;
    PointMm flat{0, 1, 0};              ///< which way its flat faces look; any length but none
    std::optional<PointMm> outwardFrom; ///< its flat faces look away from the upright line through here instead
    double power = 2;                   ///< of the superellipse of its section: 2 an ellipse, more is squarer
    double fibreMm = 0;                 ///< depth of the furrows along it that show its fibres
};

/// A curved sheet through two or more lines that lie side by side and run the same way.
struct LoftSheet {
    std::vector<std::vector<PointMm>> rails;
    double thicknessMm = 0;
    double taperMm = 0; ///< over this distance from its edge the sheet reaches its thickness
    double fibreMm = 0; ///< depth of the furrows that show its fibres; they run from the first line to the last
    double slantMm = 0; ///< how much further along the last line a fibre ends than it began on the first
};

/// A sheet that fills the space between two ribs, from the lower edge of the one to the upper edge of the other.
/// Angles turn about an upright axis inside the chest: 0 is the back, 90 the side, 180 the front.
struct LoftRibSpace {
    std::vector<std::string> above; ///< ids of the structures that bound it: the rib, and its cartilage
    std::vector<std::string> below;
    double fromDegrees = 0;
    double toDegrees = 0; ///< it ends earlier where one of the ribs does
    double thicknessMm = 0;
    double fibreMm = 0; ///< as of a sheet
    double slantMm = 0; ///< as of a sheet
};

/// A structure without a mesh, made of lofted parts. All is written for the left half, x >= 0.
struct LoftRecipe {
    std::string structure; ///< id in structures.json
    std::string place;     ///< where it stands in lofts.json, for messages
    std::vector<LoftStrap> straps;
    std::vector<LoftSheet> sheets;
    std::vector<PointMm> axis; ///< of the rib spaces: one point, or none where there are no spaces
    std::vector<LoftRibSpace> ribSpaces;
};

/// Reads lofts.json of the recipe's folder; a folder without one has no lofts. Throws DataFileError with file, place
/// and reason.
[[nodiscard]] std::vector<LoftRecipe> readLofts(const std::filesystem::path &recipeFolder);

/// Appends the lofted structures to the body's regions: the left side, and the right as its mirror image, save for
/// rib spaces, which follow the ribs of their own side. Of a structure of the midline both halves become one region,
/// and a sheet whose last line lies at x = 0 runs on smoothly into its mirror image. Throws DataFileError when the
/// recipe lacks the structure or a rib, when it has a mesh already, or when a shape cannot be made.
void addLofts(Body &body, const Recipe &recipe, const std::vector<LoftRecipe> &lofts);

} // namespace palpate::atlas
