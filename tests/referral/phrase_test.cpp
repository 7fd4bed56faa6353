// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "referral/phrase.h"
#include "referral/wordpattern.h"

using namespace palpate;

namespace {

bool finds(const char *phrase, const char *text)
{
    const auto parsed = Phrase::parse(phrase);
    REQUIRE(parsed.has_value());
    const WordForms forms{KnowledgeBase{}, RuleBase{}};
    return WordPattern{*parsed, forms}.findIn(forms.of(foldedWords(text))).has_value();
}

} // namespace

TEST_CASE("what people write is folded into words")
{
    CHECK(foldedWords("I can't, I CAN\xe2\x80\x99T: pins-and-needles!") ==
          std::vector<std::string>{"i", "cant", "i", "cant", "pins", "and", "needles"});
    CHECK(foldedWords("").empty());
    CHECK(foldedWords(" ... \xff\xfe").empty());
}

TEST_CASE("a phrase is found as whole words in their order")
{
    CHECK(finds("shoulder blade", "under my Shoulder-Blade"));
    CHECK_FALSE(finds("shoulder blade", "blade of the shoulder"));
    CHECK_FALSE(finds("ear", "my heart"));
    CHECK(finds("ear", "heart and ear"));
}

TEST_CASE("a star stands for endings and dots for up to four words")
{
    CHECK(finds("swell*", "it is swelling"));
    CHECK_FALSE(finds("swell*", "swel"));
    CHECK(finds("pain* in ... chest", "pains in the middle of my chest"));
    CHECK(finds("pain* in ... chest", "pain in chest"));
    CHECK_FALSE(finds("pain* in ... chest", "pain in the one two three four chest"));
    // The first fitting word is not always the right one.
    CHECK(finds("pain ... left arm", "pain left leg left arm"));
}

TEST_CASE("of words with bars between them any may stand there")
{
    for (const char *text : {"cant bend it", "I can't put", "cannot even bend"}) {
        INFO(text);
        CHECK(finds("cant|cannot|couldn* ... bend*|put", text));
    }
    CHECK_FALSE(finds("cant|cannot bend|put", "cant walk, bend or put"));
    CHECK_FALSE(finds("cant|cannot bend|put", "can not bend"));
}

TEST_CASE("what is no phrase is not read")
{
    for (const char *text : {"", " ", "Ear", "ear ", "... ear", "ear ...", "ear ... ... nose", "*", "e*r", "can't", "|",
                             "ear|", "|ear", "ear||nose", "ear | nose", "ear|... nose"}) {
        INFO(text);
        CHECK_FALSE(Phrase::parse(text).has_value());
    }
}
