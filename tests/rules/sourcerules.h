// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::rules {

/// What a source file does that it may not: an English phrase each, with the include it is about.
/// `path` is relative to the project ("src/journal/database.cpp", "tests/core/id_test.cpp") and need not exist.
/// Every file has the SPDX line, every header `#pragma once`; the rest holds for files under src/, see
/// docs/architecture.md.
[[nodiscard]] std::vector<std::string> violationsOf(const std::filesystem::path &path, std::string_view text);

} // namespace palpate::rules
