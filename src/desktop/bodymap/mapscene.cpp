// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/mapscene.h"

#include <algorithm>
#include <cmath>
#include <future>

namespace palpate::desktop {

using anatomy::Layer;
using anatomy::PicturePx;
using anatomy::RegionNumber;
using anatomy::ViewInfo;

namespace {

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

void MapScene::prepare(const ViewInfo &view, Layer layer)
{
    LoadedView &loaded = m_views[view.id];
    const auto later = [](auto load) { return std::async(std::launch::async, std::move(load)); };
    std::future<anatomy::GrayImage8> shading;
    std::future<anatomy::GrayImage8> fade;
    if (!loaded.shading.contains(layer)) {
        shading = later([this, &view, layer] { return loadShading(m_atlas, view, layer); });
    }
    if (view.armAside && !loaded.fade.contains(layer)) {
        fade = later([this, &view, layer] { return loadFade(m_atlas, view, layer); });
    }
    if (layer == Layer::skin) {
        (void)zones(view);
    } else if (!loaded.stacks) {
        loaded.stacks = anatomy::StackMap::load(m_atlas, view);
    }
    if (shading.valid()) {
        loaded.shading.emplace(layer, shading.get());
    }
    if (fade.valid()) {
        loaded.fade.emplace(layer, fade.get());
    }
}

const anatomy::StackMap &MapScene::stacks(const ViewInfo &view)
{
    auto &stacks = m_views[view.id].stacks;
    if (!stacks) {
        stacks = anatomy::StackMap::load(m_atlas, view);
    }
    return *stacks;
}

const anatomy::GrayImage8 &MapScene::shading(const ViewInfo &view, Layer layer)
{
    auto &all = m_views[view.id].shading;
    const auto found = all.find(layer);
    return found != all.end() ? found->second : all.emplace(layer, loadShading(m_atlas, view, layer)).first->second;
}

const anatomy::GrayImage8 *MapScene::fade(const ViewInfo &view, Layer layer)
{
    if (!view.armAside) {
        return nullptr;
    }
    auto &all = m_views[view.id].fade;
    const auto found = all.find(layer);
    return found != all.end() ? &found->second : &all.emplace(layer, loadFade(m_atlas, view, layer)).first->second;
}

const anatomy::GrayImage16 &MapScene::nearness(const ViewInfo &view, Layer layer)
{
    auto &all = m_views[view.id].nearness;
    const auto found = all.find(layer);
    return found != all.end() ? found->second : all.emplace(layer, loadNearness(m_atlas, view, layer)).first->second;
}

const anatomy::GrayImage8 &MapScene::zones(const ViewInfo &view)
{
    auto &zones = m_views[view.id].zones;
    if (!zones) {
        zones = loadZones(m_atlas, view);
    }
    return *zones;
}

const anatomy::Shapes &MapScene::shapes(const ViewInfo &view)
{
    auto &shapes = m_views[view.id].shapes;
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

double MapScene::visibleArea(const ViewInfo &view, Layer layer, RegionNumber region)
{
    double sum = 0;
    for (const anatomy::ShapePath &path : shapes(view).visible(layer, region)) {
        sum += areaOf(path); // holes run the other way round and count against
    }
    return std::abs(sum);
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
    std::optional<PicturePx> best;
    double deepest = -1;
    constexpr int steps = 24;
    for (int row = 1; row < steps; ++row) {
        for (int column = 1; column < steps; ++column) {
            const PicturePx at{std::lerp(left->x, right->x, column / double{steps}),
                               std::lerp(top->y, bottom->y, row / double{steps})};
            if (map.topAt(layer, static_cast<int>(at.x), static_cast<int>(at.y)) != region) {
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

} // namespace palpate::desktop
