// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "anatomy/atlas.h"
#include "anatomy/grayimage.h"
#include "record/stroke.h"

namespace palpate {

/// What the strokes of one area cover of a view: 1 where there is paint on skin, else 0; in the pixels of the view's
/// zone picture. A later stroke that erases takes away what earlier ones painted.
[[nodiscard]] anatomy::GrayImage8 paintMask(const anatomy::ViewInfo &view, const anatomy::GrayImage8 &zones,
                                            std::span<const Stroke> strokes, int area);

/// By zone number: how many pixels a zone shows in the view that shows most of it. What a view sees of a zone from the
/// side is a sliver, and painting that is not painting the zone.
using ZoneSizes = std::array<int, 256>;

using ZonePictureOf = std::function<const anatomy::GrayImage8 &(const anatomy::ViewInfo &)>;

[[nodiscard]] ZoneSizes zoneSizes(const anatomy::Atlas &atlas, const ZonePictureOf &zones);

/// The zones that the strokes cover, by area and zone number, at least one part in a hundred of a zone. Strokes on
/// views that the atlas has not are passed over.
[[nodiscard]] std::vector<ZoneCoverage> coverageOf(const anatomy::Atlas &atlas, const ZonePictureOf &zones,
                                                   const ZoneSizes &sizes, std::span<const Stroke> strokes);

/// A stroke that covers what a view shows of a zone, for those who paint without a pointer; its border is as exact as
/// the brush is fine. Nothing when the view shows less of it than the brush is wide.
[[nodiscard]] std::optional<Stroke> strokeOver(const anatomy::ViewInfo &view, const anatomy::GrayImage8 &zones,
                                               std::uint8_t zone, double brushMm);

} // namespace palpate
