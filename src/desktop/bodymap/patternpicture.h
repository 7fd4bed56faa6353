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

/// What a view shows of these zones, in picture pixels.
[[nodiscard]] QPainterPath outlineOf(const anatomy::Atlas &atlas, const anatomy::GrayImage8 &zones,
                                     std::span<const ReferredZone> pattern);

/// Lines at 45° over what the path holds: rising to the right, or falling.
enum class Slant { rising, falling };
void paintHatch(QPainter &painter, const QPainterPath &path, const QColor &color, double width, double gap,
                Slant slant = Slant::rising);

/// The outline, set off from whatever lies beneath.
void strokeWithHalo(QPainter &painter, const QPainterPath &path, QPen pen, const QColor &halo, double haloWidth);

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
