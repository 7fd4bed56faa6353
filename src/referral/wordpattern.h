// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "referral/phrase.h"
#include "referral/wordforms.h"

namespace palpate {

/// Words in a row: from the first up to before `end`.
struct WordRange {
    std::size_t first;
    std::size_t end;
};

/// A phrase to look for in words that are spelt right. Endings count, as they tell much here ("weak coffee" is no
/// weakness, "needles" are no needle): where any will do the phrase says so with "*".
class WordPattern {
public:
    /// Keeps nothing of the arguments.
    WordPattern(const Phrase &phrase, const WordForms &forms);

    /// Where it stands, from that word on, the first time, with the words in its gaps; nothing when it is not there.
    [[nodiscard]] std::optional<WordRange> findIn(std::span<const Word> words, std::size_t from = 0) const;

private:
    /// Where the words from that part on end; 0 when they are not there.
    [[nodiscard]] std::size_t endOf(std::span<const Word> words, std::size_t at, std::size_t part) const;

    /// With words spelt right.
    std::vector<Phrase::Part> m_parts;
};

} // namespace palpate
