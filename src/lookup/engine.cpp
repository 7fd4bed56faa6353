// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/engine.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <tuple>
#include <utility>

#include "lookup/evidence.h"
#include "lookup/explainingset.h"
#include "lookup/model.h"

namespace palpate {

namespace {

using namespace lookup;

constexpr double spilloverExplains = 0.6;
/// Likelihoods that differ by less came from the same drawings added up in another order.
constexpr double sameOdds = 1e-9;

/// One group on the side that fits it best.
struct Standing {
    const GroupModel *group;
    Hypothesis hypothesis;
    Evidence::Fit fit;
    /// The other side fits as well: what was said does not tell the sides apart for this group.
    bool isEitherSide;
};

[[nodiscard]] std::span<const Hypothesis> hypothesesFor(const GroupModel &group, const Evidence &evidence)
{
    static constexpr std::array all{Hypothesis::left, Hypothesis::right, Hypothesis::both};
    // Where nobody speaks of sides, the left stands for either; sites that one side alone has are looked at there.
    const bool isSided = evidence.hasSides() && !group.isUnpaired;
    const bool isOneSided =
        std::ranges::any_of(group.sites, [](const SiteModel &site) { return site.sides != SiteSides::both; });
    const bool hasOwn = !group.own.empty() && !group.isUnpaired;
    return std::span{all}.first(isSided ? 3 : isOneSided || hasOwn ? 2 : 1);
}

[[nodiscard]] Standing standingOf(const GroupModel &group, const Evidence &evidence)
{
    Standing best{&group, Hypothesis::left, {-1e9, 0}, false};
    for (const Hypothesis hypothesis : hypothesesFor(group, evidence)) {
        const Evidence::Fit fit = evidence.fitOf(group, hypothesis);
        if (fit.odds > best.fit.odds + sameOdds) {
            best = {&group, hypothesis, fit, false};
        } else if (hypothesis == Hypothesis::right && fit.odds > best.fit.odds - sameOdds) {
            best.isEitherSide = true;
        }
    }
    return best;
}

[[nodiscard]] CandidateSide sideOf(const Standing &standing, const Evidence &evidence)
{
    if (standing.group->isUnpaired) {
        return CandidateSide::midline;
    }
    if (!evidence.hasSides() || standing.isEitherSide) {
        return CandidateSide::either;
    }
    switch (standing.hypothesis) {
    case Hypothesis::left:
        return CandidateSide::left;
    case Hypothesis::right:
        return CandidateSide::right;
    case Hypothesis::both:
        break;
    }
    return CandidateSide::both;
}

/// Where the side of a candidate is open, own points of either side count.
[[nodiscard]] Looked lookedAt(const Standing &standing, const Evidence &evidence)
{
    const CandidateSide side = sideOf(standing, evidence);
    const bool isOpen = side == CandidateSide::either || side == CandidateSide::both;
    return {standing.hypothesis, isOpen ? Hypothesis::both : standing.hypothesis};
}

void addOnce(const ZoneId &zone, std::vector<ZoneId> &zones)
{
    if (std::ranges::find(zones, zone) == zones.end()) {
        zones.push_back(zone);
    }
}

class Ranker {
public:
    Ranker(const Model &model, const LookupQuery &query) : m_model{model}, m_query{query}, m_evidence{model, query} {}

    [[nodiscard]] Ranking rank() const
    {
        Ranking ranking;
        if (m_evidence.felt().empty()) {
            return ranking;
        }
        std::vector<Standing> standings;
        double all = m_model.weights().noneOfThese;
        for (const GroupModel &group : m_model.groups()) {
            standings.push_back(standingOf(group, m_evidence));
            all += softened(standings.back());
        }
        std::ranges::stable_sort(standings, [](const Standing &one, const Standing &other) {
            return one.fit.odds > other.fit.odds + sameOdds;
        });
        for (const Standing &standing : standings) {
            if (auto candidate = candidateOf(standing, softened(standing) / all)) {
                candidate->tied = !ranking.candidates.empty() && ranking.candidates.back().score == candidate->score;
                ranking.candidates.push_back(*std::move(candidate));
            }
        }
        const Explanation explanation = explain(m_evidence);
        ranking.explainingSet = explanation.groups;
        for (const std::size_t at : explanation.unexplained) {
            for (const ZoneId &zone : m_evidence.felt()[at].ids) {
                addOnce(zone, ranking.unexplained);
            }
        }
        return ranking;
    }

private:
    /// Scores are told to four places: what lies closer together is equal for all that is known.
    [[nodiscard]] static double rounded(double score) { return std::round(score * 1e4) / 1e4; }

    [[nodiscard]] double softened(const Standing &standing) const
    {
        return std::exp(standing.fit.odds / m_model.weights().temperature);
    }

    /// Nothing where neither the patterns nor the muscles are where it hurts.
    [[nodiscard]] std::optional<Candidate> candidateOf(const Standing &standing, double score) const
    {
        const GroupModel &group = *standing.group;
        Candidate candidate{
            group.id, group.muscles, sideOf(standing, m_evidence), rounded(score), 0, 0, false, false, {}, {}, {}};
        double all = 0;
        for (const Place &place : m_evidence.felt()) {
            const auto reach = reachOf(m_model, group, place, lookedAt(standing, m_evidence));
            all += place.weight;
            candidate.explains += !reach ? 0 : place.weight * (*reach == HitKind::essential ? 1 : spilloverExplains);
        }
        candidate.explains = rounded(candidate.explains / all);
        candidate.felt = rounded(standing.fit.felt);
        sortZones(standing, candidate);
        std::vector<ZoneId> above = zonesAbove(standing);
        candidate.local = candidate.explains == 0 && !above.empty();
        if (candidate.explains == 0 && !candidate.local) {
            return std::nullopt;
        }
        addReasons(standing, std::move(above), candidate);
        return candidate;
    }

