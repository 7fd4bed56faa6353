// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include <QPainter>
#include <QPainterPath>

#include "anatomy/atlas.h"
#include "anatomy/grayimage.h"
#include "anatomy/view.h"
#include "desktop/bodymap/mapgeometry.h"
#include "desktop/theme/tokens.h"
#include "referral/referral.h"

namespace palpate::desktop {

/// Paths of a view's picture as one Qt path, in picture pixels, to be filled by the even-odd rule.
[[nodiscard]] QPainterPath toPainterPath(std::span<const anatomy::ShapePath> paths);

/// Whose zones they are: what books say is blue, what the person says is plum.
enum class PatternHue { book, person };

/// Paints zones over the body: essential ones filled with a fading edge and a solid line, spillover hatched with a
/// dashed line.
void paintPattern(QPainter &painter, const anatomy::Atlas &atlas, const anatomy::GrayImage8 &zones,
                  std::span<const ReferredZone> pattern, PatternHue hue, const MapTokens &tokens,
                  const MapGeometry &geometry);

/// The box around the zones that a view shows, in picture pixels; empty when it shows none.
[[nodiscard]] QRect patternBounds(const anatomy::Atlas &atlas, const anatomy::GrayImage8 &zones,
                                  std::span<const ReferredZone> pattern);

} // namespace palpate::desktop
