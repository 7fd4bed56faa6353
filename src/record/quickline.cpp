// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/quickline.h"

#include <algorithm>
#include <charconv>

namespace palpate {

namespace {

using Kind = QuickProblem::Kind;
using Words = std::vector<std::string>;

/// Lower case, split at everything that is not a letter, a digit or part of a number or time.
Words wordsOf(std::string_view text)
{
    Words words(1);
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool isUpper = letter >= 'A' && letter <= 'Z';
        const bool belongs = isUpper || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                             letter == '@' || letter == ':' || letter == '.' || letter == '/' || byte >= 0x80;
        if (belongs) {
            words.back() += isUpper ? static_cast<char>(letter - 'A' + 'a') : letter;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    // Marks belong to numbers and times; behind a word they are punctuation.
    for (std::string &word : words) {
        word.erase(word.find_last_not_of(":./") + 1);
    }
    std::erase(words, std::string{});
    return words;
}

std::optional<Side> sideFrom(const std::string &word)
{
    if (word == "l" || word == "left" || word == "lt") {
        return Side::left;
    }
    return word == "r" || word == "right" || word == "rt" ? std::optional{Side::right} : std::nullopt;
}

/// "6", "2.5" or "6/10".
std::optional<double> numberFrom(std::string word)
{
    if (word.ends_with("/10")) {
        word.resize(word.size() - 3);
    }
    double number = 0;
    const char *end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, number, std::chars_format::fixed);
    return error == std::errc{} && stop == end && number >= 0 && number < 1e6 ? std::optional{number} : std::nullopt;
}

std::optional<std::chrono::minutes> timeFrom(std::string_view word)
{
    const auto colon = word.find(':');
    const std::string_view hours = word.substr(0, colon);
    const std::string_view minutes = colon == std::string_view::npos ? "00" : word.substr(colon + 1);
    const auto digits = [](std::string_view text) {
        return !text.empty() && text.size() <= 2 && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (!digits(hours) || !digits(minutes) || minutes.size() != 2) {
        return std::nullopt;
    }
    int hour = 0;
    int minute = 0;
    std::from_chars(hours.data(), hours.data() + hours.size(), hour);
    std::from_chars(minutes.data(), minutes.data() + minutes.size(), minute);
    return hour < 24 && minute < 60 ? std::optional{std::chrono::hours{hour} + std::chrono::minutes{minute}}
                                    : std::nullopt;
}

/// A quality by its whole word, or "ache" and the like by four letters at least.
std::optional<Quality> qualityFrom(const std::string &word)
{
    constexpr std::size_t least = 4;
    for (const auto &[quality, key] : Keys<Quality>::all) {
        if (quality != Quality::other && (word == key || (word.size() >= least && key.starts_with(word)))) {
            return quality;
        }
    }
    if (word == "ache" || word == "aches" || word == "achy") {
        return Quality::aching;
    }
    return word == "cramp" || word == "cramps" ? std::optional{Quality::cramping} : std::nullopt;
}

/// How well typed words fit a term: 0 not at all. Each must begin a word of the term, in the term's order.
int fitOf(const Words &typed, const Words &term)
{
    if (typed == term) {
        return 4;
    }
    auto at = term.begin();
    for (const std::string &word : typed) {
        at = std::find_if(at, term.end(), [&word](const std::string &whole) { return whole.starts_with(word); });
        if (at == term.end()) {
            return 0;
        }
        ++at;
    }
    if (!term.front().starts_with(typed.front())) {
        return 1;
    }
    return typed.size() == term.size() ? 3 : 2;
}

std::variant<QuickMeaning, QuickProblem> meaningOf(const Words &typed, std::span<const QuickTerm> terms)
{
    std::string joined;
    for (const std::string &word : typed) {
        joined += (joined.empty() ? "" : " ") + word;
    }
    int best = 0;
    std::vector<const QuickTerm *> fitting;
    for (const QuickTerm &term : terms) {
        const Words words = wordsOf(term.words);
        const int fit = words.empty() ? 0 : fitOf(typed, words);
        // Whole words beat a person's habits; short ones do not.
        const int score = fit == 0 ? 0 : fit == 4 ? 10 : fit + (term.preferred ? 5 : 0);
        if (score > best) {
            best = score;
            fitting.clear();
        }
        const bool isNew =
            std::ranges::none_of(fitting, [&term](const QuickTerm *other) { return other->meaning == term.meaning; });
        if (score != 0 && score == best && isNew) {
            fitting.push_back(&term);
        }
    }
    if (fitting.size() == 1) {
        return fitting.front()->meaning;
    }
    QuickProblem problem{fitting.empty() ? Kind::unknown : Kind::ambiguous, joined};
    for (const QuickTerm *term : fitting) {
        problem.candidates.push_back(term->words);
    }
    return problem;
}

/// The parts of a line by what they are.
struct Sorted {
    Words words;
    std::optional<Side> side{};
    std::optional<double> number{};
    std::optional<std::chrono::minutes> time{};
    Flags<Quality> qualities{};
    std::optional<QuickProblem> problem{};

    template <typename Value> void set(std::optional<Value> &place, Value value, const std::string &word)
    {
        if (place) {
            problem = QuickProblem{Kind::twice, word};
        }
        place = value;
    }

    void take(const std::string &word)
    {
        if (word.starts_with('@')) {
            if (const auto when = timeFrom(std::string_view{word}.substr(1))) {
                set(time, *when, word);
            } else {
                problem = QuickProblem{Kind::badTime, word};
            }
        } else if (const auto which = sideFrom(word)) {
            set(side, *which, word);
        } else if (const auto value = numberFrom(word)) {
            set(number, *value, word);
        } else if (const auto quality = qualityFrom(word)) {
            qualities.set(*quality);
        } else {
            words.push_back(word);
        }
    }
};

} // namespace

std::variant<QuickLine, QuickProblem> readQuickLine(std::string_view line, std::span<const QuickTerm> terms)
{
    Sorted parts;
    for (const std::string &word : wordsOf(line)) {
        parts.take(word);
    }
    if (parts.problem) {
        return *parts.problem;
    }
    if (parts.words.empty()) {
        return QuickProblem{Kind::noWords, {}};
    }
    if (!parts.number) {
        return QuickProblem{Kind::noNumber, {}};
    }
    const auto meaning = meaningOf(parts.words, terms);
    if (const auto *problem = std::get_if<QuickProblem>(&meaning)) {
        return *problem;
    }
    return QuickLine{std::get<QuickMeaning>(meaning), parts.side, *parts.number, parts.qualities, parts.time};
}

std::vector<std::string> quickCompletions(std::string_view line, std::span<const QuickTerm> terms, std::size_t most)
{
    // The words at the end are what is being written; what stands before them stays as it was typed.
    std::size_t begin = line.size();
    while (begin > 0) {
        const std::size_t blank = line.find_last_of(" \t", begin - 1);
        const std::size_t start = blank == std::string_view::npos ? 0 : blank + 1;
        Sorted parts;
        const Words words = wordsOf(line.substr(start, begin - start));
        std::ranges::for_each(words, [&parts](const std::string &word) { parts.take(word); });
        if (parts.words.empty() && !words.empty()) {
            break;
        }
        begin = start == 0 ? 0 : blank;
    }
    const Words typed = wordsOf(line.substr(begin));
    if (typed.empty()) {
        return {};
    }
    struct Candidate {
        const QuickTerm *term;
        int score;
    };
    std::vector<Candidate> candidates;
    for (const QuickTerm &term : terms) {
        const Words words = wordsOf(term.words);
        const int fit = words.empty() ? 0 : fitOf(typed, words);
        if (fit > 1) {
            candidates.push_back({&term, fit + (term.preferred ? 5 : 0)});
        }
    }
    std::ranges::stable_sort(candidates, std::greater{}, &Candidate::score);
    std::string before{line.substr(0, begin)};
    before += before.empty() || before.ends_with(' ') ? "" : " ";
    std::vector<std::string> lines;
    std::vector<QuickMeaning> meanings;
    for (const Candidate &candidate : candidates) {
        if (lines.size() < most && std::ranges::find(meanings, candidate.term->meaning) == meanings.end()) {
            meanings.push_back(candidate.term->meaning);
            lines.push_back(before + candidate.term->words + " ");
        }
    }
    return lines;
}

} // namespace palpate
