// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/instant.h"
#include "core/localday.h"

namespace palpate {

/// "2026-03-02T09:30:00.000+01:00": ISO 8601 with milliseconds and the local offset, which may be up to 18 hours.
[[nodiscard]] std::string isoText(const Instant &instant);
/// "2026-03-02"
[[nodiscard]] std::string isoText(LocalDay day);

/// Reads exactly what isoText writes; nothing for all else.
[[nodiscard]] std::optional<Instant> instantFromIso(std::string_view text);
[[nodiscard]] std::optional<LocalDay> dayFromIso(std::string_view text);

} // namespace palpate
