// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include "lookup/ownreferral.h"
#include "lookup/query.h"
#include "lookup/ranking.h"
#include "lookup/weights.h"
#include "referral/knowledgebase.h"
#include "referral/surroundings.h"

namespace palpate {

namespace lookup {
class Model;
}

/// Ranks referral groups by how well their patterns fit a pain. For every group and side it sums the log-likelihood
/// ratios of what was said against the average group, so that a zone few patterns reach says more than one that many
/// do, and lets a pattern pay for essential zones that nobody mentioned. Sides: a muscle refers to its own side unless
/// its pattern crosses. What the person painted for points of their own counts beside the books. A ranking of
/// everything takes well under 1 ms.
class LookupEngine {
public:
    /// Keeps nothing of the arguments.
    LookupEngine(const KnowledgeBase &base, const Surroundings &surroundings, const LookupWeights &weights = {},
                 std::span<const OwnReferral> own = {});
    ~LookupEngine();
    LookupEngine(LookupEngine &&) noexcept;
    LookupEngine &operator=(LookupEngine &&) noexcept;
    LookupEngine(const LookupEngine &) = delete;
    LookupEngine &operator=(const LookupEngine &) = delete;

    /// Zones, activities and movements that are not in the base say nothing. Places beyond the 64th are left out.
    [[nodiscard]] Ranking rank(const LookupQuery &query) const;

private:
    std::unique_ptr<const lookup::Model> m_model;
};

} // namespace palpate
