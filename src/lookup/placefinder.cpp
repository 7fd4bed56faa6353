// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/placefinder.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace palpate::lookup {

namespace {

// Small words that join others, each between blanks.
constexpr std::string_view partJoins = " of part side bit area edge half region to from ";
constexpr std::string_view asideJoins = " on at along around towards near in down up hurts hurt aches ache is sore ";
constexpr std::string_view chainJoins = " or nor and into in to past ";
constexpr std::string_view handlingJoins = " on up out of ";
constexpr std::string_view turns = " but just only though yet ";
constexpr std::string_view asides =
    " sometimes occasionally occasional bit slight slightly mild mildly faint faintly maybe ";

/// How far before a place "no" may stand, with words like "pain in" between.
constexpr std::size_t strikesOver = 3;
/// How far behind a place "is fine" may stand.
constexpr std::size_t sparesOver = 3;
constexpr std::size_t spreadsOver = 2;

[[nodiscard]] bool isMeaning(const SenseSpan &span, MeaningKind kind)
{
    const auto *meaning = std::get_if<MeaningSense>(span.sense);
    return meaning != nullptr && meaning->kind == kind;
}

[[nodiscard]] bool isMeaning(const SenseSpan &span, MeaningKind kind, std::string_view id)
{
    return isMeaning(span, kind) && std::get<MeaningSense>(*span.sense).id.text() == id;
}

[[nodiscard]] bool isProvoking(const Sense &sense)
{
    return std::holds_alternative<ActivitySense>(sense) || std::holds_alternative<MovementSense>(sense);
}

[[nodiscard]] bool hasAspect(const BodyPart &part, const AspectId &aspect)
{
    return std::ranges::any_of(part.zones, [&aspect](const PartZone &zone) {
        return std::ranges::find(zone.aspects, aspect) != zone.aspects.end();
    });
}

/// The zones of the part that the aspects leave, the one nearest to the part first; those that fit none are passed
/// over.
[[nodiscard]] std::vector<ZoneId> zonesOf(const BodyPart &part, const std::vector<AspectId> &aspects)
{
    std::vector<const PartZone *> zones;
    for (const PartZone &zone : part.zones) {
        if (!aspects.empty() || zone.isUsual) {
            zones.push_back(&zone);
        }
    }
    for (const AspectId &aspect : aspects) {
        std::vector<const PartZone *> fitting;
        std::ranges::copy_if(zones, std::back_inserter(fitting), [&aspect](const PartZone *zone) {
            return std::ranges::find(zone->aspects, aspect) != zone->aspects.end();
        });
        if (!fitting.empty()) {
            zones = std::move(fitting);
        }
    }
    std::vector<ZoneId> ids;
    std::ranges::transform(zones, std::back_inserter(ids), &PartZone::zone);
    return ids;
}

} // namespace

/// Something that words may stand for, one of several that overlap.
struct PlaceFinder::Choice {
    std::size_t begin;
    std::size_t end;
    /// Of equally long ones the lowest is taken: a phrase of a place, what provokes, what is no place, and last what
    /// is put together of several phrases.
    int rank;
    std::vector<std::vector<ZoneId>> places;
    const Sense *sense = nullptr;
};

PlaceFinder::PlaceFinder(const Vocabulary &vocabulary, const Lexicon &lexicon, const Sentences &text)
    : m_lexicon{lexicon}, m_text{text}, m_covered(text.words.size(), false)
{
    const std::span<const Word> words{text.words};
    std::size_t clauseEnd = words.size();
    for (std::size_t at = words.size(); at-- > 0;) {
        if (at + 1 < words.size() && text.clause[at + 1] != text.clause[at]) {
            clauseEnd = at + 1;
        }
        for (const Found &found : vocabulary.foundAt(words.subspan(at, clauseEnd - at))) {
            m_phrases.push_back({at, at + found.length, found.sense});
            std::fill_n(m_covered.begin() + static_cast<std::ptrdiff_t>(at), found.length, true);
        }
    }
    std::ranges::stable_sort(m_phrases, {}, &SenseSpan::begin);
    choose();
}

bool PlaceFinder::isSameClause(std::size_t one, std::size_t other) const
{
    return std::max(one, other) < m_text.words.size() && m_text.clause[one] == m_text.clause[other];
}

bool PlaceFinder::isWord(std::size_t at, std::string_view list) const
{
    return list.find(" " + m_text.words[at].written + " ") != std::string_view::npos;
}

const SenseSpan *PlaceFinder::aspectEndingAt(std::size_t end) const
{
    const auto at = std::ranges::find_if(m_phrases, [end](const SenseSpan &span) {
        return span.end == end && std::holds_alternative<AspectSense>(*span.sense);
    });
    return at == m_phrases.end() ? nullptr : &*at;
}

const SenseSpan *PlaceFinder::aspectBeginningAt(std::size_t begin) const
{
    const SenseSpan *longest = nullptr;
    for (const SenseSpan &span : m_phrases) {
        if (span.begin == begin && std::holds_alternative<AspectSense>(*span.sense)) {
            longest = &span;
        }
    }
    return longest;
}

