// SPDX-License-Identifier: GPL-3.0-or-later
// The atlas as it ships.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "anatomy/atlas.h"
#include "anatomy/view.h"

using namespace palpate;
using namespace palpate::anatomy;

namespace {

const std::filesystem::path atlasFolder = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources" / "atlas";

const Atlas &shippedAtlas()
{
    static const Atlas atlas = Atlas::load(atlasFolder);
    return atlas;
}

bool contains(std::span<const ShapePath> paths, double x, double y)
{
    bool inside = false;
    for (const ShapePath &path : paths) {
        for (std::size_t at = 0; at < path.size(); ++at) {
            const PicturePx &a = path[at];
            const PicturePx &b = path[(at + 1) % path.size()];
            if ((a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)) {
                inside = !inside;
            }
        }
    }
    return inside;
}

} // namespace

TEST_CASE("the pointer finds infraspinatus on the person's own right in the back view")
{
    const Atlas &atlas = shippedAtlas();
    const ViewInfo *back = atlas.findView("back");
    REQUIRE(back != nullptr);
    const StackMap stacks = StackMap::load(atlas, *back);
    // Below the right shoulder blade's spine: x < 0 is the person's right, and so the picture's right from behind.
    const PicturePx at = back->frame.picture(PointMm{-110, -10, 1280});
    CHECK(at.x > back->frame.width / 2.0);
    const RegionNumber region = stacks.topAt(Layer::superficial, static_cast<int>(at.x), static_cast<int>(at.y));
    REQUIRE(region != 0);
    CHECK(atlas.structureOf(region).id.text() == "infraspinatus");
    CHECK(atlas.region(region).side == Side::right);
}

TEST_CASE("a deeper layer shows what lies under the layers above")
{
    const Atlas &atlas = shippedAtlas();
    const ViewInfo *back = atlas.findView("back");
    const StackMap stacks = StackMap::load(atlas, *back);
    std::array<std::set<Layer>, allLayers.size()> seen;
    for (int y = 0; y < stacks.height(); y += 7) {
        for (int x = 0; x < stacks.width(); x += 7) {
            for (const Layer layer : allLayers) {
                if (const RegionNumber region = stacks.topAt(layer, x, y); region != 0) {
                    seen[static_cast<std::size_t>(layer)].insert(atlas.structureOf(region).layer);
                }
            }
        }
    }
    for (const Layer layer : allLayers) {
        INFO(toKey(layer));
        REQUIRE_FALSE(seen[static_cast<std::size_t>(layer)].empty());
        CHECK(*seen[static_cast<std::size_t>(layer)].begin() >= layer);
    }
}

TEST_CASE("outside the body and outside the picture there is nothing")
{
    const Atlas &atlas = shippedAtlas();
    const ViewInfo &view = atlas.views().front();
    const StackMap stacks = StackMap::load(atlas, view);
    for (const auto &[x, y] : {std::pair{0, 0}, {-1, 5}, {5, -1}, {view.frame.width, 5}, {5, view.frame.height}}) {
        CHECK(stacks.topAt(Layer::superficial, x, y) == 0);
        CHECK(stacks.stackAt(x, y).empty());
    }
}

TEST_CASE("side is geometry: everything called left lies at x >= 0, everything called right at x <= 0")
{
    const Atlas &atlas = shippedAtlas();
    for (RegionNumber number = 1; number <= atlas.regionCount(); ++number) {
        const Region &region = atlas.region(number);
        INFO(atlas.structureOf(number).id.text() << ' ' << toKey(region.side));
        CHECK((region.side != Side::left || region.low.x >= 0));
        CHECK((region.side != Side::right || region.high.x <= 0));
    }
}

