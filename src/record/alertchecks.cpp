// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/alertchecks.h"

#include <algorithm>

namespace palpate {

CheckRefusal refusalOf(Urgency urgency, const std::optional<Instant> &firstShown, const Instant &checkedAt,
                       const Instant &now)
{
    if (checkedAt.utc > now.utc) {
        return CheckRefusal::inFuture;
    }
    if (urgency != Urgency::emergency && urgency != Urgency::sameDay) {
        return CheckRefusal::none;
    }
    if (!firstShown) {
        return CheckRefusal::notYetTold;
    }
    if (checkedAt.utc <= firstShown->utc) {
        return CheckRefusal::beforeTold;
    }
    // Who flies west may be later on the same day, or on the day before.
    const bool isLaterDay = dayOf(checkedAt) > dayOf(*firstShown);
    return urgency == Urgency::emergency && !isLaterDay ? CheckRefusal::sameDay : CheckRefusal::none;
}

std::vector<RuleId> settledOn(std::span<const Alert> alerts, LocalDay day)
{
    std::vector<RuleId> rules;
    for (const Alert &alert : alerts) {
        const bool isSettled = alert.answer == AlertAnswer::checked && alert.checkedUntil && *alert.checkedUntil >= day;
        if (isSettled && std::ranges::find(rules, alert.rule) == rules.end()) {
            rules.push_back(alert.rule);
        }
    }
    return rules;
}

std::optional<Instant> firstTold(std::span<const Alert> alerts, const RuleId &rule)
{
    std::optional<Instant> first;
    for (const Alert &alert : alerts) {
        if (alert.rule == rule && (!first || alert.at.utc < first->utc)) {
            first = alert.at;
        }
    }
    return first;
}

} // namespace palpate