bool PlaceFinder::isPlaceAt(std::size_t begin) const
{
    return std::ranges::any_of(m_phrases, [begin](const SenseSpan &span) {
        return span.begin == begin &&
               (std::holds_alternative<PartSense>(*span.sense) || std::holds_alternative<ZoneSense>(*span.sense));
    });
}

void PlaceFinder::extendLeft(const BodyPart &part, Choice &choice, Aspects &aspects) const
{
    while (true) {
        std::size_t joined = choice.begin;
        bool isAnother = false;
        while (joined > 0 && isSameClause(joined - 1, choice.begin) && aspectEndingAt(joined) == nullptr &&
               (isWord(joined - 1, partJoins) || (isWord(joined - 1, " and or ") && !aspects.back().empty()))) {
            --joined;
            isAnother = isAnother || isWord(joined, " and or ");
        }
        const SenseSpan *found =
            joined > 0 && isSameClause(joined - 1, choice.begin) ? aspectEndingAt(joined) : nullptr;
        if (found == nullptr || !hasAspect(part, std::get<AspectSense>(*found->sense).aspect)) {
            return;
        }
        // "back" before a part is a part of its own unless "of" joins them.
        if (joined == choice.begin && m_text.words[joined - 1].written == "back") {
            return;
        }
        if (isAnother) {
            // "the front and outer arm" are two places.
            aspects.emplace_back();
        }
        aspects.back().push_back(std::get<AspectSense>(*found->sense).aspect);
        choice.begin = found->begin;
    }
}

void PlaceFinder::extendRight(const BodyPart &part, Choice &choice, Aspects &aspects) const
{
    std::size_t joined = choice.end;
    while (isSameClause(joined, choice.begin) && isWord(joined, asideJoins)) {
        ++joined;
    }
    if (!isSameClause(joined, choice.begin)) {
        return;
    }
    const SenseSpan *found = aspectBeginningAt(joined);
    if (found == nullptr || !hasAspect(part, std::get<AspectSense>(*found->sense).aspect)) {
        return;
    }
    // "knee, outside of the thigh": what is followed by a part belongs to that.
    const bool isOfNext =
        isSameClause(found->end, choice.begin) && (isWord(found->end, partJoins) || isPlaceAt(found->end));
    const bool isLoneBack = joined == choice.end && m_text.words[joined].written == "back";
    if (!isOfNext && !isLoneBack && !isPlaceAt(joined)) {
        std::ranges::for_each(aspects, [found](std::vector<AspectId> &group) {
            group.push_back(std::get<AspectSense>(*found->sense).aspect);
        });
        choice.end = found->end;
    }
}

PlaceFinder::Choice PlaceFinder::composed(const BodyPart &part, std::size_t begin, std::size_t end) const
{
    Choice choice{begin, end, 0, {}};
    Aspects aspects(1);
    extendLeft(part, choice, aspects);
    extendRight(part, choice, aspects);
    for (const std::vector<AspectId> &group : aspects) {
        choice.places.push_back(zonesOf(part, group));
    }
    constexpr int rankOfComposed = 3;
    choice.rank = aspects.front().empty() ? 0 : rankOfComposed;
    return choice;
}

std::vector<PlaceFinder::Choice> PlaceFinder::choices() const
{
    std::vector<Choice> all;
    for (const SenseSpan &span : m_phrases) {
        if (const auto *zone = std::get_if<ZoneSense>(span.sense)) {
            all.push_back({span.begin, span.end, 0, {{m_lexicon.zones[zone->words].zone}}});
        } else if (const auto *part = std::get_if<PartSense>(span.sense)) {
            all.push_back(composed(m_lexicon.parts[part->part], span.begin, span.end));
        } else if (const auto *together = std::get_if<TogetherSense>(span.sense)) {
            Choice choice{span.begin, span.end, 0, {}};
            for (const BodyPartId &id : m_lexicon.together[together->words].parts) {
                choice.places.push_back(zonesOf(*std::ranges::find(m_lexicon.parts, id, &BodyPart::id), {}));
            }
            all.push_back(std::move(choice));
        } else if (std::holds_alternative<NoPlaceSense>(*span.sense) || isMeaning(span, MeaningKind::spread)) {
            // "running down" is no running.
            all.push_back({span.begin, span.end, 2, {}});
        } else if (isProvoking(*span.sense)) {
            all.push_back({span.begin, span.end, 1, {}, span.sense});
        }
    }
    return all;
}

