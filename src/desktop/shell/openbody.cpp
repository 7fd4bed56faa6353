// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/openbody.h"

#include "desktop/shell/settings.h"

namespace palpate::desktop {

std::future<std::unique_ptr<OpenBody>> openBody(std::filesystem::path atlas)
{
    return std::async(std::launch::async, [folder = std::move(atlas)] {
        auto body = std::make_unique<OpenBody>(anatomy::Atlas::load(folder));
        const Settings settings;
        if (const anatomy::ViewInfo *view = body->atlas.findView(settings.get(setting::view))) {
            body->scene.readAhead(*view, settings.get(setting::layer), MapScene::Extent::body);
        }
        return body;
    });
}

} // namespace palpate::desktop
