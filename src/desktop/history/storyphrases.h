// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "insight/daystory.h"
#include "insight/wordsearch.h"

// What a day's story says, in words.
namespace palpate::desktop::storyphrases {

/// "Tuesday, 17 November 2026".
[[nodiscard]] QString longDay(LocalDay day);
/// "Tue 17 Nov 2026".
[[nodiscard]] QString shortDay(LocalDay day);
/// "08:30", by the clock of the entry.
[[nodiscard]] QString time(const Instant &at);
/// "3.5".
[[nodiscard]] QString mean(double mean);
/// "worst 6, mean 3.5, 8 answers"; says so when there is none.
[[nodiscard]] QString levels(const std::optional<DayLevels> &levels);
/// A cell of the calendar as it is heard, without the day.
[[nodiscard]] QString cell(const CalendarDay &day);

[[nodiscard]] QString asked(Asked asked);
/// What of a rating is not seen from its number: what was asked, how it felt, where the number comes from.
[[nodiscard]] QString about(Asked asked, Origin origin, Flags<Quality> qualities);
[[nodiscard]] QString treatment(TreatmentKind kind);
/// "Turning the head", "Pain on average in the last week"; without the side.
[[nodiscard]] QString measured(const Measure &measure);
[[nodiscard]] QString technique(SessionTechnique technique);
[[nodiscard]] QString factor(const FactorAnswer &answer);
[[nodiscard]] QString stage(LifeStage stage);
[[nodiscard]] QString place(WordPlace place);
/// What an entry of a kind is called, one of it: "Note".
[[nodiscard]] QString table(std::string_view table);

} // namespace palpate::desktop::storyphrases
