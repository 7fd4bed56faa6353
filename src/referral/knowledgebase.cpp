// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/knowledgebase.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace palpate {

namespace {

template <typename Entry> void sortById(std::vector<Entry> &entries)
{
    std::ranges::sort(entries, {}, &Entry::id);
    const auto twin = std::ranges::adjacent_find(entries, {}, &Entry::id);
    if (twin != entries.end()) {
        throw std::invalid_argument{"stands twice in the knowledge base: " + twin->id.text()};
    }
}

template <typename Entry, typename Id> const Entry *find(const std::vector<Entry> &entries, const Id &id) noexcept
{
    const auto at = std::ranges::lower_bound(entries, id, {}, &Entry::id);
    return at != entries.end() && at->id == id ? &*at : nullptr;
}

void checkHits(const KnowledgeBase &base, const std::vector<ZoneHit> &hits)
{
    for (const ZoneHit &hit : hits) {
        const Zone *zone = base.zone(hit.zone);
        if (zone == nullptr || (zone->laterality == Laterality::midline) != (hit.on == FeltOn::midline)) {
            throw std::invalid_argument{"not a zone of the knowledge base, or not on that side: " + hit.zone.text()};
        }
    }
}

template <typename Id, typename Entry> void checkAllKnown(const std::vector<Id> &ids, const std::vector<Entry> &entries)
{
    const auto unknown = std::ranges::find_if(ids, [&entries](const Id &id) { return find(entries, id) == nullptr; });
    if (unknown != ids.end()) {
        throw std::invalid_argument{"not in the knowledge base: " + unknown->text()};
    }
}

} // namespace

KnowledgeBase::KnowledgeBase(std::vector<Zone> zones, std::vector<Source> sources, std::vector<MusclePattern> patterns,
                             std::vector<Activity> activities, std::vector<Movement> movements)
    : m_zones{std::move(zones)},
      m_sources{std::move(sources)},
      m_patterns{std::move(patterns)},
      m_activities{std::move(activities)},
      m_movements{std::move(movements)}
{
    sortById(m_zones);
    sortById(m_sources);
    sortById(m_patterns);
    sortById(m_activities);
    sortById(m_movements);
    for (const MusclePattern &pattern : m_patterns) {
        checkAllKnown(pattern.provokes, m_activities);
        checkAllKnown(pattern.limits, m_movements);
        if (contradictsItself(pattern.selfCare)) {
            throw std::invalid_argument{"pressed though never to be pressed: " + pattern.id.text()};
        }
        for (const Citation &citation : pattern.sources) {
            if (source(citation.ref) == nullptr) {
                throw std::invalid_argument{"not a source of the knowledge base: " + citation.ref.text()};
            }
        }
        for (const SitePattern &site : pattern.triggerPoints) {
            checkHits(*this, site.essential);
            checkHits(*this, site.spillover);
        }
    }
}

const Zone *KnowledgeBase::zone(const ZoneId &id) const noexcept { return find(m_zones, id); }

const MusclePattern *KnowledgeBase::pattern(const MuscleId &id) const noexcept { return find(m_patterns, id); }

const Source *KnowledgeBase::source(const SourceId &id) const noexcept { return find(m_sources, id); }

const Activity *KnowledgeBase::activity(const ActivityId &id) const noexcept { return find(m_activities, id); }

const Movement *KnowledgeBase::movement(const MovementId &id) const noexcept { return find(m_movements, id); }

} // namespace palpate
