// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/mapscene.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <utility>
#include <vector>

#include "desktop/bodymap/bodypicture.h"

namespace palpate::desktop {

using anatomy::Layer;
using anatomy::PicturePx;
using anatomy::RegionNumber;
using anatomy::ViewInfo;

namespace {

/// A point shows in a view when the body's surface there lies no more than this in front of it.
constexpr double mostCoverMm = 70;
/// Balls lie in the body or on it, roughly.
constexpr double ballSlackMm = 25;

double areaOf(const anatomy::ShapePath &path)
{
    double twice = 0;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const PicturePx &a = path[at];
        const PicturePx &b = path[(at + 1) % path.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

} // namespace

void MapScene::prepare(const ViewInfo &view, Layer layer, Extent extent)
{
    load(loaded(view), m_atlas, view, layer, extent);
}

void MapScene::readAhead(const ViewInfo &view, Layer layer, Extent extent)
{
    if (!m_views.contains(view.id) && !m_ahead.contains(view.id)) {
        m_ahead.emplace(view.id, std::async(std::launch::async, [this, &view, layer, extent] {
                            LoadedView ahead;
                            load(ahead, m_atlas, view, layer, extent);
                            return ahead;
                        }));
    }
}

void MapScene::paintAhead(const ViewInfo &view, const BodyLook &look)
{
    if (m_views.contains(view.id) || m_ahead.contains(view.id)) {
        return;
    }
    m_ahead.emplace(view.id, std::async(std::launch::async, [this, &view, look] {
                        MapScene own{m_atlas};
                        own.prepare(view, look.layer, Extent::body);
                        QImage picture =
                            paintBody(own, view, look.layer, tokensFor(look.theme).map, look.size, look.lineWidth);
                        LoadedView ahead = std::move(own.loaded(view));
                        ahead.painted.emplace(look, std::move(picture));
                        return ahead;
                    }));
}

std::optional<QImage> MapScene::takePainted(const ViewInfo &view, const BodyLook &look)
{
    const auto painted = std::exchange(loaded(view).painted, std::nullopt);
    return painted && painted->first == look ? std::optional{painted->second} : std::nullopt;
}

MapScene::LoadedView &MapScene::loaded(const ViewInfo &view)
{
    if (auto ahead = m_ahead.extract(view.id)) {
        return m_views[view.id] = ahead.mapped().get();
    }
    return m_views[view.id];
}

void MapScene::load(LoadedView &into, const anatomy::Atlas &atlas, const ViewInfo &view, Layer layer, Extent extent)
{
    // Every load fills a place of its own that stands before the loads begin, so they need no lock.
    std::vector<std::future<void>> loads;
    const auto fill = [&loads](auto &place, auto load) {
        if (!place) {
            loads.push_back(std::async(std::launch::async, [&place, load] { place = load(); }));
        }
    };
    const bool skin = layer == Layer::skin;
    if (!skin || extent == Extent::marks) {
        fill(into.stacks, [&] { return anatomy::StackMap::load(atlas, view); });
        fill(into.shapes, [&] { return anatomy::Shapes::load(atlas, view); });
    }
    fill(into.shading[layer], [&] { return loadShading(atlas, view, layer); });
    if (view.armAside) {
        fill(into.fade[layer], [&] { return loadFade(atlas, view, layer); });
    }
    if (skin || extent == Extent::marks) {
        fill(into.zones, [&] { return loadZones(atlas, view); });
    }
    if (extent == Extent::marks) {
        fill(into.nearness[Layer::superficial], [&] { return loadNearness(atlas, view, Layer::superficial); });
    }
    for (std::future<void> &load : loads) {
        load.get();
    }
}

const anatomy::StackMap &MapScene::stacks(const ViewInfo &view)
{
    auto &stacks = loaded(view).stacks;
    if (!stacks) {
        stacks = anatomy::StackMap::load(m_atlas, view);
    }
    return *stacks;
}

const anatomy::GrayImage8 &MapScene::shading(const ViewInfo &view, Layer layer)
{
    auto &image = loaded(view).shading[layer];
    if (!image) {
        image = loadShading(m_atlas, view, layer);
    }
    return *image;
}

const anatomy::GrayImage8 *MapScene::fade(const ViewInfo &view, Layer layer)
{
    if (!view.armAside) {
        return nullptr;
    }
    auto &image = loaded(view).fade[layer];
    if (!image) {
        image = loadFade(m_atlas, view, layer);
    }
    return &*image;
}

const anatomy::GrayImage16 &MapScene::nearness(const ViewInfo &view, Layer layer)
{
    auto &image = loaded(view).nearness[layer];
    if (!image) {
        image = loadNearness(m_atlas, view, layer);
    }
    return *image;
}

const anatomy::GrayImage8 &MapScene::zones(const ViewInfo &view)
{
    auto &zones = loaded(view).zones;
    if (!zones) {
        zones = loadZones(m_atlas, view);
    }
    return *zones;
}

const anatomy::Shapes &MapScene::shapes(const ViewInfo &view)
{
    auto &shapes = loaded(view).shapes;
    if (!shapes) {
        shapes = anatomy::Shapes::load(m_atlas, view);
    }
    return *shapes;
}

const ViewInfo *MapScene::bestView(RegionNumber region) const
{
    const auto &views = m_atlas.views();
    const auto best = std::max_element(views.begin(), views.end(), [region](const ViewInfo &a, const ViewInfo &b) {
        return a.ownPixels[region] < b.ownPixels[region];
    });
    return best->ownPixels[region] == 0 ? nullptr : &*best;
}

std::ptrdiff_t MapScene::zonePixels(const anatomy::ViewInfo &view, const anatomy::ZonePlace &zone)
{
    const auto &values = zones(view).values();
    return std::count(values.begin(), values.end(), m_atlas.zoneNumber(zone.zone, zone.side));
}

const anatomy::ViewInfo &MapScene::viewOfZone(const anatomy::ZonePlace &zone)
{
    const anatomy::ViewInfo *best = &m_atlas.views().front();
    std::ptrdiff_t most = -1;
    for (const anatomy::ViewInfo &view : m_atlas.views()) {
        if (const std::ptrdiff_t pixels = zonePixels(view, zone); pixels > most) {
            best = &view;
            most = pixels;
        }
    }
    return *best;
}

double MapScene::visibleArea(const ViewInfo &view, Layer layer, RegionNumber region)
{
    double sum = 0;
    for (const anatomy::ShapePath &path : shapes(view).visible(layer, region)) {
        sum += areaOf(path); // holes run the other way round and count against
    }
    return std::abs(sum);
}

MapScene::Extents MapScene::visibleSize(const ViewInfo &view, Layer layer, RegionNumber region)
{
    const std::pair key{layer, region};
    auto &sizes = loaded(view).sizes;
    if (const auto known = sizes.find(key); known != sizes.end()) {
        return known->second;
    }
    PicturePx low{1e9, 1e9};
    PicturePx high{-1e9, -1e9};
    for (const anatomy::ShapePath &path : shapes(view).visible(layer, region)) {
        for (const PicturePx &corner : path) {
            low = {std::min(low.x, corner.x), std::min(low.y, corner.y)};
            high = {std::max(high.x, corner.x), std::max(high.y, corner.y)};
        }
    }
    const Extents size = high.x < low.x ? Extents{} : Extents{high.x - low.x, high.y - low.y};
    return loaded(view).sizes[key] = size;
}

std::optional<PicturePx> MapScene::middleOf(const ViewInfo &view, Layer layer, RegionNumber region)
{
    const auto paths = shapes(view).visible(layer, region);
    const auto largest = std::max_element(paths.begin(), paths.end(), [](const auto &a, const auto &b) {
        return std::abs(areaOf(a)) < std::abs(areaOf(b));
    });
    if (largest == paths.end()) {
        return std::nullopt;
    }
    const auto [left, right] = std::minmax_element(largest->begin(), largest->end(),
                                                   [](const PicturePx &a, const PicturePx &b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(largest->begin(), largest->end(),
                                                   [](const PicturePx &a, const PicturePx &b) { return a.y < b.y; });
    // The pixel of the region that lies furthest from every border, on a grid fine enough for a hand's muscles.
    const anatomy::StackMap &map = stacks(view);
    const auto shows = [&](int x, int y) {
        if (!m_atlas.structureOf(region).seeThrough) {
            return map.topAt(layer, x, y) == region;
        }
        const auto stack = map.stackAt(x, y);
        return std::find(stack.begin(), stack.end(), region) != stack.end();
    };
    std::optional<PicturePx> best;
    double deepest = -1;
    constexpr int steps = 24;
    for (int row = 1; row < steps; ++row) {
        for (int column = 1; column < steps; ++column) {
            const PicturePx at{std::lerp(left->x, right->x, column / double{steps}),
                               std::lerp(top->y, bottom->y, row / double{steps})};
            if (!shows(static_cast<int>(at.x), static_cast<int>(at.y))) {
                continue;
            }
            double nearest = 1e9;
            for (const PicturePx &corner : *largest) {
                nearest = std::min(nearest, std::hypot(corner.x - at.x, corner.y - at.y));
            }
            if (nearest > deepest) {
                deepest = nearest;
                best = at;
            }
        }
    }
    return best;
}

std::optional<double> MapScene::coverOf(const ViewInfo &view, const PointMm &point)
{
    const auto front = anatomy::bodyPointAt(view.frame, nearness(view, Layer::superficial), view.frame.picture(point));
    return front ? std::optional{view.frame.nearness(*front) - view.frame.nearness(point)} : std::nullopt;
}

bool MapScene::shows(const ViewInfo &view, const PointMm &point)
{
    return coverOf(view, point).value_or(0) <= mostCoverMm;
}

bool MapScene::showsBall(const ViewInfo &view, const PointMm &centre, double radiusMm)
{
    if (const auto cover = coverOf(view, centre)) {
        return std::abs(*cover) <= radiusMm + ballSlackMm;
    }
    // Its centre may lie beside the body: balls are rough.
    const anatomy::GrayImage16 &surface = nearness(view, Layer::superficial);
    const PicturePx at = view.frame.picture(centre);
    const double reach = radiusMm * view.frame.pxPerMm;
    for (const auto &[right, down] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
        const auto front = anatomy::bodyPointAt(view.frame, surface, {at.x + right * reach, at.y + down * reach});
        if (front && std::abs(view.frame.nearness(*front) - view.frame.nearness(centre)) <= radiusMm + ballSlackMm) {
            return true;
        }
    }
    return false;
}

} // namespace palpate::desktop
