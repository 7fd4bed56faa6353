// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include <optional>
#include <string>
#include <vector>

#include "anatomy/grayimage.h"
#include "anatomy/layer.h"
#include "anatomy/outline.h"
#include "anatomy/viewframe.h"
#include "atlas-builder/body.h"

namespace palpate::atlas {

/// A direction to look from.
struct ViewRecipe {
    std::string id;
    std::string name;
    PointMm right;
    PointMm up;
    PointMm toViewer;
    /// The side whose arm is left out, because it would hide the trunk behind it.
    std::optional<Side> armAside;
    /// How much of the body is shown, from what is nearest to the eye: the soles show feet, not the body above.
    double shownPart = 1;
};

/// The views of the atlas: eight around the body in turning order, the soles, the crown, and again those from the side
/// with the near arm aside.
[[nodiscard]] std::vector<ViewRecipe> atlasViews();

/// One region's shape in one picture.
struct RegionShape {
    std::uint16_t region = 0;
    std::vector<anatomy::Outline> outlines;
};

/// What one layer of a view looks like.
struct LayerPicture {
    anatomy::GrayImage8 shading;   ///< see encodeShade
    anatomy::GrayImage16 nearness; ///< one number a block, see anatomy::nearnessBlock
    anatomy::GrayImage8 presence;  ///< only where an arm is left out: 255, less where its end fades
    std::vector<RegionShape> visible;
};

/// Everything that the builder knows of one view. Regions are numbered from 1 in the order of Body::regions.
struct ViewPicture {
    ViewRecipe view;
    anatomy::ViewFrame frame;
    anatomy::GrayImage16 stacks;                        ///< number of the stack under each pixel; 0 is empty
    std::vector<std::vector<std::uint16_t>> stackTable; ///< regions from near to far; entry 0 is empty
    std::array<LayerPicture, anatomy::allLayers.size()> layers;
    anatomy::GrayImage8 zones; ///< see zoneNumber; 0 is no skin
    std::vector<RegionShape> silhouettes;
    std::vector<int> ownPixels;               ///< by region number: what it shows of itself in its own layer
    std::vector<anatomy::Outline> armOutline; ///< of the arm that is left out
};

/// Pictures are drawn at this resolution.
inline constexpr double pixelsPerMm = 1.6;

/// Draws the body as one view sees it, without the arm that the view leaves out.
/// Throws WorldError when a view has more than 65,535 different stacks.
[[nodiscard]] ViewPicture drawView(const ViewRecipe &view, const Body &body, const Recipe &recipe);

} // namespace palpate::atlas
