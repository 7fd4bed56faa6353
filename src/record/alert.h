// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/id.h"
#include "core/instant.h"
#include "core/keyed.h"
#include "core/localday.h"
#include "core/urgency.h"

namespace palpate {

enum class AlertAnswer : std::uint8_t { none, shown, notMeant, checked };

template <> struct Keys<AlertAnswer> {
    static constexpr KeyTable<AlertAnswer, 4> all{{{AlertAnswer::none, "none"},
                                                   {AlertAnswer::shown, "shown"},
                                                   {AlertAnswer::notMeant, "not-meant"},
                                                   {AlertAnswer::checked, "checked"}}};
};

/// Names of rules are as those of zones and muscles.
using RuleId = NameId<struct RuleTag>;
using AlertId = RowId<struct AlertTag>;

/// A red flag that was shown, and what the person answered.
struct Alert {
    AlertId id;
    Instant at;
    RuleId rule;
    Urgency urgency = Urgency::caution;
    AlertAnswer answer = AlertAnswer::none;
    std::string checkedBy;
    std::optional<Instant> checkedAt;
    std::optional<LocalDay> checkedUntil;

    friend bool operator==(const Alert &, const Alert &) = default;
};

} // namespace palpate
