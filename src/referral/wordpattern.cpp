// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/wordpattern.h"

#include <algorithm>

namespace palpate {

WordPattern::WordPattern(const Phrase &phrase, const WordForms &forms)
{
    for (const Phrase::Part &part : phrase.parts()) {
        const std::array folded{part.word};
        m_parts.push_back(
            {part.isBeginning ? part.word : forms.of(folded).front().spelt, part.isBeginning, part.afterGap});
    }
}

std::optional<std::size_t> WordPattern::findIn(std::span<const Word> words, std::size_t from) const
{
    for (std::size_t at = from; at < words.size(); ++at) {
        if (matches(words, at, 0)) {
            return at;
        }
    }
    return std::nullopt;
}

bool WordPattern::matches(std::span<const Word> words, std::size_t at, std::size_t part) const
{
    if (part == m_parts.size()) {
        return true;
    }
    const Part &wanted = m_parts[part];
    const std::size_t last = std::min(words.size(), at + (wanted.isAfterGap ? Phrase::widestGap : 0) + 1);
    for (; at < last; ++at) {
        const std::string &word = words[at].spelt;
        const bool fits = wanted.isBeginning ? word.starts_with(wanted.word) : word == wanted.word;
        if (fits && matches(words, at + 1, part + 1)) {
            return true;
        }
    }
    return false;
}

} // namespace palpate
