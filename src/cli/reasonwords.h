// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "lookup/ranking.h"
#include "referral/knowledgebase.h"

namespace palpate::cli {

/// Why the candidate is in the list, in one or a few English sentences.
[[nodiscard]] std::string reasonWords(const KnowledgeBase &base, const Candidate &candidate);

} // namespace palpate::cli
