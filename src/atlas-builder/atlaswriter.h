// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "atlas-builder/picture.h"

namespace palpate::atlas {

/// Writes one view's pictures and shapes into the folder. Throws WorldError when it cannot.
void writeView(const std::filesystem::path &folder, const ViewPicture &picture);

/// Writes atlas.json: what is drawn, in which views, and whose work it rests on.
void writeCatalogue(const std::filesystem::path &folder, const Body &body, const Recipe &recipe,
                    const std::vector<ViewPicture> &views);

} // namespace palpate::atlas
