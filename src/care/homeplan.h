// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "care/careoptions.h"
#include "core/idsource.h"
#include "journal/journalreader.h"
#include "record/checkin.h"
#include "record/plan.h"

namespace palpate {

/// The plan that runs on a day: of those that have begun and not ended, the one that began last.
[[nodiscard]] std::optional<Plan> planOn(const JournalReader &journal, LocalDay day);

/// The items of a plan, those of one muscle and side together.
[[nodiscard]] std::vector<PlanItem> itemsInOrder(const JournalReader &journal, PlanId plan);

/// Whether the item is asked for on that day of the week.
[[nodiscard]] bool isFor(const PlanItem &item, LocalDay day);

/// Whether it may stay on a day of a flare: warmth, cold, easy movement, and what is in words alone.
[[nodiscard]] bool isGentle(const PlanItem &item);

/// An item of today and how it stands.
struct DueItem {
    PlanItem item;
    /// Times it was ticked as done or partly done today, or done in a guided session.
    int times = 0;
    std::optional<PlanTick> lastTick{}; ///< of today
    /// Why its muscle rests today, where it is to be pressed; empty where nothing speaks against it.
    std::optional<RuleHit> held{};
    /// What rules it out for now: a condition, a danger sign.
    std::optional<Restriction> ruledOut{};

    [[nodiscard]] bool isDone() const noexcept { return times >= item.timesADay; }
};

/// What the plan asks for today, in its order; on a day of a flare or a pause only what is gentle.
/// Without what is known (null) nothing is held back: whoever shows it asks again once that has been read.
[[nodiscard]] std::vector<DueItem> dueItems(const JournalReader &journal, const Plan &plan, const LoadedAll *loaded,
                                            const Instant &now);

/// How often an item was done on the days it was asked for. Days of a flare or a pause are asked for nothing and count
/// for nothing; what was done on them counts.
struct KeptCount {
    int done = 0;
    int asked = 0;
};
[[nodiscard]] KeptCount keptLately(const JournalReader &journal, const PlanItem &item, LocalDay from, LocalDay today);

/// How the sorest days of a plan compare: the mean of soreness now over the points it is about, in its first three days
/// and in the last three.
struct PlanReview {
    int days = 0; ///< since it began
    std::optional<double> then{};
    std::optional<double> now{};
};
/// From the first week on, whichever day the person looks: a review that is due on one day only is missed.
[[nodiscard]] std::optional<PlanReview> reviewOf(const JournalReader &journal, const Plan &plan,
                                                 std::span<const PlanItem> items, const Instant &now);

/// For the first `most` points that may be worked on: what is suggested for each, once a day, pressing every other day
/// so that a point has its rest; and slow full movements.
[[nodiscard]] std::vector<PlanItem> suggestedItems(PlanId plan, std::span<const CareOption> options, IdSource &ids,
                                                   std::size_t most = 3);

/// A plan that nobody looks at again helps nobody: it lasts this long unless told otherwise.
inline constexpr std::chrono::days planLasts{21};
inline constexpr std::chrono::days reviewEvery{7};

} // namespace palpate
