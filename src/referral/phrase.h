// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

/// A passage of a text: bytes, from `begin` up to before `end`, on whole UTF-8 characters.
struct TextSpan {
    std::size_t begin;
    std::size_t end;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// The words of what a person wrote, folded: lower case, without apostrophes ("can't" is "cant"), everything else that
/// is neither a letter nor a digit ends a word.
[[nodiscard]] std::vector<std::string> foldedWords(std::string_view text);

/// Where each of foldedWords() stands in the text.
[[nodiscard]] std::vector<TextSpan> foldedWordSpans(std::string_view text);

/// A phrase to look for in folded words. "cant|cannot" stands for one of these words, a word that ends in "*" for every
/// word that begins so, and "..." between two words for up to four others. A value that exists has at least one word,
/// and begins and ends with one.
class Phrase {
public:
    /// Nothing where the text is no folded phrase: "shoulder  blade", "pain ... ... chest", "cant|".
    [[nodiscard]] static std::optional<Phrase> parse(std::string_view text);

    struct Word {
        std::string text;
        bool isBeginning = false;

        friend bool operator==(const Word &, const Word &) = default;
    };

    /// At least one word, of which any may stand there.
    struct Part {
        std::vector<Word> words;
        /// Whether up to four other words may stand before this one.
        bool afterGap = false;

        friend bool operator==(const Part &, const Part &) = default;
    };

    [[nodiscard]] const std::string &text() const noexcept { return m_text; }
    [[nodiscard]] const std::vector<Part> &parts() const noexcept { return m_parts; }

    /// How many other words may stand in a gap.
    static constexpr std::size_t widestGap = 4;

    friend bool operator==(const Phrase &, const Phrase &) = default;

private:
    Phrase(std::string text, std::vector<Part> parts);

    std::string m_text;
    std::vector<Part> m_parts;
};

} // namespace palpate
