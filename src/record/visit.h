// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/flags.h"
#include "core/id.h"
#include "core/instant.h"
#include "record/plan.h"

namespace palpate {

using VisitId = RowId<struct VisitTag>;

/// An appointment with a professional, past or to come.
struct Visit {
    VisitId id;
    Instant at;
    std::string provider;
    std::string question; ///< the one to bring along
    std::string note;

    friend bool operator==(const Visit &, const Visit &) = default;
};

enum class ReminderKind : std::uint8_t { checkIn, plan, followUp, postureBreak, own };

template <> struct Keys<ReminderKind> {
    static constexpr KeyTable<ReminderKind, 5> all{{{ReminderKind::checkIn, "check-in"},
                                                    {ReminderKind::plan, "plan"},
                                                    {ReminderKind::followUp, "follow-up"},
                                                    {ReminderKind::postureBreak, "posture-break"},
                                                    {ReminderKind::own, "own"}}};
};

using ReminderId = RowId<struct ReminderTag>;

struct Reminder {
    ReminderId id;
    ReminderKind kind = ReminderKind::checkIn;
    int minuteOfDay = 0; ///< by the local clock, 0 to 1439
    Flags<Weekday> days; ///< none is every day
    std::string words;
    bool enabled = false;

    friend bool operator==(const Reminder &, const Reminder &) = default;
};

using NoteId = RowId<struct NoteTag>;

struct Note {
    NoteId id;
    Instant at;
    std::string text;
    std::optional<PointId> point; ///< where it is about one point

    friend bool operator==(const Note &, const Note &) = default;
};

} // namespace palpate
