// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include <catch2/catch.hpp>

#include "atlas-builder/body.h"
#include "atlas-builder/loft.h"
#include "atlas-builder/loftshape.h"
#include "atlas-builder/recipe.h"
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

/// Every edge belongs to two triangles that run along it in opposite directions.
bool isClosed(const Mesh &mesh)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const Mesh::Triangle &triangle : mesh.triangles) {
        for (std::size_t at = 0; at < 3; ++at) {
            ++edges[{triangle[at], triangle[(at + 1) % 3]}];
        }
    }
    return std::all_of(edges.begin(), edges.end(), [&edges](const auto &edge) {
        const auto back = edges.find({edge.first.second, edge.first.first});
        return edge.second == 1 && back != edges.end() && back->second == 1;
    });
}

/// Positive when the outside of the triangles is outside.
double volumeOf(const Mesh &mesh)
{
    double volume = 0;
    for (const auto &[a, b, c] : mesh.triangles) {
        volume += dot(mesh.vertices[a], cross(mesh.vertices[b], mesh.vertices[c])) / 6;
    }
    return volume;
}

LoftStrap straightStrap()
{
    return {{{{20, 0, 0}, 12, 4}, {{20, 0, 50}, 12, 4}, {{20, 0, 100}, 12, 4}}, {0, 1, 0}, {}, 2, 0};
}

LoftSheet flatSheet()
{
    return {{{{10, 0, 0}, {40, 0, 0}}, {{10, 0, 30}, {40, 0, 30}}, {{10, 0, 60}, {40, 0, 60}}}, 6, 4, 0, 0};
}

/// Half a hoop around the axis at (20, 0), from the back (90 degrees to +y) over the side to the front.
Mesh hoop(double z)
{
    constexpr double radius = 50;
    constexpr int turns = 60;
    Mesh mesh;
    for (int at = 0; at <= turns; ++at) {
        const double angle = std::numbers::pi * at / turns;
        const PointMm out{std::sin(angle), std::cos(angle), 0};
        for (const auto &[r, dz] : {std::pair{radius, 5.0}, {radius + 4, 0.0}, {radius, -5.0}, {radius - 4, 0.0}}) {
            mesh.vertices.push_back({20 + r * out.x, r * out.y, z + dz});
        }
    }
    for (std::uint32_t at = 0; at < turns * 4; at += 4) {
        for (std::uint32_t side = 0; side < 4; ++side) {
            const std::uint32_t next = (side + 1) % 4;
            mesh.triangles.push_back({at + side, at + 4 + side, at + 4 + next});
            mesh.triangles.push_back({at + side, at + 4 + next, at + next});
        }
    }
    return mesh;
}

struct LoftBody {
    Recipe recipe;
    Body body;

    std::size_t add(const std::string &id, bool midline = false)
    {
        StructureRecipe structure;
        structure.id = id;
        structure.midline = midline;
        recipe.structures.push_back(structure);
        return recipe.structures.size() - 1;
    }

    void addBone(const std::string &id, const Mesh &left)
    {
        const std::size_t at = add(id);
        body.regions.push_back({at, Side::left, left, {}, false});
        body.regions.push_back({at, Side::right, mirrored(left), {}, false});
    }

    [[nodiscard]] const BodyRegion &region(std::size_t structure, Side side) const
    {
        return *std::find_if(body.regions.begin(), body.regions.end(), [&](const BodyRegion &region) {
            return region.structure == structure && region.side == side;
        });
    }
};

} // namespace

TEST_CASE("a straight strap has the length, width and thickness that were asked for")
{
    const auto mesh = strapMesh(straightStrap());
    REQUIRE(mesh);
    const Box box = boundsOf(*mesh);
    CHECK(box.low.z == Approx(0).margin(0.01));
    CHECK(box.high.z == Approx(100));
    CHECK(box.low.x == Approx(14));
    CHECK(box.high.x == Approx(26));
    CHECK(box.low.y == Approx(-2));
    CHECK(box.high.y == Approx(2));
    CHECK(isClosed(*mesh));
    // An elliptical bar with rounded ends.
    const double ellipse = std::numbers::pi * 12 * 4 / 4;
    CHECK(volumeOf(*mesh) < ellipse * 100);
    CHECK(volumeOf(*mesh) > ellipse * 90);
}

