// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/homeplan.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "care/technique.h"
#include "core/localday.h"

namespace palpate {

namespace {

using std::chrono::days;

constexpr days compared{3};

[[nodiscard]] Weekday weekdayOf(LocalDay day)
{
    // ISO: Monday is 1.
    return static_cast<Weekday>(std::chrono::weekday{day}.iso_encoding() - 1);
}

[[nodiscard]] bool rests(const std::vector<Period> &periods, LocalDay day)
{
    return std::ranges::any_of(periods, [day](const Period &period) {
        return dayOf(period.at) <= day && (!period.ended || dayOf(*period.ended) >= day);
    });
}

/// Where a guided session did what the item asks for.
[[nodiscard]] bool didIt(const Session &session, const PlanItem &item)
{
    return item.muscle && std::ranges::any_of(session.steps, [&item](const SessionStep &step) {
               return step.muscle == *item.muscle && step.side == item.side && step.technique == item.technique &&
                      step.doneSeconds > 0;
           });
}

[[nodiscard]] int timesOn(const JournalReader &journal, const PlanItem &item, LocalDay day)
{
    int times = 0;
    for (const PlanTick &tick : journal.between<PlanTick>(day, day)) {
        times += tick.item == item.id && tick.kept != Kept::skipped ? 1 : 0;
    }
    for (const Session &session : journal.between<Session>(day, day)) {
        times += didIt(session, item) ? 1 : 0;
    }
    return times;
}

[[nodiscard]] std::optional<RuleHit> heldBy(const PlanItem &item, std::span<const CareOption> options)
{
    if (!isPressing(item.technique)) {
        return std::nullopt;
    }
    for (const CareOption &option : options) {
        const TriggerPoint &point = option.point.point;
        if (item.muscle == point.muscle && item.side == point.side && option.heldBackBy() != nullptr) {
            return *option.heldBackBy();
        }
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<Restriction> ruledOutBy(const PlanItem &item, const Clearance &clearance)
{
    const auto isIt = [&item](CareTechnique technique) { return recordedAs(technique) == item.technique; };
    const bool hardHere = isHard(item.tool) && clearance.pressure == PressureGrade::free;
    const bool allowed = std::ranges::any_of(clearance.techniques, isIt);
    if (allowed && (!isHard(item.tool) || hardHere)) {
        return std::nullopt;
    }
    for (const Restriction &restriction : clearance.restrictions) {
        if (restriction.isRuledOut() && restriction.toolsOnly == allowed &&
            std::ranges::any_of(restriction.techniques, isIt)) {
            return restriction;
        }
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<double> meanOver(const JournalReader &journal, const std::set<PointId> &points,
                                             LocalDay from, LocalDay to)
{
    int sum = 0;
    int count = 0;
    for (const Rating &rating : journal.ratingsBetween(from, to)) {
        if (rating.asked == Asked::sorenessNow && !rating.carriedOver && points.contains(rating.point)) {
            sum += rating.level.value();
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional{static_cast<double>(sum) / count};
}

} // namespace

std::optional<Plan> planOn(const JournalReader &journal, LocalDay day)
{
    std::optional<Plan> running;
    for (const Plan &plan : journal.all<Plan>()) {
        const bool runs = plan.from <= day && (!plan.until || *plan.until >= day);
        if (runs && (!running || plan.from >= running->from)) {
            running = plan;
        }
    }
    return running;
}

std::vector<PlanItem> itemsInOrder(const JournalReader &journal, PlanId plan)
{
    std::vector<PlanItem> items = journal.itemsOf(plan);
    // What is in words alone comes last.
    std::ranges::stable_sort(items, {}, [](const PlanItem &item) {
        return std::tuple{!item.muscle, item.muscle, item.side, item.technique};
    });
    return items;
}

bool isFor(const PlanItem &item, LocalDay day) { return item.days.empty() || item.days.has(weekdayOf(day)); }

bool isGentle(const PlanItem &item)
{
    return !item.muscle || item.technique == SessionTechnique::heat || item.technique == SessionTechnique::cold ||
           item.technique == SessionTechnique::movement;
}

std::vector<DueItem> dueItems(const JournalReader &journal, const Plan &plan, const LoadedAll *loaded,
                              const Instant &now)
{
    const std::vector<CareOption> options =
        loaded == nullptr ? std::vector<CareOption>{} : careOptions(journal, *loaded, {}, now);
    const CareSubject person = careSubject(journal, now);
    const LocalDay today = dayOf(now);
    const bool resting = rests(journal.periodsOver(today, today), today);
    const auto ticks = journal.between<PlanTick>(today, today);
    std::vector<DueItem> due;
    for (const PlanItem &item : itemsInOrder(journal, plan.id)) {
        if (!isFor(item, today) || (resting && !isGentle(item))) {
            continue;
        }
        DueItem one{item, timesOn(journal, item, today), {}, heldBy(item, options), {}};
        if (loaded != nullptr && item.muscle) {
            one.ruledOut = ruledOutBy(item, clearanceOf(*loaded, person, *item.muscle, item.side));
        }
        for (const PlanTick &tick : ticks) {
            if (tick.item == item.id) {
                one.lastTick = tick;
            }
        }
        due.push_back(std::move(one));
    }
    return due;
}

KeptCount keptLately(const JournalReader &journal, const PlanItem &item, LocalDay from, LocalDay today)
{
    KeptCount kept;
    const auto periods = journal.periodsOver(from, today);
    for (LocalDay day = from; day <= today; day += days{1}) {
        const int times = std::min(timesOn(journal, item, day), item.timesADay);
        kept.done += times;
        kept.asked += isFor(item, day) && !rests(periods, day) ? item.timesADay : times;
    }
    return kept;
}

std::optional<PlanReview> reviewOf(const JournalReader &journal, const Plan &plan, std::span<const PlanItem> items,
                                   const Instant &now)
{
    const LocalDay today = dayOf(now);
    const days running = today - plan.from;
    if (running < reviewEvery) {
        return std::nullopt;
    }
    std::set<PointId> points;
    for (const TriggerPoint &point : journal.all<TriggerPoint>()) {
        const bool meant = std::ranges::any_of(
            items, [&point](const PlanItem &item) { return item.muscle == point.muscle && item.side == point.side; });
        if (meant) {
            points.insert(point.id);
        }
    }
    return PlanReview{static_cast<int>(running.count()),
                      meanOver(journal, points, plan.from - days{1}, plan.from + compared - days{1}),
                      meanOver(journal, points, today - compared, today)};
}

std::vector<PlanItem> suggestedItems(PlanId plan, std::span<const CareOption> options, IdSource &ids, std::size_t most)
{
    std::vector<PlanItem> items;
    std::size_t points = 0;
    for (const CareOption &option : options) {
        if (!option.isAllowed() || points == most) {
            continue;
        }
        ++points;
        for (const CareTechnique technique : option.care.techniques) {
            PlanItem item{ids.next<PlanItemId>(),
                          plan,
                          option.care.place.muscle,
                          option.care.place.side,
                          recordedAs(technique),
                          Tool::none,
                          {},
                          {},
                          1,
                          {},
                          {},
                          {}};
            if (isPressing(technique)) {
                item.tool = option.care.tool;
                item.days = Flags<Weekday>{Weekday::monday, Weekday::wednesday, Weekday::friday};
            }
            const bool known = std::ranges::any_of(items, [&item](const PlanItem &other) {
                return other.muscle == item.muscle && other.side == item.side && other.technique == item.technique;
            });
            if (!known) {
                items.push_back(std::move(item));
            }
        }
    }
    return items;
}

} // namespace palpate
