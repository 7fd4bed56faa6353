// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a person can reach everything: each muscle and each zone shows well from somewhere.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "anatomy/atlas.h"
#include "anatomy/view.h"

using namespace palpate;
using namespace palpate::anatomy;

namespace {

double areaOf(std::span<const ShapePath> paths)
{
    double twice = 0;
    for (const ShapePath &path : paths) {
        for (std::size_t at = 0; at < path.size(); ++at) {
            const PicturePx &a = path[at];
            const PicturePx &b = path[(at + 1) % path.size()];
            twice += a.x * b.y - b.x * a.y;
        }
    }
    return std::abs(twice) / 2;
}

const Atlas &shippedAtlas()
{
    static const Atlas atlas = Atlas::load(std::filesystem::path{PALPATE_SOURCE_DIR} / "resources" / "atlas");
    return atlas;
}

} // namespace

TEST_CASE("every muscle of the list is drawn")
{
    const Atlas &atlas = shippedAtlas();
    std::set<std::string> missing;
    for (const Structure &structure : atlas.structures()) {
        bool drawn = false;
        for (const Side side : {Side::left, Side::right, Side::midline}) {
            drawn = drawn || atlas.regionOf(structure.id, side).has_value();
        }
        if (structure.listed && !drawn) {
            missing.insert(structure.id.text());
        }
    }
    CHECK(missing == std::set<std::string>{});
}

TEST_CASE("every muscle shows at least a third of its silhouette in one picture of its own layer")
{
    // Reached through the list, the search and the stack of what lies under a click.
    const std::set<std::string> hidden{"adductor-hallucis",       "diaphragm",           "iliocostalis-cervicis",
                                       "iliocostalis-thoracis",   "ischiocavernosus",    "lateral-pterygoid",
                                       "longissimus-capitis",     "medial-pterygoid",    "palmar-interossei-hand",
                                       "plantar-interossei-foot", "psoas-major",         "psoas-minor",
                                       "pubococcygeus",           "rotatores-thoracis",  "splenius-cervicis",
                                       "subscapularis",           "superior-oblique-eye"};
    const Atlas &atlas = shippedAtlas();
    std::map<std::string, double> best;
    for (const ViewInfo &view : atlas.views()) {
        const Shapes shapes = Shapes::load(atlas, view);
        for (RegionNumber number = 1; number <= atlas.regionCount(); ++number) {
            const Structure &structure = atlas.structureOf(number);
            const double whole = areaOf(shapes.silhouette(number));
            if (structure.listed && whole > 0) {
                double &part = best[structure.id.text() + ' ' + std::string{toKey(atlas.region(number).side)}];
                part = std::max(part, view.ownPixels[number] / whole);
            }
        }
    }
    std::set<std::string> tooLittle;
    for (const auto &[muscle, part] : best) {
        if (part < 1.0 / 3) {
            tooLittle.insert(muscle.substr(0, muscle.find(' ')));
        }
    }
    CHECK(tooLittle == hidden);
}

TEST_CASE("the see-through muscles hide nothing, and can be reached")
{
    // A thin sheet over the muscles that people look for in the neck, and a variant that few people have.
    const std::set<std::string> known{"platysma", "sternalis"};
    const Atlas &atlas = shippedAtlas();
    std::set<std::string> found;
    const ViewInfo &front = *atlas.findView("front");
    const StackMap stacks = StackMap::load(atlas, front);
    const Shapes shapes = Shapes::load(atlas, front);
    for (RegionNumber number = 1; number <= atlas.regionCount(); ++number) {
        const Structure &structure = atlas.structureOf(number);
        if (!structure.seeThrough) {
            continue;
        }
        found.insert(structure.id.text());
        INFO(structure.id.text());
        CHECK_FALSE(shapes.visible(structure.layer, number).empty());
        for (const Layer layer : allLayers) {
            const auto &tops = stacks.topsOf(layer);
            CHECK(std::find(tops.begin(), tops.end(), number) == tops.end());
        }
        bool inStack = false;
        for (std::size_t at = 0; at < stacks.stackCount() && !inStack; ++at) {
            const auto stack = stacks.stack(at);
            inStack = std::find(stack.begin(), stack.end(), number) != stack.end();
        }
        CHECK(inStack);
    }
    CHECK(found == known);
}

TEST_CASE("every zone of the skin shows at least 150 square millimetres in one picture")
{
    const Atlas &atlas = shippedAtlas();
    std::map<std::string, double> best;
    for (const ViewInfo &view : atlas.views()) {
        const GrayImage8 zones = loadZones(atlas, view);
        std::map<std::uint8_t, int> pixels;
        for (const std::uint8_t number : zones.values()) {
            ++pixels[number];
        }
        for (const auto &[number, count] : pixels) {
            if (const auto zone = atlas.zoneAt(number)) {
                double &area = best[zone->zone.text() + ' ' + std::string{toKey(zone->side)}];
                area = std::max(area, count / (view.frame.pxPerMm * view.frame.pxPerMm));
            }
        }
    }
    CHECK(best.size() > 200);
    for (const auto &[zone, area] : best) {
        INFO(zone << ": " << area << " mm2");
        CHECK(area >= 150);
    }
}
