// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "anatomy/grayimage.h"
#include "anatomy/view.h"
#include "record/stroke.h"

namespace palpate {

/// Where a corner of a stroke lies in the view's picture.
[[nodiscard]] inline anatomy::PicturePx pictureOf(const anatomy::ViewInfo &view, StrokePoint point)
{
    constexpr double tenthsPerMm = 10;
    return view.frame.picture(anatomy::PlaneMm{point.right / tenthsPerMm, point.up / tenthsPerMm});
}

/// Visits every pixel of skin nearer than `radius` (in pixels) to the line from a to b: visit(x, y).
template <typename Visit> void forBrushed(const anatomy::GrayImage8 &zones, anatomy::PicturePx a, anatomy::PicturePx b,
                                          double radius, Visit visit)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const auto squaredDistance = [&](double x, double y) {
        const double along = length == 0 ? 0 : std::clamp(((x - a.x) * dx + (y - a.y) * dy) / length, 0.0, 1.0);
        const double right = x - (a.x + along * dx);
        const double down = y - (a.y + along * dy);
        return right * right + down * down;
    };
    const auto low = [radius](double one, double other) {
        return std::max(0, static_cast<int>(std::floor(std::min(one, other) - radius)));
    };
    const auto high = [radius](double one, double other, int size) {
        return std::min(size - 1, static_cast<int>(std::ceil(std::max(one, other) + radius)));
    };
    for (int y = low(a.y, b.y); y <= high(a.y, b.y, zones.height()); ++y) {
        for (int x = low(a.x, b.x); x <= high(a.x, b.x, zones.width()); ++x) {
            if (zones.at(x, y) != 0 && squaredDistance(x + 0.5, y + 0.5) <= radius * radius) {
                visit(x, y);
            }
        }
    }
}

/// The same for the part of a stroke that begins at its corner `from`: visit(x, y).
template <typename Visit> void forBrushed(const anatomy::ViewInfo &view, const anatomy::GrayImage8 &zones,
                                          const Stroke &stroke, std::size_t from, Visit visit)
{
    const double radius = stroke.brushMm / 2 * view.frame.pxPerMm;
    for (std::size_t at = from; at < stroke.path.size(); ++at) {
        const anatomy::PicturePx begin = pictureOf(view, stroke.path[at == 0 ? 0 : at - 1]);
        forBrushed(zones, begin, pictureOf(view, stroke.path[at]), radius, visit);
    }
}

} // namespace palpate
