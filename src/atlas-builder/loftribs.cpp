// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "atlas-builder/loftshape.h"
#include "atlas-builder/vectormm.h"

namespace palpate::atlas {

namespace {

constexpr double stepDegrees = 2.5;

struct Edges {
    PointMm lower;
    PointMm upper;
};

/// The lowest and the highest point where an upright half-plane from the axis outwards meets the mesh.
std::optional<Edges> sectionEdges(const Mesh &mesh, const PointMm &axis, const PointMm &outwards)
{
    const PointMm across{-outwards.y, outwards.x, 0};
    std::optional<Edges> edges;
    const auto meet = [&](const PointMm &p, const PointMm &q) {
        const double from = dot(minus(p, axis), across);
        const double to = dot(minus(q, axis), across);
        if ((from < 0) == (to < 0)) {
            return;
        }
        const PointMm at = between(p, q, from / (from - to));
        if (dot(minus(at, axis), outwards) <= 0) {
            return;
        }
        edges = edges.value_or(Edges{at, at});
        edges->lower = at.z < edges->lower.z ? at : edges->lower;
        edges->upper = at.z > edges->upper.z ? at : edges->upper;
    };
    for (const auto &[a, b, c] : mesh.triangles) {
        meet(mesh.vertices[a], mesh.vertices[b]);
        meet(mesh.vertices[b], mesh.vertices[c]);
        meet(mesh.vertices[c], mesh.vertices[a]);
    }
    return edges;
}

/// Evens out the facets of the meshes; the ends stay.
LoftLine smoothed(const LoftLine &line)
{
    LoftLine result = line;
    for (int round = 0; round < 2; ++round) {
        const LoftLine before = result;
        for (std::size_t at = 1; at + 1 < before.size(); ++at) {
            result[at] = between(before[at], between(before[at - 1], before[at + 1], 0.5), 0.6);
        }
    }
    return result;
}

} // namespace

std::vector<LoftLine> ribSpaceRails(const LoftRibSpace &space, const PointMm &axis, const Mesh &above,
                                    const Mesh &below)
{
    // Into the ribs a little, so that no gap shows between muscle and bone.
    constexpr double overlapMm = 1.5;
    const double side = axis.x < 0 ? -1 : 1;
    LoftLine upper;
    LoftLine lower;
    for (double degrees = space.fromDegrees; degrees <= space.toDegrees; degrees += stepDegrees) {
        const double angle = degrees * std::numbers::pi / 180;
        const PointMm outwards{side * std::sin(angle), std::cos(angle), 0};
        const auto upperRib = sectionEdges(above, axis, outwards);
        const auto lowerRib = sectionEdges(below, axis, outwards);
        if (!upperRib || !lowerRib) {
            if (upper.empty()) {
                continue;
            }
            break;
        }
        upper.push_back(plus(upperRib->lower, {0, 0, overlapMm}));
        lower.push_back(minus(lowerRib->upper, {0, 0, overlapMm}));
    }
    if (upper.size() < 2) {
        return {};
    }
    return {smoothed(upper), smoothed(lower)};
}

} // namespace palpate::atlas
