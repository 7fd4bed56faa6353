// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "anatomy/atlas.h"
#include "anatomy/view.h"

namespace palpate::desktop {

/// The pictures of the views and layers, loaded when first asked for and kept. One scene serves the map, the small
/// pictures and the printed ones; it knows no widgets and no colours.
/// Every function may throw DataFileError when a file of the atlas is missing or broken.
class MapScene {
public:
    /// The atlas must outlive the scene.
    explicit MapScene(const anatomy::Atlas &atlas) : m_atlas{atlas} {}

    [[nodiscard]] const anatomy::Atlas &atlas() const noexcept { return m_atlas; }

    /// Loads what a first picture of the view and layer needs, its files side by side.
    void prepare(const anatomy::ViewInfo &view, anatomy::Layer layer);

    [[nodiscard]] const anatomy::StackMap &stacks(const anatomy::ViewInfo &view);
    [[nodiscard]] const anatomy::GrayImage8 &shading(const anatomy::ViewInfo &view, anatomy::Layer layer);
    /// Null for views that show both arms.
    [[nodiscard]] const anatomy::GrayImage8 *fade(const anatomy::ViewInfo &view, anatomy::Layer layer);
    [[nodiscard]] const anatomy::GrayImage16 &nearness(const anatomy::ViewInfo &view, anatomy::Layer layer);
    [[nodiscard]] const anatomy::GrayImage8 &zones(const anatomy::ViewInfo &view);
    [[nodiscard]] const anatomy::Shapes &shapes(const anatomy::ViewInfo &view);

    /// The view that shows most of a region in its own layer, the first of equals; null when no view shows it.
    [[nodiscard]] const anatomy::ViewInfo *bestView(anatomy::RegionNumber region) const;

    /// How much of a region a layer of the view shows, in pixels of the view's picture.
    [[nodiscard]] double visibleArea(const anatomy::ViewInfo &view, anatomy::Layer layer, anatomy::RegionNumber region);

    /// A place well inside what the layer shows of a region, for those who mark by keyboard; in pixels of the view's
    /// picture. Nothing when the layer shows nothing of it.
    [[nodiscard]] std::optional<anatomy::PicturePx> middleOf(const anatomy::ViewInfo &view, anatomy::Layer layer,
                                                             anatomy::RegionNumber region);

private:
    struct LoadedView {
        std::optional<anatomy::StackMap> stacks;
        std::map<anatomy::Layer, anatomy::GrayImage8> shading;
        std::map<anatomy::Layer, anatomy::GrayImage8> fade;
        std::map<anatomy::Layer, anatomy::GrayImage16> nearness;
        std::optional<anatomy::GrayImage8> zones;
        std::optional<anatomy::Shapes> shapes;
    };

    const anatomy::Atlas &m_atlas;
    std::map<std::string, LoadedView> m_views;
};

} // namespace palpate::desktop
