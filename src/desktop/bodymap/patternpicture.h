// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include <QImage>
#include <QPainterPath>

#include "anatomy/atlas.h"
#include "anatomy/grayimage.h"
#include "anatomy/view.h"
#include "desktop/theme/tokens.h"
#include "referral/referral.h"

namespace palpate::desktop {

/// Paths of a view's picture as one Qt path, in picture pixels, to be filled by the even-odd rule.
[[nodiscard]] QPainterPath toPainterPath(std::span<const anatomy::ShapePath> paths);

/// A referral pattern as a picture to lay over the body: essential zones filled with a fading edge and a solid line,
/// spillover zones hatched with a dashed line. Transparent elsewhere; null when the view shows none of the zones.
/// `size` is in device pixels and keeps the proportions of the zone picture; widths follow `devicePixelRatio`.
[[nodiscard]] QImage paintPattern(const anatomy::Atlas &atlas, const anatomy::GrayImage8 &zones,
                                  std::span<const ReferredZone> pattern, const MapTokens &tokens, QSize size,
                                  double devicePixelRatio);

/// The box around the zones that a view shows, in picture pixels; empty when it shows none.
[[nodiscard]] QRect patternBounds(const anatomy::Atlas &atlas, const anatomy::GrayImage8 &zones,
                                  std::span<const ReferredZone> pattern);

} // namespace palpate::desktop
