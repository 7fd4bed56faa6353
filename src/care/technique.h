// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/care.h"
#include "referral/rulebase.h"
#include "referral/selfcare.h"

namespace palpate {

// The words of the record and of the knowledge base for the same techniques.

[[nodiscard]] constexpr SessionTechnique recordedAs(CareTechnique technique) noexcept
{
    switch (technique) {
    case CareTechnique::pressureSteady:
        return SessionTechnique::pressureSteady;
    case CareTechnique::pressureIntermittent:
        return SessionTechnique::pressureIntermittent;
    case CareTechnique::stroking:
        return SessionTechnique::stroking;
    case CareTechnique::contractRelax:
        return SessionTechnique::contractRelax;
    case CareTechnique::stretch:
        return SessionTechnique::stretch;
    case CareTechnique::heat:
        return SessionTechnique::heat;
    case CareTechnique::cold:
        return SessionTechnique::cold;
    case CareTechnique::movement:
        break;
    }
    return SessionTechnique::movement;
}

[[nodiscard]] constexpr bool isPressing(SessionTechnique technique) noexcept
{
    return technique == SessionTechnique::pressureSteady || technique == SessionTechnique::pressureIntermittent ||
           technique == SessionTechnique::stroking;
}

/// Whether it presses harder than hands do.
[[nodiscard]] constexpr bool isHard(Tool tool) noexcept
{
    return tool == Tool::ball || tool == Tool::cane || tool == Tool::roller || tool == Tool::wall;
}

/// The protocol of a technique; null where it could not be loaded.
[[nodiscard]] inline const Protocol *protocolOf(const RuleBase &rules, CareTechnique technique)
{
    return rules.protocol(ProtocolId{toKey(technique)});
}

} // namespace palpate
