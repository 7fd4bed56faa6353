// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>

#include "desktop/bodymap/mapgeometry.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

// What is drawn as vectors over the prepared picture of the body, on the screen and in rendered pictures alike.

enum class RegionMark {
    hovered, ///< what the layer shows of it, lit
    selected ///< all of it, even where others lie over it
};

void paintRegion(QPainter &painter, MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer,
                 anatomy::RegionNumber region, RegionMark mark, const MapGeometry &geometry, Theme theme);

/// The arm that the view leaves out, as a thin line. Nothing for views that show all.
void paintArmOutline(QPainter &painter, MapScene &scene, const anatomy::ViewInfo &view, const MapGeometry &geometry,
                     Theme theme);

/// What the layer shows as a dashed outline only, because it hides nothing: thin sheets and rare variants.
void paintSeeThrough(QPainter &painter, MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer,
                     const MapGeometry &geometry, Theme theme);

/// YOUR LEFT and YOUR RIGHT at the figure's two sides, told from the projection; one label in views from the side.
/// They stay within `area`, off the body where there is room for that, and use the painter's font.
void paintSideLabels(QPainter &painter, MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer,
                     const MapGeometry &geometry, const QRectF &area, Theme theme);

} // namespace palpate::desktop
