// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/pointmm.h"

namespace palpate::testing {

/// An OBJ box between two corners.
[[nodiscard]] std::string boxObj(PointMm low, PointMm high);

void writeFile(const std::filesystem::path &file, const std::string &text);

/// Writes a little body of boxes under `folder`: anatomy/ (meshes, catalogue, skin) and recipe/. It has a muscle
/// "flank" on both sides over a bone "post" in the middle, a "cover" on the left only that lies over the left flank,
/// and two zones. With `swapped` left and right are exchanged in the meshes, the names stay.
void writeSyntheticBody(const std::filesystem::path &folder, bool swapped = false);

} // namespace palpate::testing
