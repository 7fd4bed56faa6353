// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "core/error.h"
#include "referral/knowledgebase.h"

namespace palpate {

/// What could be read, and what could not.
struct LoadedKnowledge {
    KnowledgeBase base;
    /// Empty when every file is whole. Each names the file, the place in it (a JSON pointer, or a line where the text
    /// is no JSON) and the reason.
    std::vector<DataFileError> problems;
};

/// Reads zones.json, sources.json, activities.json, movements.json and every patterns-*.json of `dir`, each checked
/// against its schema of `schemaDir` (zones.schema.json … patterns.schema.json). A broken entry is left out, an
/// unreadable file is left out as a whole, and both are told in `problems`; the rest is loaded. Without zones, sources,
/// activities or movements there are no patterns, as they name them and nothing is shown without its source. Throws
/// nothing but std::bad_alloc.
[[nodiscard]] LoadedKnowledge loadKnowledge(const std::filesystem::path &dir, const std::filesystem::path &schemaDir);

} // namespace palpate
