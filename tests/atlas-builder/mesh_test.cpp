// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "atlas-builder/mesh.h"
#include "core/error.h"
#include "support/tempdir.h"
#include "syntheticbody.h"

using namespace palpate;
using namespace palpate::atlas;

namespace {

Mesh parse(const std::string &text)
{
    const testing::TempDir folder;
    testing::writeFile(folder.path() / "x.obj", text);
    return readObj(folder.path() / "x.obj");
}

std::string placeOf(const std::string &text)
{
    try {
        (void)parse(text);
    } catch (const DataFileError &error) {
        return error.place();
    }
    return "no error";
}

constexpr const char *triangle = "v 0 0 0\nv 1 0 0\nv 0 1 0\n";

} // namespace

TEST_CASE("an OBJ file gives its vertices and its faces as triangles")
{
    const Mesh mesh =
        parse("# a comment\r\nv 1.5 -2 3e1\nvn 0 0 1\nv 0 0 0\nv 0 1 0\nv 1 1 0\nf 1//1 2//1 3//1 4/2/1\nf -4 -3 -2\n");
    CHECK(mesh.vertices.size() == 4);
    CHECK(mesh.vertices[0] == PointMm{1.5, -2, 30});
    REQUIRE(mesh.triangles.size() == 3);
    CHECK(mesh.triangles[1] == Mesh::Triangle{0, 2, 3});
    CHECK(mesh.triangles[2] == Mesh::Triangle{0, 1, 2});
}

TEST_CASE("a malformed OBJ file is refused with its line")
{
    CHECK(placeOf(std::string{triangle} + "f 1 2 3\n") == "no error");
    CHECK(placeOf("v 0 0\n") == "1");
    CHECK(placeOf("v 0 0 nan\n") == "1");
    CHECK(placeOf("v 0 0 99999\n") == "1");
    CHECK(placeOf("v 0 x 0\n") == "1");
    CHECK(placeOf(std::string{triangle} + "f 1 2\n") == "4");
    CHECK(placeOf(std::string{triangle} + "f 1 2 0\n") == "4");
    CHECK(placeOf(std::string{triangle} + "f 1 2 4\n") == "4");
    CHECK(placeOf(std::string{triangle} + "f 1 2 -4\n") == "4");
    CHECK(placeOf(triangle) == ""); // no face
    CHECK(placeOf("") == "");
}

TEST_CASE("a half keeps its own side, loses specks of the other and is cut at the midline")
{
    Mesh mesh = parse(testing::boxObj({-4, 0, 0}, {40, 10, 10}));
    append(mesh, parse(testing::boxObj({-30, 0, 0}, {-29, 1, 1})));
    const Cleaned left = keepHalf(mesh, Half::left);
    CHECK(left.droppedPieces == 1);
    CHECK(left.droppedTriangles == 12);
    CHECK(boundsOf(left.mesh).low.x == 0);
    CHECK(boundsOf(left.mesh).high.x == 40);
    const Cleaned right = keepHalf(mesh, Half::right);
    CHECK(right.droppedPieces == 0);
    CHECK(boundsOf(right.mesh).low.x == -30);
    CHECK(boundsOf(right.mesh).high.x == 0);
}

TEST_CASE("a mirrored mesh lies on the other side with its outside out")
{
    const Mesh mesh = parse(testing::boxObj({5, 0, 0}, {9, 10, 10}));
    const Mesh other = mirrored(mesh);
    CHECK(boundsOf(other).low.x == -9);
    CHECK(boundsOf(other).high.x == -5);
    const auto normals = vertexNormals(mesh);
    const auto otherNormals = vertexNormals(other);
    for (std::size_t at = 0; at < normals.size(); ++at) {
        CHECK(otherNormals[at].x == Approx(-normals[at].x));
        CHECK(otherNormals[at].y == Approx(normals[at].y));
    }
}
