// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "core/localday.h"
#include "record/described.h"

namespace palpate {

/// What to erase for good.
struct Erasure {
    enum class What : std::uint8_t { record, days, everything };

    What what = What::everything;
    std::optional<RecordRef> record{}; ///< with What::record
    LocalDay from{};                   ///< with What::days, both included: what stands at a moment on these days
    LocalDay to{};
};

} // namespace palpate
