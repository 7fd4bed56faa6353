// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <future>
#include <memory>

#include "anatomy/atlas.h"
#include "desktop/bodymap/mapscene.h"

namespace palpate::desktop {

/// The atlas and the scene over it, which stay where they are.
struct OpenBody {
    explicit OpenBody(anatomy::Atlas read) : atlas{std::move(read)} {}

    anatomy::Atlas atlas;
    MapScene scene{atlas};
};

/// Begins to read the atlas, so that it happens while Qt itself starts; the scene is handed over as soon as it stands,
/// while the remembered view and layer are still being read, and painted as large as they were last. get() throws
/// DataFileError when the atlas is broken.
[[nodiscard]] std::future<std::unique_ptr<OpenBody>> openBody(std::filesystem::path atlas, Theme theme);

} // namespace palpate::desktop
