// SPDX-License-Identifier: GPL-3.0-or-later
#include "readability.h"

#include <algorithm>
#include <cctype>

namespace palpate::testing {

namespace {

bool isLetter(char c)
{
    // Of other letters than ASCII (an accent, an apostrophe of print) each byte belongs to the word.
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'' || c == '-' || (c & 0x80) != 0;
}

int syllablesOf(std::string word)
{
    if (word.size() > 3 && word.ends_with('e') && !word.ends_with("le")) {
        word.pop_back();
    }
    constexpr std::string_view vowels = "aeiouy";
    int groups = 0;
    bool inGroup = false;
    for (const char letter : word) {
        const bool vowel = vowels.find(letter) != std::string_view::npos;
        groups += vowel && !inGroup ? 1 : 0;
        inGroup = vowel;
    }
    return std::max(1, groups);
}

/// Ends of sentences: a full stop, question or exclamation mark before a space or the end.
std::size_t sentencesIn(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends = text[at] == '.' || text[at] == '?' || text[at] == '!';
        count += std::size_t{ends && (at + 1 == text.size() || text[at + 1] == ' ')};
    }
    return std::max<std::size_t>(1, count);
}

} // namespace

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (isLetter(c)) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

Readability readabilityOf(std::string_view text)
{
    const std::vector<std::string> words = wordsOf(text);
    if (words.empty()) {
        return {};
    }
    int syllables = 0;
    for (const std::string &word : words) {
        syllables += syllablesOf(word);
    }
    const auto count = static_cast<double>(words.size());
    const double meanSentence = count / static_cast<double>(sentencesIn(text));
    return {words.size(), meanSentence, 0.39 * meanSentence + 11.8 * syllables / count - 15.59};
}

} // namespace palpate::testing