TEST_CASE("a strap swells, bends and turns its flat side outwards")
{
    LoftStrap strap = straightStrap();
    strap.path[1] = {{30, 10, 50}, 20, 8};
    strap.power = 4;
    strap.fibreMm = 0.4;
    strap.outwardFrom = PointMm{-1000, 0, 0};
    const auto mesh = strapMesh(strap);
    REQUIRE(mesh);
    CHECK(isClosed(*mesh));
    CHECK(volumeOf(*mesh) > 5000);
    const Box box = boundsOf(*mesh);
    CHECK(box.high.y == Approx(20).margin(1)); // broad from front to back
    CHECK(box.high.x == Approx(34).margin(1)); // thin outwards
}

TEST_CASE("a strap without length, or that runs along its flat direction, has no shape")
{
    LoftStrap strap = straightStrap();
    strap.flat = {0, 0, 1};
    CHECK_FALSE(strapMesh(strap));
    strap = straightStrap();
    strap.path[1].at = strap.path[2].at = strap.path[0].at;
    CHECK_FALSE(strapMesh(strap));
}

TEST_CASE("a sheet spans its lines, is as thick as asked for and closed")
{
    const auto mesh = sheetMesh(flatSheet());
    REQUIRE(mesh);
    const Box box = boundsOf(*mesh);
    CHECK(box.low.x == Approx(10));
    CHECK(box.high.x == Approx(40));
    CHECK(box.low.z == Approx(0).margin(0.01));
    CHECK(box.high.z == Approx(60));
    CHECK(box.low.y == Approx(-3));
    CHECK(box.high.y == Approx(3));
    CHECK(isClosed(*mesh));
    CHECK(volumeOf(*mesh) < 30 * 60 * 6);
    CHECK(volumeOf(*mesh) > 30 * 60 * 6 * 0.85);
    LoftSheet furrowed = flatSheet();
    furrowed.fibreMm = 0.5;
    furrowed.slantMm = 10;
    const auto fibres = sheetMesh(furrowed);
    REQUIRE(fibres);
    CHECK(isClosed(*fibres));
    CHECK(volumeOf(*fibres) < volumeOf(*mesh));
    CHECK(fibres->triangles.size() > mesh->triangles.size());
}

TEST_CASE("meshes are fine enough to stay smooth")
{
    for (const auto &mesh : {strapMesh(straightStrap()), sheetMesh(flatSheet())}) {
        REQUIRE(mesh);
        for (const Mesh::Triangle &triangle : mesh->triangles) {
            CHECK(length(minus(mesh->vertices[triangle[0]], mesh->vertices[triangle[1]])) < 4);
        }
    }
}

TEST_CASE("a smooth curve passes through its points at equal distances")
{
    const LoftLine line = smoothCurve({{0, 0, 0}, {10, 0, 0}, {10, 10, 0}}, 21);
    REQUIRE(line.size() == 21);
    CHECK(line.front() == PointMm{0, 0, 0});
    CHECK(length(minus(line.back(), {10, 10, 0})) < 1e-9);
    CHECK(length(minus(line[10], {10, 0, 0})) < 0.2);
    for (std::size_t at = 2; at < line.size(); ++at) {
        CHECK(length(minus(line[at], line[at - 1])) == Approx(length(minus(line[at - 1], line[at - 2]))).epsilon(0.05));
    }
}

TEST_CASE("a paired structure gets a left side at x >= 0, and its mirror image")
{
    LoftBody made;
    const std::size_t muscle = made.add("muscle");
    LoftRecipe loft{"muscle", "/lofts/0", {straightStrap()}, {flatSheet()}, {}, {}};
    loft.straps.front().path[0].at.x = 1; // broader than its distance from the midline
    addLofts(made.body, made.recipe, {loft});
    REQUIRE(made.body.regions.size() == 2);
    const Mesh &left = made.region(muscle, Side::left).mesh;
    const Mesh &right = made.region(muscle, Side::right).mesh;
    CHECK(boundsOf(left).low.x == 0);
    CHECK(volumeOf(left) > 0);
    CHECK(isClosed(left));
    CHECK(volumeOf(right) == Approx(volumeOf(left)));
    CHECK(std::equal(left.vertices.begin(), left.vertices.end(), right.vertices.begin(), right.vertices.end(),
                     [](const PointMm &a, const PointMm &b) { return a == mirrored(b); }));
}

