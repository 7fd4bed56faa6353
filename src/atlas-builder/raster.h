// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "anatomy/viewframe.h"
#include "atlas-builder/mesh.h"

namespace palpate::atlas {

/// Where a pixel's centre falls inside a triangle: the weights of its three corners, which add up to 1.
using Weights = std::array<double, 3>;

/// Calls visit(x, y, nearness, weights, triangle) for every pixel whose centre a triangle of the mesh covers;
/// nearer and further triangles alike, in the mesh's order. Pixels outside the picture are left out.
template <typename Visit> void rasterise(const anatomy::ViewFrame &frame, const Mesh &mesh, const Visit &visit)
{
    struct Corner {
        double x;
        double y;
        double near;
    };
    std::vector<Corner> corners;
    corners.reserve(mesh.vertices.size());
    for (const PointMm &p : mesh.vertices) {
        const anatomy::PicturePx at = frame.picture(p);
        // Pixel (0, 0) has its centre at (0.5, 0.5) of the picture.
        corners.push_back({at.x - 0.5, at.y - 0.5, frame.nearness(p)});
    }
    for (const Mesh::Triangle &triangle : mesh.triangles) {
        const Corner &a = corners[triangle[0]];
        const Corner &b = corners[triangle[1]];
        const Corner &c = corners[triangle[2]];
        const double area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        if (area == 0) {
            continue;
        }
        const int left = std::max(0, static_cast<int>(std::ceil(std::min({a.x, b.x, c.x}))));
        const int right = std::min(frame.width - 1, static_cast<int>(std::floor(std::max({a.x, b.x, c.x}))));
        const int top = std::max(0, static_cast<int>(std::ceil(std::min({a.y, b.y, c.y}))));
        const int bottom = std::min(frame.height - 1, static_cast<int>(std::floor(std::max({a.y, b.y, c.y}))));
        for (int y = top; y <= bottom; ++y) {
            for (int x = left; x <= right; ++x) {
                const double partB = (x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y);
                const double partC = (b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y);
                // Most pixels of the box are outside: they are told by sign alone, before the slow divisions.
                if (area > 0 ? partB < 0 || partC < 0 : partB > 0 || partC > 0) {
                    continue;
                }
                const double wb = partB / area;
                const double wc = partC / area;
                const double wa = 1 - wb - wc;
                if (wa >= 0) {
                    visit(x, y, wa * a.near + wb * b.near + wc * c.near, Weights{wa, wb, wc}, triangle);
                }
            }
        }
    }
}

} // namespace palpate::atlas
