// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/redflagcheck.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace palpate {

namespace {

template <typename Items, typename Others> [[nodiscard]] bool meet(const Items &some, const Others &others)
{
    return std::ranges::any_of(some,
                               [&others](const auto &item) { return std::ranges::find(others, item) != others.end(); });
}

/// What was written, as words, and where a clause begins.
struct Text {
    std::vector<std::string> words;
    std::vector<bool> beginsClause;
};

[[nodiscard]] Text read(std::string_view written)
{
    Text text;
    while (!written.empty()) {
        const auto end = written.find_first_of(".,;:!?()\n");
        const std::vector<std::string> clause = foldedWords(written.substr(0, end));
        for (const std::string &word : clause) {
            text.beginsClause.push_back(&word == &clause.front());
            text.words.push_back(word);
        }
        written = end == std::string_view::npos ? std::string_view{} : written.substr(end + 1);
    }
    return text;
}

/// Whether "no" or the like takes back what begins at `at`. Only words that cannot turn the sense again may stand
/// between, in one clause, and nothing like "not until today": a false alarm is better than a miss.
[[nodiscard]] bool isDenied(const Text &text, std::size_t at)
{
    constexpr std::array<std::string_view, 9> between{"any", "a", "the", "my", "have", "had", "got", "feel", "with"};
    constexpr std::array<std::string_view, 7> negations{"no", "not", "without", "dont", "isnt", "denies", "nor"};
    constexpr std::array<std::string_view, 5> turns{"until", "till", "before", "like", "such"};
    while (at > 0 && !text.beginsClause[at] && std::ranges::find(between, text.words[at - 1]) != between.end()) {
        --at;
    }
    return at > 0 && !text.beginsClause[at] && std::ranges::find(negations, text.words[at - 1]) != negations.end() &&
           !meet(turns, text.words);
}

[[nodiscard]] bool says(const Text &text, const Phrase &phrase)
{
    // A phrase that is denied once may be said a second time.
    const std::span words{text.words};
    std::size_t from = 0;
    while (const auto found = phrase.findIn(words.subspan(from))) {
        const std::size_t at = from + *found;
        if (!isDenied(text, at)) {
            return true;
        }
        from = at + 1;
    }
    return false;
}

class Check {
public:
    Check(const RuleBase &rules, const Situation &situation) : m_situation{situation}
    {
        // Many rules share a set of phrases, so each is looked for once.
        const Text text = read(situation.text);
        for (const PhraseSet &set : rules.phraseSets) {
            if (std::ranges::any_of(set.phrases, [&text](const Phrase &phrase) { return says(text, phrase); })) {
                m_said.insert(set.id);
            }
        }
    }

    [[nodiscard]] bool holds(const Test &test) const
    {
        return std::visit([this](const auto &what) { return is(what); }, test.what);
    }

private:
    [[nodiscard]] bool is(const Said &said) const
    {
        return std::ranges::any_of(said.sets, [this](const PhraseSetId &id) { return m_said.contains(id); });
    }
    [[nodiscard]] bool is(const Felt &felt) const { return meet(felt.zones, m_situation.felt); }
    [[nodiscard]] bool is(const HasCondition &has) const { return meet(has.conditions, m_situation.conditions); }
    [[nodiscard]] bool is(const Answered &answered) const { return meet(answered.questions, m_situation.answered); }
    [[nodiscard]] bool is(const OlderThan &age) const
    {
        return m_situation.ageYears && *m_situation.ageYears > age.years;
    }
    [[nodiscard]] bool is(const YoungerThan &age) const
    {
        return m_situation.ageYears && *m_situation.ageYears < age.years;
    }
    [[nodiscard]] bool is(const PregnantFrom &pregnant) const
    {
        return m_situation.pregnantWeek && *m_situation.pregnantWeek >= pregnant.week;
    }
    [[nodiscard]] bool is(const Count &count) const
    {
        const auto held =
            static_cast<std::size_t>(std::ranges::count_if(count.of, [this](const Test &test) { return holds(test); }));
        return held >= count.least && held <= count.most;
    }

    const Situation &m_situation;
    std::unordered_set<PhraseSetId> m_said;
};

} // namespace

std::vector<const RedFlag *> redFlagsIn(const RuleBase &rules, const Situation &situation)
{
    const Check check{rules, situation};
    std::vector<const RedFlag *> raised;
    for (const RedFlag &flag : rules.redFlags) {
        if (check.holds(flag.when)) {
            raised.push_back(&flag);
        }
    }
    if (raised.empty()) {
        return raised;
    }
    std::vector<RedFlagId> quieted;
    for (const Harmless &harmless : rules.harmless) {
        if (check.holds(harmless.when)) {
            quieted.insert(quieted.end(), harmless.quiets.begin(), harmless.quiets.end());
        }
    }
    std::erase_if(raised,
                  [&quieted](const RedFlag *flag) { return std::ranges::find(quieted, flag->id) != quieted.end(); });
    std::ranges::stable_sort(raised, std::less{}, [](const RedFlag *flag) {
        return std::pair{flag->kind != RedFlagKind::despair, flag->urgency};
    });
    return raised;
}

} // namespace palpate
