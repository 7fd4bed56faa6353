// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/vocabulary.h"

#include <algorithm>
#include <array>
#include <utility>

#include "referral/phrase.h"

namespace palpate::lookup {

namespace {

[[nodiscard]] bool isSmall(const Word &word)
{
    static constexpr std::array<std::string_view, 12> small{"a",   "an",    "the", "my",  "your", "his",
                                                            "her", "their", "our", "its", "that", "this"};
    return std::ranges::find(small, word.spelt) != small.end();
}

} // namespace

Vocabulary::Vocabulary(const KnowledgeBase &base, const RuleBase &rules, const WordForms &forms) : m_forms{&forms}
{
    const Lexicon &words = rules.lexicon;
    for (std::size_t at = 0; at < words.zones.size(); ++at) {
        add(words.zones[at].phrases, ZoneSense{at});
    }
    for (std::size_t at = 0; at < words.parts.size(); ++at) {
        add(words.parts[at].phrases, PartSense{at});
    }
    for (std::size_t at = 0; at < words.together.size(); ++at) {
        add(words.together[at].phrase.text(), TogetherSense{at});
    }
    for (const NoPlace &noPlace : words.noPlaces) {
        add(noPlace.phrase.text(), NoPlaceSense{});
    }
    for (const SideWords &side : words.sides) {
        add(side.phrases, SideSense{side.side});
    }
    for (const AspectWords &aspect : words.aspects) {
        add(aspect.phrases, AspectSense{aspect.aspect});
    }
    for (const MeaningWords &meaning : words.meanings) {
        add(meaning.phrases, MeaningSense{meaning.kind, meaning.id});
    }
    for (const Activity &activity : base.activities()) {
        std::ranges::for_each(activity.says, [&](const std::string &says) { add(says, ActivitySense{activity.id}); });
    }
    for (const Movement &movement : base.movements()) {
        std::ranges::for_each(movement.says, [&](const std::string &says) { add(says, MovementSense{movement.id}); });
    }
}

void Vocabulary::add(const std::vector<Phrase> &phrases, const Sense &sense)
{
    for (const Phrase &phrase : phrases) {
        add(phrase.text(), sense);
    }
}

void Vocabulary::add(std::string_view phrase, Sense sense)
{
    // "..." in a phrase is for the rules of danger; here words stand side by side.
    if (phrase.find("...") != std::string_view::npos) {
        return;
    }
    std::string key;
    std::size_t length = 0;
    for (const Word &word : wordsOf(phrase)) {
        key += (key.empty() ? "" : " ") + word.stem;
        ++length;
    }
    if (length > 0) {
        m_longest = std::max(m_longest, length);
        m_phrases.emplace(std::move(key), std::move(sense));
    }
}

std::vector<Word> Vocabulary::wordsOf(std::string_view text) const
{
    std::vector<Word> words = m_forms->of(foldedWords(text));
    std::erase_if(words, isSmall);
    return words;
}

std::vector<Found> Vocabulary::foundAt(std::span<const Word> words) const
{
    std::vector<Found> found;
    std::string key;
    for (std::size_t length = 1; length <= std::min(m_longest, words.size()); ++length) {
        key += (length == 1 ? "" : " ") + words[length - 1].stem;
        const auto [from, to] = m_phrases.equal_range(key);
        std::for_each(from, to, [&](const auto &entry) { found.push_back({length, &entry.second}); });
    }
    return found;
}

} // namespace palpate::lookup
