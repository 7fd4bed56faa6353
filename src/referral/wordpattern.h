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

/// A phrase to look for in words that are spelt right. Endings count, as they tell much here ("weak coffee" is no
/// weakness, "needles" are no needle): where any will do the phrase says so with "*".
class WordPattern {
public:
    /// Keeps nothing of the arguments.
    WordPattern(const Phrase &phrase, const WordForms &forms);

    /// Where it begins, from that word on, the first time; nothing when it is not there.
    [[nodiscard]] std::optional<std::size_t> findIn(std::span<const Word> words, std::size_t from = 0) const;

private:
    [[nodiscard]] bool matches(std::span<const Word> words, std::size_t at, std::size_t part) const;

    /// With words spelt right.
    std::vector<Phrase::Part> m_parts;
};

} // namespace palpate
