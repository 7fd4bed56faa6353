// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/shading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "anatomy/encoding.h"

namespace palpate::atlas {

namespace {

using FloatImage = anatomy::GrayImage<float>;

/// Sums over 2 * radius + 1 neighbours along each row. In double, because a running sum keeps every rounding error.
/// Several rows at a time: each sum waits for its last addition, and the others fill the wait.
template <std::size_t rows> void sumRowsFrom(const FloatImage &from, FloatImage &to, int radius, int y)
{
    std::array<const float *, rows> in{};
    std::array<float *, rows> out{};
    std::array<double, rows> sums{};
    for (std::size_t row = 0; row < rows; ++row) {
        in[row] = from.row(y + static_cast<int>(row));
        out[row] = to.row(y + static_cast<int>(row));
    }
    const int width = from.width();
    for (int x = -radius; x < width; ++x) {
        const bool enters = x + radius < width;
        const bool leaves = x - radius - 1 >= 0;
        for (std::size_t row = 0; row < rows; ++row) {
            sums[row] += enters ? static_cast<double>(in[row][x + radius]) : 0.0;
            sums[row] -= leaves ? static_cast<double>(in[row][x - radius - 1]) : 0.0;
            if (x >= 0) {
                out[row][x] = static_cast<float>(sums[row]);
            }
        }
    }
}

void sumRows(const FloatImage &from, FloatImage &to, int radius)
{
    constexpr int atOnce = 4;
    int y = 0;
    for (; y + atOnce <= from.height(); y += atOnce) {
        sumRowsFrom<atOnce>(from, to, radius, y);
    }
    for (; y < from.height(); ++y) {
        sumRowsFrom<1>(from, to, radius, y);
    }
}

/// The same along each column, times a factor; row by row, as memory lies.
void sumColumns(const FloatImage &from, FloatImage &to, int radius, float factor)
{
    const std::vector<float> outside(static_cast<std::size_t>(from.width()), 0.0F);
    std::vector<double> sums(outside.size(), 0.0);
    const auto rowAt = [&](int y) { return y >= 0 && y < from.height() ? from.row(y) : outside.data(); };
    for (int y = -radius; y < from.height(); ++y) {
        const float *enters = rowAt(y + radius);
        const float *leaves = rowAt(y - radius - 1);
        for (std::size_t x = 0; x < sums.size(); ++x) {
            sums[x] = (sums[x] + static_cast<double>(enters[x])) - static_cast<double>(leaves[x]);
        }
        if (y >= 0) {
            float *out = to.row(y);
            for (std::size_t x = 0; x < sums.size(); ++x) {
                out[x] = factor * static_cast<float>(sums[x]);
            }
        }
    }
}

void blur(FloatImage &image, int radius)
{
    FloatImage other{image.width(), image.height()};
    const float factor = 1.0F / static_cast<float>((2 * radius + 1) * (2 * radius + 1));
    constexpr int passes = 2; // two running means make a tent, smooth enough for shading
    for (int pass = 0; pass < passes; ++pass) {
        sumRows(image, other, radius);
        sumColumns(other, image, radius, factor);
    }
}

/// How far, in millimetres, each pixel lies behind the mean of its surroundings.
FloatImage depthBehindSurroundings(const FloatImage &near, float empty, int radius)
{
    FloatImage sum{near.width(), near.height()};
    FloatImage weight{near.width(), near.height()};
    for (std::size_t at = 0; at < near.values().size(); ++at) {
        const bool shows = near.values()[at] != empty;
        sum.values()[at] = shows ? near.values()[at] : 0;
        weight.values()[at] = shows ? 1.0F : 0.0F;
    }
    blur(sum, radius);
    blur(weight, radius);
    for (std::size_t at = 0; at < near.values().size(); ++at) {
        const bool shows = near.values()[at] != empty;
        sum.values()[at] = shows ? sum.values()[at] / std::max(weight.values()[at], 1e-4F) - near.values()[at] : 0;
    }
    return sum;
}

} // namespace

float lightAt(const anatomy::ViewFrame &frame, PointMm normal)
{
    const anatomy::PlaneMm plane = frame.plane(normal);
    double out = frame.nearness(normal);
    // Meshes with inside-out triangles are lit as if seen from outside.
    const double flip = out < 0 ? -1 : 1;
    out *= flip;
    const double length = std::sqrt(plane.u * plane.u + plane.v * plane.v + out * out);
    if (length == 0) {
        return 0.5F;
    }
    constexpr double lightU = -0.30;
    constexpr double lightV = 0.52;
    constexpr double lightOut = 0.80;
    const double lit = (lightU * plane.u * flip + lightV * plane.v * flip + lightOut * out) / length;
    // A little light wraps round the edge, and surfaces that turn away from the eye fall off: both model the form.
    const double wrapped = std::max(0.0, (lit + 0.25) / 1.25);
    const double facing = out / length;
    return static_cast<float>(wrapped * (0.62 + 0.38 * facing));
}

float gazeLight(const PointMm &step)
{
    constexpr double irisMm = 5.8;
    constexpr double pupilMm = 2.2;
    constexpr double edgeMm = 0.8;
    const double fromAxis = step.y < 0 ? std::hypot(step.x, step.z) : irisMm + edgeMm;
    const double outsideIris = std::clamp((fromAxis - irisMm) / edgeMm + 0.5, 0.0, 1.0);
    const double outsidePupil = std::clamp((fromAxis - pupilMm) / edgeMm + 0.5, 0.0, 1.0);
    constexpr double irisLight = 0.45;
    return static_cast<float>(outsidePupil * std::lerp(irisLight, 1.0, outsideIris));
}

FloatImage shadeOf(const FloatImage &near, const FloatImage &light, float empty)
{
    const FloatImage fine = depthBehindSurroundings(near, empty, 4);
    const FloatImage broad = depthBehindSurroundings(near, empty, 22);
    FloatImage shade{near.width(), near.height()};
    for (std::size_t at = 0; at < near.values().size(); ++at) {
        const float crease = std::clamp(fine.values()[at] / 5.0F, -0.5F, 1.0F);
        const float hollow = std::clamp(broad.values()[at] / 28.0F, -0.4F, 1.0F);
        const float tone = light.values()[at] - 0.26F * crease - 0.22F * hollow;
        shade.values()[at] = std::clamp(0.70F + 0.345F * tone, anatomy::darkestShade, anatomy::lightestShade);
    }
    return shade;
}

} // namespace palpate::atlas
