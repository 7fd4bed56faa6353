// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace palpate::testing {

[[nodiscard]] std::string bytesOf(const std::filesystem::path &file);

/// All atlas files of a folder by name.
[[nodiscard]] std::map<std::string, std::string> filesOf(const std::filesystem::path &folder);

} // namespace palpate::testing
