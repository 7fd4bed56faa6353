// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/phrase.h"

#include <algorithm>
#include <utility>

namespace palpate {

namespace {

[[nodiscard]] bool isFolded(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Takes what stands before the first separator off the text; nothing once all of it is taken.
[[nodiscard]] std::optional<std::string_view> takePiece(std::optional<std::string_view> &text, char separator)
{
    if (!text) {
        return std::nullopt;
    }
    const auto end = text->find(separator);
    const std::string_view piece = text->substr(0, end);
    text = end == std::string_view::npos ? std::nullopt : std::optional{text->substr(end + 1)};
    return piece;
}

/// Nothing where one of them is no folded word.
[[nodiscard]] std::optional<std::vector<Phrase::Word>> wordsIn(std::string_view piece)
{
    std::vector<Phrase::Word> words;
    std::optional rest{piece};
    while (auto word = takePiece(rest, '|')) {
        const bool isBeginning = word->ends_with('*');
        if (isBeginning) {
            word->remove_suffix(1);
        }
        if (word->empty() || !std::ranges::all_of(*word, isFolded)) {
            return std::nullopt;
        }
        words.push_back({std::string{*word}, isBeginning});
    }
    return words;
}

/// Calls `onLetter` with each folded letter and its place, and `onEnd` where a word may end.
template <typename OnLetter, typename OnEnd> void fold(std::string_view text, OnLetter onLetter, OnEnd onEnd)
{
    // The right single quotation mark that phones type for an apostrophe.
    constexpr std::string_view curly = "\xe2\x80\x99";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (isFolded(lower)) {
            onLetter(lower, at);
        } else if (text.substr(at).starts_with(curly)) {
            at += curly.size() - 1;
        } else if (c != '\'') {
            onEnd();
        }
    }
    onEnd();
}

} // namespace

std::vector<std::string> foldedWords(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    fold(
        text, [&word](char letter, std::size_t /*at*/) { word += letter; },
        [&words, &word] {
            if (!word.empty()) {
                words.push_back(std::exchange(word, {}));
            }
        });
    return words;
}

std::vector<TextSpan> foldedWordSpans(std::string_view text)
{
    std::vector<TextSpan> spans;
    std::optional<TextSpan> span;
    fold(
        text,
        [&span](char /*letter*/, std::size_t at) {
            span = {span ? span->begin : at, at + 1};
        },
        [&spans, &span] {
            if (span) {
                spans.push_back(*std::exchange(span, std::nullopt));
            }
        });
    return spans;
}

Phrase::Phrase(std::string text, std::vector<Part> parts) : m_text{std::move(text)}, m_parts{std::move(parts)} {}

std::optional<Phrase> Phrase::parse(std::string_view text)
{
    std::vector<Part> parts;
    bool isGap = false;
    std::optional rest{text};
    while (const auto piece = takePiece(rest, ' ')) {
        if (*piece == "...") {
            if (parts.empty() || isGap) {
                return std::nullopt;
            }
            isGap = true;
            continue;
        }
        auto words = wordsIn(*piece);
        if (!words) {
            return std::nullopt;
        }
        parts.push_back({*std::move(words), std::exchange(isGap, false)});
    }
    return isGap ? std::nullopt : std::optional{Phrase{std::string{text}, std::move(parts)}};
}

} // namespace palpate
