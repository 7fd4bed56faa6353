// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include <QPainter>
#include <QPainterPath>

#include "desktop/bodymap/mapgeometry.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"
#include "referral/safety.h"

namespace palpate::desktop {

/// A place that is not pressed, or with fingertips only, as a view and layer show it.
struct KeepOffShape {
    const NoPressArea *area;
    QPainterPath outline; ///< in picture pixels
};

/// What the view shows of the areas: their balls, of the muscles they name what the layer shows, and on the skin the
/// zones of those without balls, or what lies beneath of their muscles. What counts under a condition alone, or for
/// both sides in one go, has no place to draw. Pointers into `areas`; those that are never pressed last, so that they
/// are painted on top.
[[nodiscard]] std::vector<KeepOffShape> keepOffShapes(MapScene &scene, const anatomy::ViewInfo &view,
                                                      anatomy::Layer layer, std::span<const NoPressArea> areas);

/// In amber: never pressed is cross-hatched with a raised hand, fingertips only is hatched one way.
void paintKeepOff(QPainter &painter, std::span<const KeepOffShape> shapes, const MapTokens &tokens,
                  const MapGeometry &geometry);

/// The raised hand, as large as the box.
void paintHand(QPainter &painter, const QRectF &box, const MapTokens &tokens);

} // namespace palpate::desktop
