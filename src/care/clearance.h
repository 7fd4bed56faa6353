// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/id.h"
#include "core/instant.h"
#include "core/pointmm.h"
#include "core/side.h"
#include "record/alert.h"
#include "record/profile.h"
#include "referral/pattern.h"
#include "referral/rulebase.h"
#include "referral/surroundings.h"

namespace palpate {

/// Where something is to be done: a muscle on one side, and for a point its place in the body frame.
struct CarePlace {
    MuscleId muscle;
    Side side = Side::midline;
    std::optional<PointMm> at{};
    double slackMm = 0; ///< how far from there it may be, because the person is not sure

    friend bool operator==(const CarePlace &, const CarePlace &) = default;
};

/// What is known of the person when it is asked what may be done.
struct CareSubject {
    std::vector<ConditionId> conditions{};
    /// Of these, what was said to be at the place itself: a wound, an implant.
    std::vector<ConditionId> here{};
    /// As painted in the profile.
    std::vector<ZoneCoverage> numbZones{};
    std::vector<Operation> operations{};
    LocalDay today{};
    /// Danger signs that were told and not settled.
    std::vector<RedFlagId> openAlerts{};
    /// Of conditions: what a professional has checked, as checkedRuleOf() names it.
    std::vector<RuleId> checked{};
};

enum class Ground { alert, noPress, condition };

/// Something that forbids or limits care at a place.
struct Restriction {
    Ground ground;
    /// The sign, area or condition.
    std::string id;
    /// As shown: "The pulse at the neck", "Osteoporosis (thin bones)".
    std::string name;
    /// What it is about; never empty.
    std::vector<CareTechnique> techniques;
    /// Of a pressing technique only its tools.
    bool toolsOnly = false;
    /// How far it may go; empty where it is ruled out.
    std::string limit;
    std::string reason;
    std::vector<Citation> sources;

    [[nodiscard]] bool isRuledOut() const noexcept { return limit.empty(); }
};

/// What a person may do at a place, and all that speaks against more.
struct Clearance {
    /// With tools, with fingertips, or not at all.
    PressureGrade pressure = PressureGrade::never;
    /// In the order of the muscle's self-care.
    std::vector<CareTechnique> techniques{};
    /// What is ruled out first, then limits.
    std::vector<Restriction> restrictions{};
    /// Conditions of the person that forbid something where they are, and nobody has said whether that is here.
    std::vector<ConditionId> toAsk{};

    [[nodiscard]] bool allows(CareTechnique technique) const noexcept;
};

/// What may be done at the place. Strict where something is not known: a muscle counts as lying under each of its
/// zones, a condition that has not been located counts as elsewhere only once `toAsk` has been asked. A check by a
/// professional lifts conditions, never a place that must not be pressed at all.
/// Source: contraindications.json, no-press.json, red-flags.json, each with its own citations.
[[nodiscard]] Clearance clearanceAt(const CarePlace &place, const MusclePattern &pattern, const CareSubject &subject,
                                    const RuleBase &rules, const Surroundings &surroundings);

/// Up to so many conditions that would change what may be done at the place and are not in the profile, those that
/// speak of the place first: what to ask of a person who has said nothing yet. Never what holds for everyone.
[[nodiscard]] std::vector<const Condition *> questionsAt(const CarePlace &place, const MusclePattern &pattern,
                                                         const CareSubject &subject, const RuleBase &rules,
                                                         const Surroundings &surroundings, std::size_t most = 4);

/// The name under which a check of a restriction is stored (Alert::rule). Empty for what cannot be checked away.
[[nodiscard]] std::optional<RuleId> checkedRuleOf(const Restriction &restriction);

/// How long a danger sign that was told holds back care when nobody has settled it.
inline constexpr std::chrono::days alertHolds{14};

/// The danger signs of urgency doctor or above that were told in the last `alertHolds` and neither checked nor said not
/// to be meant since. In the order of their first telling, each once.
[[nodiscard]] std::vector<RedFlagId> openAlerts(std::span<const Alert> alerts, const Instant &now);

} // namespace palpate
