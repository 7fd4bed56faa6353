// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/explainingset.h"

#include <algorithm>
#include <bitset>
#include <utility>

namespace palpate::lookup {

namespace {

using Places = std::bitset<64>;

/// What one group on one side reaches.
struct Cover {
    const GroupModel *group;
    Places reached;
    Places surely;
    double odds;
};

/// How many covers are tried for one place: the likeliest of those that reach it.
constexpr std::size_t triedForOnePlace = 8;
/// Sets up to this size are searched; a larger one is gathered step by step, taking what reaches most.
constexpr std::size_t largestSearched = 4;

[[nodiscard]] std::vector<Cover> coversOf(const Evidence &evidence)
{
    std::vector<Cover> covers;
    const Model &model = evidence.model();
    for (const GroupModel &group : model.groups()) {
        for (const Hypothesis hypothesis : {Hypothesis::left, Hypothesis::right}) {
            Cover cover{&group, {}, {}, 0};
            for (std::size_t at = 0; at < evidence.felt().size(); ++at) {
                const auto reach = reachOf(model, group, evidence.felt()[at], {hypothesis, hypothesis});
                cover.reached[at] = reach.has_value();
                cover.surely[at] = reach == HitKind::essential;
            }
            if (cover.reached.any()) {
                cover.odds = evidence.fitOf(group, hypothesis).odds;
                covers.push_back(cover);
            }
        }
    }
    std::ranges::stable_sort(covers, [](const Cover &one, const Cover &other) { return one.odds > other.odds; });
    return covers;
}

class Search {
public:
    Search(const std::vector<Cover> &covers, Places wanted) : m_covers{covers}, m_wanted{wanted} {}

    /// The best set of exactly `size` covers, or none.
    [[nodiscard]] std::vector<const Cover *> best(std::size_t size)
    {
        m_best.clear();
        m_bestRank = {};
        tryMore({}, size);
        return m_best;
    }

private:
    using Rank = std::pair<std::size_t, double>;

    void tryMore(Places reached, std::size_t left)
    {
        const Places open = m_wanted & ~reached;
        if (open.none()) {
            take();
            return;
        }
        if (left == 0) {
            return;
        }
        // Whatever the set is, something in it reaches the first open place.
        std::size_t first = 0;
        while (!open[first]) {
            ++first;
        }
        std::size_t tried = 0;
        for (const Cover &cover : m_covers) {
            if (cover.reached[first] && tried++ < triedForOnePlace) {
                m_chosen.push_back(&cover);
                tryMore(reached | cover.reached, left - 1);
                m_chosen.pop_back();
            }
        }
    }

    void take()
    {
        Places surely;
        double odds = 0;
        for (const Cover *cover : m_chosen) {
            surely |= cover->surely;
            odds += cover->odds;
        }
        const Rank rank{(surely & m_wanted).count(), odds};
        if (m_best.empty() || rank > m_bestRank) {
            m_best = m_chosen;
            m_bestRank = rank;
        }
    }

    const std::vector<Cover> &m_covers;
    Places m_wanted;
    std::vector<const Cover *> m_chosen;
    std::vector<const Cover *> m_best;
    Rank m_bestRank;
};

[[nodiscard]] std::vector<const Cover *> gathered(const std::vector<Cover> &covers, Places wanted)
{
    std::vector<const Cover *> chosen;
    while (wanted.any()) {
        const auto most = std::ranges::max_element(
            covers, {}, [wanted](const Cover &cover) { return (cover.reached & wanted).count(); });
        chosen.push_back(&*most);
        wanted &= ~most->reached;
    }
    return chosen;
}

[[nodiscard]] std::vector<const Cover *> fewest(const std::vector<Cover> &covers, Places wanted)
{
    Search search{covers, wanted};
    for (std::size_t size = 1; size <= largestSearched; ++size) {
        std::vector<const Cover *> found = search.best(size);
        if (!found.empty()) {
            return found;
        }
    }
    return gathered(covers, wanted);
}

} // namespace

Explanation explain(const Evidence &evidence)
{
    Explanation explanation;
    const std::vector<Cover> covers = coversOf(evidence);
    Places reachable;
    for (const Cover &cover : covers) {
        reachable |= cover.reached;
    }
    for (std::size_t at = 0; at < evidence.felt().size(); ++at) {
        if (!reachable[at]) {
            explanation.unexplained.push_back(at);
        }
    }
    if (reachable.none()) {
        return explanation;
    }
    std::vector<const Cover *> chosen = fewest(covers, reachable);
    std::ranges::stable_sort(
        chosen, [](const Cover *one, const Cover *other) { return one->reached.count() > other->reached.count(); });
    for (const Cover *cover : chosen) {
        if (std::ranges::find(explanation.groups, cover->group->id) == explanation.groups.end()) {
            explanation.groups.push_back(cover->group->id);
        }
    }
    return explanation;
}

} // namespace palpate::lookup
