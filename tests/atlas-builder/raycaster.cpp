// SPDX-License-Identifier: GPL-3.0-or-later
#include "raycaster.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "atlas-builder/vectormm.h"

namespace palpate::testing {

using atlas::cross;
using atlas::dot;
using atlas::minus;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Distance and the weights of b and c; a hair of room, so that no ray slips through between two triangles.
std::optional<std::array<double, 3>> meet(const PointMm &origin, const PointMm &direction, const PointMm &a,
                                          const PointMm &b, const PointMm &c)
{
    constexpr double hair = 1e-9;
    const PointMm ab = minus(b, a);
    const PointMm ac = minus(c, a);
    const PointMm p = cross(direction, ac);
    const double determinant = dot(ab, p);
    if (determinant == 0) {
        return std::nullopt;
    }
    const PointMm from = minus(origin, a);
    const double u = dot(from, p) / determinant;
    const PointMm q = cross(from, ab);
    const double v = dot(direction, q) / determinant;
    if (u < -hair || v < -hair || u + v > 1 + hair) {
        return std::nullopt;
    }
    return std::array{dot(ac, q) / determinant, u, v};
}

/// Where a ray enters a box; infinity when it misses. `perStep` is one over the ray's direction.
double entry(const PointMm &origin, const PointMm &perStep, const PointMm &low, const PointMm &high)
{
    const double x0 = (low.x - origin.x) * perStep.x;
    const double x1 = (high.x - origin.x) * perStep.x;
    const double y0 = (low.y - origin.y) * perStep.y;
    const double y1 = (high.y - origin.y) * perStep.y;
    const double z0 = (low.z - origin.z) * perStep.z;
    const double z1 = (high.z - origin.z) * perStep.z;
    const double from = std::max(std::max(0.0, std::min(x0, x1)), std::max(std::min(y0, y1), std::min(z0, z1)));
    const double to = std::min(std::max(x0, x1), std::min(std::max(y0, y1), std::max(z0, z1)));
    return from <= to ? from : infinity;
}

} // namespace

void RayCaster::add(const atlas::Mesh &mesh)
{
    for (const atlas::Mesh::Triangle &corners : mesh.triangles) {
        m_pieces.push_back({corners, static_cast<std::uint32_t>(m_meshes.size())});
    }
    m_meshes.push_back(&mesh);
}

void RayCaster::prepare()
{
    m_nodes.reserve(m_pieces.size());
    grow(0, static_cast<std::uint32_t>(m_pieces.size()));
}

/// Halves the triangles along the longest side of their box until few are left.
std::uint32_t RayCaster::grow(std::uint32_t first, std::uint32_t count)
{
    constexpr std::uint32_t few = 4;
    constexpr double room = 1e-6; // boxes of flat pieces have no thickness, and rays touch them by rounding only
    Node node{{infinity, infinity, infinity}, {-infinity, -infinity, -infinity}, first, count};
    for (std::uint32_t at = first; at < first + count; ++at) {
        for (std::size_t side = 0; side < 3; ++side) {
            const PointMm &p = corner(m_pieces[at], side);
            node.low = {std::min(node.low.x, p.x - room), std::min(node.low.y, p.y - room),
                        std::min(node.low.z, p.z - room)};
            node.high = {std::max(node.high.x, p.x + room), std::max(node.high.y, p.y + room),
                         std::max(node.high.z, p.z + room)};
        }
    }
    const auto number = static_cast<std::uint32_t>(m_nodes.size());
    m_nodes.push_back(node);
    if (count <= few) {
        return number;
    }
    const PointMm size = minus(node.high, node.low);
    const double PointMm::*axis = size.x >= size.y && size.x >= size.z ? &PointMm::x
                                  : size.y >= size.z                   ? &PointMm::y
                                                                       : &PointMm::z;
    const auto begin = m_pieces.begin() + first;
    const std::uint32_t half = count / 2;
    std::nth_element(begin, begin + half, begin + count, [this, axis](const Piece &p, const Piece &q) {
        const auto middle = [this, axis](const Piece &piece) {
            return corner(piece, 0).*axis + corner(piece, 1).*axis + corner(piece, 2).*axis;
        };
        return middle(p) < middle(q);
    });
    grow(first, half);
    const std::uint32_t right = grow(first + half, count - half);
    m_nodes[number].right = right;
    return number;
}

void RayCaster::cast(const PointMm &origin, const PointMm &direction, double furthest,
                     const std::function<double(const RayHit &hit)> &visit) const
{
    if (m_pieces.empty()) {
        return;
    }
    const PointMm perStep{1 / direction.x, 1 / direction.y, 1 / direction.z};
    const auto child = [&](std::uint32_t at) {
        return std::pair{entry(origin, perStep, m_nodes[at].low, m_nodes[at].high), at};
    };
    std::vector<std::pair<double, std::uint32_t>> open{child(0)};
    while (!open.empty()) {
        const auto [distance, number] = open.back();
        open.pop_back();
        if (distance == infinity || distance > furthest) {
            continue;
        }
        const Node &node = m_nodes[number];
        if (node.right != 0) {
            const auto left = child(number + 1);
            const auto right = child(node.right);
            const bool leftFirst = left.first <= right.first;
            open.push_back(leftFirst ? right : left);
            open.push_back(leftFirst ? left : right);
            continue;
        }
        for (std::size_t at = node.first; at < node.first + node.count; ++at) {
            const Piece &piece = m_pieces[at];
            const auto met = meet(origin, direction, corner(piece, 0), corner(piece, 1), corner(piece, 2));
            if (met && (*met)[0] >= 0 && (*met)[0] <= furthest) {
                const auto &[away, b, c] = *met;
                furthest = visit({away, piece.mesh, piece.corners, {1 - b - c, b, c}});
            }
        }
    }
}

} // namespace palpate::testing
