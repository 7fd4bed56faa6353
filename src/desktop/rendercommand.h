// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <QImage>

#include "anatomy/atlas.h"
#include "anatomy/layer.h"
#include "desktop/theme/tokens.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop {

struct RenderRequest {
    std::string view = "front";
    anatomy::Layer layer = anatomy::Layer::superficial;
    Theme theme = Theme::light;
    int height = 1200; ///< of the picture, in pixels
};

/// A picture of one view and layer, as the map shows it without a person's points. Needs no display.
/// Throws DataFileError when the atlas is broken and std::invalid_argument when it has no such view.
[[nodiscard]] QImage renderView(const anatomy::Atlas &atlas, const RenderRequest &request);

/// The main window with sample data, as a new person sees it after marking two points. Needs no display.
[[nodiscard]] QImage renderWindow(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, Theme theme, QSize size,
                                  const std::filesystem::path &journalFile);

} // namespace palpate::desktop
