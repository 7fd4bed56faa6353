// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "insight/soreness.h"

// What a journal tells of one day, in the order in which it happened. Values only: whoever shows them finds the words.
namespace palpate {

/// Ratings farther apart than this are two entries.
inline constexpr std::chrono::minutes sameMoment{5};

/// What is said of one point in one entry.
struct PointLine {
    PointId point;
    MuscleId muscle;
    Side side = Side::midline;
    Asked asked = Asked::sorenessNow;
    PainLevel level;
    Origin origin = Origin::given;
    std::optional<Rating> rating{}; ///< empty for what follows from "nothing today"

    friend bool operator==(const PointLine &, const PointLine &) = default;
};

/// Points that were rated at about the same moment.
struct RatedTogether {
    std::vector<PointLine> lines;

    friend bool operator==(const RatedTogether &, const RatedTogether &) = default;
};

/// The zeros that follow from "nothing today", for points without a number of their own.
struct NothingToday {
    CheckInId checkIn;
    std::vector<PointLine> lines;

    friend bool operator==(const NothingToday &, const NothingToday &) = default;
};

struct FactorAnswer {
    std::string name;
    Scale scale = Scale::zeroToTen;
    FactorValue value;

    friend bool operator==(const FactorAnswer &, const FactorAnswer &) = default;
};

struct FactorsTogether {
    std::vector<FactorAnswer> answers;

    friend bool operator==(const FactorsTogether &, const FactorsTogether &) = default;
};

/// A flare or a pause began or ended.
struct PeriodEdge {
    Period period;
    bool begins = true;

    friend bool operator==(const PeriodEdge &, const PeriodEdge &) = default;
};

struct PointNote {
    Note note;
    std::optional<MuscleId> muscle{}; ///< with its side, where the note is about a point that is there
    Side side = Side::midline;

    friend bool operator==(const PointNote &, const PointNote &) = default;
};

/// What was ticked off on a plan.
struct TickedItem {
    PlanTick tick;
    std::optional<PlanItem> item{};

    friend bool operator==(const TickedItem &, const TickedItem &) = default;
};

using StoryContent = std::variant<CheckIn, RatedTogether, NothingToday, PainEntry, FactorsTogether, Session, Treatment,
                                  FollowUp, PeriodEdge, PointNote, Visit, Alert, Checklist, Measure, TickedItem>;

struct StoryEntry {
    Instant at;
    StoryContent content;

    friend bool operator==(const StoryEntry &, const StoryEntry &) = default;
};

struct DayStory {
    LocalDay day;
    std::optional<DayLevels> levels{}; ///< empty on a day without an answer to how sore it is
    std::vector<StoryEntry> entries{}; ///< in order of time

    friend bool operator==(const DayStory &, const DayStory &) = default;
};

/// A day is that of the clock on the wall where an entry was made. Reads that day and no other. Throws JournalError.
[[nodiscard]] DayStory dayStory(const JournalReader &journal, LocalDay day);

/// What a calendar shows of one day.
struct CalendarDay {
    LocalDay day;
    std::optional<DayLevels> levels{};
    bool nothing = false; ///< a check-in said "nothing today"
    int treatments = 0;
    bool flare = false;
    bool pause = false;
    bool hasEntries = false;

    friend bool operator==(const CalendarDay &, const CalendarDay &) = default;
};

/// One for each day from and to, both included. Throws JournalError.
[[nodiscard]] std::vector<CalendarDay> calendarDays(const JournalReader &journal, LocalDay from, LocalDay to);

} // namespace palpate
