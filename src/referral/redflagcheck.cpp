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

#include "referral/strucktext.h"
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
    /// By word: where it is written. Only where asked for.
    std::vector<TextSpan> spans;
};

enum class Spans { wanted, notWanted };

/// By word: where it stands, the clause beginning at `offset`.
void addSpans(std::string_view clause, std::size_t offset, std::span<const Word> words, std::vector<TextSpan> &spans)
{
    const std::vector<TextSpan> parts = foldedWordSpans(clause);
    std::size_t first = 0;
    for (const Word &word : words) {
        const std::size_t next = first + word.parts;
        spans.push_back({offset + parts[first].begin, offset + parts[next - 1].end});
        first = next;
    }
}

[[nodiscard]] Text read(std::string_view whole, const WordForms &forms, Spans spans)
{
    Text text;
    std::size_t sentence = 0;
    std::string_view written = whole;
    while (!written.empty()) {
        const auto end = written.find_first_of(".,;:!?()\n");
        std::vector<Word> clause = forms.of(foldedWords(written.substr(0, end)));
        if (spans == Spans::wanted) {
            addSpans(written.substr(0, end), whole.size() - written.size(), clause, text.spans);
        }
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

/// Once is enough to know that a thing is said; who asks for its words wants every time.
enum class Times { once, every };

/// Where each set is said in a text.
class Findings {
public:
    Findings(const std::vector<PatternSet> &sets, const Text &text, Times times) : m_text{text}, m_found(sets.size())
    {
        // Parts stand before the sets that name them.
        for (std::size_t at = 0; at < sets.size(); ++at) {
            const Times wanted = sets[at].isPart ? Times::every : times;
            for (const WordPattern &pattern : sets[at].patterns) {
                addFound(pattern, wanted, m_found[at]);
                if (wanted == Times::once && !m_found[at].empty()) {
                    break;
                }
            }
            for (const std::vector<std::size_t> &parts : sets[at].near) {
                if (m_found[at].empty() || wanted == Times::every) {
                    addNear(parts, times, m_found[at]);
                }
            }
            if (!m_found[at].empty()) {
                m_said.emplace(sets[at].set->id, at);
            }
        }
    }

    [[nodiscard]] bool isSaid(const PhraseSetId &id) const { return m_said.contains(id); }

    /// Adds the words by which the set is said.
    void addWords(const PhraseSetId &id, std::vector<WordRange> &words) const
    {
        if (const auto said = m_said.find(id); said != m_said.end()) {
            for (const Place &place : m_found[said->second]) {
                words.insert(words.end(), place.words.begin(), place.words.end());
            }
        }
    }

private:
    /// How far apart the parts of one thing may stand.
    static constexpr std::size_t nearEnough = 8;

    struct Place {
        std::size_t at;
        /// One, or those of all parts.
        std::vector<WordRange> words;
    };

    struct Span {
        std::size_t first;
        std::size_t last;
    };

    void addFound(const WordPattern &pattern, Times times, std::vector<Place> &places) const
    {
        // A phrase that is denied once may be said a second time.
        std::size_t from = 0;
        while (const auto found = pattern.findIn(m_text.words, from)) {
            if (!isDenied(m_text, found->first) && !isSaidToBeWell(m_text, found->first)) {
                places.push_back({found->first, {*found}});
                if (times == Times::once) {
                    return;
                }
            }
            from = found->first + 1;
        }
    }

    /// Adds where all parts stand near one another: the first place, or one for each place of the first part.
    void addNear(const std::vector<std::size_t> &parts, Times times, std::vector<Place> &places) const
    {
        for (const Place &first : m_found[parts.front()]) {
            Place all{first.at, {}};
            if (areNear(parts, 1, {first.at, first.at}, all)) {
                all.words.insert(all.words.end(), first.words.begin(), first.words.end());
                places.push_back(std::move(all));
                if (times == Times::once) {
                    return;
                }
            }
        }
    }

    /// Whether all parts from `next` on stand near those in `span`; `all` is then where.
    [[nodiscard]] bool areNear(const std::vector<std::size_t> &parts, std::size_t next, Span span, Place &all) const
    {
        if (next == parts.size()) {
            all.at = span.first;
            return true;
        }
        return std::ranges::any_of(m_found[parts[next]], [&](const Place &place) {
            const Span wider{std::min(span.first, place.at), std::max(span.last, place.at)};
            const bool isNear =
                wider.last - wider.first <= nearEnough && m_text.sentence[wider.first] == m_text.sentence[wider.last];
            if (!isNear || !areNear(parts, next + 1, wider, all)) {
                return false;
            }
            all.words.insert(all.words.end(), place.words.begin(), place.words.end());
            return true;
        });
    }

    const Text &m_text;
    std::vector<std::vector<Place>> m_found;
    /// With their places in the sets.
    std::unordered_map<PhraseSetId, std::size_t> m_said;
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

/// The words by which a sign holds.
class Behind {
public:
    /// What the text does not tell (places, profile, answers) is as the situation says; with `granted`, what it lacks
    /// may be so or not.
    Behind(const Findings &findings, const Situation &situation, bool granted)
        : m_findings{findings}, m_check{findings, situation}, m_granted{granted}
    {}

    [[nodiscard]] bool mayHold(const Test &test) const { return truthOf(test) != Truth::no; }

    /// Adds them; none where it does not hold, or not by words.
    void addWords(const Test &test, std::vector<WordRange> &words) const
    {
        if (!mayHold(test)) {
            return;
        }
        if (const auto *said = std::get_if<Said>(&test.what)) {
            std::ranges::for_each(said->sets, [&](const PhraseSetId &id) { m_findings.addWords(id, words); });
        } else if (const auto *count = std::get_if<Count>(&test.what); count != nullptr && count->least > 0) {
            std::ranges::for_each(count->of, [&](const Test &one) { addWords(one, words); });
        }
    }

private:
    enum class Truth { no, open, yes };

    [[nodiscard]] Truth truthOf(const Test &test) const
    {
        if (const auto *count = std::get_if<Count>(&test.what)) {
            return truthOf(*count);
        }
        if (m_check.holds(test)) {
            return Truth::yes;
        }
        return m_granted && !std::holds_alternative<Said>(test.what) ? Truth::open : Truth::no;
    }

    [[nodiscard]] Truth truthOf(const Count &count) const
    {
        std::size_t surely = 0;
        std::size_t atMost = 0;
        for (const Test &test : count.of) {
            const Truth truth = truthOf(test);
            surely += truth == Truth::yes ? 1U : 0U;
            atMost += truth != Truth::no ? 1U : 0U;
        }
        if (surely >= count.least && atMost <= count.most) {
            return Truth::yes;
        }
        return atMost >= count.least && surely <= count.most ? Truth::open : Truth::no;
    }

    const Findings &m_findings;
    Check m_check;
    bool m_granted;
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
    const Text text = read(situation.text, *m_forms, Spans::notWanted);
    const Findings findings{m_phrases->sets, text, Times::once};
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

std::vector<TextSpan> RedFlagCheck::wordsBehind(const RedFlag &flag, const Situation &situation) const
{
    StruckText struck{situation.text};
    bool isGranted = false;
    while (true) {
        const Text text = read(struck.rest(), *m_forms, Spans::wanted);
        const Findings findings{m_phrases->sets, text, Times::every};
        // What the situation lacks is granted only where the sign does not hold with what it has.
        if (struck.isWhole()) {
            isGranted = !Check{findings, situation}.holds(flag.when);
        }
        std::vector<WordRange> words;
        Behind{findings, situation, isGranted}.addWords(flag.when, words);
        if (words.empty()) {
            return struck.spans();
        }
        std::vector<TextSpan> passages;
        for (const WordRange &range : words) {
            passages.push_back({text.spans[range.first].begin, text.spans[range.end - 1].end});
        }
        // What is left may say it a second time, or anew as words have come nearer to one another.
        struck.strike(passages);
    }
}

} // namespace palpate
