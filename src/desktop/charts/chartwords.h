// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include <QString>

#include "core/localday.h"
#include "insight/daterange.h"
#include "insight/soreness.h"
#include "record/asked.h"
#include "record/care.h"

namespace palpate::desktop::chartwords {

// What charts and their tables say: numbers and what they answer, never a judgement.

/// "Soreness now".
[[nodiscard]] QString asked(Asked asked);
/// "told", "same as last time", "from “nothing today”".
[[nodiscard]] QString origin(Origin origin);
/// "massage".
[[nodiscard]] QString treatment(TreatmentKind kind);
/// "2 Mar".
[[nodiscard]] QString dayAndMonth(LocalDay day);
/// "2 Mar 2026".
[[nodiscard]] QString day(LocalDay day);
/// "2 Mar 2026, 09:30".
[[nodiscard]] QString moment(const Instant &moment);
/// "2 Dec 2025 – 2 Mar 2026".
[[nodiscard]] QString range(const DateRange &range);
/// "4", "3.5".
[[nodiscard]] QString number(double level);
/// "4 of 10".
[[nodiscard]] QString ofTen(double level);
/// "12 numbers".
[[nodiscard]] QString numbers(std::size_t count);

} // namespace palpate::desktop::chartwords
