// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "core/instant.h"

namespace palpate {

/// A day as the calendar on the wall says it.
using LocalDay = std::chrono::local_days;

[[nodiscard]] inline LocalDay dayOf(const Instant &instant)
{
    return std::chrono::floor<std::chrono::days>(instant.local());
}

} // namespace palpate
