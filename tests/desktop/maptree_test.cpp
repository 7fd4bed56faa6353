// SPDX-License-Identifier: GPL-3.0-or-later
// What assistive technology is told about the map, on the shipped atlas: nothing that shows may be missing.
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "anatomy/regionplace.h"
#include "desktop/bodymap/mapcursor.h"
#include "desktop/bodymap/maptree.h"
#include "openwindow.h"
#include "referral/bodyregion.h"

using namespace palpate;
using namespace palpate::desktop;
using anatomy::Layer;
using anatomy::RegionNumber;
using anatomy::ViewInfo;
using palpate::testing::shippedAtlas;
using palpate::testing::shippedKnowledge;

namespace {

MapScene &scene()
{
    static MapScene shared{shippedAtlas()};
    return shared;
}

const std::vector<BodyRegion> &shippedRegions()
{
    static const auto regions = loadBodyRegions(palpate::testing::resources / "knowledge",
                                                palpate::testing::resources / "schema", shippedKnowledge());
    return regions;
}

const std::vector<MapPatch> &patches(const ViewInfo &view, Layer layer)
{
    static std::map<std::pair<std::string, Layer>, std::vector<MapPatch>> known;
    auto &found = known[{view.id, layer}];
    if (found.empty()) {
        found = patchesOf(scene(), view, layer);
    }
    return found;
}

MapTree treeOf(const ViewInfo &view, Layer layer, const std::vector<PointOverview> &points = {})
{
    return makeMapTree(shippedAtlas(), view, layer, patches(view, layer),
                       {points, shippedKnowledge(), shippedRegions()});
}

const ViewInfo &viewNamed(const char *id)
{
    const ViewInfo *view = shippedAtlas().findView(id);
    REQUIRE(view != nullptr);
    return *view;
}

/// Every item once, as it is reached from the top.
std::vector<const MapItem *> reached(const MapTree &tree)
{
    std::vector<const MapItem *> items;
    const auto walk = [&](const auto &self, std::size_t at) -> void {
        items.push_back(&tree.items[at]);
        for (const std::size_t child : tree.items[at].children) {
            REQUIRE(tree.items[child].parent == at);
            self(self, child);
        }
    };
    for (const std::size_t at : tree.top) {
        walk(walk, at);
    }
    return items;
}

/// The muscles of the list that a layer shows, counted pixel by pixel.
std::set<RegionNumber> shownMuscles(const ViewInfo &view, Layer layer)
{
    const anatomy::Atlas &atlas = shippedAtlas();
    const anatomy::StackMap &stacks = scene().stacks(view);
    std::vector<bool> present(stacks.stackCount(), false);
    for (const std::uint16_t stack : stacks.numbers().values()) {
        present[stack] = true;
    }
    std::set<RegionNumber> shown;
    for (std::size_t stack = 0; stack < present.size(); ++stack) {
        if (const RegionNumber region = stacks.topsOf(layer)[stack];
            present[stack] && region != 0 && atlas.structureOf(region).listed) {
            shown.insert(region);
        }
    }
    return shown;
}

constexpr std::array muscleLayers{Layer::superficial, Layer::intermediate, Layer::deep};

PointOverview pointOn(const char *muscle, Side side, PointMm position, std::optional<int> soreness, std::uint8_t id)
{
    const PointId pointId{PointId::Bytes{id}};
    PointOverview overview{TriggerPoint{pointId, MuscleId{muscle}, side, position, PointKind::unsure, {}},
                           std::nullopt};
    if (soreness) {
        overview.latestSoreness =
            Rating{RatingId{RatingId::Bytes{id}}, pointId, Asked::sorenessNow, *PainLevel::from(*soreness), {}};
    }
    return overview;
}

} // namespace

