// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "atlas-builder/body.h"

namespace palpate::atlas {

/// Builds the whole atlas from the meshes of `anatomy` and the recipe, and puts its files into `out` in the place of
/// those before; nothing is written unless all of it could be made. The same input always gives the same bytes.
/// Progress is told from several threads, one at a time. Returns a line for every mesh that lost pieces.
/// Throws DataFileError (file, place, reason) and WorldError.
std::vector<std::string> buildAtlas(const std::filesystem::path &anatomy, const std::filesystem::path &recipe,
                                    const std::filesystem::path &out, const Progress &progress);

/// The second half of that: draws a body that is built already, and puts the files into `out`.
void drawAtlas(const Body &body, const Recipe &recipe, const std::filesystem::path &out, const Progress &progress);

} // namespace palpate::atlas