TEST_CASE("a sheet that ends at the midline runs on into its mirror image")
{
    LoftBody made;
    const std::size_t muscle = made.add("dome", true);
    LoftSheet sheet{{{{40, -30, 0}, {40, 30, 0}}, {{0, -30, 20}, {0, 30, 20}}}, 4, 3, 0, 0};
    addLofts(made.body, made.recipe, {{"dome", "/lofts/0", {}, {sheet}, {}, {}}});
    REQUIRE(made.body.regions.size() == 1);
    const Mesh &mesh = made.region(muscle, Side::midline).mesh;
    CHECK(isClosed(mesh));
    CHECK(boundsOf(mesh).low.x == Approx(-40).margin(0.5));
    CHECK(boundsOf(mesh).high.x == Approx(40).margin(0.5));
    // Smooth over the midline: no wall stands there.
    CHECK(std::none_of(mesh.triangles.begin(), mesh.triangles.end(), [&mesh](const Mesh::Triangle &triangle) {
        return std::all_of(triangle.begin(), triangle.end(),
                           [&mesh](std::uint32_t at) { return std::abs(mesh.vertices[at].x) < 1e-6; });
    }));
}

TEST_CASE("rib spaces follow the ribs of their own side")
{
    LoftBody made;
    made.addBone("upper", hoop(100));
    made.addBone("lower", hoop(70));
    // The lower rib of the right side hangs 6 mm lower.
    for (PointMm &p : made.body.regions.back().mesh.vertices) {
        p.z -= 6;
    }
    const std::size_t muscle = made.add("between");
    const LoftRibSpace space{{"upper"}, {"lower"}, 20, 160, 3, 0, 0};
    addLofts(made.body, made.recipe, {{"between", "/lofts/0", {}, {}, {{20, 0, 0}}, {space}}});
    const Mesh &left = made.region(muscle, Side::left).mesh;
    const Mesh &right = made.region(muscle, Side::right).mesh;
    CHECK(isClosed(left));
    CHECK(isClosed(right));
    CHECK(volumeOf(left) > 0);
    CHECK(volumeOf(right) > volumeOf(left));
    // From edge to edge, and a little way into both ribs.
    CHECK(boundsOf(left).high.z == Approx(95).margin(2));
    CHECK(boundsOf(left).low.z == Approx(75).margin(2));
    CHECK(boundsOf(right).low.z == Approx(69).margin(2));
    CHECK(boundsOf(left).low.x > 20);
    CHECK(boundsOf(right).high.x < -20);
    LoftRibSpace beyond = space;
    beyond.fromDegrees = 300;
    beyond.toDegrees = 340;
    LoftBody again;
    again.addBone("upper", hoop(100));
    again.addBone("lower", hoop(70));
    again.add("between");
    CHECK_THROWS_WITH(addLofts(again.body, again.recipe, {{"between", "/lofts/0", {}, {}, {{20, 0, 0}}, {beyond}}}),
                      Contains("/lofts/0/rib_spaces/spaces/0"));
}

TEST_CASE("lofts that do not fit the body are refused")
{
    LoftBody made;
    const LoftRecipe loft{"muscle", "/lofts/0", {straightStrap()}, {}, {}, {}};
    CHECK_THROWS_WITH(addLofts(made.body, made.recipe, {loft}), Contains("lofts.json:/lofts/0"));
    made.addBone("muscle", hoop(0));
    CHECK_THROWS_WITH(addLofts(made.body, made.recipe, {loft}), Contains("has a mesh already"));
    LoftBody other;
    other.add("muscle");
    LoftRecipe shapeless = loft;
    shapeless.straps.front().flat = {0, 0, 1};
    CHECK_THROWS_WITH(addLofts(other.body, other.recipe, {shapeless}), Contains("/lofts/0/straps/0"));
}

namespace {

const std::string landmarks = R"({"id": "tip", "at": [20, 0, 100], "note": "tip of a bone"})";
const std::string strapLoft = R"({"structure": "muscle", "note": "n", "straps": [{"note": "all", "flat": [0, 1, 0],
    "fibres": 0.3, "power": 3, "path": [{"at": "tip", "width": 10, "thickness": 4},
    {"at": ["tip", 1, 2, -50], "width": 12, "thickness": 5}, {"at": [20, 0, 0], "width": 9, "thickness": 4}]}]})";

