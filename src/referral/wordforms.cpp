// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/wordforms.h"

#include <algorithm>
#include <memory>
#include <new>

#include <libstemmer.h>

#include "referral/phrase.h"

namespace palpate {

namespace {

constexpr std::size_t shortestMended = 5;
constexpr std::size_t longWord = 8;

/// How many letters were mistyped: one left out, put in, taken for another, or two exchanged. Counts to `most` only.
/// Source: the optimal string alignment distance (Damerau 1964, doi 10.1145/363958.363994).
[[nodiscard]] std::size_t slipsBetween(std::string_view one, std::string_view other, std::size_t most)
{
    if (one.size() > other.size() + most || other.size() > one.size() + most) {
        return most + 1;
    }
    std::vector<std::size_t> before(other.size() + 1);
    std::vector<std::size_t> above(other.size() + 1);
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t at = 0; at <= other.size(); ++at) {
        above[at] = at;
    }
    for (std::size_t i = 1; i <= one.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t change = one[i - 1] == other[j - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[other.size()];
}

} // namespace

std::string WordForms::stemOf(const std::string &folded)
{
    struct Deleter {
        void operator()(sb_stemmer *stemmer) const noexcept { sb_stemmer_delete(stemmer); }
    };
    // One for each thread, as it holds a buffer.
    thread_local const std::unique_ptr<sb_stemmer, Deleter> stemmer{sb_stemmer_new("english", "UTF_8")};
    // The library speaks in unsigned letters.
    const auto *letters = reinterpret_cast<const sb_symbol *>(folded.data()); // NOLINT(*-reinterpret-cast)
    const sb_symbol *stem = sb_stemmer_stem(stemmer.get(), letters, static_cast<int>(folded.size()));
    if (stem == nullptr) {
        throw std::bad_alloc{};
    }
    const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer.get()));
    return {reinterpret_cast<const char *>(stem), length}; // NOLINT(*-reinterpret-cast)
}

WordForms::WordForms(const KnowledgeBase &base, const RuleBase &rules)
{
    const Lexicon &words = rules.lexicon;
    const auto knowAll = [this](const std::vector<Phrase> &phrases, bool isTarget) {
        for (const Phrase &phrase : phrases) {
            know(phrase, isTarget);
        }
    };
    addSpellings(words);
    std::ranges::for_each(words.zones, [&](const ZoneWords &entry) { knowAll(entry.phrases, true); });
    std::ranges::for_each(words.parts, [&](const BodyPart &entry) { knowAll(entry.phrases, true); });
    std::ranges::for_each(words.sides, [&](const SideWords &entry) { knowAll(entry.phrases, true); });
    std::ranges::for_each(words.aspects, [&](const AspectWords &entry) { knowAll(entry.phrases, true); });
    std::ranges::for_each(words.together, [&](const TogetherWords &entry) { know(entry.phrase, true); });
    std::ranges::for_each(rules.phraseSets, [&](const PhraseSet &entry) { knowAll(entry.phrases, true); });
    std::ranges::for_each(words.meanings, [&](const MeaningWords &entry) { knowAll(entry.phrases, false); });
    std::ranges::for_each(words.noPlaces, [&](const NoPlace &entry) { know(entry.phrase, false); });
    const auto knowSaid = [this](const auto &list) {
        for (const auto &entry : list) {
            std::ranges::for_each(entry.says, [this](const std::string &says) { knowWords(says); });
        }
    };
    knowSaid(base.activities());
    knowSaid(base.movements());
}

void WordForms::addSpellings(const Lexicon &words)
{
    for (const RegionalWord &word : words.regional) {
        // Longer ones are phrases of their own where they matter.
        if (foldedWords(word.american).size() == 1 && foldedWords(word.british).size() == 1) {
            m_british.emplace(word.american, word.british);
            m_known.try_emplace(word.american);
            m_known.try_emplace(word.british);
        }
    }
    for (const Spelling &spelling : words.spellings) {
        knowWords(spelling.word);
        for (const std::string &form : spelling.forms) {
            std::vector<std::string> parts = foldedWords(form);
            if (parts.size() == 1) {
                m_spellings.emplace(form, spelling.word);
                m_known.try_emplace(form);
            } else if (!parts.empty()) {
                m_splitSpellings.emplace(parts.front(), std::pair{parts, spelling.word});
            }
        }
    }
    std::ranges::for_each(words.ordinary, [this](const std::string &word) { know(word, false); });
}

void WordForms::know(const Phrase &phrase, bool isTarget)
{
    for (const Phrase::Part &part : phrase.parts()) {
        std::ranges::for_each(part.words, [&](const Phrase::Word &word) { know(word.text, isTarget); });
    }
}

void WordForms::knowWords(std::string_view text)
{
    for (const std::string &word : foldedWords(text)) {
        know(word, false);
    }
}

void WordForms::know(const std::string &word, bool isTarget)
{
    // Most words stand in many phrases.
    if (isTarget && word.size() >= shortestMended) {
        m_targets.insert(word);
    }
    if (const auto [at, isNew] = m_known.try_emplace(word); isNew) {
        at->second = stemOf(word);
        m_knownStems.insert(at->second);
    }
}

const std::string &WordForms::mended(const std::string &folded) const
{
    if (folded.size() < shortestMended || m_known.contains(folded) || m_knownStems.contains(stemOf(folded))) {
        return folded;
    }
    const std::string *best = &folded;
    std::size_t fewest = folded.size() >= longWord ? 3 : 2;
    // People hardly ever mistype the first letter; others begin another word.
    const std::string first = folded.substr(0, 1);
    for (auto at = m_targets.lower_bound(first); at != m_targets.end() && at->front() == first.front(); ++at) {
        const std::size_t slips = slipsBetween(folded, *at, fewest);
        if (slips < fewest) {
            fewest = slips;
            best = &*at;
        }
    }
    return *best;
}

const std::string &WordForms::speltRight(const std::string &folded) const
{
    const std::string *word = &mended(folded);
    if (const auto spelling = m_spellings.find(*word); spelling != m_spellings.end()) {
        word = &spelling->second;
    }
    if (const auto british = m_british.find(*word); british != m_british.end()) {
        word = &british->second;
    }
    return *word;
}

Word WordForms::formsOf(const std::string &folded) const
{
    const std::string &word = speltRight(folded);
    const auto known = m_known.find(word);
    const bool hasStem = known != m_known.end() && !known->second.empty();
    return {hasStem ? known->second : stemOf(word), word, folded, 1};
}

std::vector<Word> WordForms::of(std::span<const std::string> folded) const
{
    std::vector<Word> words;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const auto [from, to] = m_splitSpellings.equal_range(folded[at]);
        const std::span<const std::string> rest = folded.subspan(at);
        const auto split = std::find_if(from, to, [rest](const auto &entry) {
            const std::vector<std::string> &parts = entry.second.first;
            return parts.size() <= rest.size() && std::equal(parts.begin(), parts.end(), rest.begin());
        });
        if (split == to) {
            words.push_back(formsOf(folded[at]));
            continue;
        }
        const auto &[parts, word] = split->second;
        words.push_back(formsOf(word));
        words.back().written.clear();
        words.back().parts = parts.size();
        for (const std::string &part : parts) {
            words.back().written += (words.back().written.empty() ? "" : " ") + part;
        }
        at += parts.size() - 1;
    }
    return words;
}

} // namespace palpate
