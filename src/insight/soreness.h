// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/localday.h"
#include "journal/journalreader.h"
#include "record/checkin.h"
#include "record/rating.h"
#include "record/triggerpoint.h"

// What the person said of their soreness, with what follows from it: "nothing today" is a zero for each point that was
// looked after that day and got no number of its own.
namespace palpate {

/// Where a number comes from; each is shown in its own way.
enum class Origin : std::uint8_t {
    given,       ///< by the person, for this point at that moment
    carriedOver, ///< "same as last time": shown hollow, left out of statistics
    nothingToday ///< follows from a check-in that said so
};

struct Reading {
    Instant at;
    PainLevel level;
    Origin origin = Origin::given;
    std::optional<RatingId> rating{}; ///< empty for what follows from "nothing today"

    friend bool operator==(const Reading &, const Reading &) = default;
};

/// Whether the point was looked after on that day: marked by its end, and not quiet at its end.
[[nodiscard]] bool isOpenOn(const TriggerPoint &point, LocalDay day);

/// A point's numbers in order of time. The ratings are the point's own answers to one question, in order; the check-ins
/// bring the zeros, and only to the question how sore it is now: for other questions hand over none.
[[nodiscard]] std::vector<Reading> readingsOf(const TriggerPoint &point, std::span<const Rating> ratings,
                                              std::span<const CheckIn> checkIns);

/// The same, asked of a journal, for local days from and to, both included. Throws JournalError.
[[nodiscard]] std::vector<Reading> readings(const JournalReader &journal, const TriggerPoint &point, Asked asked,
                                            LocalDay from, LocalDay to);

/// Days with an answer, in order, over all points that are not deleted; zeros of "nothing today" count, values carried
/// over do not. A day of "nothing today" without any point has a count of 0, a mean and a worst of 0.
/// Throws JournalError.
[[nodiscard]] std::vector<DayLevels> sorenessByDay(const JournalReader &journal, LocalDay from, LocalDay to);

} // namespace palpate
