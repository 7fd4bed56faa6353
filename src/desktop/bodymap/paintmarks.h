// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPainter>
#include <QPainterPath>

#include "desktop/bodymap/mapgeometry.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"
#include "record/painentry.h"

namespace palpate::desktop {

/// One area of a pain drawing as a view shows it.
struct PaintedArea {
    int area = 0;
    std::optional<PainLevel> intensity;
    QPainterPath outline; ///< in picture pixels, to be filled by the even-odd rule
    QPointF label;        ///< a place inside, in picture pixels
};

/// What a view shows of a drawing; areas that it does not show are left out.
[[nodiscard]] std::vector<PaintedArea> paintedAreas(MapScene &scene, const anatomy::ViewInfo &view,
                                                    const PainEntry &entry);

enum class PaintMark {
    present, ///< filled, outlined, with its number
    earlier  ///< last time's: faint, dashed
};

/// In plum: what this person feels.
void paintAreas(QPainter &painter, const std::vector<PaintedArea> &areas, PaintMark mark, const MapTokens &tokens,
                const MapGeometry &geometry);

} // namespace palpate::desktop
