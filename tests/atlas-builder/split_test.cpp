// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <catch2/catch.hpp>

#include "atlas-builder/body.h"
#include "atlas-builder/recipe.h"
#include "atlas-builder/split.h"
#include "atlas-builder/vectormm.h"
#include "core/error.h"
#include "support/tempdir.h"
#include "syntheticbody.h"

using namespace palpate;
using namespace palpate::atlas;
using Catch::Matchers::Contains;
using palpate::testing::TempDir;
using palpate::testing::writeFile;

namespace {

double areaOf(const Mesh &mesh)
{
    double area = 0;
    for (const auto &[a, b, c] : mesh.triangles) {
        const PointMm &p = mesh.vertices[a];
        area += length(cross(minus(mesh.vertices[b], p), minus(mesh.vertices[c], p))) / 2;
    }
    return area;
}

/// A body with one box on each side that serves two structures, "front" and "rear".
struct SharedBox {
    TempDir folder;
    Recipe recipe;
    Body body;
    Mesh whole;

    SharedBox()
    {
        writeFile(folder.path() / "box.obj", testing::boxObj({10, -20, 0}, {30, 20, 100}));
        whole = readObj(folder.path() / "box.obj");
        for (const char *id : {"front", "rear"}) {
            StructureRecipe structure;
            structure.id = id;
            structure.elements = {"BOX"};
            body.regions.push_back({recipe.structures.size(), Side::left, whole, {}, false});
            body.regions.push_back({recipe.structures.size(), Side::right, mirrored(whole), {}, false});
            recipe.structures.push_back(structure);
        }
    }

    std::vector<SplitRecipe> read(const std::string &splits) const
    {
        writeFile(folder.path() / "splits.json", R"({"format": 1, "splits": [)" + splits + "]}");
        return readSplits(folder.path());
    }
};

const std::string turning = R"({"behind": "front", "ahead": "rear", "note": "turns on its way up", "stations": [
    {"at": [20, -5, 20], "normal": [0, 2, 0], "note": "low"},
    {"at": [20, 5, 80], "normal": [1, 1, 0], "note": "high"}]})";

} // namespace

TEST_CASE("a split gives two parts that lie on their sides and add up to the whole")
{
    SharedBox box;
    const auto splits = box.read(turning);
    applySplits(box.body, box.recipe, splits);
    for (const std::size_t side : {0U, 1U}) {
        const Mesh &front = box.body.regions[side].mesh;
        const Mesh &rear = box.body.regions[2 + side].mesh;
        CHECK(areaOf(front) > 1000);
        CHECK(areaOf(rear) > 1000);
        CHECK(areaOf(front) + areaOf(rear) == Approx(areaOf(box.whole)));
        // Triangles are cut where they cross; the large ones of a box cross a turning surface in a straight line.
        constexpr double toleranceMm = 4;
        for (const PointMm &p : front.vertices) {
            CHECK(splitDistance(splits.front(), p) < toleranceMm);
        }
        for (const PointMm &p : rear.vertices) {
            CHECK(splitDistance(splits.front(), p) > -toleranceMm);
        }
    }
    CHECK(boundsOf(box.body.regions[0].mesh).low.x >= 0);
    CHECK(boundsOf(box.body.regions[1].mesh).high.x <= 0);
}

TEST_CASE("a plane cuts exactly, and the same on both sides of the body")
{
    SharedBox box;
    applySplits(box.body, box.recipe, box.read(R"({"behind": "front", "ahead": "rear", "note": "flat", "stations": [
                    {"at": [20, 3, 50], "normal": [0, 1, 0], "note": "middle"}]})"));
    for (const std::size_t side : {0U, 1U}) {
        CHECK(boundsOf(box.body.regions[side].mesh).high.y == Approx(3));
        CHECK(boundsOf(box.body.regions[2 + side].mesh).low.y == Approx(3));
    }
}

TEST_CASE("the dividing surface turns with height")
{
    SharedBox box;
    const SplitRecipe split = box.read(turning).front();
    CHECK(splitDistance(split, {20, 0, 10}) == Approx(5)); // below the lowest station: its plane
    CHECK(splitDistance(split, {20, 5 + std::sqrt(2.0), 90}) == Approx(1));
    CHECK(splitDistance(split, {20, 0, 50}) == Approx((5 - 5 / std::sqrt(2.0)) / 2));
    CHECK(splitDistance(split, {-20, 0, 10}) == Approx(5));
}

TEST_CASE("a folder without splits.json divides nothing")
{
    const TempDir folder;
    CHECK(readSplits(folder.path()).empty());
}

TEST_CASE("malformed splits are refused, and the message says where")
{
    SharedBox box;
    const auto replaced = [](const std::string &from, const std::string &to) {
        std::string text = turning;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    CHECK_THROWS_WITH(box.read(replaced("[20, -5, 20]", "[-20, -5, 20]")),
                      Contains("splits.json:/splits/0/stations/0") && Contains("left half"));
    CHECK_THROWS_WITH(box.read(replaced("[0, 2, 0]", "[0, 0, 0]")), Contains("direction"));
    CHECK_THROWS_WITH(box.read(replaced("5, 80]", "5, 20]")), Contains("/stations/1") && Contains("higher"));
    CHECK_THROWS_WITH(box.read(replaced(R"(, "note": "low")", "")), Contains("\"note\" is missing"));
    CHECK_THROWS_WITH(box.read(R"({"behind": "front", "ahead": "rear", "stations": []})"), Contains("station"));
    writeFile(box.folder.path() / "splits.json", R"({"format": 2, "splits": []})");
    CHECK_THROWS_WITH(readSplits(box.folder.path()), Contains("format"));
}

TEST_CASE("a split that does not fit the body is refused")
{
    SharedBox box;
    auto splits = box.read(turning);
    splits.front().ahead = "side";
    CHECK_THROWS_WITH(applySplits(box.body, box.recipe, splits), Contains("/splits/0") && Contains("\"side\""));
    splits.front().ahead = "rear";
    splits.front().stations.resize(1);
    splits.front().stations.front().at.y = 500;
    CHECK_THROWS_WITH(applySplits(box.body, box.recipe, splits), Contains("nothing is left of \"rear\""));
    box.recipe.structures[1].elements = {"OTHER"};
    CHECK_THROWS_WITH(applySplits(box.body, box.recipe, splits), Contains("same elements"));
}
