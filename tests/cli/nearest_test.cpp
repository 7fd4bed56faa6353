// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "cli/nearest.h"

using namespace palpate::cli;

TEST_CASE("the edit distance counts letters put in, taken out and changed")
{
    CHECK(editDistance("", "") == 0);
    CHECK(editDistance("", "teres") == 5);
    CHECK(editDistance("teres", "") == 5);
    CHECK(editDistance("teres", "teres") == 0);
    CHECK(editDistance("kitten", "sitting") == 3);
    CHECK(editDistance("teres-minor", "teres-major") == editDistance("teres-major", "teres-minor"));
}

TEST_CASE("the nearest texts come first, and never more than asked for")
{
    const std::vector<std::string> known{"soleus", "infraspinatus", "supraspinatus", "psoas-major"};
    CHECK(nearestTo("infraspinatis", known, 2) == std::vector<std::string>{"infraspinatus", "supraspinatus"});
    CHECK(nearestTo("soleus", known, 9).size() == known.size());
    CHECK(nearestTo(std::string(1'000'000, 'x'), known, 1).size() == 1);
    CHECK(nearestTo("soleus", {}, 3).empty());
}
