// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include "core/instant.h"
#include "core/localday.h"

namespace palpate::desktop::datewords {

[[nodiscard]] QDate date(LocalDay day);
[[nodiscard]] LocalDay day(QDate date);

/// "Tuesday, 17 November"; with the year where it is not that of `today`.
[[nodiscard]] QString longDay(LocalDay day, LocalDay today);
/// "today", "yesterday", the weekday within a week, else "17 Nov", with the year where it is another.
[[nodiscard]] QString shortDay(LocalDay day, LocalDay today);
/// "08:30", by the clock where it happened.
[[nodiscard]] QString time(const Instant &instant);

} // namespace palpate::desktop::datewords
