// SPDX-License-Identifier: GPL-3.0-or-later
#include "anatomy/regionplace.h"

#include <algorithm>
#include <cmath>

#include "anatomy/view.h"

namespace palpate::anatomy {

namespace {

/// A point that stands in the middle belongs to neither side.
constexpr double leastFromMiddleMm = 0.5;

struct Range {
    double low;
    double high;
};

Range sidewaysOf(const Region &region)
{
    Range range{region.low.x, region.high.x};
    if (region.side == Side::left) {
        range.low = std::max(range.low, leastFromMiddleMm);
        range.high = std::max(range.high, range.low);
    } else if (region.side == Side::right) {
        range.high = std::min(range.high, -leastFromMiddleMm);
        range.low = std::min(range.low, range.high);
    }
    return range;
}

/// How far along the line of sight one coordinate stays within its range. A line across the axis says nothing.
Range steps(double at, double towardsViewer, const Range &range)
{
    constexpr double across = 1e-6;
    if (std::abs(towardsViewer) < across) {
        return {-1e9, 1e9};
    }
    const double one = (range.low - at) / towardsViewer;
    const double other = (range.high - at) / towardsViewer;
    return {std::min(one, other), std::max(one, other)};
}

} // namespace

PointMm placeInRegion(const Region &region, const ViewFrame &frame, const GrayImage16 &nearness, PicturePx at)
{
    const PointMm middle{(region.low.x + region.high.x) / 2, (region.low.y + region.high.y) / 2,
                         (region.low.z + region.high.z) / 2};
    const PointMm seen = bodyPointAt(frame, nearness, at).value_or(frame.body(at, frame.nearness(middle)));
    const Range sideways = sidewaysOf(region);
    const Range alongX = steps(seen.x, frame.toViewer.x, sideways);
    const Range alongY = steps(seen.y, frame.toViewer.y, {region.low.y, region.high.y});
    const Range alongZ = steps(seen.z, frame.toViewer.z, {region.low.z, region.high.z});
    Range all{std::max({alongX.low, alongY.low, alongZ.low}), std::min({alongX.high, alongY.high, alongZ.high})};
    if (all.low > all.high) {
        all = alongX; // the side counts most
    }
    const double step = std::clamp(0.0, all.low, all.high);
    const PointMm place{seen.x + step * frame.toViewer.x, seen.y + step * frame.toViewer.y,
                        seen.z + step * frame.toViewer.z};
    return {std::clamp(place.x, sideways.low, sideways.high), place.y, place.z};
}

} // namespace palpate::anatomy
