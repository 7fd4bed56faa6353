// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "desktop/bodymap/mapscene.h"
#include "referral/knowledgebase.h"
#include "referral/referral.h"

namespace palpate::desktop {

/// The one or two views that show most of a pattern and its muscle: the best, and the one that adds most to it, if that
/// is much. Told from where each zone lies, without reading a picture, but for side views: there the pictures tell
/// whether the arm is better left out. `muscle` may be 0. Empty when there is nothing to show.
[[nodiscard]] std::vector<const anatomy::ViewInfo *> bestViews(MapScene &scene, const KnowledgeBase &knowledge,
                                                               anatomy::RegionNumber muscle,
                                                               std::span<const ReferredZone> pattern);

} // namespace palpate::desktop
