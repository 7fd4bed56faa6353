// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include <QImage>
#include <QSize>

#include "anatomy/atlas.h"
#include "anatomy/view.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// How a view of the body is to be painted.
struct BodyLook {
    anatomy::Layer layer = anatomy::Layer::superficial;
    Theme theme = Theme::light;
    QSize size;           ///< of the view's whole picture, in device pixels
    double lineWidth = 1; ///< in device pixels

    friend bool operator==(const BodyLook &, const BodyLook &) = default;
};

/// The pictures of the views and layers, loaded when first asked for and kept. One scene serves the map, the small
/// pictures and the printed ones; it knows no widgets and no colours.
/// Every function may throw DataFileError when a file of the atlas is missing or broken.
class MapScene {
public:
    /// The atlas must outlive the scene.
    explicit MapScene(const anatomy::Atlas &atlas) : m_atlas{atlas} {}

    [[nodiscard]] const anatomy::Atlas &atlas() const noexcept { return m_atlas; }

    enum class Extent {
        body, ///< what the body itself is painted from, with the outlines that it shows through others
        marks ///< and what patterns, points, outlines and the pointer ask for on top of it
    };
    /// Loads what is still missing of a view and layer, its files side by side.
    void prepare(const anatomy::ViewInfo &view, anatomy::Layer layer, Extent extent);

    /// Begins to load that in the background, for a view that will probably be asked for next. A file that cannot be
    /// read is reported when the view is asked for, not before.
    void readAhead(const anatomy::ViewInfo &view, anatomy::Layer layer, Extent extent);

    /// Begins to read what a body is painted from, and to paint it, in the background: for the first one that a window
    /// shows.
    void paintAhead(const anatomy::ViewInfo &view, const BodyLook &look);
    /// What was painted ahead of a view, waiting for it; nothing if it is not just this look. It is given away once.
    [[nodiscard]] std::optional<QImage> takePainted(const anatomy::ViewInfo &view, const BodyLook &look);

    [[nodiscard]] const anatomy::StackMap &stacks(const anatomy::ViewInfo &view);
    [[nodiscard]] const anatomy::GrayImage8 &shading(const anatomy::ViewInfo &view, anatomy::Layer layer);
    /// Null for views that show both arms.
    [[nodiscard]] const anatomy::GrayImage8 *fade(const anatomy::ViewInfo &view, anatomy::Layer layer);
    [[nodiscard]] const anatomy::GrayImage16 &nearness(const anatomy::ViewInfo &view, anatomy::Layer layer);
    [[nodiscard]] const anatomy::GrayImage8 &zones(const anatomy::ViewInfo &view);
    [[nodiscard]] const anatomy::Shapes &shapes(const anatomy::ViewInfo &view);

    /// How far the view's surface lies in front of a place of the body, in millimetres; below 0 where the place is in
    /// front of all that the view shows there. Nothing where it shows none of the body.
    [[nodiscard]] std::optional<double> coverOf(const anatomy::ViewInfo &view, const PointMm &point);
    /// Whether a view shows a place of the body, or too much of the body lies in front of it.
    [[nodiscard]] bool shows(const anatomy::ViewInfo &view, const PointMm &point);
    /// Whether the view shows a ball on the body: not through it, and not on an arm that is put aside.
    [[nodiscard]] bool showsBall(const anatomy::ViewInfo &view, const PointMm &centre, double radiusMm);

    /// The view that shows most of a region in its own layer, the first of equals; null when no view shows it.
    [[nodiscard]] const anatomy::ViewInfo *bestView(anatomy::RegionNumber region) const;

    /// How much of a zone a view shows, in pixels of its picture.
    [[nodiscard]] std::ptrdiff_t zonePixels(const anatomy::ViewInfo &view, const anatomy::ZonePlace &zone);
    /// The view that shows most of a zone. Reads the zones of all views.
    [[nodiscard]] const anatomy::ViewInfo &viewOfZone(const anatomy::ZonePlace &zone);

    /// How much of a region a layer of the view shows, in pixels of the view's picture.
    [[nodiscard]] double visibleArea(const anatomy::ViewInfo &view, anatomy::Layer layer, anatomy::RegionNumber region);

    /// The box around what a layer of the view shows of a region, in pixels of its picture; nothing is 0 by 0.
    struct Extents {
        double width = 0;
        double height = 0;
    };
    [[nodiscard]] Extents visibleSize(const anatomy::ViewInfo &view, anatomy::Layer layer,
                                      anatomy::RegionNumber region);

    /// A place well inside what the layer shows of a region, for those who mark by keyboard; in pixels of the view's
    /// picture. Nothing when the layer shows nothing of it.
    [[nodiscard]] std::optional<anatomy::PicturePx> middleOf(const anatomy::ViewInfo &view, anatomy::Layer layer,
                                                             anatomy::RegionNumber region);

private:
    struct LoadedView {
        std::optional<anatomy::StackMap> stacks;
        std::map<anatomy::Layer, std::optional<anatomy::GrayImage8>> shading;
        std::map<anatomy::Layer, std::optional<anatomy::GrayImage8>> fade;
        std::map<anatomy::Layer, std::optional<anatomy::GrayImage16>> nearness;
        std::optional<anatomy::GrayImage8> zones;
        std::optional<anatomy::Shapes> shapes;
        std::optional<std::pair<BodyLook, QImage>> painted;
        std::map<std::pair<anatomy::Layer, anatomy::RegionNumber>, Extents> sizes; ///< those asked for so far
    };

    static void load(LoadedView &into, const anatomy::Atlas &atlas, const anatomy::ViewInfo &view, anatomy::Layer layer,
                     Extent extent);
    /// What there is of a view, waiting for what is being read ahead of it.
    LoadedView &loaded(const anatomy::ViewInfo &view);

    const anatomy::Atlas &m_atlas;
    std::map<std::string, LoadedView> m_views;
    std::map<std::string, std::future<LoadedView>> m_ahead;
};

} // namespace palpate::desktop
