// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/bodymap/bodymap.h"

namespace palpate::bench {

/// Gives a map that is shown a selected muscle, its pattern and fifty points.
void fillMap(desktop::BodyMap &map, const anatomy::Atlas &atlas);

} // namespace palpate::bench
