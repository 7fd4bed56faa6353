// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSize>

#include "anatomy/atlas.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// The tint of a structure on the map, before shading. Single muscles differ a little in lightness, never in hue.
[[nodiscard]] QColor tintOf(const anatomy::Structure &structure, const MapTokens &tokens);

/// Paints the body as one layer of a view shows it: every structure tinted and shaded, with thin lines between them,
/// on the map's ground. The picture is painted once for a size and then blitted.
/// `size` is in device pixels and keeps the view's proportions; `lineWidth` is in device pixels.
/// Throws DataFileError when a picture of the atlas cannot be loaded.
[[nodiscard]] QImage paintBody(MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer,
                               const MapTokens &tokens, QSize size, double lineWidth);

} // namespace palpate::desktop
