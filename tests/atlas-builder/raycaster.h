// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "atlas-builder/mesh.h"

namespace palpate::testing {

/// Where a ray meets a triangle.
struct RayHit {
    double distance = 0;             ///< from the ray's origin, in lengths of its direction
    std::size_t mesh = 0;            ///< as add() numbered it
    atlas::Mesh::Triangle corners{}; ///< places in that mesh's vertices
    std::array<double, 3> weights{}; ///< of the corners, which add up to 1
};

/// Finds what rays meet, to check the builder's pictures by another way than its own: triangles are asked one by one
/// (Möller and Trumbore), those near the ray are found in a tree of boxes. The meshes must outlive it.
class RayCaster {
public:
    /// Meshes are numbered from 0.
    void add(const atlas::Mesh &mesh);

    /// Call once, when all meshes are in.
    void prepare();

    /// Visits hits, roughly from near to far, as long as they lie nearer than `furthest`; each visit returns what that
    /// is from there on.
    void cast(const PointMm &origin, const PointMm &direction, double furthest,
              const std::function<double(const RayHit &hit)> &visit) const;

private:
    struct Piece {
        atlas::Mesh::Triangle corners;
        std::uint32_t mesh;
    };
    struct Node {
        PointMm low;
        PointMm high;
        std::uint32_t first; ///< of its triangles
        std::uint32_t count;
        std::uint32_t right = 0; ///< the second child; the first one is the next node; 0 for a leaf
    };

    [[nodiscard]] const PointMm &corner(const Piece &piece, std::size_t at) const
    {
        return m_meshes[piece.mesh]->vertices[piece.corners[at]];
    }
    std::uint32_t grow(std::uint32_t first, std::uint32_t count);

    std::vector<const atlas::Mesh *> m_meshes;
    std::vector<Piece> m_pieces;
    std::vector<Node> m_nodes;
};

} // namespace palpate::testing
