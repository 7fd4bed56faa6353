// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.h"
#include "core/side.h"
#include "referral/activity.h"
#include "referral/selfcare.h"
#include "referral/source.h"

namespace palpate {

/// Muscles of one group share one published pattern: they are ranked and counted together.
using ReferralGroupId = NameId<struct ReferralGroupTag>;

/// A typical trigger-point site of the textbooks ("infraspinatus-1"); a person's own point is a PointId.
using SiteId = NameId<struct SiteTag>;

/// The part of the body that a muscle is listed under ("neck-shoulder").
using BodyRegionId = NameId<struct BodyRegionTag>;

/// Where a zone lies, seen from the muscle that refers to it. A midline zone is always `midline`.
enum class FeltOn : std::uint8_t { sameSide, otherSide, midline };

/// One zone of a pattern.
struct ZoneHit {
    ZoneId zone;
    /// How typical the zone is for this pattern: 0.5 to 1 for essential zones, 0.1 to 0.5 for spillover. An ordering
    /// made from the textbook's drawings, never a counted frequency.
    double weight;
    FeltOn on;
};

/// On which side of the body the textbooks describe a site.
enum class SiteSides : std::uint8_t { both, right, left };

inline constexpr std::array allSiteSides{SiteSides::both, SiteSides::right, SiteSides::left};

/// The stable word used in files.
[[nodiscard]] constexpr std::string_view toKey(SiteSides sides) noexcept
{
    switch (sides) {
    case SiteSides::both:
        return "both";
    case SiteSides::right:
        return "right";
    case SiteSides::left:
        break;
    }
    return "left";
}

/// A typical site and the pattern felt from it. No zone stands twice on the same side.
struct SitePattern {
    SiteId id;
    std::string name;
    /// Where it lies, in words.
    std::string site;
    SiteSides sides;
    /// Zones felt by nearly everyone who has the pattern. Empty where only other effects are described, or no pattern
    /// is published.
    std::vector<ZoneHit> essential;
    /// Zones felt by some.
    std::vector<ZoneHit> spillover;
    /// What else is described for it ("tearing"), in plain phrases. Effects on heartbeat, bowel, bladder, eyes or
    /// balance are history: never something to press for.
    std::vector<std::string> otherEffects{};
};

struct MuscleNames {
    std::string common;
    /// Terminologia Anatomica.
    std::string latin;
    /// What people call it; at least one.
    std::vector<std::string> people;
};

/// What is published: a pattern for this muscle; one for its referral group, which it shares; nothing.
enum class PatternKind : std::uint8_t { published, group, none };

inline constexpr std::array allPatternKinds{PatternKind::published, PatternKind::group, PatternKind::none};

/// The stable word used in files.
[[nodiscard]] constexpr std::string_view toKey(PatternKind kind) noexcept
{
    switch (kind) {
    case PatternKind::published:
        return "published";
    case PatternKind::group:
        return "group";
    case PatternKind::none:
        break;
    }
    return "none";
}

/// How far two looks at one pattern agree. `full`: the same zones of the same kind, whatever their weights. `mostly`:
/// one names spillover that the other does not. `partly`: they share essential zones, but one has a zone as essential
/// that the other has as spillover or not at all. `differs`: no essential zone is shared, or only one found a pattern.
/// That only one of them gave a muscle its group's pattern, neither one of its own, is `mostly`.
enum class Agreement : std::uint8_t { full, mostly, partly, differs };

inline constexpr std::array allAgreements{Agreement::full, Agreement::mostly, Agreement::partly, Agreement::differs};

/// The stable word used in files.
[[nodiscard]] constexpr std::string_view toKey(Agreement agreement) noexcept
{
    switch (agreement) {
    case Agreement::full:
        return "full";
    case Agreement::mostly:
        return "mostly";
    case Agreement::partly:
        return "partly";
    case Agreement::differs:
        break;
    }
    return "differs";
}

/// What came of writing the pattern down a second time without sight of the first.
struct SecondLook {
    Agreement agreement;
    /// What differed and how it was settled; empty where nothing did.
    std::string settled{};
};

/// How deep under the skin a muscle lies.
enum class MuscleLayer : std::uint8_t { superficial, intermediate, deep };

inline constexpr std::array allMuscleLayers{MuscleLayer::superficial, MuscleLayer::intermediate, MuscleLayer::deep};

/// The stable word used in files.
[[nodiscard]] constexpr std::string_view toKey(MuscleLayer layer) noexcept
{
    switch (layer) {
    case MuscleLayer::superficial:
        return "superficial";
    case MuscleLayer::intermediate:
        return "intermediate";
    case MuscleLayer::deep:
        break;
    }
    return "deep";
}

/// What is published about where a muscle refers pain. Source: the citations it carries, mostly the drawings of
/// Travell and Simons' manuals re-expressed in zones: likelihoods with soft edges, never a diagnosis.
struct MusclePattern {
    MuscleId id;
    ReferralGroupId referralGroup;
    MuscleNames names;
    /// What the muscle does, one plain sentence.
    std::string action;
    /// Where people feel it, two or three plain sentences fit to show; says so where the muscle has no pattern of its
    /// own.
    std::string explanation;
    /// When this is not for oneself to treat, to be read before everything else; mostly empty.
    std::string warning;
    /// At least one with zones; without a published pattern any number, none of them with zones.
    std::vector<SitePattern> triggerPoints;
    /// At least one.
    std::vector<Citation> sources;
    PatternKind kind = PatternKind::published;
    BodyRegionId region{"body"};
    MuscleLayer layer = MuscleLayer::superficial;
    /// Its number in the Foundational Model of Anatomy: "FMA32546".
    std::optional<std::string> fma{};
    /// What tends to bring the pain on or keep it.
    std::vector<ActivityId> provokes{};
    /// Movements that tend to hurt or fall short.
    std::vector<MovementId> limits{};
    /// What the pain is often taken for, or what else can feel like it, in plain phrases.
    std::vector<std::string> lookAlikes{};
    SelfCare selfCare{};
    std::optional<SecondLook> secondLook{};
};

} // namespace palpate
