// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>

#include "journal/journal.h"
#include "record/checkin.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"

namespace palpate::testing {

/// Points, ratings and check-ins on days counted from 2026-03-02, at an hour of the local clock, one hour ahead of UTC.
struct PointBench {
    CountingIds ids;

    [[nodiscard]] static LocalDay day(int number)
    {
        return LocalDay{std::chrono::days{20514 + number}}; // 2026-03-02
    }
    [[nodiscard]] static Instant moment(int number, int hour = 9)
    {
        const auto local = day(number).time_since_epoch() + std::chrono::hours{hour};
        return {std::chrono::sys_time<std::chrono::milliseconds>{local - std::chrono::hours{1}},
                std::chrono::minutes{60}};
    }

    TriggerPoint point(int number)
    {
        return {ids.next<PointId>(),   MuscleId{"infraspinatus"}, Side::left,
                {71.25, 88.1, 1342.7}, PointKind::active,         moment(number)};
    }
    Rating rating(const TriggerPoint &point, int number, int level, int hour = 9)
    {
        return {ids.next<RatingId>(), point.id, Asked::sorenessNow, *PainLevel::from(level), moment(number, hour)};
    }
    CheckIn nothing(int number, int hour = 20)
    {
        return {ids.next<CheckInId>(), moment(number, hour), {}, {}, {}, true, {}};
    }
};

} // namespace palpate::testing
