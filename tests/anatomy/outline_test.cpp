// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <catch2/catch.hpp>

#include "anatomy/outline.h"

using namespace palpate::anatomy;

namespace {

double areaMm2(const Outline &outline)
{
    double twice = 0;
    for (std::size_t at = 0; at < outline.size(); ++at) {
        const OutlinePoint &a = outline[at];
        const OutlinePoint &b = outline[(at + 1) % outline.size()];
        twice += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
    }
    return twice / 200;
}

} // namespace

TEST_CASE("a rectangle's outline has its size and place")
{
    const PixelBox box{10, 20, 29, 39};
    const auto outlines = traceOutlines(
        box, [](int, int) { return true; }, 1.0);
    REQUIRE(outlines.size() == 1);
    CHECK(areaMm2(outlines[0]) == Approx(400).margin(4)); // the corners are cut by half a pixel
    for (const OutlinePoint &corner : outlines[0]) {
        CHECK(corner.x >= 100);
        CHECK(corner.x <= 300);
        CHECK(corner.y >= 200);
        CHECK(corner.y <= 400);
    }
}

TEST_CASE("a hole is a border of its own, running the other way round")
{
    const auto outlines = traceOutlines(
        PixelBox{0, 0, 19, 19}, [](int x, int y) { return !(x > 5 && x < 12 && y > 5 && y < 12); }, 1.0);
    REQUIRE(outlines.size() == 2);
    CHECK(areaMm2(outlines[0]) * areaMm2(outlines[1]) < 0);
}

TEST_CASE("no border moves by more than half a millimetre, and specks are left out")
{
    constexpr double radius = 60;
    constexpr double pixelsPerMm = 1.6;
    const auto disc = [](int x, int y) {
        return std::hypot(x + 0.5 - 80, y + 0.5 - 80) <= radius || (x == 1 && y == 1);
    };
    const auto outlines = traceOutlines(PixelBox{0, 0, 159, 159}, disc, pixelsPerMm);
    REQUIRE(outlines.size() == 1);
    for (std::size_t at = 0; at < outlines[0].size(); ++at) {
        const OutlinePoint &a = outlines[0][at];
        const OutlinePoint &b = outlines[0][(at + 1) % outlines[0].size()];
        for (const double t : {0.0, 0.5}) {
            const double x = std::lerp(a.x, b.x, t) / 10 - 80 / pixelsPerMm;
            const double y = std::lerp(a.y, b.y, t) / 10 - 80 / pixelsPerMm;
            CHECK(std::hypot(x, y) == Approx(radius / pixelsPerMm).margin(0.5));
        }
    }
    CHECK(outlines[0].size() < 100);
}

TEST_CASE("an empty box has no outline")
{
    CHECK(traceOutlines(
              PixelBox{}, [](int, int) { return true; }, 1.0)
              .empty());
}
