// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace palpate::knowledge {

/// Whether a document surely obeys a JSON Schema (draft 7). Knows the keywords that our schemas use; where it meets
/// another one, or a schema that it cannot read, it is not sure. Tells no faults: for that there is the library.
[[nodiscard]] bool surelyObeys(const nlohmann::json &document, const nlohmann::json &schema);

} // namespace palpate::knowledge
