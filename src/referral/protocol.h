// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/id.h"
#include "referral/safety.h"
#include "referral/source.h"

namespace palpate {

using ProtocolId = NameId<struct ProtocolTag>;
/// What a number of a protocol says ("hold", "tolerance").
using DoseId = NameId<struct DoseTag>;

enum class DoseUnit : std::uint8_t { seconds, minutes, hours, weeks, times, percent, ofTen, points, sessions };

/// least <= usual <= most.
struct Range {
    int least;
    int most;
    int usual;
};

/// A number of a protocol and what it rests on. A tolerance, how much it may hurt from 0 to 10, is never above 7.
struct Dose {
    DoseId what;
    DoseUnit unit;
    Range range;
    std::string note;
    std::vector<Citation> sources;
};

struct ProtocolStep {
    std::string text;
    /// The dose of the protocol that says how long or how often.
    std::optional<DoseId> dose;
    /// Seconds for the timer where no dose is meant: a help with pacing that rests on nothing.
    std::optional<Range> pace;
};

/// How a technique is done, step by step.
struct Protocol {
    ProtocolId id;
    std::string name;
    Technique technique;
    std::string about;
    /// What is known about whether it works.
    std::string evidence;
    std::vector<ProtocolStep> steps;
    std::vector<Dose> doses;
    std::vector<std::string> rest;
    std::vector<std::string> stop;
    std::vector<Citation> sources;

    /// Null when the protocol has no such number.
    [[nodiscard]] const Dose *dose(const DoseId &what) const noexcept;
};

} // namespace palpate
