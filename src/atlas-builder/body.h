// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "atlas-builder/mesh.h"
#include "atlas-builder/recipe.h"
#include "atlas-builder/skinzones.h"
#include "core/side.h"

namespace palpate::atlas {

/// One thing that the map can point at: a structure on one side of the body, as a surface.
struct BodyRegion {
    std::size_t structure = 0; ///< place in Recipe::structures
    Side side = Side::midline;
    Mesh mesh;
    std::vector<PointMm> normals; ///< unit normals, one a vertex
    bool isArm = false;           ///< lies along the arm, so that a view with the arm aside leaves it out
};

/// The whole body in 3D, cleaned and told apart by side: what all views are projected from.
struct Body {
    std::vector<BodyRegion> regions;
    Mesh skin;
    std::vector<PointMm> skinNormals;
    SkinZones skinZones;
    std::vector<std::string> cleaning; ///< one line for every mesh that lost pieces: said, not hidden
};

/// Told how far the work is, from 0 to 1, and what is being done.
using Progress = std::function<void(double done, const std::string &what)>;

/// Builds the body from the folder with catalog.tsv, bodyparts3d/ and makehuman/. The side of every region comes
/// from its vertices. Throws DataFileError when a mesh is malformed or missing, or when an element that the recipe
/// calls one-sided spans both sides evenly.
[[nodiscard]] Body buildBody(const std::filesystem::path &anatomy, const Recipe &recipe, const Progress &progress);

} // namespace palpate::atlas
