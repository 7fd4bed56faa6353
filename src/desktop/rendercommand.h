// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <QImage>
#include <QRectF>

#include "anatomy/atlas.h"
#include "anatomy/layer.h"
#include "desktop/theme/tokens.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop {

/// A picture of the map without a person's points.
struct RenderRequest {
    const anatomy::ViewInfo *view = nullptr;
    anatomy::Layer layer = anatomy::Layer::superficial;
    Theme theme = Theme::light;
    double pixelsPerMm = 0.7;
    QRectF cropMm; ///< part of the view's picture, from its top left corner; empty for all
    std::vector<anatomy::ZonePlace> zones;
    std::vector<anatomy::RegionNumber> regions; ///< outlined, even where others lie over them
    bool sideLabels = true;
};

/// Needs no display. Throws DataFileError when the atlas is broken.
[[nodiscard]] QImage renderView(const anatomy::Atlas &atlas, const RenderRequest &request);

/// The main window with sample data, as a new person sees it after marking three points. Needs no display.
[[nodiscard]] QImage renderWindow(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, Theme theme, QSize size,
                                  const std::filesystem::path &journalFile);

/// All views in all layers on one sheet, small, with their names: to look the atlas over. Needs no display.
[[nodiscard]] QImage renderContactSheet(const anatomy::Atlas &atlas, Theme theme);

} // namespace palpate::desktop
