// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/sidefinder.h"

#include <algorithm>

namespace palpate::lookup {

std::size_t SideFinder::sentenceAt(std::size_t word) const
{
    return m_text.sentence.empty() ? 0 : m_text.sentence[std::min(word, m_text.sentence.size() - 1)];
}

bool SideFinder::isBeforePlace(const SideMark &mark) const
{
    return std::ranges::any_of(m_places, [&mark](const PlaceSpan &span) { return span.begin == mark.before; });
}

const SideMark *SideFinder::within(const PlaceSpan &span) const
{
    const auto at = std::ranges::find_if(
        m_text.sides, [&span](const SideMark &mark) { return mark.before >= span.begin && mark.before < span.end; });
    return at == m_text.sides.end() ? nullptr : &*at;
}

const SideMark *SideFinder::behind(const PlaceSpan &span) const
{
    const auto at = std::ranges::find_if(m_text.sides, [&](const SideMark &mark) {
        const bool isNext = mark.before == span.end && !isBeforePlace(mark);
        const bool isOnNext = mark.before == span.end + 1 && m_text.words[span.end].written == "on";
        return (isNext || isOnNext) && sentenceAt(mark.before - 1) == sentenceAt(span.begin);
    });
    return at == m_text.sides.end() ? nullptr : &*at;
}

const SideMark *SideFinder::before(const PlaceSpan &span) const
{
    const SideMark *last = nullptr;
    for (const SideMark &mark : m_text.sides) {
        if (mark.before <= span.begin) {
            last = &mark;
        }
    }
    return last;
}

const SideMark *SideFinder::after(const PlaceSpan &span) const
{
    const auto at = std::ranges::find_if(m_text.sides, [&](const SideMark &mark) {
        return mark.before >= span.end && sentenceAt(mark.before - 1) == sentenceAt(span.begin) && !isBeforePlace(mark);
    });
    return at == m_text.sides.end() ? nullptr : &*at;
}

FeltSide SideFinder::sideOf(const PlaceSpan &span) const
{
    const SideMark *mark = nullptr;
    for (const auto find : {&SideFinder::within, &SideFinder::behind, &SideFinder::before, &SideFinder::after}) {
        if (mark == nullptr) {
            mark = (this->*find)(span);
        }
    }
    if (mark == nullptr) {
        return FeltSide::either;
    }
    // "left right shoulder": two marks before one word say nothing.
    const auto isOther = [mark](const SideMark &other) {
        return other.before == mark->before && other.side != mark->side && other.side != SideWord::one;
    };
    if (m_text.doSidesContradict && std::ranges::any_of(m_text.sides, isOther)) {
        return FeltSide::either;
    }
    switch (mark->side) {
    case SideWord::left:
        return FeltSide::left;
    case SideWord::right:
        return FeltSide::right;
    case SideWord::both:
        return FeltSide::both;
    case SideWord::midline:
    case SideWord::one:
        break;
    }
    return FeltSide::either;
}

} // namespace palpate::lookup
