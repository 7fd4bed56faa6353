// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "anatomy/atlas.h"
#include "anatomy/view.h"
#include "atlas-builder/buildatlas.h"
#include "atlasfiles.h"
#include "core/error.h"
#include "support/tempdir.h"
#include "syntheticbody.h"

using namespace palpate;
using namespace palpate::anatomy;
namespace fs = std::filesystem;

namespace {

void noProgress(double /*done*/, const std::string & /*what*/) {}

void build(const fs::path &folder)
{
    atlas::buildAtlas(folder / "anatomy", folder / "recipe", folder / "out", noProgress);
}

struct Seen {
    std::string structure;
    Side side;

    friend bool operator==(const Seen &, const Seen &) = default;
};

Seen seenAt(const Atlas &atlas, const std::string &viewId, Layer layer, PointMm point)
{
    const ViewInfo *view = atlas.findView(viewId);
    REQUIRE(view != nullptr);
    const StackMap stacks = StackMap::load(atlas, *view);
    const PicturePx at = view->frame.picture(point);
    const RegionNumber region = stacks.topAt(layer, static_cast<int>(at.x), static_cast<int>(at.y));
    return region == 0 ? Seen{"nothing", Side::midline}
                       : Seen{atlas.structureOf(region).id.text(), atlas.region(region).side};
}

} // namespace

TEST_CASE("a body of boxes is drawn with the right structure, side and depth at every place")
{
    const testing::TempDir folder;
    testing::writeSyntheticBody(folder.path());
    build(folder.path());
    const Atlas atlas = Atlas::load(folder.path() / "out");

    CHECK(seenAt(atlas, "front", Layer::superficial, {20, 0, 50}) == Seen{"cover", Side::left});
    CHECK(seenAt(atlas, "front", Layer::intermediate, {20, 0, 50}) == Seen{"flank", Side::left});
    CHECK(seenAt(atlas, "front", Layer::superficial, {-20, 0, 50}) == Seen{"flank", Side::right});
    CHECK(seenAt(atlas, "back", Layer::superficial, {20, 0, 50}) == Seen{"flank", Side::left});
    CHECK(seenAt(atlas, "front", Layer::superficial, {0, 0, 105}) == Seen{"post", Side::midline});
    CHECK(seenAt(atlas, "front", Layer::bone, {20, 0, 50}) == Seen{"nothing", Side::midline});
    CHECK(seenAt(atlas, "front", Layer::superficial, {0, 0, 200}) == Seen{"nothing", Side::midline});

    SECTION("the stack under a place lists what lies there from near to far")
    {
        const ViewInfo &front = *atlas.findView("front");
        const StackMap stacks = StackMap::load(atlas, front);
        const PicturePx at = front.frame.picture(PointMm{20, 0, 50});
        const auto stack = stacks.stackAt(static_cast<int>(at.x), static_cast<int>(at.y));
        REQUIRE(stack.size() == 2);
        CHECK(atlas.structureOf(stack[0]).id.text() == "cover");
        CHECK(atlas.structureOf(stack[1]).id.text() == "flank");
    }
    SECTION("the surface stands at its real depth")
    {
        const ViewInfo &front = *atlas.findView("front");
        const GrayImage16 nearness = loadNearness(atlas, front, Layer::superficial);
        const auto point = bodyPointAt(front.frame, nearness, front.frame.picture(PointMm{20, 0, 50}));
        REQUIRE(point);
        CHECK(point->y == Approx(-25).margin(0.5));
        CHECK(point->x == Approx(20).margin(0.01));
    }
    SECTION("a covered muscle has its whole silhouette, and only its uncovered part as the visible outline")
    {
        const ViewInfo &front = *atlas.findView("front");
        const Shapes shapes = Shapes::load(atlas, front);
        const auto flank = atlas.regionOf(MuscleId{"flank"}, Side::left);
        REQUIRE(flank);
        CHECK(shapes.silhouette(*flank).size() == 1);
        CHECK(shapes.visible(Layer::superficial, *flank).size() == 2); // with the hole that the cover leaves
        CHECK(shapes.visible(Layer::deep, *flank).size() == 1);
    }
    SECTION("zones tile the skin, with sides")
    {
        const ViewInfo &front = *atlas.findView("front");
        const GrayImage8 zones = loadZones(atlas, front);
        const auto zoneAt = [&](PointMm point) {
            const PicturePx at = front.frame.picture(point);
            return atlas.zoneAt(zones.at(static_cast<int>(at.x), static_cast<int>(at.y)));
        };
        CHECK(zoneAt({30, 0, 100})->side == Side::left);
        CHECK(zoneAt({-30, 0, 100})->side == Side::right);
        CHECK(zoneAt({-30, 0, 100})->zone.text() == "upper");
        CHECK(zoneAt({-30, 0, 10})->zone.text() == "lower");
        CHECK(zoneAt({-30, 0, 10})->side == Side::midline);
        CHECK_FALSE(zoneAt({48, 0, 10}));
    }
}

