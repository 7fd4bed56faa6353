// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <catch2/catch.hpp>

#include "atlas-builder/zonemap.h"

using namespace palpate;
using namespace palpate::atlas;

namespace {

const std::vector<ZoneRecipe> zones{
    {"thigh", false, {BodyPart::leg}, {{100, 0, 500}}, {}},
    {"hand", false, {BodyPart::arm}, {{140, 0, 500}}, {}},
    {"belly", true, {BodyPart::trunk, BodyPart::leg}, {{0, 0, 900}}, {}},
    {"knee", false, {BodyPart::leg}, {{100, 0, 400}}, {{'z', 300.0, 430.0}}},
};

} // namespace

TEST_CASE("a point belongs to the nearest seed of its own side and part of the body")
{
    const ZoneMap map{zones};
    CHECK(map.numberAt({105, 0, 500}, BodyPart::leg) == 1);
    CHECK(map.numberAt({-105, 0, 500}, BodyPart::leg) == 2);
    // Nearer to the hand's seed, but a thigh is no hand.
    CHECK(map.numberAt({138, 0, 500}, BodyPart::leg) == 1);
    CHECK(map.numberAt({105, 0, 500}, BodyPart::arm) == 3);
    CHECK(map.numberAt({-5, 0, 880}, BodyPart::trunk) == 5); // a midline zone has one number
    CHECK(map.numberAt({5, 0, 880}, BodyPart::trunk) == 5);
    CHECK(map.numberAt({5, 0, 880}, BodyPart::head) == 0);
}

TEST_CASE("a zone's limits are kept even where its seed is nearest")
{
    const ZoneMap map{zones};
    CHECK(map.numberAt({100, 0, 425}, BodyPart::leg) == 7);
    CHECK(map.numberAt({100, 0, 440}, BodyPart::leg) == 1);
}

TEST_CASE("borders lose their spikes, but not to what lies behind")
{
    anatomy::GrayImage8 picture{40, 40, 1};
    anatomy::GrayImage<float> near{40, 40, 100};
    for (int y = 0; y < 40; ++y) {
        for (int x = 20; x < 40; ++x) {
            picture.at(x, y) = 3;
        }
    }
    for (int x = 14; x < 20; ++x) {
        picture.at(x, 20) = 3;
    }
    anatomy::GrayImage8 finger = picture; // the same in front of everything else
    auto nearFinger = near;
    for (int x = 14; x < 20; ++x) {
        nearFinger.at(x, 20) = 150;
    }
    const auto onLeft = [](std::size_t zone, int, int) { return static_cast<std::uint8_t>(1 + 2 * zone); };
    roundBorders(picture, near, 4, onLeft);
    CHECK(picture.at(15, 20) == 1);
    CHECK(picture.at(10, 5) == 1);
    CHECK(picture.at(19, 5) == 1); // a straight border stays where it is
    CHECK(picture.at(20, 5) == 3);
    roundBorders(finger, nearFinger, 4, onLeft);
    CHECK(finger.at(15, 20) == 3);
}

TEST_CASE("rounding leaves left left and right right")
{
    // One zone on both sides of the midline, between rows of another that bulges over it.
    anatomy::GrayImage8 picture{40, 40, 1};
    const anatomy::GrayImage<float> near{40, 40, 100};
    for (int y = 0; y < 40; ++y) {
        for (int x = 20; x < 40; ++x) {
            picture.at(x, y) = y % 13 == 0 ? 4 : 2;
        }
    }
    roundBorders(picture, near, 4, [](std::size_t zone, int x, int) {
        return static_cast<std::uint8_t>(1 + 2 * zone + (x >= 20 ? 1 : 0));
    });
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 40; ++x) {
            CHECK(picture.at(x, y) == (x < 20 ? 1 : 2));
        }
    }
}

TEST_CASE("a small island goes to the zone around it, a large one stays")
{
    anatomy::GrayImage8 picture{20, 20, 1};
    picture.at(3, 3) = 2;
    for (int y = 8; y < 16; ++y) {
        for (int x = 8; x < 16; ++x) {
            picture.at(x, y) = 3;
        }
    }
    removeIslands(picture, 10);
    CHECK(picture.at(3, 3) == 1);
    CHECK(picture.at(10, 10) == 3);
}

TEST_CASE("an island that took another one in leaves nothing of it behind")
{
    anatomy::GrayImage8 picture{20, 20, 1};
    picture.at(3, 3) = 2;
    for (int x = 2; x < 5; ++x) {
        picture.at(x, 4) = 3;
        picture.at(x, 2) = 3;
    }
    picture.at(2, 3) = 3;
    picture.at(4, 3) = 3;
    removeIslands(picture, 10);
    CHECK(std::all_of(picture.values().begin(), picture.values().end(), [](std::uint8_t zone) { return zone == 1; }));
}
