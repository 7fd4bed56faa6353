// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QImage>
#include <QRect>
#include <QSize>

#include "anatomy/atlas.h"
#include "desktop/bodymap/enlarged.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// The tint of a structure on the map, before shading. Single muscles differ a little in lightness, never in hue.
[[nodiscard]] QColor tintOf(const anatomy::Structure &structure, const MapTokens &tokens);

/// Paints the body as one layer of a view shows it: every structure tinted and shaded, with thin lines between them,
/// on the map's ground. Once made, a job needs nothing but itself and may run in another thread.
class BodyPaintJob {
public:
    /// `part` is a part of the view's picture in its pixels; `size`, in device pixels, keeps the part's proportions;
    /// `lineWidth` is in device pixels. Throws DataFileError when a picture of the atlas cannot be loaded.
    BodyPaintJob(MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer, const MapTokens &tokens,
                 QRect part, QSize size, double lineWidth);

    [[nodiscard]] QImage run() const;

private:
    ShownLayer m_shown;
    std::vector<QColor> m_tints; ///< by region number; 0 is the ground
    MapTokens m_tokens;
    QSize m_size;
    double m_lineWidth;
};

/// The whole picture, at once. It is painted once for a size and then blitted.
[[nodiscard]] QImage paintBody(MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer,
                               const MapTokens &tokens, QSize size, double lineWidth);

} // namespace palpate::desktop