TEST_CASE("a deeper muscle that cuts a little way through a superficial one does not show on it")
{
    const testing::TempDir folder;
    testing::writeSyntheticBody(folder.path());
    const fs::path mesh = folder.path() / "anatomy" / "bodyparts3d" / "FLANKL.obj";
    const auto seen = [&](double frontOfFlank) {
        testing::writeFile(mesh, testing::boxObj({5, frontOfFlank, 0}, {40, 20, 100}));
        build(folder.path());
        return seenAt(Atlas::load(folder.path() / "out"), "front", Layer::superficial, {20, 0, 50});
    };
    CHECK(seen(-26.5) == Seen{"cover", Side::left}); // the cover's front lies at -25
    CHECK(seen(-29) == Seen{"flank", Side::left});
}

TEST_CASE("what the recipe says lies over another does, though the meshes cut deep into each other")
{
    const testing::TempDir folder;
    testing::writeSyntheticBody(folder.path());
    const fs::path recipe = folder.path() / "recipe" / "structures.json";
    std::string text = testing::bytesOf(recipe);
    const std::string before = R"("common": "Post",)";
    testing::writeFile(recipe, text.replace(text.find(before), before.size(), before + R"( "under": ["flank"],)"));
    const fs::path mesh = folder.path() / "anatomy" / "bodyparts3d" / "POST.obj";
    const auto seen = [&](double frontOfPost) {
        testing::writeFile(mesh, testing::boxObj({-8, frontOfPost, 0}, {8, 10, 110}));
        build(folder.path());
        return seenAt(Atlas::load(folder.path() / "out"), "front", Layer::deep, {6, 0, 50});
    };
    CHECK(seen(-29) == Seen{"flank", Side::left}); // the flank's front lies at -20
    CHECK(seen(-31) == Seen{"post", Side::midline});
}

TEST_CASE("eyes look out where the recipe of the skin says, and the skin's zone is theirs")
{
    const testing::TempDir folder;
    testing::writeSyntheticBody(folder.path());
    testing::writeFile(folder.path() / "recipe" / "zones.json", R"({"format": 1, "zones": [
        {"id": "all", "laterality": "midline", "parts": ["trunk", "head"], "seeds": [[0, 0, 90]]}]})");
    const auto shadeInFront = [&](const std::string &eyes) {
        testing::writeFile(
            folder.path() / "recipe" / "skin.json",
            R"({"format": 1, "passes": 0, "head_from": 0, "calm": [], "patches": [], "part": [], "eyes": [)" + eyes +
                "]}");
        build(folder.path());
        const Atlas atlas = Atlas::load(folder.path() / "out");
        const ViewInfo &front = *atlas.findView("front");
        const PicturePx at = front.frame.picture(PointMm{-20, 0, 100});
        CHECK(loadZones(atlas, front).at(static_cast<int>(at.x), static_cast<int>(at.y)) != 0);
        return int{loadShading(atlas, front, Layer::skin).at(static_cast<int>(at.x), static_cast<int>(at.y))};
    };
    const int skin = shadeInFront("");
    CHECK(shadeInFront(R"({"at": [20, -29, 100], "radius": 10})") < skin - 20); // the pupil, 9 mm before the skin
    CHECK(shadeInFront(R"({"at": [20, -22, 100], "radius": 10})") == skin);     // 2 mm: behind the lid
}

