// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palpate::testing {

/// How hard English prose is to read.
struct Readability {
    std::size_t words = 0;
    double meanSentence = 0; ///< words
    /// Years of school by Flesch and Kincaid (Kincaid et al. 1975); syllables are counted by groups of vowels.
    double grade = 0;
};

[[nodiscard]] Readability readabilityOf(std::string_view text);

/// In small letters, as they stand.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text);

} // namespace palpate::testing
