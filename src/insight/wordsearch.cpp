// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/wordsearch.h"

#include <algorithm>
#include <array>
#include <map>

#include <utf8proc.h>

namespace palpate {

namespace {

/// A text as it is compared, and where in the original each of its bytes comes from.
struct Folded {
    std::string text;
    std::vector<std::size_t> from; ///< one more than there are bytes: the last is the original's end
};

void appendFolded(std::string &text, std::int32_t letter)
{
    // One letter may become several ("ß"), or none, when it is an accent.
    std::array<utf8proc_int32_t, 16> letters{};
    int boundary = 0;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
    const auto count = utf8proc_decompose_char(letter, letters.data(), letters.size(), options, &boundary);
    for (utf8proc_ssize_t at = 0; at < std::min<utf8proc_ssize_t>(count, std::ssize(letters)); ++at) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(letters.at(static_cast<std::size_t>(at)), bytes.data());
        text.append(bytes.begin(), bytes.begin() + size);
    }
}

Folded fold(std::string_view text)
{
    Folded folded;
    folded.text.reserve(text.size());
    folded.from.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
            folded.text += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
        } else {
            utf8proc_int32_t letter = 0;
            const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(text.data() + at),
                                               static_cast<utf8proc_ssize_t>(text.size() - at), &letter);
            length = read > 0 ? static_cast<std::size_t>(read) : 1;
            if (read > 0) {
                appendFolded(folded.text, letter);
            }
        }
        folded.from.resize(folded.text.size(), at);
        at += length;
    }
    folded.from.push_back(text.size());
    return folded;
}

std::vector<std::string> wordsOf(std::string_view query)
{
    std::vector<std::string> words{{}};
    for (const char letter : fold(query).text) {
        if (letter == ' ' || letter == '\t' || letter == '\n') {
            words.emplace_back();
        } else {
            words.back() += letter;
        }
    }
    std::erase(words, std::string{});
    return words;
}

std::optional<std::vector<TextPart>> find(std::string_view text, const std::vector<std::string> &words)
{
    const Folded folded = fold(text);
    std::vector<TextPart> parts;
    for (const std::string &word : words) {
        const std::size_t at = folded.text.find(word);
        if (at == std::string::npos) {
            return std::nullopt;
        }
        // The accents after the last letter belong to it: the part ends where the next letter begins.
        parts.emplace_back(folded.from[at], folded.from[at + word.size()]);
    }
    std::ranges::sort(parts);
    return parts.empty() ? std::nullopt : std::optional{std::move(parts)};
}

WordPlace placeOf(std::string_view table)
{
    static const std::map<std::string_view, WordPlace> places{{Described<Note>::table, WordPlace::note},
                                                              {Described<CheckIn>::table, WordPlace::soreness},
                                                              {Described<TriggerPoint>::table, WordPlace::soreness},
                                                              {Described<PainEntry>::table, WordPlace::drawing},
                                                              {Described<Treatment>::table, WordPlace::treatment},
                                                              {Described<FollowUp>::table, WordPlace::treatment},
                                                              {Described<Session>::table, WordPlace::session}};
    const auto known = places.find(table);
    return known == places.end() ? WordPlace::other : known->second;
}

/// Points stand under their names, whether anything is written about them or not.
std::vector<Written> withNames(std::vector<Written> written, const JournalReader &journal, const PointName &nameOf)
{
    std::map<AnyId, std::string> words;
    for (const Written &one : written) {
        if (one.record.table == Described<TriggerPoint>::table) {
            words[one.record.id] = '\n' + one.text;
        }
    }
    std::erase_if(written, [](const Written &one) { return one.record.table == Described<TriggerPoint>::table; });
    std::vector<Written> points;
    for (const TriggerPoint &point : journal.all<TriggerPoint>()) {
        points.push_back(
            {refTo(point), point.markedAt, nameOf(point.muscle, point.side) + words[AnyId{point.id.bytes()}]});
    }
    std::ranges::sort(points, std::ranges::greater{}, [](const Written &one) { return one.at->utc; });
    // What is called so comes before what merely speaks of it.
    points.insert(points.end(), std::make_move_iterator(written.begin()), std::make_move_iterator(written.end()));
    return points;
}

} // namespace

std::optional<std::vector<TextPart>> findWords(std::string_view text, std::string_view query)
{
    return find(text, wordsOf(query));
}

std::vector<WordHit> findWritten(const JournalReader &journal, std::string_view query, Flags<WordPlace> places,
                                 const PointName &nameOf, std::size_t most)
{
    const std::vector<std::string> words = wordsOf(query);
    std::vector<WordHit> hits;
    if (words.empty()) {
        return hits;
    }
    for (Written &written : withNames(journal.written(), journal, nameOf)) {
        const WordPlace place = placeOf(written.record.table);
        if (hits.size() == most) {
            break;
        }
        if (!places.empty() && !places.has(place)) {
            continue;
        }
        if (auto parts = find(written.text, words)) {
            hits.push_back({std::move(written), place, *std::move(parts)});
        }
    }
    return hits;
}

} // namespace palpate
