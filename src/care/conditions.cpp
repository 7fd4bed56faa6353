// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/conditions.h"

#include <algorithm>

namespace palpate {

namespace {

/// Children are treated together with a professional only (contraindications.json, "child").
constexpr int grownUpFrom = 16;

} // namespace

std::vector<ConditionId> conditionsOf(const Profile &profile, LocalDay today)
{
    std::vector<ConditionId> conditions;
    const auto add = [&conditions](bool holds, const char *id) {
        if (holds && std::ranges::find(conditions, ConditionId{id}) == conditions.end()) {
            conditions.emplace_back(id);
        }
    };
    for (const KnownCondition &known : profile.conditions) {
        add(true, known.condition.text().c_str());
    }
    add(profile.bloodThinner, "anticoagulants");
    add(profile.cortisone, "long-cortisone");
    add(profile.statin, "statin");
    add(profile.medicinePatch, "medicine-patch");
    add(profile.pregnancy == Pregnancy::pregnant, "pregnancy");
    const int thisYear = static_cast<int>(std::chrono::year_month_day{today}.year());
    // The year alone is known: who turns 16 this year may still be 15.
    add(profile.yearOfBirth && thisYear - *profile.yearOfBirth <= grownUpFrom, "child");
    return conditions;
}

} // namespace palpate
