// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "lookup/model.h"
#include "lookup/query.h"
#include "lookup/ranking.h"

// What a query says for and against each group.
namespace palpate::lookup {

/// Which side of its muscles a group is taken to be at work on. For an unpaired muscle all three are the same.
enum class Hypothesis : std::uint8_t { left, right, both };

/// A felt or spared place in the model's numbers, on one side or on none.
struct Place {
    std::vector<std::size_t> zones;
    /// Their names, in the same order.
    std::vector<ZoneId> ids;
    /// left, right or either: a place on both sides is two of these.
    FeltSide side;
    double weight;
};

/// The chance that the place hurts when the site is at work.
[[nodiscard]] double chanceOf(const Model &model, const SiteModel &site, const Place &place, Hypothesis hypothesis);

/// Its logarithm.
[[nodiscard]] double logChanceOf(const Model &model, const SiteModel &site, const Place &place, Hypothesis hypothesis);

/// On which side of a group's muscles sites are looked at: those of the books, and those of the person, which differ
/// from side to side (`both`: on either).
struct Looked {
    Hypothesis books;
    Hypothesis own;
};

/// The best that the group's patterns, its own among them, have for the place.
[[nodiscard]] std::optional<HitKind> reachOf(const Model &model, const GroupModel &group, const Place &place,
                                             Looked looked);
/// The same for one of its zones.
[[nodiscard]] std::optional<HitKind> reachOf(const Model &model, const GroupModel &group, std::size_t zone,
                                             FeltSide side, Looked looked);
/// The same for one own site of the group.
[[nodiscard]] std::optional<HitKind> ownReachOf(const Model &model, const GroupModel &group, const SiteModel &own,
                                                std::size_t zone, FeltSide side, Hypothesis hypothesis);

/// Whether a site described for one side only can be meant.
[[nodiscard]] bool isPossible(const GroupModel &group, const SiteModel &site, Hypothesis hypothesis);

class Evidence {
public:
    Evidence(const Model &model, const LookupQuery &query);

    [[nodiscard]] const Model &model() const noexcept { return m_model; }
    [[nodiscard]] const std::vector<Place> &felt() const noexcept { return m_felt; }
    [[nodiscard]] const std::vector<Place> &spared() const noexcept { return m_spared; }
    /// False where nothing in the query says on which side.
    [[nodiscard]] bool hasSides() const noexcept { return m_hasSides; }

    struct Fit {
        /// Log-odds for the group against the average of all.
        double odds;
        /// The share of the best site's pattern that is felt.
        double felt;
    };
    /// Worked out once for each group and side.
    [[nodiscard]] const Fit &fitOf(const GroupModel &group, Hypothesis hypothesis) const;

private:
    /// Several sites, each as likely as the others.
    struct Mixture {
        double sum = 0;
        std::size_t possible = 0;
        Fit best{-1e9, 0};

        [[nodiscard]] double likelihood() const { return possible == 0 ? 0 : sum / static_cast<double>(possible); }
    };

    void add(const SiteModel &site, Hypothesis hypothesis, Mixture &mixture) const;
    [[nodiscard]] Mixture mixtureOfBooks(const GroupModel &group, Hypothesis hypothesis) const;
    [[nodiscard]] Mixture mixtureOfOwn(const GroupModel &group, Hypothesis hypothesis) const;
    [[nodiscard]] Fit workOut(const GroupModel &group, Hypothesis hypothesis) const;
    void add(const FeltPlace &place, std::vector<Place> &places);
    [[nodiscard]] double averageChance(const Place &place) const;
    [[nodiscard]] double oddsOf(const SiteModel &site, Hypothesis hypothesis) const;
    [[nodiscard]] double oddsOfProvoking(const GroupModel &group) const;
    /// 1 where the slot is felt, less where a place beside it is or it is one of several that may be meant.
    [[nodiscard]] double feltAt(Slot slot, Hypothesis hypothesis) const;
    [[nodiscard]] double shareFelt(const SiteModel &site, Hypothesis hypothesis) const;

    const Model &m_model;
    const LookupQuery &m_query;
    std::vector<Place> m_felt;
    std::vector<Place> m_spared;
    bool m_hasSides = false;
    /// What the average group has for each place, in the order of m_felt (as a logarithm) and m_spared.
    std::vector<double> m_logAverageFelt;
    std::vector<double> m_averageSpared;
    /// By slot: how surely it is felt, and how surely that or a neighbour is.
    std::vector<double> m_surely;
    std::vector<double> m_nearly;
    std::vector<double> m_averageProvoked;
    std::vector<double> m_averageLimited;
    /// By the group's place in the model, and side.
    mutable std::vector<std::array<std::optional<Fit>, 3>> m_fits;
};

} // namespace palpate::lookup
