// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "anatomy/atlas.h"
#include "anatomy/grayimage.h"

namespace palpate::anatomy {

/// Which structures lie under each pixel of a view, from near to far: the one source for what a layer shows, for what
/// the pointer touches and for the stack under a click.
class StackMap {
public:
    /// Reads VIEW.stacks.png and VIEW.stacks.bin. Throws DataFileError.
    [[nodiscard]] static StackMap load(const Atlas &atlas, const ViewInfo &view);

    [[nodiscard]] int width() const noexcept { return m_numbers.width(); }
    [[nodiscard]] int height() const noexcept { return m_numbers.height(); }

    /// All structures under the pixel; empty outside the body and outside the picture.
    [[nodiscard]] std::span<const RegionNumber> stackAt(int x, int y) const noexcept
    {
        return m_numbers.contains(x, y) ? stack(m_numbers.at(x, y)) : std::span<const RegionNumber>{};
    }

    /// What the layer shows at the pixel: the nearest structure that lies in it or deeper and is not see-through. 0 is
    /// nothing.
    [[nodiscard]] RegionNumber topAt(Layer layer, int x, int y) const noexcept
    {
        return m_numbers.contains(x, y) ? topsOf(layer)[m_numbers.at(x, y)] : RegionNumber{0};
    }

    /// The number of the stack at every pixel, and what the layer shows for each number: for painting whole pictures.
    [[nodiscard]] const GrayImage16 &numbers() const noexcept { return m_numbers; }
    [[nodiscard]] const std::vector<RegionNumber> &topsOf(Layer layer) const noexcept
    {
        return m_tops[static_cast<std::size_t>(layer)];
    }

    /// What shows where the arm that the view leaves out fades: for each number the nearest structure of the layer or
    /// deeper that does not belong to that arm. Empty for views that show all.
    [[nodiscard]] const std::vector<RegionNumber> &topsBehindArm(Layer layer) const noexcept
    {
        return m_topsBehindArm[static_cast<std::size_t>(layer)];
    }

    [[nodiscard]] std::size_t stackCount() const noexcept { return m_starts.size() - 1; }
    [[nodiscard]] std::span<const RegionNumber> stack(std::size_t number) const noexcept
    {
        return {m_regions.data() + m_starts[number], m_starts[number + 1] - m_starts[number]};
    }

private:
    void readTable(const Atlas &atlas, const ViewInfo &view, const std::filesystem::path &file);

    GrayImage16 m_numbers;
    std::vector<RegionNumber> m_regions;
    std::vector<std::size_t> m_starts; ///< one a stack and one past the end
    std::array<std::vector<RegionNumber>, allLayers.size()> m_tops;
    std::array<std::vector<RegionNumber>, allLayers.size()> m_topsBehindArm;
};

/// The pictures of one layer of a view: how bright its surface is (see encodeShade) and, block by block, how near to
/// the eye (see nearnessBlock); and the zones of the skin (see Atlas::zoneAt). Throw DataFileError.
[[nodiscard]] GrayImage8 loadShading(const Atlas &atlas, const ViewInfo &view, Layer layer);
/// How much shows, from 0 to 255, of the arm whose end fades; only for views that leave out an arm.
[[nodiscard]] GrayImage8 loadFade(const Atlas &atlas, const ViewInfo &view, Layer layer);
[[nodiscard]] GrayImage16 loadNearness(const Atlas &atlas, const ViewInfo &view, Layer layer);
[[nodiscard]] GrayImage8 loadZones(const Atlas &atlas, const ViewInfo &view);

/// The place in the body that a layer shows at a pixel; nothing outside the body.
[[nodiscard]] std::optional<PointMm> bodyPointAt(const ViewFrame &frame, const GrayImage16 &nearness, PicturePx at);

/// A closed path in pixels of the view's picture. Borders of holes are paths too: fill with the even-odd rule.
using ShapePath = std::vector<PicturePx>;

/// The outlines of a view's regions: what each layer shows of them, and their whole silhouettes.
class Shapes {
public:
    /// Reads VIEW.shapes.bin. Throws DataFileError.
    [[nodiscard]] static Shapes load(const Atlas &atlas, const ViewInfo &view);

    /// Empty when the layer shows nothing of the region. The skin layer has one outline, under 0. What is see-through
    /// has one in its own layer, around the part that nothing else covers.
    [[nodiscard]] std::span<const ShapePath> visible(Layer layer, RegionNumber region) const noexcept;
    /// As if nothing lay over it. Empty when the region is not in this view.
    [[nodiscard]] std::span<const ShapePath> silhouette(RegionNumber region) const noexcept;

    /// The outline of the arm that the view leaves out; empty when it shows all.
    [[nodiscard]] std::span<const ShapePath> armOutline() const noexcept { return m_armOutline; }

private:
    using ByRegion = std::vector<std::vector<ShapePath>>;

    std::array<ByRegion, allLayers.size()> m_visible;
    ByRegion m_silhouettes;
    std::vector<ShapePath> m_armOutline;
};

} // namespace palpate::anatomy
