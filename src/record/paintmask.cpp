// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/paintmask.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace palpate {

namespace {

using anatomy::GrayImage8;
using anatomy::PicturePx;
using anatomy::ViewInfo;

constexpr double tenthsPerMm = 10;
constexpr double leastCoverage = 0.01;

PicturePx pictureOf(const ViewInfo &view, StrokePoint point)
{
    return view.frame.picture(anatomy::PlaneMm{point.right / tenthsPerMm, point.up / tenthsPerMm});
}

double squaredDistance(PicturePx p, PicturePx a, PicturePx b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along = length == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0);
    const double x = p.x - (a.x + along * dx);
    const double y = p.y - (a.y + along * dy);
    return x * x + y * y;
}

/// Everything nearer than `radius` to the line from a to b.
void brush(GrayImage8 &mask, const GrayImage8 &zones, PicturePx a, PicturePx b, double radius, std::uint8_t value)
{
    const auto low = [radius](double one, double other) {
        return static_cast<int>(std::floor(std::min(one, other) - radius));
    };
    const auto high = [radius](double one, double other) {
        return static_cast<int>(std::ceil(std::max(one, other) + radius));
    };
    for (int y = std::max(0, low(a.y, b.y)); y <= std::min(mask.height() - 1, high(a.y, b.y)); ++y) {
        for (int x = std::max(0, low(a.x, b.x)); x <= std::min(mask.width() - 1, high(a.x, b.x)); ++x) {
            if (zones.at(x, y) != 0 && squaredDistance({x + 0.5, y + 0.5}, a, b) <= radius * radius) {
                mask.at(x, y) = value;
            }
        }
    }
}

} // namespace

GrayImage8 paintMask(const ViewInfo &view, const GrayImage8 &zones, std::span<const Stroke> strokes, int area)
{
    GrayImage8 mask{zones.width(), zones.height()};
    for (const Stroke &stroke : strokes) {
        if (stroke.area != area || stroke.view != view.id || stroke.path.empty()) {
            continue;
        }
        const double radius = stroke.brushMm / 2 * view.frame.pxPerMm;
        const std::uint8_t value = stroke.erases ? 0 : 1;
        PicturePx from = pictureOf(view, stroke.path.front());
        for (const StrokePoint &point : stroke.path) {
            const PicturePx to = pictureOf(view, point);
            brush(mask, zones, from, to, radius, value);
            from = to;
        }
    }
    return mask;
}

std::optional<Stroke> strokeOver(const ViewInfo &view, const GrayImage8 &zones, std::uint8_t zone, double brushMm)
{
    const double radius = brushMm / 2 * view.frame.pxPerMm;
    const int step = std::max(1, static_cast<int>(radius * 1.4));
    Stroke stroke{0, view.id, brushMm, false, {}};
    const auto add = [&](double x, double y) {
        const anatomy::PlaneMm plane = view.frame.plane(PicturePx{x, y});
        stroke.path.push_back({static_cast<std::int32_t>(std::lround(plane.u * tenthsPerMm)),
                               static_cast<std::int32_t>(std::lround(plane.v * tenthsPerMm))});
    };
    // To and fro over the rows, a brush's radius inside the zone's ends.
    bool back = false;
    for (int y = 0; y < zones.height(); y += step) {
        const std::uint8_t *row = zones.row(y);
        const auto low = static_cast<double>(std::find(row, row + zones.width(), zone) - row);
        if (low >= zones.width()) {
            continue;
        }
        double high = low;
        for (int x = static_cast<int>(low); x < zones.width(); ++x) {
            high = row[x] == zone ? x : high;
        }
        if (high - low < 2 * radius) {
            continue;
        }
        add(back ? high - radius : low + radius, y + 0.5);
        add(back ? low + radius : high - radius, y + 0.5);
        back = !back;
    }
    return stroke.path.empty() ? std::nullopt : std::optional{std::move(stroke)};
}

ZoneSizes zoneSizes(const anatomy::Atlas &atlas, const ZonePictureOf &zones)
{
    ZoneSizes sizes{};
    for (const ViewInfo &view : atlas.views()) {
        ZoneSizes shown{};
        for (const std::uint8_t number : zones(view).values()) {
            ++shown[number];
        }
        for (std::size_t number = 0; number < sizes.size(); ++number) {
            sizes[number] = std::max(sizes[number], shown[number]);
        }
    }
    return sizes;
}

std::vector<ZoneCoverage> coverageOf(const anatomy::Atlas &atlas, const ZonePictureOf &zones, const ZoneSizes &sizes,
                                     std::span<const Stroke> strokes)
{
    std::set<std::pair<int, std::string>> painted;
    for (const Stroke &stroke : strokes) {
        painted.emplace(stroke.area, stroke.view);
    }
    std::map<int, ZoneSizes> covered; // by area
    for (const auto &[area, viewId] : painted) {
        const ViewInfo *view = atlas.findView(viewId);
        if (view == nullptr) {
            continue;
        }
        const GrayImage8 &picture = zones(*view);
        const GrayImage8 mask = paintMask(*view, picture, strokes, area);
        ZoneSizes &counts = covered[area];
        for (std::size_t at = 0; at < mask.values().size(); ++at) {
            counts[picture.values()[at]] += mask.values()[at];
        }
    }
    std::vector<ZoneCoverage> coverage;
    for (const auto &[area, counts] : covered) {
        for (std::size_t number = 1; number < counts.size(); ++number) {
            const auto place = atlas.zoneAt(static_cast<std::uint8_t>(number));
            // The same skin painted from two views counts twice, but never for more than the whole zone.
            const double part = sizes[number] == 0 ? 0 : std::min(1.0, double(counts[number]) / sizes[number]);
            if (place && part >= leastCoverage) {
                coverage.push_back({area, place->zone, place->side, part});
            }
        }
    }
    return coverage;
}

} // namespace palpate
