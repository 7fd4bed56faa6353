// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "lookup/ownreferral.h"
#include "lookup/weights.h"
#include "referral/knowledgebase.h"
#include "referral/referral.h"
#include "referral/surroundings.h"

// What the engine computes with: patterns as chances, made once from the knowledge base.
namespace palpate::lookup {

/// A zone on a side: twice the zone's place in the base, and 1 more on the right. Midline zones have no right.
using Slot = std::size_t;

struct PatternZone {
    Slot slot;
    /// As in the drawing, see ZoneHit::weight.
    double weight;
    HitKind kind;
};

/// What one site of a muscle on the left (or in the middle) does; the right is its mirror image.
struct SiteModel {
    SiteSides sides = SiteSides::both;
    std::vector<PatternZone> zones;
    /// By slot: the chance that a person with this site at work feels pain there.
    std::vector<double> chances;
    /// Their logarithms: what a ranking sums up.
    std::vector<double> logChances;
    /// For each of `zones`: the logarithm of the chance that nothing is felt there.
    std::vector<double> logMissing;
};

struct GroupModel {
    ReferralGroupId id;
    std::vector<MuscleId> muscles{};
    /// One for each site with zones, and where there are several one for all at once. Empty where no pattern is
    /// published and the group can only be local.
    std::vector<SiteModel> sites{};
    /// What the person's own points in its muscles do, one for each. Those of the right are mirrored like the muscle
    /// itself; of an unpaired muscle all three hypotheses are the left.
    std::vector<SiteModel> own{};
    /// By slot, of all sites together, without the own; nothing where the pattern does not reach.
    std::vector<std::optional<HitKind>> reach{};
    /// Places in the base of the zones above its muscles.
    std::set<std::size_t> above{};
    std::set<ActivityId> provokes{};
    std::set<MovementId> limits{};
    bool isUnpaired = false;
    Naming naming = Naming::sometimes;
};

class Model {
public:
    Model(const KnowledgeBase &base, const Surroundings &surroundings, const LookupWeights &weights,
          std::span<const OwnReferral> own = {});

    [[nodiscard]] const LookupWeights &weights() const noexcept { return m_weights; }
    [[nodiscard]] const std::vector<GroupModel> &groups() const noexcept { return m_groups; }
    [[nodiscard]] std::size_t slotCount() const noexcept { return m_midline.size() * 2; }
    /// Nothing for a zone that is not in the base.
    [[nodiscard]] std::optional<std::size_t> zoneIndex(const ZoneId &zone) const;
    [[nodiscard]] bool isMidline(std::size_t zone) const { return m_midline[zone]; }
    [[nodiscard]] Slot mirrored(Slot slot) const { return m_midline[slot / 2] ? slot : slot ^ 1U; }
    /// Places in the base of the zones beside a zone.
    [[nodiscard]] const std::vector<std::size_t> &near(std::size_t zone) const { return m_near[zone]; }

private:
    [[nodiscard]] Slot slotOf(const ZoneId &zone, Side side) const;
    [[nodiscard]] SiteModel siteOf(const MusclePattern &pattern, const SitePattern &site, bool isUnpaired) const;
    void addMuscle(const MusclePattern &pattern, const Surroundings &surroundings, GroupModel &group) const;
    /// Nothing where no zone of it is known and painted, or where it has no side though the muscle has two.
    [[nodiscard]] std::optional<SiteModel> siteOf(const OwnReferral &own, bool isUnpaired) const;
    void finish(GroupModel &group) const;
    void workOutChances(const GroupModel &group, SiteModel &site) const;
    [[nodiscard]] std::vector<double> chancesOf(const std::vector<PatternZone> &zones, const GroupModel &group) const;

    LookupWeights m_weights;
    std::map<ZoneId, std::size_t> m_zones;
    std::vector<bool> m_midline;
    std::vector<std::vector<std::size_t>> m_near;
    std::vector<GroupModel> m_groups;
};

} // namespace palpate::lookup
