// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/openbody.h"

#include "desktop/shell/settings.h"

namespace palpate::desktop {

namespace {

/// A settings file may hold anything.
constexpr int mostSide = 8192;

} // namespace

std::future<std::unique_ptr<OpenBody>> openBody(std::filesystem::path atlas, Theme theme)
{
    return std::async(std::launch::async, [folder = std::move(atlas), theme] {
        auto body = std::make_unique<OpenBody>(anatomy::Atlas::load(folder));
        const Settings settings;
        const anatomy::Layer layer = settings.get(setting::layer);
        const QSize size = settings.get(setting::bodySize);
        const double lineWidth = settings.get(setting::bodyLineThousandths) / 1000.0;
        const anatomy::ViewInfo *view = body->atlas.findView(settings.get(setting::view));
        if (view != nullptr && size.isValid() && size.width() <= mostSide && size.height() <= mostSide) {
            body->scene.paintAhead(*view, {layer, theme, size, lineWidth});
        } else if (view != nullptr) {
            body->scene.readAhead(*view, layer, MapScene::Extent::body);
        }
        return body;
    });
}

} // namespace palpate::desktop
