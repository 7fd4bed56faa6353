// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/redflagcheck.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "referral/wordpattern.h"

namespace palpate {

namespace {

template <typename Items, typename Others> [[nodiscard]] bool meet(const Items &some, const Others &others)
{
    return std::ranges::any_of(some,
                               [&others](const auto &item) { return std::ranges::find(others, item) != others.end(); });
}

/// What was written, as words, and where a clause begins.
struct Text {
    std::vector<Word> words;
    std::vector<bool> beginsClause;
    /// By word: the number of its sentence, which a comma does not end.
    std::vector<std::size_t> sentence;
};

[[nodiscard]] Text read(std::string_view written, const WordForms &forms)
{
    Text text;
    std::size_t sentence = 0;
    while (!written.empty()) {
        const auto end = written.find_first_of(".,;:!?()\n");
        std::vector<Word> clause = forms.of(foldedWords(written.substr(0, end)));
        for (Word &word : clause) {
            text.beginsClause.push_back(&word == &clause.front());
            text.words.push_back(std::move(word));
            text.sentence.push_back(sentence);
        }
        if (end != std::string_view::npos && std::string_view{".;!?\n"}.find(written[end]) != std::string_view::npos) {
            ++sentence;
        }
        written = end == std::string_view::npos ? std::string_view{} : written.substr(end + 1);
    }
    return text;
}

[[nodiscard]] bool isOneOf(const Word &word, std::span<const std::string_view> list)
{
    return std::ranges::find(list, word.spelt) != list.end();
}

/// Whether "no" or the like takes back what begins at `at`. Only words that cannot turn the sense again may stand
/// between, in one clause, and nothing like "not until today": a false alarm is better than a miss. A list is taken
/// back as a whole: "no fever or chills".
[[nodiscard]] bool isDenied(const Text &text, std::size_t at)
{
    static constexpr std::array<std::string_view, 8> between{"any", "a", "the", "my", "have", "had", "got", "feel"};
    static constexpr std::array<std::string_view, 12> negations{"no",  "not",   "without", "dont",   "isnt",  "denies",
                                                                "nor", "never", "didnt",   "havent", "hasnt", "wasnt"};
    static constexpr std::array<std::string_view, 2> joins{"or", "nor"};
    static constexpr std::array<std::string_view, 5> turns{"until", "till", "before", "like", "such"};
    // "no chest pain" where the phrase is about the pain; but "no idea" and "not only" deny nothing.
    static constexpr std::array<std::string_view, 14> turning{"only",     "just",   "sure",   "even",  "idea",
                                                              "doubt",    "relief", "help",   "sleep", "longer",
                                                              "position", "rest",   "matter", "so"};
    constexpr std::size_t longestItem = 3;
    if (std::ranges::any_of(text.words, [](const Word &word) { return isOneOf(word, turns); })) {
        return false;
    }
    const auto hasBefore = [&text](std::size_t word) { return word > 0 && !text.beginsClause[word]; };
    std::size_t others = 1;
    while (hasBefore(at)) {
        const Word &before = text.words[at - 1];
        if (isOneOf(before, negations)) {
            // "never had headaches" says that this one is new.
            return before.spelt != "never" || text.words[at].spelt != "had";
        }
        if (isOneOf(before, joins)) {
            others = longestItem;
        } else if (before.spelt == "with") {
            // "not fading with fever" has one.
            others = 0;
        } else if (!isOneOf(before, between)) {
            if (others == 0 || isOneOf(before, turning)) {
                return false;
            }
            --others;
        }
        --at;
    }
    return false;
}

/// "breathing is fine", "heart was checked", "pee fine", "wee and poo normal".
[[nodiscard]] bool isSaidToBeWell(const Text &text, std::size_t at)
{
    static constexpr std::array<std::string_view, 5> verbs{"is", "are", "was", "were", "feels"};
    static constexpr std::array<std::string_view, 7> well{"fine",  "ok",      "okay",   "normal",
                                                          "clear", "checked", "perfect"};
    constexpr std::size_t farthest = 5;
    for (std::size_t word = at + 1; word < text.words.size() && word <= at + farthest; ++word) {
        if (text.beginsClause[word]) {
            return false;
        }
        const Word &before = text.words[word - 1];
        const bool isOfTwo = word == at + 3 && text.words[at + 1].spelt == "and";
        if (isOneOf(text.words[word], well) && (word == at + 1 || isOfTwo || isOneOf(before, verbs))) {
            return true;
        }
    }
    return false;
}

/// A phrase set with its phrases ready to be looked for.
struct PatternSet {
    const PhraseSet *set;
    std::vector<WordPattern> patterns;
    /// Lists of places in the sets.
    std::vector<std::vector<std::size_t>> near;
    /// Whether another set wants to know every place where this one is said.
    bool isPart = false;
};

/// Where each set is said in a text.
class Findings {
public:
    Findings(const std::vector<PatternSet> &sets, const Text &text) : m_text{text}, m_found(sets.size())
    {
        // Parts stand before the sets that name them.
        for (std::size_t at = 0; at < sets.size(); ++at) {
            for (const WordPattern &pattern : sets[at].patterns) {
                addFound(pattern, sets[at].isPart, m_found[at]);
                if (!sets[at].isPart && !m_found[at].empty()) {
                    break;
                }
            }
            for (const std::vector<std::size_t> &parts : sets[at].near) {
                if (m_found[at].empty() || sets[at].isPart) {
                    addNear(parts, 0, {}, m_found[at]);
                }
            }
            if (!m_found[at].empty()) {
                m_said.insert(sets[at].set->id);
            }
        }
    }