namespace {

/// How many pixels, zones and outline corners of a view that sees the midline edge-on lie on the wrong side.
std::size_t wrongSides(const Atlas &atlas, const ViewInfo &view)
{
    const StackMap stacks = StackMap::load(atlas, view);
    const GrayImage8 zones = loadZones(atlas, view);
    const Shapes shapes = Shapes::load(atlas, view);
    const auto isWrong = [&view](Side side, double pictureX, double tolerance) {
        const double x = view.frame.body({pictureX, 0.0}, 0).x;
        return (side == Side::left && x < -tolerance) || (side == Side::right && x > tolerance);
    };
    std::size_t wrong = 0;
    for (int y = 0; y < stacks.height(); ++y) {
        for (int x = 0; x < stacks.width(); ++x) {
            for (const RegionNumber number : stacks.stackAt(x, y)) {
                wrong += isWrong(atlas.region(number).side, x + 0.5, 0) ? 1U : 0U;
            }
            const auto zone = atlas.zoneAt(zones.at(x, y));
            wrong += zone && isWrong(zone->side, x + 0.5, 0) ? 1U : 0U;
        }
    }
    constexpr double roundingMm = 0.4;
    for (RegionNumber number = 1; number <= atlas.regionCount(); ++number) {
        for (const ShapePath &path : shapes.silhouette(number)) {
            wrong += static_cast<std::size_t>(std::count_if(path.begin(), path.end(), [&](const PicturePx &corner) {
                return isWrong(atlas.region(number).side, corner.x, roundingMm);
            }));
        }
    }
    return wrong;
}

/// The same for a view from the side, where left and right lie behind each other: by the depth of what shows. Depth
/// is kept block by block, so pixels beside a step are left out.
std::pair<int, int> wrongByDepth(const Atlas &atlas, const ViewInfo &view, Layer layer)
{
    const StackMap stacks = StackMap::load(atlas, view);
    const GrayImage16 nearness = loadNearness(atlas, view, layer);
    int asked = 0;
    int wrong = 0;
    for (int y = 8; y + 8 < stacks.height(); y += 3) {
        for (int x = 8; x + 8 < stacks.width(); x += 3) {
            const RegionNumber number = stacks.topAt(layer, x, y);
            const auto point = bodyPointAt(view.frame, nearness, {x + 0.5, y + 0.5});
            bool inside = number != 0 && point.has_value();
            for (int dy = -4; inside && dy <= 4; ++dy) {
                for (int dx = -4; dx <= 4; ++dx) {
                    inside = inside && stacks.topAt(layer, x + dx, y + dy) == number;
                }
            }
            if (inside) {
                constexpr double depthErrorMm = 6;
                const Side side = atlas.region(number).side;
                ++asked;
                wrong +=
                    (side == Side::left && point->x < -depthErrorMm) || (side == Side::right && point->x > depthErrorMm)
                        ? 1
                        : 0;
            }
        }
    }
    return {wrong, asked};
}

} // namespace

TEST_CASE("every pixel, outline and zone called left lies on the person's left, in every view")
{
    const Atlas &atlas = shippedAtlas();
    for (const ViewInfo &view : atlas.views()) {
        INFO(view.id);
        if (std::abs(view.frame.right.x) > 0.99) {
            CHECK(wrongSides(atlas, view) == 0);
            continue;
        }
        for (const Layer layer : {Layer::superficial, Layer::deep, Layer::bone}) {
            const auto [wrong, asked] = wrongByDepth(atlas, view, layer);
            INFO(toKey(layer));
            CHECK(asked > 2000);
            CHECK(wrong == 0);
        }
    }
}

TEST_CASE("the outline that contains a pixel and the structure under it are the same")
{
    const Atlas &atlas = shippedAtlas();
    std::mt19937 random{20261121};
    for (const ViewInfo &view : atlas.views()) {
        const StackMap stacks = StackMap::load(atlas, view);
        const Shapes shapes = Shapes::load(atlas, view);
        for (const Layer layer : {Layer::superficial, Layer::intermediate, Layer::deep, Layer::bone}) {
            std::uniform_int_distribution<int> xs{3, view.frame.width - 4};
            std::uniform_int_distribution<int> ys{3, view.frame.height - 4};
            int counted = 0;
            int differing = 0;
            while (counted < 10'000) {
                const int x = xs(random);
                const int y = ys(random);
                const RegionNumber region = stacks.topAt(layer, x, y);
                bool nearBorder = false;
                for (int dy = -2; dy <= 2; ++dy) {
                    for (int dx = -2; dx <= 2; ++dx) {
                        nearBorder = nearBorder || stacks.topAt(layer, x + dx, y + dy) != region;
                    }
                }
                if (region == 0 || nearBorder) {
                    continue;
                }
                ++counted;
                differing += contains(shapes.visible(layer, region), x + 0.5, y + 0.5) ? 0 : 1;
            }
            INFO(view.id << ' ' << toKey(layer) << ": " << differing << " of " << counted);
            CHECK(differing <= counted / 200);
        }
    }
}

TEST_CASE("a marked place lies on the surface that was pointed at, and projects back to the same pixel")
{
    const Atlas &atlas = shippedAtlas();
    for (const ViewInfo &view : atlas.views()) {
        const GrayImage16 nearness = loadNearness(atlas, view, Layer::superficial);
        int checked = 0;
        for (int y = 0; y < view.frame.height; y += 37) {
            for (int x = 0; x < view.frame.width; x += 23) {
                const PicturePx at{x + 0.5, y + 0.5};
                if (const auto point = bodyPointAt(view.frame, nearness, at)) {
                    const PicturePx again = view.frame.picture(*point);
                    CHECK(again.x == Approx(at.x).margin(1e-6));
                    CHECK(again.y == Approx(at.y).margin(1e-6));
                    CHECK(std::abs(point->y + 95) < 200);
                    ++checked;
                }
            }
        }
        CHECK(checked > 60);
    }
}

