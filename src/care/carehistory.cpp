// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/carehistory.h"

#include <algorithm>

#include "care/technique.h"
#include "care/treatments.h"
#include "core/localday.h"
#include "insight/aftertreatment.h"

namespace palpate {

namespace {

/// What a needle did in a muscle concerns all of it.
[[nodiscard]] bool wasNeedled(const Treatment &treatment, const TriggerPoint &point)
{
    return usesNeedles(treatment.kind) && std::ranges::any_of(treatment.places, [&point](const TreatedPlace &place) {
               return place.muscle == point.muscle && place.side == point.side;
           });
}

} // namespace

std::map<PointId, CareHistory> careHistories(const JournalReader &journal, const std::vector<TriggerPoint> &points,
                                             const Instant &now)
{
    std::map<PointId, CareHistory> histories;
    for (const TriggerPoint &point : points) {
        histories[point.id] = {};
    }
    // Who has flown west has entries of tomorrow.
    const LocalDay to = dayOf(now) + std::chrono::days{1};
    const LocalDay from = dayOf(now) - careMemory;
    const auto followUps = journal.between<FollowUp>(from, to);
    for (const Session &session : journal.between<Session>(from, to)) {
        if (session.at.utc > now.utc) {
            continue;
        }
        std::vector<FollowUp> answers;
        std::ranges::copy_if(followUps, std::back_inserter(answers), [&session](const FollowUp &one) {
            return one.answered && one.about == AnyId{session.id.bytes()};
        });
        for (const SessionStep &step : session.steps) {
            const auto known = step.point ? histories.find(*step.point) : histories.end();
            if (known != histories.end() && isPressing(step.technique) && step.doneSeconds > 0) {
                known->second.worked.push_back({session.at, session.ended.value_or(session.at), step, answers});
            }
        }
    }
    for (const Treatment &treatment : journal.between<Treatment>(from, to)) {
        for (const TriggerPoint &point : points) {
            if (treatment.at.utc <= now.utc && (concerns(treatment, point) || wasNeedled(treatment, point))) {
                histories[point.id].treatments.push_back(treatment);
            }
        }
    }
    for (const Rating &rating : journal.ratingsBetween(from, to)) {
        const auto known = histories.find(rating.point);
        if (known != histories.end() && rating.asked == Asked::sorenessNow && !rating.carriedOver &&
            rating.at.utc <= now.utc) {
            known->second.soreness.push_back(rating);
        }
    }
    return histories;
}

} // namespace palpate