TEST_CASE("a see-through structure hides nothing, but has its outline and its place in the stack")
{
    const testing::TempDir folder;
    testing::writeSyntheticBody(folder.path());
    const fs::path recipe = folder.path() / "recipe" / "structures.json";
    std::string text = testing::bytesOf(recipe);
    const std::string before = R"("common": "Cover",)";
    testing::writeFile(recipe, text.replace(text.find(before), before.size(), before + R"( "see_through": true,)"));
    build(folder.path());
    const Atlas atlas = Atlas::load(folder.path() / "out");
    CHECK(seenAt(atlas, "front", Layer::superficial, {20, 0, 50}) == Seen{"flank", Side::left});

    const auto cover = atlas.regionOf(MuscleId{"cover"}, Side::left);
    const auto flank = atlas.regionOf(MuscleId{"flank"}, Side::left);
    REQUIRE(cover);
    CHECK(atlas.structureOf(*cover).seeThrough);
    CHECK_FALSE(atlas.structureOf(*flank).seeThrough);
    const ViewInfo &front = *atlas.findView("front");
    const StackMap stacks = StackMap::load(atlas, front);
    const PicturePx at = front.frame.picture(PointMm{20, 0, 50});
    const auto stack = stacks.stackAt(static_cast<int>(at.x), static_cast<int>(at.y));
    REQUIRE(stack.size() == 2);
    CHECK(stack[0] == *cover);
    const Shapes shapes = Shapes::load(atlas, front);
    CHECK(shapes.visible(Layer::superficial, *cover).size() == 1);
    CHECK(shapes.visible(Layer::superficial, *flank).size() == 1); // without a hole
    CHECK(front.ownPixels[*cover] == Approx(20 * 60 * 1.6 * 1.6).epsilon(0.05));
    const ViewInfo &back = *atlas.findView("back");
    CHECK(Shapes::load(atlas, back).visible(Layer::superficial, *cover).empty()); // the flank lies before it
    CHECK(back.ownPixels[*cover] == 0);
}

TEST_CASE("a body built with left and right exchanged exchanges every side, whatever the names say")
{
    const testing::TempDir folder;
    testing::writeSyntheticBody(folder.path(), true);
    build(folder.path());
    const Atlas atlas = Atlas::load(folder.path() / "out");
    CHECK(seenAt(atlas, "front", Layer::superficial, {-20, 0, 50}) == Seen{"cover", Side::right});
    CHECK(seenAt(atlas, "front", Layer::superficial, {20, 0, 50}) == Seen{"flank", Side::left});
    CHECK_FALSE(atlas.regionOf(MuscleId{"cover"}, Side::left));
}

TEST_CASE("the same input gives the same bytes, and what stood there before is replaced as a whole")
{
    const testing::TempDir first;
    const testing::TempDir second;
    for (const testing::TempDir *folder : {&first, &second}) {
        testing::writeSyntheticBody(folder->path());
        build(folder->path());
    }
    testing::writeFile(second.path() / "out" / "front.old.png", "left over");
    build(second.path());
    CHECK(testing::filesOf(first.path() / "out") == testing::filesOf(second.path() / "out"));
    CHECK_FALSE(fs::exists(second.path() / "out.new"));
}

TEST_CASE("a malformed mesh or recipe stops the builder with file and place, and nothing is written")
{
    const testing::TempDir folder;
    testing::writeSyntheticBody(folder.path());
    build(folder.path());
    const auto before = testing::filesOf(folder.path() / "out");
    const auto expectFault = [&](const std::string &file, const std::string &place) {
        try {
            build(folder.path());
            FAIL("no error");
        } catch (const DataFileError &error) {
            CHECK(error.file() == file);
            CHECK(error.place() == place);
        }
        CHECK(testing::filesOf(folder.path() / "out") == before);
        CHECK_FALSE(fs::exists(folder.path() / "out.new"));
    };
    SECTION("a face that names no vertex")
    {
        testing::writeFile(folder.path() / "anatomy/bodyparts3d/POST.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 4\n");
        expectFault("POST.obj", "4");
    }
    SECTION("a missing mesh")
    {
        fs::remove(folder.path() / "anatomy/bodyparts3d/POST.obj");
        expectFault("POST.obj", "");
    }
    SECTION("a one-sided structure that spans both sides")
    {
        testing::writeFile(folder.path() / "anatomy/bodyparts3d/COVERL.obj", testing::boxObj({-9, 0, 0}, {9, 9, 9}));
        expectFault("COVERL.obj", "");
    }
    SECTION("a recipe with an unknown layer")
    {
        testing::writeFile(folder.path() / "recipe/structures.json",
                           R"({"format": 1, "structures": [{"id": "a", "common": "A", "kind": "muscle",
                               "layer": "outside", "elements": []}]})");
        expectFault("structures.json", "/structures/0");
    }
    SECTION("a structure under one that is not there")
    {
        testing::writeFile(folder.path() / "recipe/structures.json",
                           R"({"format": 1, "structures": [{"id": "a", "common": "A", "kind": "muscle",
                               "layer": "deep", "elements": [], "under": ["b"]}]})");
        expectFault("structures.json", "a");
    }
    SECTION("a seed on the right half")
    {
        testing::writeFile(folder.path() / "recipe/zones.json",
                           R"({"format": 1, "zones": [{"id": "a", "laterality": "paired", "parts": ["trunk"],
                               "seeds": [[-1, 0, 0]]}]})");
        expectFault("zones.json", "/zones/0");
    }
}
