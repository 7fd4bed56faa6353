// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include <catch2/catch.hpp>

#include "atlas-builder/skin.h"
#include "atlas-builder/skinzones.h"
#include "core/error.h"
#include "support/tempdir.h"
#include "syntheticbody.h"

using namespace palpate;
using namespace palpate::atlas;

namespace {

/// A closed tube around the axis through (x, 0), with `bump` millimetres added to every other ring.
Mesh tube(double x, double radius, double low, double high, double bump)
{
    constexpr int around = 24;
    constexpr double step = 4;
    const int rings = static_cast<int>((high - low) / step);
    Mesh mesh;
    for (int ring = 0; ring <= rings; ++ring) {
        const double r = radius + (ring % 2 == 1 ? bump : 0);
        for (int at = 0; at < around; ++at) {
            const double angle = 2 * 3.14159265358979 * at / around;
            mesh.vertices.push_back({x + r * std::cos(angle), r * std::sin(angle), low + step * ring});
        }
    }
    const auto number = [](int ring, int at) { return static_cast<std::uint32_t>(ring * around + at % around); };
    for (int ring = 0; ring < rings; ++ring) {
        for (int at = 0; at < around; ++at) {
            mesh.triangles.push_back({number(ring, at), number(ring, at + 1), number(ring + 1, at + 1)});
            mesh.triangles.push_back({number(ring, at), number(ring + 1, at + 1), number(ring + 1, at)});
        }
    }
    for (const int ring : {0, rings}) {
        const auto centre = static_cast<std::uint32_t>(mesh.vertices.size());
        mesh.vertices.push_back({x, 0, low + step * ring});
        for (int at = 0; at < around; ++at) {
            mesh.triangles.push_back({centre, number(ring, at + 1), number(ring, at)});
        }
    }
    return mesh;
}

double radiusAt(const Mesh &mesh, double x, double z)
{
    double widest = 0;
    for (const PointMm &p : mesh.vertices) {
        if (p.x > 0 && std::abs(p.z - z) < 3) {
            widest = std::max(widest, std::hypot(p.x - x, p.y));
        }
    }
    return widest;
}

} // namespace

TEST_CASE("the mended skin is the mirror image of itself")
{
    Mesh source = tube(0, 50, 0, 200, 0);
    source.vertices[30].x += 2; // one side differs
    const Mesh skin = mendSkin(source, {}, {});
    std::set<std::array<double, 3>> places;
    for (const PointMm &p : skin.vertices) {
        places.insert({p.x, p.y, p.z});
    }
    CHECK(places.size() == skin.vertices.size());
    for (const PointMm &p : skin.vertices) {
        CHECK(places.contains({p.x == 0 ? 0 : -p.x, p.y, p.z}));
    }
}

TEST_CASE("smoothing takes bumps and leaves the volume, and keeps away from the face")
{
    SkinRecipe recipe;
    recipe.passes = 60;
    recipe.headFromMm = 300;
    const Mesh skin = mendSkin(tube(80, 40, 0, 400, 3), recipe, {});
    CHECK(radiusAt(skin, 80, 150) == Approx(41.5).margin(0.6));
    CHECK(radiusAt(skin, 80, 380) == Approx(43).margin(0.1));
}

TEST_CASE("a place that is made flat loses its bump")
{
    Mesh source = tube(80, 40, 0, 200, 0);
    auto tip = std::max_element(source.vertices.begin(), source.vertices.end(), [](const PointMm &a, const PointMm &b) {
        return a.x - std::abs(a.z - 100) < b.x - std::abs(b.z - 100);
    });
    tip->x += 12;
    SkinRecipe recipe;
    recipe.calmings.push_back({"tip", {120, 0, 100}, 15, 100, true});
    CHECK(radiusAt(mendSkin(source, recipe, {}), 80, 100) < 41);
}

TEST_CASE("legs that reach over the midline become narrower and stay closed and round")
{
    // A straight leg, 20 mm of it on the other side of the midline above the knee.
    Mesh source = tube(60, 40, 0, 400, 0);
    for (PointMm &p : source.vertices) {
        p.x -= 40 * std::clamp((p.z - 100) / 50, 0.0, 1.0);
    }
    append(source, mirrored(source));
    SkinRecipe recipe;
    recipe.partings.push_back({80, 600, 10});
    const Mesh skin = mendSkin(source, recipe, {});
    CHECK(skin.vertices.size() == source.vertices.size()); // nothing was cut
    for (const PointMm &p : skin.vertices) {
        if (p.z > 160) {
            CHECK(std::abs(p.x) > 1);
            CHECK(std::abs(p.x) < 60.1);
        } else if (p.z < 80) {
            CHECK(std::abs(std::hypot(std::abs(p.x) - 60, p.y) - 40) * (p.z > 0.1 ? 1 : 0) < 0.1);
        }
    }
}

