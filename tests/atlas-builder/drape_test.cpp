// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include <catch2/catch.hpp>

#include "atlas-builder/body.h"
#include "atlas-builder/drape.h"
#include "atlas-builder/drapeground.h"
#include "atlas-builder/drapesheet.h"
#include "core/error.h"
#include "support/tempdir.h"
#include "syntheticbody.h"

using namespace palpate;
using namespace palpate::atlas;

namespace {

constexpr double axisY = -70;
constexpr double tubeMm = 100;

/// The wall of a tube around the axis, open above and below; on both sides of the body the part that `hole` says,
/// by its angle from the front and its height, is left out.
template <typename Hole> Mesh tube(const Hole &hole)
{
    constexpr int turns = 240;
    constexpr int rings = 60;
    constexpr double ringMm = 4;
    Mesh mesh;
    const auto corner = [&mesh](int turn, int ring) {
        const double angle = 2 * std::numbers::pi * turn / turns;
        mesh.vertices.push_back({tubeMm * std::sin(angle), axisY - tubeMm * std::cos(angle), ringMm * ring});
        return static_cast<std::uint32_t>(mesh.vertices.size() - 1);
    };
    for (int turn = 0; turn < turns; ++turn) {
        for (int ring = 0; ring < rings; ++ring) {
            if (hole(std::min(turn, turns - turn) * 360.0 / turns, ringMm * ring)) {
                continue;
            }
            const Mesh::Triangle low{corner(turn, ring), corner(turn + 1, ring), corner(turn + 1, ring + 1)};
            mesh.triangles.push_back(low);
            mesh.triangles.push_back({low[0], low[2], corner(turn, ring + 1)});
        }
    }
    return mesh;
}

Mesh wholeTube()
{
    return tube([](double, double) { return false; });
}

DrapeGroundRecipe groundRecipe()
{
    DrapeGroundRecipe ground;
    ground.id = "tube";
    ground.axisY = axisY;
    ground.low = 20;
    ground.high = 220;
    ground.stepDegrees = 1;
    ground.stepMm = 2;
    ground.smoothMm = 4;
    ground.sources = {"wall"};
    return ground;
}

DrapeRecipe patch()
{
    DrapeRecipe drape;
    drape.structure = "sheet";
    drape.place = "/drapes/0";
    drape.ground = groundRecipe();
    drape.outline = {{{40, 60}, {80, 60}}, {{80, 60}, {80, 140}}, {{80, 140}, {40, 140}}, {{40, 140}, {40, 60}}};
    drape.liftMm = 3;
    drape.thicknessMm = 5;
    drape.taperMm = 10;
    return drape;
}

double radiusOf(const PointMm &p) { return std::hypot(p.x, p.y - axisY); }

double angleOf(const PointMm &p) { return std::atan2(p.x, axisY - p.y) * 180 / std::numbers::pi; }

Mesh layOver(const Mesh &tissue, const DrapeRecipe &drape, double ceilingMm = 1000)
{
    DrapeGround ground{drape.ground};
    ground.add(tissue);
    ground.finish();
    return drapeSheet(drape, ground, std::vector<double>(ground.columns() * ground.rows(), ceilingMm));
}

Recipe recipeWithSheet()
{
    Recipe recipe;
    recipe.structures.resize(2);
    recipe.structures[0].id = "wall";
    recipe.structures[1].id = "sheet";
    return recipe;
}

std::string faultPlace(const std::string &json)
{
    const testing::TempDir folder;
    testing::writeFile(folder.path() / "drapes.json", json);
    try {
        (void)readDrapes(folder.path());
    } catch (const DataFileError &error) {
        CHECK(error.file() == "drapes.json");
        return error.place();
    }
    return "no error";
}

std::string document(const std::string &drape, const std::string &landmark = R"("at": [5, -100, 50])",
                     const std::string &ground = R"("step_mm": 2)")
{
    return R"({"format": 1, "landmarks": [{"id": "tip", "note": "a tip", )" + landmark +
           R"(}], "lines": [{"id": "edge", "places": [[20, 60], [60, 60]]}],
           "grounds": [{"id": "g", "axis_y": -70, "low": 0, "high": 100, "step_degrees": 1, "smooth_mm": 4,
                        "sources": ["wall"], )" +
           ground + R"(}], "drapes": [{"structure": "sheet", "ground": "g", "lift": 1, "thickness": 2, "taper": 3, )" +
           drape + "}]}";
}

} // namespace

TEST_CASE("a sheet over a cylinder has the cylinder's radius, the lift and the thickness")
{
    const Mesh sheet = layOver(wholeTube(), patch());
    REQUIRE_FALSE(sheet.triangles.empty());
    double most = 0;
    double least = 1e9;
    for (const PointMm &p : sheet.vertices) {
        most = std::max(most, radiusOf(p));
        least = std::min(least, radiusOf(p));
    }
    CHECK(most == Approx(tubeMm + 3 + 5).margin(0.2));
    CHECK(least == Approx(tubeMm + 3).margin(0.2));
}

TEST_CASE("a sheet lies inside its outline and reaches its edges")
{
    const Mesh sheet = layOver(wholeTube(), patch());
    const Box box = boundsOf(sheet);
    CHECK(box.low.z == Approx(60).margin(0.5));
    CHECK(box.high.z == Approx(140).margin(0.5));
    double smallest = 180;
    double largest = 0;
    for (const PointMm &p : sheet.vertices) {
        smallest = std::min(smallest, angleOf(p));
        largest = std::max(largest, angleOf(p));
    }
    CHECK(smallest == Approx(40).margin(0.3));
    CHECK(largest == Approx(80).margin(0.3));
}

TEST_CASE("a sheet's outside faces out, and its rim is closed")
{
    const Mesh sheet = layOver(wholeTube(), patch());
    const auto normals = vertexNormals(sheet);
    for (std::size_t at = 0; at < sheet.vertices.size() / 2; ++at) { // the outer face comes first
        const PointMm &p = sheet.vertices[at];
        CHECK(normals[at].x * p.x + normals[at].y * (p.y - axisY) > 0);
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const Mesh::Triangle &triangle : sheet.triangles) {
        for (std::size_t at = 0; at < 3; ++at) {
            ++edges[std::minmax(triangle[at], triangle[(at + 1) % 3])];
        }
    }
    CHECK(std::all_of(edges.begin(), edges.end(), [](const auto &edge) { return edge.second == 2; }));
}

TEST_CASE("holes are filled smoothly, from their edges and along guides")
{
    const Mesh holed = tube([](double angle, double z) { return angle > 30 && angle < 90 && z > 60 && z < 140; });
    DrapeGround ground{groundRecipe()};
    ground.add(holed);
    ground.finish();
    for (double row = 0; row < static_cast<double>(ground.rows() - 1); ++row) {
        for (double column = 0; column < static_cast<double>(ground.columns() - 1); ++column) {
            CHECK(ground.radiusAt(column, row) == Approx(tubeMm).margin(0.5));
        }
    }
    DrapeGroundRecipe guided = groundRecipe();
    const double out = tubeMm + 12;
    guided.guides = {
        {{out * std::sin(1), axisY - out * std::cos(1), 80}, {out * std::sin(1), axisY - out * std::cos(1), 120}}};
    DrapeGround bulging{guided};
    bulging.add(holed);
    bulging.finish();
    CHECK(bulging.radiusAt(57, 40) > tubeMm + 4);
    CHECK(bulging.radiusAt(120, 40) == Approx(tubeMm).margin(0.5));
}

TEST_CASE("a bridge spans over what lies deeper")
{
    DrapeGroundRecipe recipe = groundRecipe();
    recipe.bridges = {{{30, 60}, {90, 60}, {90, 140}, {30, 140}}};
    Mesh dented = wholeTube();
    for (PointMm &p : dented.vertices) {
        if (std::abs(angleOf(p)) > 35 && std::abs(angleOf(p)) < 85 && p.z > 65 && p.z < 135) {
            p = {p.x * 0.7, axisY + (p.y - axisY) * 0.7, p.z};
        }
    }
    DrapeGround ground{recipe};
    ground.add(dented);
    ground.finish();
    CHECK(ground.radiusAt(60, 40) == Approx(tubeMm).margin(0.5));
}

TEST_CASE("a sheet is pressed under what it passes under")
{
    DrapeRecipe drape = patch();
    drape.underMm = 1;
    for (const PointMm &p : layOver(wholeTube(), drape, tubeMm + 4).vertices) {
        CHECK(radiusOf(p) < tubeMm + 3 + 1e-6);
    }
}

TEST_CASE("a sheet sinks along a slope, and not in a step, towards what it passes under")
{
    DrapeRecipe drape = patch();
    drape.underMm = 1;
    drape.taperMm = 0;
    DrapeGround ground{drape.ground};
    ground.add(wholeTube());
    ground.finish();
    // Something hangs low over the upper half.
    constexpr double lowMm = tubeMm + 5;
    constexpr double edgeZ = 100;
    std::vector<double> ceiling(ground.columns() * ground.rows(), 1000);
    for (std::size_t row = 0; row < ground.rows(); ++row) {
        if (ground.heightAt(static_cast<double>(row)) > edgeZ) {
            std::fill_n(ceiling.begin() + static_cast<std::ptrdiff_t>(row * ground.columns()), ground.columns(), lowMm);
        }
    }
    std::map<long, double> outside;
    for (const PointMm &p : drapeSheet(drape, ground, ceiling).vertices) {
        double &radius = outside[std::lround(p.z)];
        radius = std::max(radius, radiusOf(p));
        CHECK((p.z <= edgeZ || radiusOf(p) < lowMm - drape.underMm + 1e-6));
    }
    const double whole = tubeMm + drape.liftMm + drape.thicknessMm;
    CHECK(outside.at(80) == Approx(whole).margin(0.3)); // far from it nothing changes
    CHECK(outside.at(98) < whole - 1);
    CHECK(outside.at(98) > lowMm - drape.underMm);
    for (long z = 82; z <= 98; z += 2) {
        CHECK(outside.at(z) <= outside.at(z - 2) + 0.1);
    }
}

TEST_CASE("a dome closes over the top")
{
    DrapeGroundRecipe recipe = groundRecipe();
    recipe.domeZ = 100;
    recipe.domeRadius = tubeMm;
    recipe.low = 100;
    recipe.high = 100 + tubeMm * std::numbers::pi / 2 + 2;
    const DrapePlace place = drapePlace(recipe, {0, axisY - 50, 100 + 50});
    CHECK(place.angle == Approx(0).margin(1e-9));
    CHECK(place.height == Approx(100 + tubeMm * std::numbers::pi / 4));
    const DrapeGround ground{recipe};
    const PointMm back = ground.pointAt(0, (place.height - 100) / recipe.stepMm, std::hypot(50, 50));
    CHECK(back.y == Approx(axisY - 50));
    CHECK(back.z == Approx(150));
}

TEST_CASE("left sheets lie at x >= 0, right ones are their mirror, and both meet at the midline")
{
    Body body;
    body.regions.push_back({0, Side::left, wholeTube(), {}});
    DrapeRecipe drape = patch();
    drape.outline = {{{-10, 60}, {50, 60}}, {{50, 60}, {50, 140}}, {{50, 140}, {-10, 140}}, {{-10, 140}, {-10, 60}}};
    addDrapes(body, recipeWithSheet(), {drape, drape});
    REQUIRE(body.regions.size() == 3); // two sheets of one structure make one region a side
    CHECK(body.regions[1].side == Side::left);
    CHECK(body.regions[2].side == Side::right);
    const Mesh &left = body.regions[1].mesh;
    const Mesh &right = body.regions[2].mesh;
    CHECK(boundsOf(left).low.x == 0);
    REQUIRE(left.vertices.size() == right.vertices.size());
    for (std::size_t at = 0; at < left.vertices.size(); ++at) {
        CHECK(right.vertices[at] == palpate::mirrored(left.vertices[at]));
    }
}

TEST_CASE("a sheet of an unknown structure, over nothing or of no surface is refused with its place")
{
    const auto placeOf = [](const DrapeRecipe &drape) {
        Body body;
        body.regions.push_back({0, Side::left, wholeTube(), {}});
        try {
            addDrapes(body, recipeWithSheet(), {drape});
        } catch (const DataFileError &error) {
            return error.place();
        }
        return std::string{"no error"};
    };
    CHECK(placeOf(patch()) == "no error");
    DrapeRecipe drape = patch();
    drape.structure = "nobody";
    CHECK(placeOf(drape) == "/drapes/0");
    drape = patch();
    drape.ground.sources = {"nobody"};
    CHECK(placeOf(drape) == "/drapes/0");
    drape = patch();
    drape.ground.sources = {"sheet"};
    CHECK(placeOf(drape) == "tube");
    drape = patch();
    drape.outline = {{{40, 400}, {50, 400}}, {{50, 400}, {40, 400}}};
    CHECK(placeOf(drape) == "/drapes/0");
}

TEST_CASE("drapes are read from landmarks, fractions, lines and places")
{
    const testing::TempDir folder;
    CHECK(readDrapes(folder.path()).empty());
    testing::writeFile(
        folder.path() / "drapes.json",
        document(R"("outline": ["edge", "-edge", ["tip", {"from": "tip", "shift": [0, 0, 9]}, [90, 8]]])"));
    const auto drapes = readDrapes(folder.path());
    REQUIRE(drapes.size() == 1);
    REQUIRE(drapes[0].outline.size() == 3);
    CHECK(drapes[0].outline[0][0].angle == 20);
    CHECK(drapes[0].outline[1][0].angle == 60);
    CHECK(drapes[0].outline[2][0].angle == Approx(std::atan2(5, 30) * 180 / std::numbers::pi));
    CHECK(drapes[0].outline[2][1].height == 59);
    CHECK(drapes[0].outline[2][2].angle == 90);
}

TEST_CASE("a malformed drape recipe is refused with its place")
{
    const std::string good = R"("outline": ["edge"])";
    CHECK(faultPlace(document(good)) == "no error");
    CHECK(faultPlace(document(R"("outline": ["nowhere"])")) == "/drapes/0");
    CHECK(faultPlace(document(R"("outline": [["nowhere", "tip"]])")) == "/drapes/0");
    CHECK(faultPlace(document(R"("outline": [["tip"]])")) == "/drapes/0");
    CHECK(faultPlace(document(R"("outline": [[[1], [2]]])")) == "/drapes/0");
    CHECK(faultPlace(document(R"("outline": [])")) == "/drapes/0");
    CHECK(faultPlace(document(good + R"(, "under": ["wall"])")) == "/drapes/0");
    CHECK(faultPlace(document(good + R"(, "grooves": [{"line": "edge", "width": 0, "depth": 1}])")) ==
          "/drapes/0/grooves");
    CHECK(faultPlace(document(good + R"(, "fibres": {"from": "edge", "to": "edge"})")) == "/drapes/0/fibres");
    CHECK(faultPlace(document(good, R"("at": [5, -100])")) == "/landmarks/0");
    CHECK(faultPlace(document(good, R"("at": [5, -100, 50])", R"("step_mm": 0)")) == "/grounds/0");
    CHECK(faultPlace(R"({"format": 2, "landmarks": [], "lines": [], "grounds": [], "drapes": []})") == "");
}
