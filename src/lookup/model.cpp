// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/model.h"

#include <algorithm>
#include <cmath>

namespace palpate::lookup {

namespace {

/// Adds to `zones` what is not there yet; of two for one slot the stronger stays.
void merge(const std::vector<PatternZone> &added, std::vector<PatternZone> &zones)
{
    for (const PatternZone &zone : added) {
        const auto at = std::ranges::find(zones, zone.slot, &PatternZone::slot);
        if (at == zones.end()) {
            zones.push_back(zone);
        } else if (at->kind == zone.kind ? zone.weight > at->weight : zone.kind == HitKind::essential) {
            *at = zone;
        }
    }
}

} // namespace

Model::Model(const KnowledgeBase &base, const Surroundings &surroundings, const LookupWeights &weights,
             std::span<const OwnReferral> own)
    : m_weights{weights}
{
    for (const Zone &zone : base.zones()) {
        m_zones.emplace(zone.id, m_midline.size());
        m_midline.push_back(zone.laterality == Laterality::midline);
    }
    m_near.resize(m_midline.size());
    for (const auto &[zone, neighbours] : surroundings.neighbours) {
        for (const ZoneId &neighbour : neighbours) {
            m_near[m_zones.at(zone)].push_back(m_zones.at(neighbour));
        }
    }
    std::map<ReferralGroupId, GroupModel> groups;
    for (const MusclePattern &pattern : base.patterns()) {
        GroupModel &group = groups.try_emplace(pattern.referralGroup, GroupModel{pattern.referralGroup}).first->second;
        if (const auto naming = surroundings.naming.find(group.id); naming != surroundings.naming.end()) {
            group.naming = naming->second;
        }
        addMuscle(pattern, surroundings, group);
        for (const OwnReferral &referral : own) {
            if (referral.muscle == pattern.id) {
                if (auto site = siteOf(referral, group.isUnpaired)) {
                    group.own.push_back(*std::move(site));
                }
            }
        }
    }
    for (auto &[id, group] : groups) {
        finish(group);
        m_groups.push_back(std::move(group));
    }
}

std::optional<std::size_t> Model::zoneIndex(const ZoneId &zone) const
{
    const auto at = m_zones.find(zone);
    return at == m_zones.end() ? std::nullopt : std::optional{at->second};
}

Slot Model::slotOf(const ZoneId &zone, Side side) const { return m_zones.at(zone) * 2 + (side == Side::right ? 1 : 0); }

SiteModel Model::siteOf(const MusclePattern &pattern, const SitePattern &site, bool isUnpaired) const
{
    SiteModel model;
    model.sides = site.sides;
    for (const ReferredZone &zone : referralOf(pattern, site, isUnpaired ? Side::midline : Side::left).zones) {
        model.zones.push_back({slotOf(zone.zone, zone.side), zone.weight, zone.kind});
    }
    return model;
}

std::optional<SiteModel> Model::siteOf(const OwnReferral &own, bool isUnpaired) const
{
    if (!isUnpaired && own.side == Side::midline) {
        return std::nullopt;
    }
    SiteModel model;
    const bool isRight = !isUnpaired && own.side == Side::right;
    model.sides = isUnpaired ? SiteSides::both : isRight ? SiteSides::right : SiteSides::left;
    std::vector<PatternZone> zones;
    for (const PaintedZone &painted : own.zones) {
        const auto zone = zoneIndex(painted.zone);
        const auto weight = paintedWeight(painted.covered);
        if (!zone || !weight) {
            continue;
        }
        const bool isHeart = *weight == 1;
        PatternZone added{*zone * 2, isHeart ? 1 : *weight * m_weights.ownSpillover,
                          isHeart ? HitKind::essential : HitKind::spillover};
        // A zone that has two sides, painted without one, may be either.
        if (isMidline(*zone) || painted.side != Side::right) {
            added.slot = isRight ? mirrored(*zone * 2) : *zone * 2;
            zones.push_back(added);
        }
        if (!isMidline(*zone) && painted.side != Side::left) {
            added.slot = isRight ? *zone * 2 : *zone * 2 + 1;
            zones.push_back(added);
        }
    }
    merge(zones, model.zones);
    return model.zones.empty() ? std::nullopt : std::optional{std::move(model)};
}

void Model::addMuscle(const MusclePattern &pattern, const Surroundings &surroundings, GroupModel &group) const
{
    group.muscles.push_back(pattern.id);
    group.isUnpaired = surroundings.unpaired.contains(pattern.id);
    group.provokes.insert(pattern.provokes.begin(), pattern.provokes.end());
    group.limits.insert(pattern.limits.begin(), pattern.limits.end());
    if (const auto above = surroundings.above.find(pattern.id); above != surroundings.above.end()) {
        for (const ZoneId &zone : above->second) {
            group.above.insert(m_zones.at(zone));
        }
    }
    for (const SitePattern &site : pattern.triggerPoints) {
        if (!site.essential.empty() || !site.spillover.empty()) {
            group.sites.push_back(siteOf(pattern, site, group.isUnpaired));
        }
    }
}

void Model::finish(GroupModel &group) const
{
    SiteModel all;
    for (const SiteModel &site : group.sites) {
        merge(site.zones, all.zones);
    }
    group.reach.resize(slotCount());
    for (const PatternZone &zone : all.zones) {
        group.reach[zone.slot] = zone.kind;
    }
    // Several sites are often at work together; a single one is its own sum.
    if (group.sites.size() != 1) {
        group.sites.push_back(std::move(all));
    }
    std::ranges::for_each(group.sites, [&](SiteModel &site) { workOutChances(group, site); });
    std::ranges::for_each(group.own, [&](SiteModel &site) { workOutChances(group, site); });
}

void Model::workOutChances(const GroupModel &group, SiteModel &site) const
{
    // Nearly all chances are the smallest one.
    const double logStray = std::log(m_weights.stray);
    site.chances = chancesOf(site.zones, group);
    for (const double chance : site.chances) {
        site.logChances.push_back(chance == m_weights.stray ? logStray : std::log(chance));
    }
    for (const PatternZone &zone : site.zones) {
        site.logMissing.push_back(std::log(1 - site.chances[zone.slot]));
    }
}

std::vector<double> Model::chancesOf(const std::vector<PatternZone> &zones, const GroupModel &group) const
{
    std::vector<double> chances(slotCount(), m_weights.stray);
    const auto raise = [&chances](Slot slot, double chance) { chances[slot] = std::max(chances[slot], chance); };
    for (const PatternZone &zone : zones) {
        const bool isEssential = zone.kind == HitKind::essential;
        const double drawn = zone.weight * (isEssential ? m_weights.essential : m_weights.spillover);
        raise(zone.slot, drawn);
        for (const std::size_t neighbour : near(zone.slot / 2)) {
            if (isMidline(neighbour)) {
                raise(neighbour * 2, drawn * m_weights.near);
            } else if (isMidline(zone.slot / 2)) {
                raise(neighbour * 2, drawn * m_weights.near);
                raise(neighbour * 2 + 1, drawn * m_weights.near);
            } else {
                raise(neighbour * 2 + zone.slot % 2, drawn * m_weights.near);
            }
        }
    }
    for (const std::size_t zone : group.above) {
        raise(zone * 2, m_weights.local);
        // The muscles of the model are those of the left.
        if (group.isUnpaired) {
            raise(zone * 2 + 1, m_weights.local);
        }
    }
    return chances;
}

} // namespace palpate::lookup
