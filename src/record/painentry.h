// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/id.h"
#include "core/instant.h"
#include "core/painlevel.h"
#include "record/quality.h"
#include "record/stroke.h"

namespace palpate {

/// One painted area: how it feels there and how strong it is.
struct PainArea {
    Flags<Quality> qualities;
    std::optional<PainLevel> intensity;

    friend bool operator==(const PainArea &, const PainArea &) = default;
};

using PainEntryId = RowId<struct PainEntryTag>;

/// Where it hurts at one moment. Strokes and zones name their area by its place in `areas`.
struct PainEntry {
    PainEntryId id;
    Instant at;
    std::string note;
    std::vector<PainArea> areas{};
    std::vector<Stroke> strokes{};
    std::vector<ZoneCoverage> zones{};

    friend bool operator==(const PainEntry &, const PainEntry &) = default;
};

} // namespace palpate
