// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/flags.h"
#include "journal/journalreader.h"

// Finding words in everything that the person wrote. Letters are compared without case and accents.
namespace palpate {

/// What kind of entry the words stand in, as people choose among them.
enum class WordPlace : std::uint8_t { note, soreness, drawing, treatment, session, other };

template <> struct Keys<WordPlace> {
    static constexpr KeyTable<WordPlace, 6> all{{{WordPlace::note, "note"},
                                                 {WordPlace::soreness, "soreness"},
                                                 {WordPlace::drawing, "drawing"},
                                                 {WordPlace::treatment, "treatment"},
                                                 {WordPlace::session, "session"},
                                                 {WordPlace::other, "other"}}};
};

/// A part of a text in bytes: where it begins and ends.
using TextPart = std::pair<std::size_t, std::size_t>;

/// Where each word of the query first stands in the text, in order; nothing when one of them is missing or there is
/// none. A word is also found within another.
[[nodiscard]] std::optional<std::vector<TextPart>> findWords(std::string_view text, std::string_view query);

struct WordHit {
    Written written; ///< of a point, its name stands in the first line
    WordPlace place = WordPlace::other;
    std::vector<TextPart> parts{};

    friend bool operator==(const WordHit &, const WordHit &) = default;
};

/// What a point is called; points are found by that too.
using PointName = std::function<std::string(const MuscleId &, Side)>;

/// Newest first, at most so many. No places means all. Throws JournalError.
[[nodiscard]] std::vector<WordHit> findWritten(const JournalReader &journal, std::string_view query,
                                               Flags<WordPlace> places, const PointName &nameOf, std::size_t most);

} // namespace palpate
