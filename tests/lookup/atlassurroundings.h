// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "anatomy/atlas.h"
#include "referral/knowledgebase.h"

namespace palpate::test {

/// The text of resources/knowledge/surroundings.json as the atlas shows it.
[[nodiscard]] std::string surroundingsIn(const anatomy::Atlas &atlas, const KnowledgeBase &base);

} // namespace palpate::test
