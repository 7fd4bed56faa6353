// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/sampleplaces.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "anatomy/view.h"
#include "core/error.h"

namespace palpate::sample {

namespace {

constexpr std::array<std::string_view, 10> common{
    "upper-trapezius", "levator-scapulae", "infraspinatus",  "scm-sternal", "quadratus-lumborum",
    "gluteus-medius",  "temporalis",       "rhomboid-major", "soleus",      "iliocostalis-lumborum"};

/// Not in sample data, which is shown around.
constexpr std::array<std::string_view, 22> leftOut{"superior-oblique-eye",
                                                   "lateral-rectus-eye",
                                                   "sphincter-ani",
                                                   "pubococcygeus",
                                                   "iliococcygeus",
                                                   "puborectalis",
                                                   "coccygeus",
                                                   "bulbospongiosus",
                                                   "ischiocavernosus",
                                                   "transversus-perinei",
                                                   "obturator-internus",
                                                   "obturator-externus",
                                                   "gemellus-superior",
                                                   "gemellus-inferior",
                                                   "pyramidalis",
                                                   "pectineus",
                                                   "adductor-longus",
                                                   "adductor-brevis",
                                                   "adductor-magnus",
                                                   "gracilis",
                                                   "diaphragm",
                                                   "intercostals"};

constexpr std::array<std::string_view, 9> intimateZones{"breast", "chest-front",   "suprapubic",
                                                        "groin",  "genitals",      "perineum",
                                                        "coccyx", "buttock-lower", "thigh-inner-upper"};

PointMm middle(const SamplePlace &place) noexcept
{
    return {(place.low.x + place.high.x) / 2, (place.low.y + place.high.y) / 2, (place.low.z + place.high.z) / 2};
}

template <typename List> auto placeIn(const List &list, std::string_view name)
{
    return std::ranges::find(list, name) - list.begin();
}

/// Tenths of a millimetre, as people paint no finer.
std::int32_t tenths(double mm) { return static_cast<std::int32_t>(std::lround(mm * 10)); }

} // namespace

std::vector<SamplePlace> samplePlaces(const anatomy::Atlas &atlas)
{
    std::vector<SamplePlace> places;
    for (anatomy::RegionNumber number = 1; number <= atlas.regionCount(); ++number) {
        const anatomy::Region &region = atlas.region(number);
        const anatomy::Structure &structure = atlas.structureOf(number);
        const SamplePlace place{structure.id, region.side, region.low, region.high};
        if (structure.listed && fits(place.side, middle(place)) &&
            std::ranges::find(leftOut, structure.id.text()) == leftOut.end()) {
            places.push_back(place);
        }
    }
    if (places.empty()) {
        throw DataFileError{"atlas.json", "", "the body atlas lists no muscles"};
    }
    std::ranges::stable_sort(places, {}, [](const SamplePlace &place) { return placeIn(common, place.muscle.text()); });
    return places;
}

PointMm samplePosition(const SamplePlace &place, SampleRandom &random)
{
    const PointMm centre = middle(place);
    const auto near = [&random](double low, double high) {
        const double mm = (low + high) / 2 + (high - low) * random.between(-0.15, 0.15);
        return std::round(mm * 10) / 10;
    };
    const PointMm position{near(place.low.x, place.high.x), near(place.low.y, place.high.y),
                           near(place.low.z, place.high.z)};
    return fits(place.side, position) ? position : centre;
}

SamplePainter::Canvas SamplePainter::canvasOf(const anatomy::Atlas &atlas, const char *view)
{
    const anatomy::ViewInfo *info = atlas.findView(view);
    if (info == nullptr) {
        throw DataFileError{"atlas.json", "/views", std::string{"the body atlas has no view "} + view};
    }
    Canvas canvas{info, anatomy::loadZones(atlas, *info), std::vector<int>(256)};
    for (const std::uint8_t zone : canvas.zones.values()) {
        ++canvas.pixels[zone];
    }
    return canvas;
}

SamplePainter::SamplePainter(const anatomy::Atlas &atlas)
    : m_atlas{atlas}, m_front{canvasOf(atlas, "front")}, m_back{canvasOf(atlas, "back")}
{}

std::vector<ZoneCoverage> SamplePainter::covered(const Canvas &canvas, const Stroke &stroke) const
{
    std::vector<int> hit(256);
    const anatomy::ViewFrame &frame = canvas.view->frame;
    const double reach = stroke.brushMm / 2 * frame.pxPerMm;
    const StrokePoint first = stroke.path.front();
    const StrokePoint last = stroke.path.back();
    const auto from = frame.picture(anatomy::PlaneMm{first.right / 10.0, first.up / 10.0});
    const auto to = frame.picture(anatomy::PlaneMm{last.right / 10.0, last.up / 10.0});
    // The box around a short stroke is near enough to what the brush covers.
    for (int y = static_cast<int>(std::min(from.y, to.y) - reach); y < std::max(from.y, to.y) + reach; ++y) {
        for (int x = static_cast<int>(std::min(from.x, to.x) - reach); x < std::max(from.x, to.x) + reach; ++x) {
            if (canvas.zones.contains(x, y)) {
                ++hit[canvas.zones.at(x, y)];
            }
        }
    }
    std::vector<ZoneCoverage> zones;
    for (std::size_t number = 1; number < hit.size(); ++number) {
        const auto zone = m_atlas.zoneAt(static_cast<std::uint8_t>(number));
        if (hit[number] > 0 && zone) {
            const double part = static_cast<double>(hit[number]) / canvas.pixels[number];
            zones.push_back({stroke.area, zone->zone, zone->side, std::max(0.001, std::round(part * 1000) / 1000)});
        }
    }
    return zones;
}

const SamplePainter::Canvas &SamplePainter::canvasFor(const TriggerPoint &point) const
{
    const auto region = m_atlas.regionOf(point.muscle, point.side);
    const auto shows = [&region](const Canvas &canvas) { return region ? canvas.view->ownPixels.at(*region) : 0; };
    return shows(m_front) > shows(m_back) ? m_front : m_back;
}

SamplePaint SamplePainter::paint(const TriggerPoint &point, int area, SampleRandom &random) const
{
    const Canvas &canvas = canvasFor(point);
    const anatomy::PlaneMm place = canvas.view->frame.plane(point.position);
    Stroke stroke{area, canvas.view->id, random.chance(0.5) ? 20.0 : 35.0, false, {}};
    const double slant = random.between(-15, 15);
    const double length = random.between(10, 40);
    for (const double part : {-0.5, -0.2, 0.1, 0.5}) {
        stroke.path.push_back({tenths(place.u + slant * part), tenths(place.v + length * part)});
    }
    std::vector<ZoneCoverage> zones = covered(canvas, stroke);
    const auto isIntimate = [](const ZoneCoverage &zone) {
        return std::ranges::find(intimateZones, zone.zone.text()) != intimateZones.end();
    };
    if (zones.empty() || std::ranges::any_of(zones, isIntimate)) {
        return {};
    }
    return {{std::move(stroke)}, std::move(zones)};
}

} // namespace palpate::sample
