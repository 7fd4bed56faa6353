// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "referral/knowledgebase.h"

namespace palpate {

/// The bibliography as the Markdown text of docs/sources.md, by id.
[[nodiscard]] std::string sourcesList(const KnowledgeBase &base);

} // namespace palpate
