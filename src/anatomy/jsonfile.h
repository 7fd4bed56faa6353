// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace palpate::anatomy {

/// Reads one of the data files that ship with the program. Throws DataFileError: with the line when the text is no
/// JSON, and for files over 64 MB or nested deeper than 32 levels.
[[nodiscard]] nlohmann::json readJsonFile(const std::filesystem::path &file);

} // namespace palpate::anatomy
