// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/id.h"
#include "referral/activity.h"
#include "referral/pattern.h"
#include "referral/source.h"
#include "referral/zone.h"

namespace palpate {

/// All that is known about zones and referral patterns. Ids are unique, and every zone, source, activity and
/// movement that a pattern names is in the base, zones with the laterality they are used with. No self-care
/// contradicts itself. A value: pointers and spans into it last as long as it
/// is neither moved nor destroyed.
class KnowledgeBase {
public:
    KnowledgeBase() = default;

    /// Throws std::invalid_argument when the parts break the invariant above.
    KnowledgeBase(std::vector<Zone> zones, std::vector<Source> sources, std::vector<MusclePattern> patterns,
                  std::vector<Activity> activities = {}, std::vector<Movement> movements = {});

    /// All zones, by id.
    [[nodiscard]] std::span<const Zone> zones() const noexcept { return m_zones; }
    /// All patterns, by muscle id.
    [[nodiscard]] std::span<const MusclePattern> patterns() const noexcept { return m_patterns; }
    /// The bibliography, by id.
    [[nodiscard]] std::span<const Source> sources() const noexcept { return m_sources; }

    /// What can bring a pain on, by id.
    [[nodiscard]] std::span<const Activity> activities() const noexcept { return m_activities; }
    /// What can hurt or fall short, by id.
    [[nodiscard]] std::span<const Movement> movements() const noexcept { return m_movements; }

    /// Null when nothing of that name is known.
    [[nodiscard]] const Zone *zone(const ZoneId &id) const noexcept;
    [[nodiscard]] const MusclePattern *pattern(const MuscleId &id) const noexcept;
    [[nodiscard]] const Source *source(const SourceId &id) const noexcept;
    [[nodiscard]] const Activity *activity(const ActivityId &id) const noexcept;
    [[nodiscard]] const Movement *movement(const MovementId &id) const noexcept;

private:
    std::vector<Zone> m_zones;
    std::vector<Source> m_sources;
    std::vector<MusclePattern> m_patterns;
    std::vector<Activity> m_activities;
    std::vector<Movement> m_movements;
};

} // namespace palpate
