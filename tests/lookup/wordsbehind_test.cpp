// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a text raised an alert, and what is left without them.
#include <catch2/catch.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "lookup/cases.h"

using namespace palpate;
using namespace palpate::test;

namespace {

using Passages = std::vector<std::string>;

const RedFlag &flagOf(const char *id)
{
    const auto &flags = world().rules.redFlags;
    const auto flag = std::ranges::find(flags, RedFlagId{id}, &RedFlag::id);
    REQUIRE(flag != flags.end());
    return *flag;
}

LookupInput saying(const std::string &text)
{
    LookupInput input;
    input.text = text;
    return input;
}

bool raises(const LookupInput &input, const RedFlag &flag)
{
    const auto alerts = theLookup().answer(input).alerts;
    return std::ranges::find(alerts, &flag) != alerts.end();
}

Passages passagesOf(const std::string &text, std::span<const TextSpan> spans)
{
    Passages passages;
    for (const TextSpan &span : spans) {
        passages.push_back(text.substr(span.begin, span.end - span.begin));
    }
    return passages;
}

std::string without(std::string text, std::span<const TextSpan> spans)
{
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        text.erase(span->begin, span->end - span->begin);
    }
    return text;
}

/// In order, apart from one another, not empty, inside the text, and on whole characters.
bool areValid(const std::string &text, std::span<const TextSpan> spans)
{
    const auto isBoundary = [&text](std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    };
    std::size_t last = 0;
    return std::ranges::all_of(spans, [&](const TextSpan &span) {
        const bool isApart = span.begin > last || (last == 0 && span.begin == 0);
        last = span.end;
        return isApart && span.begin < span.end && span.end <= text.size() && isBoundary(span.begin) &&
               isBoundary(span.end);
    });
}

void checkStrikes(const std::string &text, const RedFlag &flag)
{
    const std::vector<TextSpan> spans = theLookup().wordsBehind(flag, text);
    const std::string rest = without(text, spans);
    INFO(flag.id.text() << ": " << text << " -> " << rest);
    CHECK_FALSE(spans.empty());
    CHECK(areValid(text, spans));
    CHECK_FALSE(raises(saying(rest), flag));
}

} // namespace

TEST_CASE("every example of a danger sign names its words, and without them the sign is gone")
{
    std::size_t examples = 0;
    for (const RedFlag &flag : world().rules.redFlags) {
        for (const std::string &example : flag.examples) {
            REQUIRE(raises(saying(example), flag));
            checkStrikes(example, flag);
            // The same thing a second time, after letters of other scripts.
            checkStrikes("\xc3\x84rger \xf0\x9f\x98\x80 \xe8\x83\xb8\xe7\x97\x9b" + example + "\n" + example, flag);
            ++examples;
        }
    }
    CHECK(examples > world().rules.redFlags.size());
}

TEST_CASE("the words behind an alert are those of the text, and no more")
{
    const auto behind = [](const char *flag, const std::string &text) {
        return passagesOf(text, theLookup().wordsBehind(flagOf(flag), text));
    };
    CHECK(behind("chest-pain-any", "Since Monday CHEST PAIN when I climb") == Passages{"CHEST PAIN"});
    // What is denied raised nothing, and is left.
    CHECK(behind("chest-pain-any", "no chest pain at rest, chest pain on the stairs") == Passages{"chest pain"});
    CHECK(theLookup().wordsBehind(flagOf("chest-pain-any"), "no chest pain at rest, chest pain on the stairs") ==
          std::vector<TextSpan>{{23, 33}});
    // Only separators between: one passage.
    CHECK(behind("chest-pain-any", "chest pain \xe2\x80\x94 chest pain!") ==
          Passages{"chest pain \xe2\x80\x94 chest pain"});
    // A typing error is struck as it was typed.
    CHECK(behind("chest-pain-any", "bad chset pain today") == Passages{"chset pain"});
}

TEST_CASE("passages stand where they do, whatever script comes before")
{
    const std::string before = "\xc3\x9c"
                               "ble Schl\xc3\xa4ge \xf0\x9f\x98\xb5\xe2\x80\x8d\xf0\x9f\x92\xab "
                               "\xe8\x83\xb8\xe3\x81\x8c\xe7\x97\x9b\xe3\x81\x84";
    for (const std::string &text : {before + "chest pain", before + "\xe3\x80\x82 chest pain\xe3\x80\x82" + before}) {
        const auto spans = theLookup().wordsBehind(flagOf("chest-pain-any"), text);
        CHECK(passagesOf(text, spans) == Passages{"chest pain"});
        CHECK(areValid(text, spans));
    }
}

TEST_CASE("what holds without words, or does not hold, has none behind it")
{
    CHECK(theLookup().wordsBehind(flagOf("chest-pain-any"), "").empty());
    CHECK(theLookup().wordsBehind(flagOf("chest-pain-any"), "sore calves after a run").empty());
    CHECK(theLookup().wordsBehind(flagOf("chest-pain-any"), "no chest pain").empty());
    LookupInput needled = saying("sore shoulder");
    needled.answered = {QuestionId{"needled-recently"}, QuestionId{"short-of-breath"}};
    const LookupAnswer told = theLookup().answer(needled);
    REQUIRE_FALSE(told.alerts.empty());
    CHECK(theLookup().wordsBehind(*told.alerts.front(), needled.text).empty());
}

TEST_CASE("words that count only together with a profile or a place are found as well")
{
    LookupInput stiff = saying("both shoulders stiff in the morning for weeks");
    stiff.ageYears = 68;
    const RedFlag &polymyalgia = flagOf("polymyalgia");
    REQUIRE(raises(stiff, polymyalgia));
    const auto spans = theLookup().wordsBehind(polymyalgia, stiff.text);
    CHECK_FALSE(spans.empty());
    stiff.text = without(stiff.text, spans);
    CHECK_FALSE(raises(stiff, polymyalgia));

    LookupInput knee = saying("swollen and warm");
    knee.chosen.felt = {{{ZoneId{"knee-front"}}, FeltSide::right, 1}};
    REQUIRE(raises(knee, flagOf("hot-knee")));
    knee.text = without(knee.text, theLookup().wordsBehind(flagOf("hot-knee"), knee.text));
    CHECK_FALSE(raises(knee, flagOf("hot-knee")));
}

TEST_CASE("any bytes have passages in order or none")
{
    const std::string text = "\xff\xe2\x80 chest\xe2\x80\x99 pain\xe2 chest pain \xc2";
    const auto spans = theLookup().wordsBehind(flagOf("chest-pain-any"), text);
    CHECK_FALSE(spans.empty());
    CHECK_FALSE(raises(saying(without(text, spans)), flagOf("chest-pain-any")));
}
