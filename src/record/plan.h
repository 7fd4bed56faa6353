// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/flags.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/localday.h"
#include "core/side.h"
#include "record/care.h"

namespace palpate {

enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

template <> struct Keys<Weekday> {
    static constexpr KeyTable<Weekday, 7> all{{{Weekday::monday, "monday"},
                                               {Weekday::tuesday, "tuesday"},
                                               {Weekday::wednesday, "wednesday"},
                                               {Weekday::thursday, "thursday"},
                                               {Weekday::friday, "friday"},
                                               {Weekday::saturday, "saturday"},
                                               {Weekday::sunday, "sunday"}}};
};

/// What the person wants to be able to do, by when, and since when they can.
struct PlanGoal {
    std::string words;
    std::optional<LocalDay> by{};
    std::optional<LocalDay> reached{};

    friend bool operator==(const PlanGoal &, const PlanGoal &) = default;
};

using PlanId = RowId<struct PlanTag>;

struct Plan {
    PlanId id;
    std::string title;
    LocalDay from;
    std::optional<LocalDay> until; ///< the last day of it
    std::string note;
    std::vector<PlanGoal> goals{};

    friend bool operator==(const Plan &, const Plan &) = default;
};

using PlanItemId = RowId<struct PlanItemTag>;

struct PlanItem {
    PlanItemId id;
    PlanId plan;
    std::optional<MuscleId> muscle; ///< empty for what is for the whole body
    Side side = Side::midline;
    SessionTechnique technique = SessionTechnique::stretch;
    Tool tool = Tool::none;
    std::optional<int> seconds;
    std::optional<int> repetitions;
    int timesADay = 1;
    Flags<Weekday> days; ///< none is every day
    std::string words;
    std::string stopRule;

    friend bool operator==(const PlanItem &, const PlanItem &) = default;
};

enum class Kept : std::uint8_t { done, partly, skipped };

template <> struct Keys<Kept> {
    static constexpr KeyTable<Kept, 3> all{
        {{Kept::done, "done"}, {Kept::partly, "partly"}, {Kept::skipped, "skipped"}}};
};

using PlanTickId = RowId<struct PlanTickTag>;

/// Whether an item of the plan was done.
struct PlanTick {
    PlanTickId id;
    PlanItemId item;
    Instant at;
    Kept kept = Kept::done;
    std::string note;

    friend bool operator==(const PlanTick &, const PlanTick &) = default;
};

} // namespace palpate
