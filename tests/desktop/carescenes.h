// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windowscenes.h"

namespace palpate::testing {

/// Those of the care page.
[[nodiscard]] std::vector<Scene> careScenes();

} // namespace palpate::testing