TEST_CASE("every pixel of the skin belongs to a zone, and left and right zones have the same size")
{
    const Atlas &atlas = shippedAtlas();
    for (const ViewInfo &view : atlas.views()) {
        INFO(view.id);
        const GrayImage8 zones = loadZones(atlas, view);
        const Shapes shapes = Shapes::load(atlas, view);
        const auto skin = shapes.visible(Layer::skin, 0);
        REQUIRE_FALSE(skin.empty());
        std::map<std::string, std::map<Side, int>> areas;
        int without = 0;
        for (int y = 0; y < zones.height(); ++y) {
            for (int x = 0; x < zones.width(); ++x) {
                const auto zone = atlas.zoneAt(zones.at(x, y));
                if (zone) {
                    ++areas[zone->zone.text()][zone->side];
                } else if (x > 0 && x + 1 < zones.width() && zones.at(x - 1, y) != 0 && zones.at(x + 1, y) != 0) {
                    // A hole one pixel wide is a gap between two fingers only where the skin's outline says so.
                    without += contains(skin, x + 0.5, y + 0.5) && contains(skin, x - 1.0, y + 0.5) &&
                                       contains(skin, x + 2.0, y + 0.5)
                                   ? 1
                                   : 0;
                }
            }
        }
        CHECK(without < 6); // slits between fingers that end between two pixels: outlines leave them out too
        CHECK(areas.size() > (std::abs(view.frame.up.z) > 0.5 ? 50U : 8U));
        for (auto &[zone, bySide] : areas) {
            if (bySide.contains(Side::midline) || std::abs(view.frame.right.x) < 0.99) {
                continue;
            }
            INFO(zone);
            constexpr double sameSize = 0.12;
            constexpr int crumbs = 120; // the skin's own left and right differ a little
            CHECK(std::abs(bySide[Side::left] - bySide[Side::right]) <=
                  crumbs + sameSize * std::max(bySide[Side::left], bySide[Side::right]));
        }
    }
}

namespace {

/// The pixel counts of all pieces of equal zone numbers.
std::vector<int> zonePieces(const GrayImage8 &zones)
{
    GrayImage8 seen{zones.width(), zones.height()};
    std::vector<int> sizes;
    std::vector<std::pair<int, int>> piece;
    for (int y = 0; y < zones.height(); ++y) {
        for (int x = 0; x < zones.width(); ++x) {
            if (zones.at(x, y) == 0 || seen.at(x, y) != 0) {
                continue;
            }
            piece.assign(1, {x, y});
            seen.at(x, y) = 1;
            for (std::size_t at = 0; at < piece.size(); ++at) {
                const auto [px, py] = piece[at];
                for (const auto &[nx, ny] : {std::pair{px + 1, py}, {px - 1, py}, {px, py + 1}, {px, py - 1}}) {
                    if (zones.contains(nx, ny) && seen.at(nx, ny) == 0 && zones.at(nx, ny) == zones.at(x, y)) {
                        seen.at(nx, ny) = 1;
                        piece.emplace_back(nx, ny);
                    }
                }
            }
            sizes.push_back(static_cast<int>(piece.size()));
        }
    }
    return sizes;
}

} // namespace

TEST_CASE("zones are the same on both sides, pixel by pixel, and leave no islands")
{
    const Atlas &atlas = shippedAtlas();
    for (const ViewInfo &view : atlas.views()) {
        INFO(view.id);
        const GrayImage8 zones = loadZones(atlas, view);
        const auto sizes = zonePieces(zones);
        const double islandPx = 40 * view.frame.pxPerMm * view.frame.pxPerMm;
        // What stands alone against the ground has no neighbour that could take it in.
        CHECK(std::count_if(sizes.begin(), sizes.end(), [&](int size) { return size < islandPx; }) <= 2);
        if (std::abs(view.frame.right.x) < 0.99 || view.armAside) {
            continue;
        }
        int asked = 0;
        int differing = 0;
        for (int y = 0; y < zones.height(); ++y) {
            for (int x = 0; x < zones.width(); ++x) {
                const auto own = atlas.zoneAt(zones.at(x, y));
                const auto other = atlas.zoneAt(zones.at(zones.width() - 1 - x, y));
                asked += own ? 1 : 0;
                differing += own.has_value() != other.has_value() ||
                                     (own && (own->zone != other->zone || own->side != mirrored(other->side)))
                                 ? 1
                                 : 0;
            }
        }
        INFO(differing << " of " << asked);
        CHECK(differing <= asked / 500);
    }
}

TEST_CASE("where an arm is left out its end fades, and nothing else does")
{
    const Atlas &atlas = shippedAtlas();
    for (const ViewInfo &view : atlas.views()) {
        if (!view.armAside) {
            continue;
        }
        INFO(view.id);
        const StackMap stacks = StackMap::load(atlas, view);
        const GrayImage8 fade = loadFade(atlas, view, Layer::superficial);
        int fading = 0;
        int wrong = 0;
        for (int y = 0; y < fade.height(); ++y) {
            for (int x = 0; x < fade.width(); ++x) {
                if (fade.at(x, y) == 255) {
                    continue;
                }
                ++fading;
                const RegionNumber top = stacks.topAt(Layer::superficial, x, y);
                wrong += top == 0 || !atlas.region(top).isArm || atlas.region(top).side != *view.armAside ? 1 : 0;
                const RegionNumber behind = stacks.topsBehindArm(Layer::superficial)[stacks.numbers().at(x, y)];
                wrong += behind != 0 && atlas.region(behind).isArm && atlas.region(behind).side == *view.armAside;
            }
        }
        CHECK(fading > 300);
        CHECK(wrong == 0);
    }
}
