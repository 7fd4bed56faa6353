// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/pointmm.h"

namespace palpate::atlas {

/// A surface of triangles in the body frame, in millimetres. Indices are always within `vertices`.
struct Mesh {
    using Triangle = std::array<std::uint32_t, 3>;

    std::vector<PointMm> vertices;
    std::vector<Triangle> triangles;
};

struct Box {
    PointMm low;
    PointMm high;
};

/// Reads the vertices and faces of a Wavefront OBJ file; polygons are cut into triangles, all else is passed over.
/// Throws DataFileError with file and line when a number is malformed, a face names a vertex that is not there,
/// a coordinate is further than 10 m from the origin, or the file has no face.
[[nodiscard]] Mesh readObj(const std::filesystem::path &file);

/// The box around all vertices. The mesh must not be empty.
[[nodiscard]] Box boundsOf(const Mesh &mesh);

/// A copy on the other side of the body, its triangles turned so that outsides stay outside.
[[nodiscard]] Mesh mirrored(const Mesh &mesh);

/// Joins `part` to `whole`.
void append(Mesh &whole, const Mesh &part);

/// The part of the mesh where the distances, one a vertex, are not negative; triangles are cut where they cross zero.
[[nodiscard]] Mesh keepPositive(const Mesh &mesh, const std::vector<double> &distances);

/// The same surface with one vertex at each place, in the order of their first appearance, without triangles that have
/// shrunk to a line.
[[nodiscard]] Mesh welded(const Mesh &mesh);

/// Of the pieces that do not hang together the one with the most triangles.
[[nodiscard]] Mesh largestPiece(const Mesh &mesh);

/// Which half of the body a one-sided mesh keeps.
enum class Half : std::uint8_t { right, left };

struct Cleaned {
    Mesh mesh;
    std::size_t droppedPieces = 0;    ///< connected pieces that lay wholly on the other side
    std::size_t droppedTriangles = 0; ///< triangles of those pieces
};

/// Drops every connected piece that lies wholly on the other side of the body, and cuts what remains at x = 0,
/// because some meshes of one-sided muscles carry specks of the other side or reach over the midline.
[[nodiscard]] Cleaned keepHalf(const Mesh &mesh, Half half);

/// Area-weighted unit normals, one a vertex; vertices at the same place share one, so that shading is smooth.
[[nodiscard]] std::vector<PointMm> vertexNormals(const Mesh &mesh);

} // namespace palpate::atlas
