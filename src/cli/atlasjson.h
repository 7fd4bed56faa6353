// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "anatomy/atlas.h"

namespace palpate::cli {

/// What `palpate atlas --json` prints: `views` (each with the muscles drawn and how many pixels each shows of itself in
/// its own layer), `layers` and `zones`. One JSON object and a line end.
[[nodiscard]] std::string atlasJson(const anatomy::Atlas &atlas);

} // namespace palpate::cli
