// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "referral/knowledgebase.h"

namespace palpate {

/// The Markdown text of docs/sources.md: the bibliography by id, then what the second look at the patterns found.
[[nodiscard]] std::string sourcesList(const KnowledgeBase &base);

} // namespace palpate
