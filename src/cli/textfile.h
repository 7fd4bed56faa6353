// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace palpate::cli {

/// Reads a file of at most that many bytes; nothing when there are more. Throws WorldError.
[[nodiscard]] std::optional<std::string> readUpTo(const std::filesystem::path &file, std::size_t bytes);

/// Writes a file that the person alone can read (0600), whole or not at all; what stood there is replaced.
/// Throws WorldError.
void writePrivate(const std::filesystem::path &file, std::string_view text);

} // namespace palpate::cli
