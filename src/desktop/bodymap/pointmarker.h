// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include <QPainter>
#include <QPointF>

#include "core/painlevel.h"
#include "desktop/theme/tokens.h"
#include "record/pointkind.h"

namespace palpate::desktop {

/// Across a marker at any zoom, in logical pixels.
inline constexpr double markerSize = 22;

/// Markers closer than this cannot be told apart.
inline constexpr double leastMarkerDistance = 20;

/// Draws a trigger point's marker: the shape says the kind (circle active, diamond latent, rounded square unsure),
/// colour (where it is to speak) and number say the last soreness. Without a rating it is a hollow shape. A dashed
/// outline says that its muscle belongs to another layer than the one shown.
struct MarkerLook {
    bool selected = false;
    bool colourful = true;
    bool inOtherLayer = false;
};
void paintMarker(QPainter &painter, QPointF centre, PointKind kind, std::optional<PainLevel> level,
                 const MapTokens &tokens, const MarkerLook &look);

/// Around a marker that is chosen for something.
void paintRing(QPainter &painter, QPointF centre, const QColor &color, const MapTokens &tokens);

/// Several points in one place: how many, and the worst soreness among them.
void paintPill(QPainter &painter, QPointF centre, std::size_t count, std::optional<PainLevel> worst,
               const MapTokens &tokens, bool colourful = true);

} // namespace palpate::desktop
