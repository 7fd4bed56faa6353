// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>

#include <catch2/catch.hpp>

#include "desktop/bodymap/enlarged.h"

using namespace palpate::desktop;

TEST_CASE("an enlarged layer has curves for steps, and shades without a fringe")
{
    // A slope of one step every four pixels.
    ShownLayer layer{{16, 16, 1}, {16, 16, 40}, {}, {}};
    for (int y = 0; y < 16; ++y) {
        for (int x = y / 4 + 6; x < 16; ++x) {
            layer.regions.at(x, y) = 2;
            layer.shading.at(x, y) = 200;
        }
    }
    constexpr int factor = 4;
    const ShownLayer larger = enlarged(layer, factor);
    REQUIRE(larger.regions.width() == 16 * factor);
    int widestStep = 0;
    int last = -1;
    for (int y = 8; y < 56; ++y) {
        int border = 0;
        while (larger.regions.at(border, y) == 1) {
            ++border;
        }
        CHECK(larger.shading.at(border - 1, y) == 40);
        CHECK(larger.shading.at(border, y) == 200);
        widestStep = last < 0 ? 0 : std::max(widestStep, std::abs(border - last));
        last = border;
    }
    CHECK(widestStep < factor);
}
