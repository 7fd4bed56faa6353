// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/id.h"
#include "core/side.h"
#include "referral/source.h"

namespace palpate {

/// Muscles of one group share one published pattern: they are ranked and counted together.
using ReferralGroupId = NameId<struct ReferralGroupTag>;

/// A typical trigger-point site of the textbooks ("infraspinatus-1"); a person's own point is a PointId.
using SiteId = NameId<struct SiteTag>;

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

/// A typical site and the pattern felt from it. No zone stands twice on the same side.
struct SitePattern {
    SiteId id;
    std::string name;
    /// Where it lies, in words.
    std::string site;
    SiteSides sides;
    /// Zones felt by nearly everyone who has the pattern; at least one.
    std::vector<ZoneHit> essential;
    /// Zones felt by some.
    std::vector<ZoneHit> spillover;
};

struct MuscleNames {
    std::string common;
    /// Terminologia Anatomica.
    std::string latin;
    /// What people call it; at least one.
    std::vector<std::string> people;
};

/// What is published about where a muscle refers pain. Source: the citations it carries, mostly the drawings of
/// Travell and Simons' manuals re-expressed in zones: likelihoods with soft edges, never a diagnosis.
struct MusclePattern {
    MuscleId id;
    ReferralGroupId referralGroup;
    MuscleNames names;
    /// What the muscle does, one plain sentence.
    std::string action;
    /// Where people feel it, two or three plain sentences fit to show.
    std::string explanation;
    /// At least one.
    std::vector<SitePattern> triggerPoints;
    /// At least one.
    std::vector<Citation> sources;
};

} // namespace palpate
