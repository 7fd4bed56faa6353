// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/turntable.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace palpate::desktop {

using anatomy::Atlas;
using anatomy::ViewInfo;

namespace {

constexpr std::string_view asideEnding = ".aside";

} // namespace

bool isUpright(const ViewInfo &view) { return std::abs(view.frame.up.z) > 0.5; }

const ViewInfo &twinOf(const Atlas &atlas, const ViewInfo &view)
{
    const std::string id =
        view.armAside ? view.id.substr(0, view.id.size() - asideEnding.size()) : view.id + std::string{asideEnding};
    const ViewInfo *other = atlas.findView(id);
    return other == nullptr ? view : *other;
}

const ViewInfo &wholeOf(const Atlas &atlas, const ViewInfo &view) { return view.armAside ? twinOf(atlas, view) : view; }

const ViewInfo &withArmAs(const Atlas &atlas, const ViewInfo &view, const ViewInfo &other)
{
    return other.armAside && !view.armAside ? twinOf(atlas, view) : view;
}

const ViewInfo &neighbourOf(const Atlas &atlas, const ViewInfo &view, int step)
{
    std::vector<const ViewInfo *> around;
    for (const ViewInfo &other : atlas.views()) {
        if (!other.armAside && isUpright(other)) {
            around.push_back(&other);
        }
    }
    const auto found = std::find(around.begin(), around.end(), &wholeOf(atlas, view));
    if (found == around.end()) {
        return *around.front();
    }
    const auto count = static_cast<std::ptrdiff_t>(around.size());
    const auto at = (((found - around.begin()) + step) % count + count) % count;
    return withArmAs(atlas, *around[static_cast<std::size_t>(at)], view);
}

} // namespace palpate::desktop