    [[nodiscard]] bool isSaid(const PhraseSetId &id) const { return m_said.contains(id); }

private:
    /// How far apart the parts of one thing may stand.
    static constexpr std::size_t nearEnough = 8;

    struct Span {
        std::size_t first;
        std::size_t last;
    };

    void addFound(const WordPattern &pattern, bool all, std::vector<std::size_t> &places) const
    {
        // A phrase that is denied once may be said a second time.
        std::size_t from = 0;
        while (const auto found = pattern.findIn(m_text.words, from)) {
            if (!isDenied(m_text, *found) && !isSaidToBeWell(m_text, *found)) {
                places.push_back(*found);
                if (!all) {
                    return;
                }
            }
            from = *found + 1;
        }
    }

    /// Adds the first place of all parts near one another, if there is one.
    bool addNear(const std::vector<std::size_t> &parts, std::size_t next, std::optional<Span> span,
                 std::vector<std::size_t> &places) const
    {
        if (next == parts.size()) {
            places.push_back(span->first);
            return true;
        }
        return std::ranges::any_of(m_found[parts[next]], [&](std::size_t at) {
            const Span wider = span ? Span{std::min(span->first, at), std::max(span->last, at)} : Span{at, at};
            const bool isNear =
                wider.last - wider.first <= nearEnough && m_text.sentence[wider.first] == m_text.sentence[wider.last];
            return isNear && addNear(parts, next + 1, wider, places);
        });
    }

    const Text &m_text;
    std::vector<std::vector<std::size_t>> m_found;
    std::unordered_set<PhraseSetId> m_said;
};

class Check {
public:
    Check(const Findings &findings, const Situation &situation) : m_findings{findings}, m_situation{situation} {}

    [[nodiscard]] bool holds(const Test &test) const
    {
        return std::visit([this](const auto &what) { return is(what); }, test.what);
    }

private:
    [[nodiscard]] bool is(const Said &said) const
    {
        return std::ranges::any_of(said.sets, [this](const PhraseSetId &id) { return m_findings.isSaid(id); });
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

    const Findings &m_findings;
    const Situation &m_situation;
};

} // namespace

struct RedFlagCheck::Phrases {
    std::vector<PatternSet> sets;
};

RedFlagCheck::RedFlagCheck(const RuleBase &rules, const WordForms &forms) : m_rules{&rules}, m_forms{&forms}
{
    auto phrases = std::make_unique<Phrases>();
    std::unordered_map<PhraseSetId, std::size_t> placeOf;
    for (const PhraseSet &set : rules.phraseSets) {
        placeOf.emplace(set.id, phrases->sets.size());
        PatternSet &patterns = phrases->sets.emplace_back(PatternSet{&set, {}, {}});
        for (const Phrase &phrase : set.phrases) {
            patterns.patterns.emplace_back(phrase, forms);
        }
    }
    for (PatternSet &patterns : phrases->sets) {
        for (const std::vector<PhraseSetId> &list : patterns.set->near) {
            std::vector<std::size_t> &places = patterns.near.emplace_back();
            for (const PhraseSetId &id : list) {
                places.push_back(placeOf.at(id));
                phrases->sets[places.back()].isPart = true;
            }
        }
    }
    m_phrases = std::move(phrases);
}

RedFlagCheck::~RedFlagCheck() = default;
RedFlagCheck::RedFlagCheck(RedFlagCheck &&) noexcept = default;
RedFlagCheck &RedFlagCheck::operator=(RedFlagCheck &&) noexcept = default;

std::vector<const RedFlag *> RedFlagCheck::raisedBy(const Situation &situation) const
{
    const Text text = read(situation.text, *m_forms);
    const Findings findings{m_phrases->sets, text};
    const Check check{findings, situation};
    std::vector<const RedFlag *> raised;
    for (const RedFlag &flag : m_rules->redFlags) {
        if (check.holds(flag.when)) {
            raised.push_back(&flag);
        }
    }
    if (raised.empty()) {
        return raised;
    }
    std::vector<RedFlagId> quieted;
    for (const Harmless &harmless : m_rules->harmless) {
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

std::vector<TextSpan> RedFlagCheck::wordsBehind(const RedFlag & /*flag*/, const std::string & /*text*/) const
{
    return {};
}

} // namespace palpate
