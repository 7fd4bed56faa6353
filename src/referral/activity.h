// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/id.h"

namespace palpate {

/// Something done or a posture held that can bring a muscle's pain on ("reaching-behind").
using ActivityId = NameId<struct ActivityTag>;

/// A movement that can hurt or fall short ("neck-turn-same-side").
using MovementId = NameId<struct MovementTag>;

/// One word of a controlled list: muscles name it by its id, and people say it in words of their own.
template <typename Id> struct ListedWord {
    Id id;
    /// Plain English: "reaching behind the back".
    std::string words;
    /// What people say; at least one.
    std::vector<std::string> says;
};

using Activity = ListedWord<ActivityId>;
using Movement = ListedWord<MovementId>;

} // namespace palpate
