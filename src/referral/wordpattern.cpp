// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/wordpattern.h"

#include <algorithm>
#include <array>

namespace palpate {

namespace {

[[nodiscard]] bool fits(const Phrase::Part &part, std::string_view spelt)
{
    return std::ranges::any_of(part.words, [spelt](const Phrase::Word &word) {
        return word.isBeginning ? spelt.starts_with(word.text) : spelt == word.text;
    });
}

/// "arm is not weak" says nothing of a weak arm.
[[nodiscard]] bool isDenial(std::string_view spelt)
{
    static constexpr std::array<std::string_view, 6> denials{"not", "isnt", "arent", "wasnt", "never", "without"};
    return std::ranges::find(denials, spelt) != denials.end();
}

} // namespace

WordPattern::WordPattern(const Phrase &phrase, const WordForms &forms) : m_parts{phrase.parts()}
{
    for (Phrase::Part &part : m_parts) {
        for (Phrase::Word &word : part.words) {
            if (!word.isBeginning) {
                word.text = forms.speltRight(word.text);
            }
        }
    }
}

std::optional<WordRange> WordPattern::findIn(std::span<const Word> words, std::size_t from) const
{
    for (std::size_t at = from; at < words.size(); ++at) {
        if (const std::size_t end = endOf(words, at, 0); end != 0) {
            return WordRange{at, end};
        }
    }
    return std::nullopt;
}

std::size_t WordPattern::endOf(std::span<const Word> words, std::size_t at, std::size_t part) const
{
    if (part == m_parts.size()) {
        return at;
    }
    const Phrase::Part &wanted = m_parts[part];
    const std::size_t last = std::min(words.size(), at + (wanted.afterGap ? Phrase::widestGap : 0) + 1);
    for (std::size_t first = at; at < last; ++at) {
        const bool isDenied = at > first && isDenial(words[at - 1].spelt);
        if (isDenied || !fits(wanted, words[at].spelt)) {
            continue;
        }
        if (const std::size_t end = endOf(words, at + 1, part + 1); end != 0) {
            return end;
        }
    }
    return 0;
}

} // namespace palpate
