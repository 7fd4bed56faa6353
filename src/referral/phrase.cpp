// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/phrase.h"

#include <algorithm>
#include <utility>

namespace palpate {

namespace {

[[nodiscard]] bool isFolded(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

[[nodiscard]] std::vector<std::string_view> splitAtBlanks(std::string_view text)
{
    std::vector<std::string_view> pieces;
    while (true) {
        const auto blank = text.find(' ');
        pieces.push_back(text.substr(0, blank));
        if (blank == std::string_view::npos) {
            return pieces;
        }
        text.remove_prefix(blank + 1);
    }
}

} // namespace

std::vector<std::string> foldedWords(std::string_view text)
{
    // The right single quotation mark that phones type for an apostrophe.
    constexpr std::string_view curly = "\xe2\x80\x99";
    std::vector<std::string> words;
    std::string word;
    const auto endWord = [&] {
        if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (isFolded(lower)) {
            word += lower;
        } else if (text.substr(at).starts_with(curly)) {
            at += curly.size() - 1;
        } else if (c != '\'') {
            endWord();
        }
    }
    endWord();
    return words;
}

Phrase::Phrase(std::string text, std::vector<Part> parts) : m_text{std::move(text)}, m_parts{std::move(parts)} {}

std::optional<Phrase> Phrase::parse(std::string_view text)
{
    std::vector<Part> parts;
    bool isGap = false;
    for (std::string_view piece : splitAtBlanks(text)) {
        if (piece == "...") {
            if (parts.empty() || isGap) {
                return std::nullopt;
            }
            isGap = true;
            continue;
        }
        const bool isBeginning = piece.ends_with('*');
        if (isBeginning) {
            piece.remove_suffix(1);
        }
        if (piece.empty() || !std::ranges::all_of(piece, isFolded)) {
            return std::nullopt;
        }
        parts.push_back({std::string{piece}, isBeginning, std::exchange(isGap, false)});
    }
    return isGap ? std::nullopt : std::optional{Phrase{std::string{text}, std::move(parts)}};
}

} // namespace palpate
