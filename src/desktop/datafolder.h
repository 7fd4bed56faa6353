// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace palpate::desktop {

/// The folder with atlas/, knowledge/ and schema/: named by PALPATE_DATA, or beside the program in the build tree, or
/// ../share/palpate from it. Throws DataFileError when none of them holds an atlas.
[[nodiscard]] std::filesystem::path dataFolder(const std::filesystem::path &programFolder);

} // namespace palpate::desktop
