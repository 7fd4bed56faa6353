// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "lookup/placefinder.h"
#include "lookup/query.h"

namespace palpate::lookup {

/// Which side each place of a text is on: the side said in its own name or right behind it; else the last one said
/// before it; else one that follows in the sentence and belongs to no other place. Otherwise nobody said.
class SideFinder {
public:
    /// The arguments must outlive it.
    SideFinder(const Sentences &text, const std::vector<PlaceSpan> &places) : m_text{text}, m_places{places} {}

    [[nodiscard]] FeltSide sideOf(const PlaceSpan &span) const;

private:
    [[nodiscard]] const SideMark *within(const PlaceSpan &span) const;
    [[nodiscard]] const SideMark *behind(const PlaceSpan &span) const;
    [[nodiscard]] const SideMark *before(const PlaceSpan &span) const;
    [[nodiscard]] const SideMark *after(const PlaceSpan &span) const;
    [[nodiscard]] bool isBeforePlace(const SideMark &mark) const;
    [[nodiscard]] std::size_t sentenceAt(std::size_t word) const;

    const Sentences &m_text;
    const std::vector<PlaceSpan> &m_places;
};

} // namespace palpate::lookup