TEST_CASE(
    "the map's tree holds every muscle that the atlas lists for the view and layer, and no other that is not seen")
{
    const anatomy::Atlas &atlas = shippedAtlas();
    for (const ViewInfo &view : atlas.views()) {
        for (const Layer layer : muscleLayers) {
            INFO(view.id << " " << anatomy::toKey(layer));
            const MapTree tree = treeOf(view, layer);
            std::set<RegionNumber> told;
            for (const MapItem *item : reached(tree)) {
                if (item->kind == MapItem::Kind::muscle) {
                    CHECK(told.insert(item->region).second); // each once
                }
            }
            std::set<RegionNumber> listed; // what palpate atlas --json prints for this view and layer
            std::set<RegionNumber> expected = shownMuscles(view, layer);
            for (RegionNumber region = 1; region <= atlas.regionCount(); ++region) {
                const anatomy::Structure &structure = atlas.structureOf(region);
                if (structure.listed && structure.layer == layer && view.ownPixels[region] > 0) {
                    listed.insert(region);
                    if (structure.seeThrough) {
                        expected.insert(region); // shows as an outline
                    }
                }
            }
            CHECK(told == expected);
            std::set<RegionNumber> ofThisLayer;
            for (const RegionNumber region : told) {
                CHECK(atlas.structureOf(region).layer >= layer);
                if (atlas.structureOf(region).layer == layer) {
                    ofThisLayer.insert(region);
                }
            }
            CHECK(ofThisLayer == listed);
        }
    }
}

TEST_CASE("on the skin the tree holds every zone that shows, under the body's regions")
{
    const anatomy::Atlas &atlas = shippedAtlas();
    for (const ViewInfo &view : atlas.views()) {
        INFO(view.id);
        const auto &values = scene().zones(view).values();
        std::set<int> expected{values.begin(), values.end()};
        expected.erase(0);
        std::set<int> told;
        const MapTree tree = treeOf(view, Layer::skin);
        for (const MapItem *item : reached(tree)) {
            if (item->kind == MapItem::Kind::zone) {
                CHECK(told.insert(item->zone).second);
                const auto zone = atlas.zoneAt(item->zone);
                REQUIRE(zone);
                CHECK(shippedKnowledge().zone(zone->zone) != nullptr);
            }
        }
        CHECK(told == expected);
        CHECK_FALSE(told.empty());
    }
}

TEST_CASE("everything on the map has a name of its own with its side, a place in the picture, and is where it says")
{
    const anatomy::Atlas &atlas = shippedAtlas();
    std::size_t most = 0;
    int regions = 0;
    int unfit = 0;
    for (const ViewInfo &view : atlas.views()) {
        const QRectF picture{0, 0, static_cast<double>(view.frame.width), static_cast<double>(view.frame.height)};
        for (const Layer layer : anatomy::allLayers) {
            const MapTree tree = treeOf(view, layer);
            most = std::max(most, tree.items.size());
            CHECK(tree.name.startsWith(QStringLiteral("Body map, ")));
            const auto all = reached(tree);
            CHECK(all.size() == tree.items.size());
            std::set<std::string> keys;
            std::map<std::optional<std::size_t>, std::set<QString>> namesUnder;
            for (const MapItem *item : all) {
                INFO(view.id << " " << anatomy::toKey(layer) << " " << item->name.toStdString());
                CHECK(keys.insert(item->key).second);
                CHECK(namesUnder[item->parent].insert(item->name).second);
                CHECK(item->name.size() > 2);
                CHECK(picture.contains(item->box));
                CHECK(item->box.contains(QPointF{item->middle.x, item->middle.y}));
                const auto x = static_cast<int>(std::floor(item->middle.x));
                const auto y = static_cast<int>(std::floor(item->middle.y));
                Side side = Side::midline;
                if (item->kind == MapItem::Kind::zone) {
                    CHECK(scene().zones(view).at(x, y) == item->zone);
                    side = atlas.zoneAt(item->zone)->side;
                } else if (item->region != 0) {
                    side = atlas.region(item->region).side;
                    if (!atlas.structureOf(item->region).seeThrough) {
                        CHECK(scene().stacks(view).topAt(layer, x, y) == item->region); // a click there means it
                    }
                }
                if (item->kind == MapItem::Kind::part) {
                    CHECK_FALSE(item->children.empty());
                    continue;
                }
                const bool saysLeft = item->name.endsWith(QStringLiteral(", your left"));
                const bool saysRight = item->name.endsWith(QStringLiteral(", your right"));
                CHECK(saysLeft == (side == Side::left));
                CHECK(saysRight == (side == Side::right));
                // From the place itself, not from what anything is called.
                if (item->region != 0) {
                    const anatomy::GrayImage16 &nearness = scene().nearness(view, layer);
                    const PointMm place =
                        anatomy::placeInRegion(atlas.region(item->region), view.frame, nearness, item->middle);
                    CHECK(fits(side, place));
                    const anatomy::PicturePx shown = view.frame.picture(place);
                    CHECK(std::hypot(shown.x - item->middle.x, shown.y - item->middle.y) < 5);
                    ++regions;
                    const auto seen = anatomy::bodyPointAt(view.frame, nearness, item->middle);
                    unfit += seen && fits(side, *seen) ? 0 : 1;
                }
            }
        }
    }
    CHECK(most < 400); // parts, not one long list
    CHECK(unfit < regions / 10);
}

