// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lookup/vocabulary.h"

// What somebody wrote, cut into words, with the words for sides taken out: they may stand anywhere in the name of a
// place ("point of my left elbow") and mean the same.
namespace palpate::lookup {

/// "left" or the like, as it stood before a word.
struct SideMark {
    /// The word that follows, by its place; the number of words at the end.
    std::size_t before;
    SideWord side;
};

struct Sentences {
    std::vector<Word> words;
    /// By word: the number of its clause, which a comma ends, and of its sentence.
    std::vector<std::size_t> clause;
    std::vector<std::size_t> sentence;
    /// In the order of the text.
    std::vector<SideMark> sides;
    /// "left right shoulder".
    bool doSidesContradict = false;
};

[[nodiscard]] Sentences cut(const Vocabulary &vocabulary, std::string_view text);

} // namespace palpate::lookup
