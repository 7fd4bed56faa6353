// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::cli {

/// How many letters have to be put in, taken out or changed to make one text of the other.
[[nodiscard]] std::size_t editDistance(std::string_view one, std::string_view other);

/// The `count` texts with the least edit distance to `text`, nearest first; ties in the order given.
[[nodiscard]] std::vector<std::string> nearestTo(std::string_view text, std::vector<std::string> known,
                                                 std::size_t count);

} // namespace palpate::cli