std::vector<LoftRecipe> readWith(const std::string &marks, const std::string &lofts)
{
    const TempDir folder;
    writeFile(folder.path() / "lofts.json",
              R"({"format": 1, "landmarks": [)" + marks + R"(], "lofts": [)" + lofts + "]}");
    return readLofts(folder.path());
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

TEST_CASE("lofts.json gives straps, with places from landmarks, steps and coordinates")
{
    const auto lofts = readWith(landmarks, strapLoft);
    REQUIRE(lofts.size() == 1);
    REQUIRE(lofts[0].straps.size() == 1);
    const LoftStrap &strap = lofts[0].straps[0];
    REQUIRE(strap.path.size() == 3);
    CHECK(strap.path[0].at == PointMm{20, 0, 100});
    CHECK(strap.path[1].at == PointMm{21, 2, 50});
    CHECK(strap.path[1].widthMm == 12);
    CHECK(strap.path[2].at == PointMm{20, 0, 0});
    CHECK(strap.power == 3);
    CHECK(strap.fibreMm == 0.3);
    const TempDir empty;
    CHECK(readLofts(empty.path()).empty());
}

TEST_CASE("malformed lofts are refused, and the message says where")
{
    const auto refuses = [](const std::string &from, const std::string &to, const std::string &place,
                            const std::string &reason) {
        INFO(to);
        CHECK_THROWS_WITH(readWith(landmarks, replaced(strapLoft, from, to)),
                          Contains("lofts.json:" + place) && Contains(reason));
    };
    refuses(R"("at": "tip")", R"("at": "tap")", "/lofts/0/straps/0/path/0", "no landmark \"tap\"");
    refuses("[20, 0, 0]", "[-20, 0, 0]", "/lofts/0/straps/0/path/2", "left half");
    refuses(R"("width": 12)", R"("width": 0)", "/lofts/0/straps/0/path/1", "greater than 0");
    refuses(R"("flat": [0, 1, 0])", R"("flat": [0, 0, 0])", "/lofts/0/straps/0", "direction");
    refuses(R"("flat": [0, 1, 0],)", "", "/lofts/0/straps/0", "\"flat\" or \"outward_from\"");
    refuses(R"("power": 3)", R"("power": 0)", "/lofts/0/straps/0", "power");
    refuses(R"("fibres": 0.3)", R"("fibres": 9)", "/lofts/0/straps/0", "fibres");
    refuses(R"("note": "all", )", "", "/lofts/0/straps/0", "\"note\" is missing");
    refuses(R"("straps")", R"("strips")", "/lofts/0", "needs a strap");
    CHECK_THROWS_WITH(readWith(landmarks + "," + landmarks, strapLoft), Contains("/landmarks/1: the landmark \"tip\""));
    CHECK_THROWS_WITH(readWith(landmarks, strapLoft + "," + strapLoft), Contains("/lofts/1: the structure"));
    CHECK_THROWS_WITH(readWith("", R"({"structure": "m", "sheets": [{"note": "s", "thickness": 2, "taper": 2,
            "rails": [{"note": "r", "points": [[1, 2, 3]]}]}]})"),
                      Contains("/lofts/0/sheets/0/rails/0: a line needs two points"));
    CHECK_THROWS_WITH(readWith("", R"({"structure": "m", "rib_spaces": {"axis": [1, 2, 3], "thickness": 3,
            "spaces": [{"above": ["a"], "below": ["b"], "from": 30, "to": 20}]}})"),
                      Contains("/lofts/0/rib_spaces/spaces/0"));
}

TEST_CASE("the shipped lofts and splits read, and every strap and sheet is a closed shape of the left half")
{
    const auto folder = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources" / "atlas" / "recipe";
    const Recipe recipe = readRecipe(folder);
    CHECK(recipe.splits.size() == 3);
    CHECK(recipe.lofts.size() == 17);
    const auto check = [](const std::optional<Mesh> &mesh) {
        REQUIRE(mesh);
        CHECK(isClosed(*mesh));
        CHECK(volumeOf(*mesh) > 0);
        CHECK(boundsOf(*mesh).high.x > 0);
        CHECK(boundsOf(*mesh).low.x > -5); // pressed against the midline later
    };
    for (const LoftRecipe &loft : recipe.lofts) {
        INFO(loft.structure);
        CHECK(std::any_of(recipe.structures.begin(), recipe.structures.end(), [&loft](const StructureRecipe &one) {
            return one.id == loft.structure && one.elements.empty();
        }));
        for (const LoftStrap &strap : loft.straps) {
            check(strapMesh(strap));
        }
        for (const LoftSheet &sheet : loft.sheets) {
            check(sheetMesh(sheet));
        }
    }
}