    void sortZones(const Standing &standing, Candidate &candidate) const
    {
        const Looked looked = lookedAt(standing, m_evidence);
        for (const Place &place : m_evidence.felt()) {
            for (std::size_t at = 0; at < place.zones.size(); ++at) {
                const auto reach = reachOf(m_model, *standing.group, place.zones[at], place.side, looked);
                if (reach) {
                    addOnce(place.ids[at], *reach == HitKind::essential ? candidate.essential : candidate.spillover);
                }
            }
        }
        // A zone felt on both sides may be the one here and the other there.
        std::erase_if(candidate.spillover, [&candidate](const ZoneId &zone) {
            return std::ranges::find(candidate.essential, zone) != candidate.essential.end();
        });
    }

    /// Zones of the query that lie above a muscle of the group, on its side.
    [[nodiscard]] std::vector<ZoneId> zonesAbove(const Standing &standing) const
    {
        std::vector<ZoneId> zones;
        for (const Place &place : m_evidence.felt()) {
            const bool isOtherSide =
                !standing.isEitherSide && ((place.side == FeltSide::left && standing.hypothesis == Hypothesis::right) ||
                                           (place.side == FeltSide::right && standing.hypothesis == Hypothesis::left));
            if (isOtherSide && !standing.group->isUnpaired) {
                continue;
            }
            for (std::size_t at = 0; at < place.zones.size(); ++at) {
                if (standing.group->above.contains(place.zones[at])) {
                    addOnce(place.ids[at], zones);
                }
            }
        }
        return zones;
    }

    [[nodiscard]] FeltByYou ownReasonFor(const Standing &standing) const
    {
        FeltByYou reason{{}, 0};
        const Hypothesis hypothesis = lookedAt(standing, m_evidence).own;
        for (const SiteModel &own : standing.group->own) {
            bool isReached = false;
            for (const Place &place : m_evidence.felt()) {
                for (std::size_t at = 0; at < place.zones.size(); ++at) {
                    if (ownReachOf(m_model, *standing.group, own, place.zones[at], place.side, hypothesis)) {
                        addOnce(place.ids[at], reason.zones);
                        isReached = true;
                    }
                }
            }
            reason.points += isReached ? 1U : 0U;
        }
        return reason;
    }

    void addReasons(const Standing &standing, std::vector<ZoneId> above, Candidate &candidate) const
    {
        const GroupModel &group = *standing.group;
        std::vector<Reason> &reasons = candidate.reasons;
        if (FeltByYou own = ownReasonFor(standing); own.points > 0) {
            reasons.emplace_back(std::move(own));
        }
        if (!candidate.essential.empty()) {
            reasons.emplace_back(FeltEssential{candidate.essential});
        }
        if (!candidate.spillover.empty()) {
            reasons.emplace_back(FeltSpillover{candidate.spillover});
        }
        if (candidate.local) {
            reasons.emplace_back(LiesThere{std::move(above)});
        }
        if (auto listed = listedIn(group.provokes, m_query.provokedBy); !listed.empty()) {
            reasons.emplace_back(ProvokedBy{std::move(listed)});
        }
        if (auto listed = listedIn(group.limits, m_query.limited); !listed.empty()) {
            reasons.emplace_back(LimitedIn{std::move(listed)});
        }
        SparedThough spared;
        for (const Place &place : m_evidence.spared()) {
            if (reachOf(m_model, group, place, lookedAt(standing, m_evidence)) == HitKind::essential) {
                std::ranges::for_each(place.ids, [&spared](const ZoneId &zone) { addOnce(zone, spared.zones); });
            }
        }
        if (!spared.zones.empty()) {
            reasons.emplace_back(std::move(spared));
        }
        if (group.naming == Naming::often) {
            reasons.emplace_back(OftenNamed{});
        }
    }

    template <typename Id>
    [[nodiscard]] static std::vector<Id> listedIn(const std::set<Id> &list, const std::vector<Id> &named)
    {
        std::vector<Id> both;
        std::ranges::copy_if(named, std::back_inserter(both), [&list](const Id &id) { return list.contains(id); });
        return both;
    }

    const Model &m_model;
    const LookupQuery &m_query;
    Evidence m_evidence;
};

} // namespace

LookupEngine::LookupEngine(const KnowledgeBase &base, const Surroundings &surroundings, const LookupWeights &weights,
                           std::span<const OwnReferral> own)
    : m_model{std::make_unique<const Model>(base, surroundings, weights, own)}
{}

LookupEngine::~LookupEngine() = default;
LookupEngine::LookupEngine(LookupEngine &&) noexcept = default;
LookupEngine &LookupEngine::operator=(LookupEngine &&) noexcept = default;

Ranking LookupEngine::rank(const LookupQuery &query) const { return Ranker{*m_model, query}.rank(); }

} // namespace palpate