void PlaceFinder::choose()
{
    std::vector<Choice> all = choices();
    std::ranges::stable_sort(all, [](const Choice &one, const Choice &other) {
        return std::tuple{other.end - other.begin, one.rank} < std::tuple{one.end - one.begin, other.rank};
    });
    constexpr std::size_t nobody = static_cast<std::size_t>(-1);
    std::vector<std::size_t> takenBy(m_text.words.size(), nobody);
    for (std::size_t number = 0; number < all.size(); ++number) {
        const Choice &choice = all[number];
        const auto from = takenBy.begin() + static_cast<std::ptrdiff_t>(choice.begin);
        const auto to = takenBy.begin() + static_cast<std::ptrdiff_t>(choice.end);
        const bool isFree = std::all_of(from, to, [](std::size_t by) { return by == nobody; });
        // The same words may stand for several activities.
        const bool isShared = choice.sense != nullptr && *from != nobody && all[*from].sense != nullptr &&
                              all[*from].begin == choice.begin && all[*from].end == choice.end;
        if (!isFree && !isShared) {
            continue;
        }
        std::fill(from, to, number);
        const SenseSpan span{choice.begin, choice.end, choice.sense};
        if (choice.sense != nullptr && !isHelped(span)) {
            m_provoking.push_back(span);
        } else if (!choice.places.empty()) {
            m_places.push_back({choice.begin, choice.end, choice.places});
        }
    }
    std::ranges::sort(m_places, {}, &PlaceSpan::begin);
    std::ranges::stable_sort(m_provoking, {}, &SenseSpan::begin);
}

std::vector<SenseSpan> PlaceFinder::meanings(MeaningKind kind) const
{
    std::vector<SenseSpan> spans;
    std::ranges::copy_if(m_phrases, std::back_inserter(spans),
                         [kind](const SenseSpan &span) { return isMeaning(span, kind); });
    return spans;
}

bool PlaceFinder::isHelped(const SenseSpan &span) const
{
    return std::ranges::any_of(m_phrases, [&](const SenseSpan &one) {
        return isMeaning(one, MeaningKind::effect, "better") && one.begin < span.begin &&
               isSameClause(one.begin, span.begin);
    });
}

bool PlaceFinder::isStruck(std::size_t at) const
{
    for (const SenseSpan &span : m_phrases) {
        if (!isMeaning(span, MeaningKind::negation, "strikes") || span.end > at || at - span.end > strikesOver ||
            !isSameClause(span.begin, at)) {
            continue;
        }
        const bool isNoStrike = std::ranges::any_of(m_phrases, [&span](const SenseSpan &one) {
            return isMeaning(one, MeaningKind::negation, "does-not-strike") && one.begin < span.end &&
                   span.begin < one.end && one.end - one.begin >= span.end - span.begin;
        });
        bool isTurned = false;
        for (std::size_t between = span.end; between < at; ++between) {
            isTurned = isTurned || isWord(between, turns);
        }
        // What stands between is said of something else.
        const PlaceSpan *place = placeBefore(at);
        const bool isOfAnother = place != nullptr && place->begin >= span.end;
        if (!isNoStrike && !isTurned && !isOfAnother) {
            return true;
        }
    }
    return false;
}

const PlaceSpan *PlaceFinder::placeBefore(std::size_t at) const
{
    const PlaceSpan *before = nullptr;
    for (const PlaceSpan &span : m_places) {
        if (span.end <= at && isSameClause(span.begin, std::min(at, m_text.words.size() - 1))) {
            before = &span;
        }
    }
    return before;
}

bool PlaceFinder::isSpared(const PlaceSpan &span) const
{
    if (isStruck(span.begin)) {
        return true;
    }
    for (const SenseSpan &said : m_phrases) {
        const PlaceSpan *last = isMeaning(said, MeaningKind::spared) ? placeBefore(said.begin) : nullptr;
        if (last == &span && said.begin - span.end < sparesOver && isSameClause(said.begin, span.begin)) {
            return true;
        }
    }
    // "not in the hand or the fingers"
    const PlaceSpan *before = placeBefore(span.begin);
    if (before == nullptr || before == &span) {
        return false;
    }
    for (std::size_t between = before->end; between < span.begin; ++between) {
        if (!isWord(between, chainJoins)) {
            return false;
        }
    }
    return isSpared(*before);
}

bool PlaceFinder::isHandled(const PlaceSpan &span) const
{
    return std::ranges::any_of(m_phrases, [&](const SenseSpan &one) {
        return isMeaning(one, MeaningKind::handling) && isSameClause(one.begin, span.begin) &&
               (one.end == span.begin || (one.end + 1 == span.begin && isWord(one.end, handlingJoins)));
    });
}

bool PlaceFinder::isAside(const PlaceSpan &span) const
{
    const PlaceSpan *before = placeBefore(span.begin);
    for (std::size_t at = before == nullptr ? 0 : before->end; at < span.begin; ++at) {
        if (isSameClause(at, span.begin) && isWord(at, asides)) {
            return true;
        }
    }
    return false;
}

bool PlaceFinder::isSpreadTo(const PlaceSpan &span) const
{
    return std::ranges::any_of(m_phrases, [&](const SenseSpan &one) {
        return isMeaning(one, MeaningKind::spread) && one.end <= span.begin && span.begin - one.end <= spreadsOver &&
               isSameClause(one.begin, span.begin);
    });
}

} // namespace palpate::lookup
