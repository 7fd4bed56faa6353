// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// What the map shows that needs explaining.
struct LegendContents {
    bool soreness = false; ///< points coloured by their last soreness
    bool pattern = false;  ///< where a muscle sends its pain
    bool paint = false;    ///< areas painted by the person

    [[nodiscard]] bool empty() const { return !soreness && !pattern && !paint; }
};

/// Draws the legend with its lower start corner at `corner` (left, or right when text runs that way); uses the
/// painter's font. Nothing for an empty one.
void paintLegend(QPainter &painter, const LegendContents &contents, QPointF corner, Theme theme);

} // namespace palpate::desktop