TEST_CASE("fingers that the skin has grown together over get a skin each, and their palm one")
{
    Mesh palm = tube(100, 20, 100, 200, 0);
    Mesh tissue = palm;
    append(tissue, tube(85, 6, 20, 104, 0));
    append(tissue, tube(115, 6, 20, 104, 0));
    SkinPatch patch;
    patch.id = "hand";
    patch.at = {100, 0, 150};
    patch.outwards = {0, 0, -1};
    patch.bandMm = 20;
    patch.coverMm = 3;
    patch.closingMm = 3;
    patch.tipsAt = {100, 0, 90};
    patch.tipsTowards = {0, 0, -1};
    patch.tipsOverMm = 20;
    patch.tipsClosingMm = 1;
    patch.tipsCoverMm = 3;
    patch.passes = 10;
    patch.box = {{60, -40, 0}, {140, 40, 180}};
    SkinRecipe recipe;
    recipe.patches.push_back(patch);
    const Mesh skin = mendSkin(tube(100, 24, 10, 300, 0), recipe, {&tissue});
    bool reachesTips = false;
    for (const PointMm &p : skin.vertices) {
        if (p.x > 0 && p.z < 60) {
            const double fromFinger = std::min(std::hypot(p.x - 85, p.y), std::hypot(p.x - 115, p.y));
            CHECK(fromFinger < 11);
            reachesTips = reachesTips || p.z < 19;
        }
    }
    CHECK(reachesTips);
    CHECK(radiusAt(skin, 100, 250) == Approx(24));
    CHECK(radiusAt(skin, 100, 150) == Approx(24).margin(0.8)); // on the seam
}

TEST_CASE("a zone has one piece on the skin, whatever seed lies near across a gap")
{
    // Arm and trunk, joined at the shoulder; the arm's seed is nearer to the trunk's flank than the trunk's own.
    Mesh skin = tube(60, 40, 0, 400, 0);
    const std::vector<ZoneRecipe> zones{{"trunk-front", false, {BodyPart::trunk}, {{60, -40, 350}}, {}},
                                        {"arm-inner", false, {BodyPart::trunk}, {{60, 40, 350}, {60, -40, 10}}, {}},
                                        {"flank", false, {BodyPart::trunk}, {{60, -40, 60}, {60, 40, 60}}, {}}};
    skin = mendSkin(skin, {}, {});
    const SkinZones tiles = tileSkin(skin, std::vector<BodyPart>(skin.vertices.size(), BodyPart::trunk), zones);
    const ZoneMap map{zones};
    std::array<int, 8> seen{};
    for (const Mesh::Triangle &triangle : skin.triangles) {
        const PointMm &p = skin.vertices[triangle[0]];
        const std::uint8_t number = tiles.numberAt(map, p, triangle, {1, 0, 0});
        ++seen.at(number);
        CHECK((number % 2 == 1) == (p.x >= 0));
        // The far seed's piece is the smaller one.
        CHECK((p.z > 30 || (number - 1) / 2 != 1));
    }
    CHECK(seen[1] > 0);
    CHECK(seen[3] > 0);
    CHECK(seen[5] > 0);
    CHECK(seen[5] == Approx(seen[6]).margin(30));
}

TEST_CASE("a skin recipe that is wrong is refused with its place")
{
    const testing::TempDir folder;
    CHECK(readSkinRecipe(folder.path()).passes == 0);
    const auto placeOf = [&](const std::string &text) {
        testing::writeFile(folder.path() / "skin.json", text);
        try {
            (void)readSkinRecipe(folder.path());
        } catch (const DataFileError &error) {
            return error.place();
        }
        return std::string{"no error"};
    };
    CHECK(placeOf(R"({"format": 1, "passes": 5, "head_from": 1, "calm": [], "patches": [], "part": []})") ==
          "no error");
    CHECK(placeOf(R"({"format": 2})").empty());
    CHECK(placeOf(R"({"format": 1, "passes": 5, "head_from": 1, "calm": [{"id": "a", "at": [1, 2]}], "patches": [],
                      "part": []})") == "/calm/0");
}
