// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace palpate {

/// How far the machine's local clock stands from UTC at a moment, past or to come.
[[nodiscard]] std::chrono::minutes systemOffset(std::chrono::sys_time<std::chrono::milliseconds> utc);

} // namespace palpate