TEST_CASE("the person's points stand under their muscle, and are counted and rated in words")
{
    const ViewInfo &back = viewNamed("back");
    const auto &atlas = shippedAtlas();
    const auto infraspinatus = atlas.regionOf(MuscleId{"infraspinatus"}, Side::right);
    REQUIRE(infraspinatus);
    const std::vector<PointOverview> points{pointOn("infraspinatus", Side::right, {-80, 60, 1350}, 4, 1),
                                            pointOn("infraspinatus", Side::right, {-90, 60, 1340}, 6, 2),
                                            pointOn("infraspinatus", Side::right, {-90, 60, 1330}, std::nullopt, 3),
                                            pointOn("psoas-major", Side::left, {30, 0, 1100}, 9, 4)};
    const MapTree tree = treeOf(back, Layer::superficial, points);
    const MapItem *muscle = tree.regionItem(*infraspinatus);
    REQUIRE(muscle != nullptr);
    CHECK(muscle->name == QStringLiteral("Infraspinatus, your right"));
    CHECK(muscle->description == QStringLiteral("surface muscle, M. infraspinatus, 3 of your points, worst 6 of 10"));
    REQUIRE(muscle->children.size() == 3);
    CHECK(tree.items[muscle->children[0]].name == QStringLiteral("Point 1, soreness 4 of 10, not sure"));
    CHECK(tree.items[muscle->children[2]].name == QStringLiteral("Point 3, not rated, not sure"));
    CHECK(tree.items[muscle->children[1]].point == points[1].point.id);
    REQUIRE(muscle->parent);
    const MapItem &part = tree.items[*muscle->parent];
    CHECK(part.name == QStringLiteral("Shoulder, your right"));
    CHECK(part.description.endsWith(QStringLiteral(" muscles, 3 of your points, worst 6 of 10")));

    // Its marker shows on this layer although its muscle does not.
    const MapItem &rest = tree.items[tree.top.back()];
    CHECK(rest.name == QStringLiteral("Your points in what this layer does not show"));
    REQUIRE(rest.children.size() == 1);
    const QString psoas = QString::fromStdString(atlas.findStructure(MuscleId{"psoas-major"})->common);
    CHECK(tree.items[rest.children[0]].name ==
          QStringLiteral("Point 1, soreness 9 of 10, not sure, %1, your left").arg(psoas));

    const MapTree skin = treeOf(back, Layer::skin, points);
    CHECK(skin.items[skin.top.back()].children.size() == 4);
    CHECK(skin.name == QStringLiteral("Body map, back, skin"));
}

