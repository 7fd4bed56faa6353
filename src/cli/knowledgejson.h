// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "referral/knowledgebase.h"

namespace palpate::cli {

/// What `palpate muscle ID --json` prints: `id`, `referral_group`, `names`, `pattern`, `trigger_points` with the ids of
/// their zones, and `sources`. One JSON object and a line end.
[[nodiscard]] std::string muscleJson(const KnowledgeBase &base, const MusclePattern &pattern);

/// What `palpate zones --json` prints: a list of `zone`, `description`, `view`, `laterality`, `words`, and a line end.
[[nodiscard]] std::string zonesJson(const KnowledgeBase &base);

} // namespace palpate::cli
