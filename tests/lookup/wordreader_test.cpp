// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include "lookup/cases.h"

using namespace palpate;
using namespace palpate::test;

namespace {

Understood read(const std::string &text)
{
    static const WordForms forms{world().base, world().rules};
    static const WordReader reader{world().base, world().rules, forms};
    return reader.read(text);
}

/// "zone side, zone side …", with "|" between zones that may be meant.
std::string places(const std::vector<FeltPlace> &list)
{
    std::string text;
    for (const FeltPlace &place : list) {
        text += text.empty() ? "" : ", ";
        for (const ZoneId &zone : place.zones) {
            text += (&zone == &place.zones.front() ? "" : "|") + zone.text();
        }
        text += " " + std::string(toKey(place.side));
    }
    return text;
}

std::string felt(const std::string &text) { return places(read(text).query.felt); }
std::string spared(const std::string &text) { return places(read(text).query.spared); }

bool isProvokedBy(const std::string &text, const char *activity)
{
    const auto listed = read(text).query.provokedBy;
    return std::ranges::find(listed, ActivityId{activity}) != listed.end();
}

} // namespace

TEST_CASE("several places of one sentence are found, with spread")
{
    CHECK(felt("ache deep in the front of the shoulder running down the outside of the arm, worse reaching behind") ==
          "shoulder-front either, arm-side either");
    CHECK(felt("left temple + ear") == "temple left, ear left");
    CHECK(felt("between the shoulder blades") == "back-upper either");
    CHECK(felt("IT band and love handle") == "thigh-outer either, flank either");
    CHECK(felt("ring and little finger") == "ring-dorsal|ring-palmar either, little-dorsal|little-palmar either");
}

TEST_CASE("parts and where in them")
{
    CHECK(felt("outside of my knee") == "knee-outer either");
    CHECK(felt("the knee hurts on the inside") == "knee-inner either");
    CHECK(felt("upper outer thigh") == "thigh-outer-upper either");
    CHECK(felt("front and outer arm") == "arm-side either, arm-front either");
    CHECK(felt("my back") == "back-upper|back-mid|back-lower-thoracic|lumbar|lumbosacral either");
    CHECK(felt("back of my knee") == "knee-back either");
    CHECK(felt("knee, back") == "knee-front either, back-upper|back-mid|back-lower-thoracic|lumbar|lumbosacral either");
}

TEST_CASE("typing errors, and words of both countries")
{
    CHECK(felt("sholder blade") == felt("shoulder blade"));
    CHECK(felt("breastboen") == "sternum either");
    CHECK(felt("center of my chest") == felt("centre of my chest"));
    CHECK(felt("butt") == felt("bum"));
    // Words of their own that look like a place.
    CHECK(felt("I heard it, should I check this month").empty());
}

TEST_CASE("a side belongs to its place")
{
    CHECK(felt("right shoulder blade") == "scapula|scapula-medial right");
    CHECK(felt("point of my left elbow") == "elbow-back left");
    CHECK(felt("pain in the elbow on the left") == "elbow-lateral|elbow-medial|elbow-front|elbow-back left");
    CHECK(felt("right heel and left temple") == "heel right, temple left");
    CHECK(felt("right shoulder front, thumb and heel") == "shoulder-front right, thumb|thumb-base right, heel right");
    CHECK(felt("both temples") == "temple both");
    CHECK(felt("neck angle and right heel").starts_with("neck-"));
    CHECK(felt("temple and right heel") == "temple either, heel right");
    // "right" may say "exactly".
    CHECK(felt("right behind my knee") == "knee-back either");
    CHECK(felt("on the right behind the ear") == "mastoid right");
    CHECK(felt("my heel hurts right now") == "heel either");
}

TEST_CASE("sides that contradict one another are said, and count for neither")
{
    const Understood understood = read("left right heel");
    CHECK(understood.doSidesContradict);
    CHECK(places(understood.query.felt) == "heel either");
    CHECK_FALSE(read("left and right heel").doSidesContradict);
    CHECK(felt("left and right heel") == "heel both");
}

TEST_CASE("what does not hurt is no place of pain")
{
    CHECK(felt("temple but not the forehead") == "temple either");
    CHECK(spared("temple but not the forehead") == "forehead either");
    CHECK(spared("heel hurts, the arch is fine") == "arch either");
    CHECK(spared("doesn't go below the elbow, not in the palm or the thumb").find("palm") != std::string::npos);
    CHECK(felt("my jaw no longer hurts").empty());
    // Words of denial that deny nothing.
    CHECK(felt("not only my heel but my calf") == "heel either, calf|calf-upper either");
    CHECK(felt("I don't know why my heel hurts") == "heel either");
    CHECK(felt("no idea, the heel") == "heel either");
}

TEST_CASE("what is only moved is not what hurts, unless nothing else is")
{
    CHECK(felt("side of my neck hurts when I lift my arm") == "neck-side either");
    CHECK(felt("hurts when I bend my knee") == "knee-front either");
    CHECK(read("hurts when I bend my knee").query.felt.front().weight < 1);
}

TEST_CASE("what provokes is found in either form, and what helps is not")
{
    CHECK(isProvokedBy("heel, worse reaching behind", "reaching-behind"));
    CHECK(isProvokedBy("when I reach behind my back", "reaching-behind"));
    CHECK(isProvokedBy("climbing stairs", "stairs-up"));
    CHECK_FALSE(isProvokedBy("running down the arm", "running"));
    CHECK_FALSE(isProvokedBy("better when sitting", "sitting-long"));
}

TEST_CASE("qualities are read, and what is not understood is said")
{
    const Understood understood = read("burning heel zxqv flurbish");
    REQUIRE(understood.qualities.size() == 1);
    CHECK(understood.qualities.front().text() == "burning");
    CHECK(understood.unmatched == std::vector<std::string>{"zxqv", "flurbish"});
    CHECK(read("\xd1\x81\xd0\xbf\xd0\xb8\xd0\xbd\xd0\xb0").unmatched.size() == 1);
}

TEST_CASE("bad input is read to its end")
{
    CHECK(read("").query == LookupQuery{});
    CHECK(read("   ...,,,;;; - - -").query == LookupQuery{});
    CHECK(read(std::string(10'000, 'x')).query.felt.empty());
    CHECK(read("\xff\xfe\x80 \xc3").query.felt.empty());
    std::string longText;
    while (longText.size() < 10'000) {
        longText += "left shoulder and not the hand, ";
    }
    CHECK(felt(longText) == "shoulder-front|shoulder-side|shoulder-back|shoulder-top left");
    CHECK(felt("\xf0\x9f\x98\xa9 \xe8\x85\xb0").empty());
}