TEST_CASE("nothing is lost before the knowledge base is there")
{
    const ViewInfo &front = viewNamed("front");
    const KnowledgeBase none;
    const MapTree tree =
        makeMapTree(shippedAtlas(), front, Layer::superficial, patches(front, Layer::superficial), {{}, none, {}});
    const MapTree whole = treeOf(front, Layer::superficial);
    const auto muscles = [](const MapTree &of) {
        return std::count_if(of.items.begin(), of.items.end(),
                             [](const MapItem &item) { return item.kind == MapItem::Kind::muscle; });
    };
    CHECK(muscles(tree) == muscles(whole));
    CHECK(tree.top.size() <= 3);
}

namespace {

std::vector<CursorStop> stopsOf(const MapTree &tree)
{
    std::vector<CursorStop> stops;
    for (const MapItem *item : reached(tree)) {
        if (item->region != 0 || item->zone != 0) {
            stops.push_back({item->key, item->middle});
        }
    }
    return stops;
}

} // namespace

TEST_CASE("the arrow keys reach everything from the head")
{
    for (const ViewInfo &view : shippedAtlas().views()) {
        for (const Layer layer : anatomy::allLayers) {
            const auto stops = stopsOf(treeOf(view, layer));
            MapCursor cursor;
            cursor.setStops(stops);
            CHECK(cursor.current() == nullptr);
            REQUIRE(cursor.goHome());
            const std::string home = cursor.current()->key;
            const auto at =
                std::find_if(stops.begin(), stops.end(), [&](const CursorStop &stop) { return stop.key == home; });
            INFO(view.id << " " << anatomy::toKey(layer));
            const auto reached = CursorPaths{stops}.reachedFrom(static_cast<std::size_t>(at - stops.begin()));
            CHECK(std::count(reached.begin(), reached.end(), true) == static_cast<std::ptrdiff_t>(stops.size()));
        }
    }
}

TEST_CASE("the cursor: back on the spot leads back, a turned body keeps the place, the end is the end")
{
    const std::vector<CursorStop> stops{{"a", {0, 0}}, {"b", {10, 1}}, {"c", {11, 30}}, {"d", {-40, 31}}};
    MapCursor cursor;
    CHECK_FALSE(cursor.go(CursorMove::right)); // nothing to stand on
    cursor.setStops(stops);
    cursor.setStart("c");
    REQUIRE(cursor.go(CursorMove::right)); // the first key only shows where one is
    CHECK(cursor.current()->key == "c");
    REQUIRE(cursor.goHome());
    CHECK(cursor.current()->key == "a");
    CHECK_FALSE(cursor.go(CursorMove::up));
    CHECK(cursor.current()->key == "a");
    REQUIRE(cursor.go(CursorMove::down));
    CHECK(cursor.current()->key == "c");
    REQUIRE(cursor.go(CursorMove::left));
    CHECK(cursor.current()->key == "d");
    REQUIRE(cursor.go(CursorMove::right));
    CHECK(cursor.current()->key == "c");
    REQUIRE(cursor.goOn(1));
    REQUIRE(cursor.goOn(1));
    CHECK(cursor.current()->key == "a"); // round
    REQUIRE(cursor.goOn(-1));
    CHECK(cursor.current()->key == "d");

    cursor.setStops({{"a", {5, 5}}, {"d", {6, 6}}});
    CHECK(cursor.current() == nullptr);
    REQUIRE(cursor.go(CursorMove::left));
    CHECK(cursor.current()->key == "d"); // where one was before the body turned
    cursor.setStops({{"a", {5, 5}}, {"b", {6, 6}}});
    REQUIRE(cursor.go(CursorMove::left));
    CHECK(cursor.current()->key == "a"); // which this side does not show: the head
    CHECK_FALSE(cursor.goTo("z"));
}
