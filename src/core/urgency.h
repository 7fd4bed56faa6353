// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/keyed.h"

namespace palpate {

/// How soon a danger sign wants a professional. Most urgent first.
enum class Urgency : std::uint8_t { emergency, sameDay, doctor, caution };

template <> struct Keys<Urgency> {
    static constexpr KeyTable<Urgency, 4> all{{{Urgency::emergency, "emergency"},
                                               {Urgency::sameDay, "same-day"},
                                               {Urgency::doctor, "doctor"},
                                               {Urgency::caution, "caution"}}};
};

} // namespace palpate
