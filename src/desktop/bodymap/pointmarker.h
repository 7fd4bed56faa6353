// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QPainter>
#include <QPointF>

#include "core/painlevel.h"
#include "desktop/theme/tokens.h"
#include "record/pointkind.h"

namespace palpate::desktop {

/// Across a marker at any zoom, in logical pixels.
inline constexpr double markerSize = 22;

/// Draws a trigger point's marker: the shape says the kind (circle active, diamond latent, rounded square unsure),
/// colour and number say the last soreness. Without a rating it is a hollow shape.
void paintMarker(QPainter &painter, QPointF centre, PointKind kind, std::optional<PainLevel> level,
                 const MapTokens &tokens, bool selected);

} // namespace palpate::desktop
