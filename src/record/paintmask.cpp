// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/paintmask.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "record/brush.h"
#include "record/runningcoverage.h"

namespace palpate {

namespace {

using anatomy::GrayImage8;
using anatomy::PicturePx;
using anatomy::ViewInfo;

constexpr double tenthsPerMm = 10;

} // namespace

GrayImage8 paintMask(const ViewInfo &view, const GrayImage8 &zones, std::span<const Stroke> strokes, int area)
{
    GrayImage8 mask{zones.width(), zones.height()};
    for (const Stroke &stroke : strokes) {
        if (stroke.area != area || stroke.view != view.id || stroke.path.empty()) {
            continue;
        }
        const std::uint8_t value = stroke.erases ? 0 : 1;
        forBrushed(view, zones, stroke, 0, [&mask, value](int x, int y) { mask.at(x, y) = value; });
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
    std::map<int, std::vector<Stroke>> byArea;
    for (const Stroke &stroke : strokes) {
        byArea[stroke.area].push_back(stroke);
    }
    std::vector<ZoneCoverage> all;
    for (const auto &[area, painted] : byArea) {
        RunningCoverage running{atlas, zones, sizes};
        running.show(painted);
        const std::vector<ZoneCoverage> coverage = running.coverage(area);
        all.insert(all.end(), coverage.begin(), coverage.end());
    }
    return all;
}

} // namespace palpate
