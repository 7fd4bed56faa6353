// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/evidence.h"

#include <algorithm>
#include <cmath>

namespace palpate::lookup {

namespace {

/// As much as a ranking needs; more would only slow it.
constexpr std::size_t mostPlaces = 64;

[[nodiscard]] double chanceAt(const Model &model, const SiteModel &site, Slot slot, Hypothesis hypothesis)
{
    switch (hypothesis) {
    case Hypothesis::left:
        return site.chances[slot];
    case Hypothesis::right:
        return site.chances[model.mirrored(slot)];
    case Hypothesis::both:
        break;
    }
    return std::max(site.chances[slot], site.chances[model.mirrored(slot)]);
}

/// The slots of a zone that a place of that side may mean.
template <typename Visit> void forSlots(const Model &model, FeltSide side, std::size_t zone, Visit visit)
{
    if (model.isMidline(zone) || side != FeltSide::right) {
        visit(zone * 2);
    }
    if (!model.isMidline(zone) && side != FeltSide::left) {
        visit(zone * 2 + 1);
    }
}

[[nodiscard]] std::optional<HitKind> stronger(std::optional<HitKind> one, std::optional<HitKind> other)
{
    return other && (!one || *other == HitKind::essential) ? other : one;
}

/// The share of groups that list it.
template <typename Id>
[[nodiscard]] double averageListed(const Model &model, std::set<Id> GroupModel::*list, const Id &id)
{
    const auto listed = static_cast<double>(
        std::ranges::count_if(model.groups(), [&](const GroupModel &group) { return (group.*list).contains(id); }));
    const double share = listed / static_cast<double>(std::max<std::size_t>(1, model.groups().size()));
    return share * model.weights().provoked + (1 - share) * model.weights().provokedAnyway;
}

} // namespace

double chanceOf(const Model &model, const SiteModel &site, const Place &place, Hypothesis hypothesis)
{
    double none = 1;
    for (const std::size_t zone : place.zones) {
        double best = 0;
        forSlots(model, place.side, zone,
                 [&](Slot slot) { best = std::max(best, chanceAt(model, site, slot, hypothesis)); });
        none *= 1 - best;
    }
    return 1 - none;
}

double logChanceOf(const Model &model, const SiteModel &site, const Place &place, Hypothesis hypothesis)
{
    const bool isOneSlot = place.zones.size() == 1 && hypothesis != Hypothesis::both &&
                           (place.side != FeltSide::either || model.isMidline(place.zones.front()));
    if (!isOneSlot) {
        return std::log(chanceOf(model, site, place, hypothesis));
    }
    // The usual case of a drawing, worked out before.
    const bool isRight = place.side == FeltSide::right && !model.isMidline(place.zones.front());
    const Slot slot = place.zones.front() * 2 + (isRight ? 1 : 0);
    return site.logChances[hypothesis == Hypothesis::right ? model.mirrored(slot) : slot];
}

std::optional<HitKind> ownReachOf(const Model &model, const GroupModel &group, const SiteModel &own, std::size_t zone,
                                  FeltSide side, Hypothesis hypothesis)
{
    const bool isRight = own.sides == SiteSides::right;
    if (!group.isUnpaired && hypothesis == (isRight ? Hypothesis::left : Hypothesis::right)) {
        return std::nullopt;
    }
    std::optional<HitKind> best;
    forSlots(model, side, zone, [&](Slot slot) {
        const auto at = std::ranges::find(own.zones, isRight ? model.mirrored(slot) : slot, &PatternZone::slot);
        if (at != own.zones.end()) {
            best = stronger(best, at->kind);
        }
    });
    return best;
}

std::optional<HitKind> reachOf(const Model &model, const GroupModel &group, std::size_t zone, FeltSide side,
                               Looked looked)
{
    std::optional<HitKind> best;
    forSlots(model, side, zone, [&](Slot slot) {
        if (looked.books != Hypothesis::right) {
            best = stronger(best, group.reach[slot]);
        }
        if (looked.books != Hypothesis::left) {
            best = stronger(best, group.reach[model.mirrored(slot)]);
        }
    });
    for (const SiteModel &own : group.own) {
        best = stronger(best, ownReachOf(model, group, own, zone, side, looked.own));
    }
    return best;
}

std::optional<HitKind> reachOf(const Model &model, const GroupModel &group, const Place &place, Looked looked)
{
    std::optional<HitKind> best;
    for (const std::size_t zone : place.zones) {
        best = stronger(best, reachOf(model, group, zone, place.side, looked));
    }
    return best;
}

bool isPossible(const GroupModel &group, const SiteModel &site, Hypothesis hypothesis)
{
    return group.isUnpaired || site.sides == SiteSides::both ||
           (site.sides == SiteSides::right ? hypothesis == Hypothesis::right : hypothesis == Hypothesis::left);
}

Evidence::Evidence(const Model &model, const LookupQuery &query)
    : m_model{model},
      m_query{query},
      m_surely(model.slotCount(), 0),
      m_nearly(model.slotCount(), 0),
      m_fits(model.groups().size())
{
    for (const FeltPlace &place : query.felt) {
        add(place, m_felt);
    }
    for (const FeltPlace &place : query.spared) {
        add(place, m_spared);
    }
    for (const Place &place : m_felt) {
        m_logAverageFelt.push_back(std::log(averageChance(place)));
        for (const std::size_t zone : place.zones) {
            const double share = 1 / std::sqrt(static_cast<double>(place.zones.size()));
            forSlots(model, place.side, zone, [&](Slot slot) { m_surely[slot] = std::max(m_surely[slot], share); });
        }
    }
    for (const Place &place : m_spared) {
        m_averageSpared.push_back(averageChance(place));
    }
    constexpr double besideFelt = 0.5;
    for (Slot slot = 0; slot < model.slotCount(); ++slot) {
        m_nearly[slot] = m_surely[slot];
        for (const std::size_t zone : model.near(slot / 2)) {
            const Slot beside = zone * 2 + (model.isMidline(zone) ? 0 : slot % 2);
            m_nearly[slot] = std::max(m_nearly[slot], besideFelt * m_surely[beside]);
        }
    }
    for (const ActivityId &activity : query.provokedBy) {
        m_averageProvoked.push_back(averageListed(model, &GroupModel::provokes, activity));
    }
    for (const MovementId &movement : query.limited) {
        m_averageLimited.push_back(averageListed(model, &GroupModel::limits, movement));
    }
}

void Evidence::add(const FeltPlace &place, std::vector<Place> &places)
{
    Place known{{}, {}, place.side, std::clamp(place.weight, 0.0, 1.0)};
    bool isSided = false;
    for (const ZoneId &zone : place.zones) {
        if (const auto index = m_model.zoneIndex(zone)) {
            known.zones.push_back(*index);
            known.ids.push_back(zone);
            isSided = isSided || !m_model.isMidline(*index);
        }
    }
    if (known.zones.empty() || known.weight == 0 || places.size() + 2 > mostPlaces) {
        return;
    }
    if (!isSided) {
        known.side = FeltSide::either;
    }
    m_hasSides = m_hasSides || known.side != FeltSide::either;
    if (known.side != FeltSide::both) {
        places.push_back(std::move(known));
        return;
    }
    known.side = FeltSide::left;
    places.push_back(known);
    known.side = FeltSide::right;
    places.push_back(std::move(known));
}

double Evidence::averageChance(const Place &place) const
{
    double sum = 0;
    double count = 0;
    for (const GroupModel &group : m_model.groups()) {
        double best = 0;
        for (const SiteModel &site : group.sites) {
            best += std::max(chanceOf(m_model, site, place, Hypothesis::left),
                             chanceOf(m_model, site, place, Hypothesis::right)) /
                    static_cast<double>(group.sites.size());
        }
        sum += best;
        ++count;
    }
    return count == 0 ? 1 : sum / count;
}

double Evidence::feltAt(Slot slot, Hypothesis hypothesis) const
{
    const double here = m_nearly[slot];
    const double there = m_nearly[m_model.mirrored(slot)];
    switch (hypothesis) {
    case Hypothesis::left:
        return here;
    case Hypothesis::right:
        return there;
    case Hypothesis::both:
        break;
    }
    return (here + there) / 2;
}

double Evidence::oddsOf(const SiteModel &site, Hypothesis hypothesis) const
{
    const LookupWeights &weights = m_model.weights();
    double odds = 0;
    for (std::size_t at = 0; at < m_felt.size(); ++at) {
        odds += m_felt[at].weight * (logChanceOf(m_model, site, m_felt[at], hypothesis) - m_logAverageFelt[at]);
    }
    for (std::size_t at = 0; at < m_spared.size(); ++at) {
        const double chance = chanceOf(m_model, site, m_spared[at], hypothesis);
        odds += m_spared[at].weight * std::log((1 - chance) / (1 - m_averageSpared[at]));
    }
    for (std::size_t at = 0; at < site.zones.size(); ++at) {
        const double missing = 1 - feltAt(site.zones[at].slot, hypothesis);
        odds += weights.unmentioned * missing * site.logMissing[at];
    }
    return odds;
}

double Evidence::oddsOfProvoking(const GroupModel &group) const
{
    const LookupWeights &weights = m_model.weights();
    double odds = 0;
    const auto weigh = [&odds, &weights](bool isListed, double average) {
        odds += weights.provocation * std::log((isListed ? weights.provoked : weights.provokedAnyway) / average);
    };
    for (std::size_t at = 0; at < m_query.provokedBy.size(); ++at) {
        weigh(group.provokes.contains(m_query.provokedBy[at]), m_averageProvoked[at]);
    }
    for (std::size_t at = 0; at < m_query.limited.size(); ++at) {
        weigh(group.limits.contains(m_query.limited[at]), m_averageLimited[at]);
    }
    return odds;
}

double Evidence::shareFelt(const SiteModel &site, Hypothesis hypothesis) const
{
    double felt = 0;
    double all = 0;
    for (const PatternZone &zone : site.zones) {
        const Slot slot = hypothesis == Hypothesis::right ? m_model.mirrored(zone.slot) : zone.slot;
        const bool isFelt =
            m_surely[slot] > 0 || (hypothesis == Hypothesis::both && m_surely[m_model.mirrored(slot)] > 0);
        felt += isFelt ? zone.weight : 0;
        all += zone.weight;
    }
    return all == 0 ? 0 : felt / all;
}

const Evidence::Fit &Evidence::fitOf(const GroupModel &group, Hypothesis hypothesis) const
{
    const auto place = static_cast<std::size_t>(&group - m_model.groups().data());
    auto &fit = m_fits[place][static_cast<std::size_t>(hypothesis)];
    if (!fit) {
        fit = workOut(group, hypothesis);
    }
    return *fit;
}

void Evidence::add(const SiteModel &site, Hypothesis hypothesis, Mixture &mixture) const
{
    ++mixture.possible;
    const double odds = oddsOf(site, hypothesis);
    mixture.sum += std::exp(odds);
    if (odds > mixture.best.odds) {
        mixture.best = {odds, shareFelt(site, hypothesis)};
    }
}

Evidence::Mixture Evidence::mixtureOfBooks(const GroupModel &group, Hypothesis hypothesis) const
{
    // Which of the group's sites it is, nobody knows: each is as likely as the others, so that a group with many sites
    // has no more chances than one with a single one.
    Mixture mixture;
    for (const SiteModel &site : group.sites) {
        if (isPossible(group, site, hypothesis)) {
            add(site, hypothesis, mixture);
        }
    }
    return mixture;
}

Evidence::Mixture Evidence::mixtureOfOwn(const GroupModel &group, Hypothesis hypothesis) const
{
    const auto hasOwnOn = [&group](SiteSides side) {
        return std::ranges::find(group.own, side, &SiteModel::sides) != group.own.end();
    };
    // Both sides can do it where both have done it.
    const bool isBoth = hypothesis == Hypothesis::both && hasOwnOn(SiteSides::left) && hasOwnOn(SiteSides::right);
    Mixture mixture;
    for (const SiteModel &site : group.own) {
        if (isBoth || isPossible(group, site, hypothesis)) {
            add(site, group.isUnpaired ? Hypothesis::left : hypothesis, mixture);
        }
    }
    return mixture;
}

Evidence::Fit Evidence::workOut(const GroupModel &group, Hypothesis hypothesis) const
{
    const LookupWeights &weights = m_model.weights();
    const Mixture books = mixtureOfBooks(group, hypothesis);
    const Mixture own = mixtureOfOwn(group, hypothesis);
    if (books.possible + own.possible == 0) {
        return books.best;
    }
    double likelihood = books.likelihood();
    if (own.likelihood() > likelihood) {
        likelihood += weights.own * (own.likelihood() - likelihood);
    }
    double odds = std::log(likelihood) + oddsOfProvoking(group);
    odds += group.naming == Naming::often ? weights.oftenNamed : 0;
    odds += group.naming == Naming::rarely ? weights.rarelyNamed : 0;
    odds += hypothesis == Hypothesis::both ? weights.bothSides : 0;
    return {odds, own.best.odds > books.best.odds ? own.best.felt : books.best.felt};
}

} // namespace palpate::lookup
