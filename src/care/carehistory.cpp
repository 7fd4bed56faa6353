// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/carehistory.h"

#include <algorithm>

#include "care/technique.h"
#include "core/localday.h"
#include "insight/aftertreatment.h"

namespace palpate {

std::map<PointId, CareHistory> careHistories(const JournalReader &journal, const std::vector<TriggerPoint> &points,
                                             const Instant &now)
{
    std::map<PointId, CareHistory> histories;
    for (const TriggerPoint &point : points) {
        histories[point.id] = {};
    }
    const LocalDay today = dayOf(now);
    const LocalDay from = today - careMemory;
    const auto followUps = journal.between<FollowUp>(from, today);
    for (const Session &session : journal.between<Session>(from, today)) {
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
    for (const Treatment &treatment : journal.between<Treatment>(from, today)) {
        for (const TriggerPoint &point : points) {
            if (treatment.at.utc <= now.utc && concerns(treatment, point)) {
                histories[point.id].treatments.push_back(treatment);
            }
        }
    }
    for (const Rating &rating : journal.ratingsBetween(from, today)) {
        const auto known = histories.find(rating.point);
        if (known != histories.end() && rating.asked == Asked::sorenessNow && !rating.carriedOver &&
            rating.at.utc <= now.utc) {
            known->second.soreness.push_back(rating);
        }
    }
    return histories;
}

} // namespace palpate
