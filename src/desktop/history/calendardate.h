// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include "core/localday.h"

namespace palpate::desktop {

inline constexpr qint64 julianDayOfEpoch = 2440588; ///< 1970-01-01

[[nodiscard]] inline QDate dateOf(LocalDay day)
{
    return QDate::fromJulianDay(julianDayOfEpoch + day.time_since_epoch().count());
}

[[nodiscard]] inline LocalDay dayOfDate(QDate date)
{
    return LocalDay{std::chrono::days{date.toJulianDay() - julianDayOfEpoch}};
}

} // namespace palpate::desktop
