// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/error.h"

namespace palpate::knowledge {

/// The text of a JSON data file, fit to be given to a parser. Throws DataFileError when the file is missing, cannot be
/// read, is larger than 4 MB, opens more than 32 brackets one in another, or has a string of more than 8,000 bytes.
[[nodiscard]] std::string readDataText(const std::filesystem::path &file);

/// The line, from 1, in which the byte stands, from 0.
[[nodiscard]] std::string lineOf(std::string_view text, std::size_t byte);

} // namespace palpate::knowledge
