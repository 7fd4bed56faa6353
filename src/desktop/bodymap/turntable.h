// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anatomy/atlas.h"

namespace palpate::desktop {

// How the views stand to one another.

/// Whether the view is one of the eight around the body, with its arm aside or not; else the soles or the crown.
[[nodiscard]] bool isUpright(const anatomy::ViewInfo &view);

/// The same view with the near arm aside, or with it back in place; the view itself where it has no such twin.
[[nodiscard]] const anatomy::ViewInfo &twinOf(const anatomy::Atlas &atlas, const anatomy::ViewInfo &view);

/// The same view with both arms.
[[nodiscard]] const anatomy::ViewInfo &wholeOf(const anatomy::Atlas &atlas, const anatomy::ViewInfo &view);

/// The view with the arm as another view has it, where there is one.
[[nodiscard]] const anatomy::ViewInfo &withArmAs(const anatomy::Atlas &atlas, const anatomy::ViewInfo &view,
                                                 const anatomy::ViewInfo &other);

/// The neighbour to the left (-1) or right (1) around the body, with the arm aside where it was. From soles and crown
/// one turns back to the front.
[[nodiscard]] const anatomy::ViewInfo &neighbourOf(const anatomy::Atlas &atlas, const anatomy::ViewInfo &view,
                                                   int step);

} // namespace palpate::desktop
