// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/referral.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace palpate {

namespace {

struct Strength {
    HitKind kind;
    double weight;
};

/// True for the one to show where two sites refer to the same place.
[[nodiscard]] bool isStronger(Strength one, Strength other) noexcept
{
    return std::pair{one.kind == HitKind::essential, one.weight} >
           std::pair{other.kind == HitKind::essential, other.weight};
}

/// What several sites refer to, each place once.
class Merged {
public:
    void add(const SitePattern &site, Side ofMuscle)
    {
        add(site.essential, HitKind::essential, ofMuscle);
        add(site.spillover, HitKind::spillover, ofMuscle);
    }

    [[nodiscard]] std::vector<ReferredZone> sorted() const
    {
        std::vector<ReferredZone> zones;
        zones.reserve(m_places.size());
        for (const auto &[place, strength] : m_places) {
            zones.push_back({place.first, place.second, strength.kind, strength.weight});
        }
        // The map has put zone and side in order already.
        std::ranges::stable_sort(zones, [](const ReferredZone &one, const ReferredZone &other) {
            return std::tuple{-one.weight, one.kind} < std::tuple{-other.weight, other.kind};
        });
        return zones;
    }

private:
    void add(const std::vector<ZoneHit> &hits, HitKind kind, Side ofMuscle)
    {
        for (const ZoneHit &hit : hits) {
            const Strength strength{kind, hit.weight};
            if (hit.on == FeltOn::midline) {
                add(hit.zone, Side::midline, strength);
            } else if (ofMuscle == Side::midline) {
                add(hit.zone, Side::left, strength);
                add(hit.zone, Side::right, strength);
            } else {
                add(hit.zone, hit.on == FeltOn::otherSide ? mirrored(ofMuscle) : ofMuscle, strength);
            }
        }
    }

    void add(const ZoneId &zone, Side side, Strength strength)
    {
        const auto [at, isNew] = m_places.try_emplace({zone, side}, strength);
        if (!isNew && isStronger(strength, at->second)) {
            at->second = strength;
        }
    }

    std::map<std::pair<ZoneId, Side>, Strength> m_places;
};

[[nodiscard]] bool isDescribedOn(SiteSides sides, Side side) noexcept
{
    return sides == SiteSides::both || side == Side::midline || (sides == SiteSides::right) == (side == Side::right);
}

} // namespace

Referral referralOf(const MusclePattern &pattern, Side ofMuscle)
{
    Merged merged;
    for (const SitePattern &site : pattern.triggerPoints) {
        if (isDescribedOn(site.sides, ofMuscle)) {
            merged.add(site, ofMuscle);
        }
    }
    return {pattern.id, ofMuscle, merged.sorted()};
}

Referral referralOf(const MusclePattern &pattern, const SitePattern &site, Side ofMuscle)
{
    Merged merged;
    merged.add(site, ofMuscle);
    return {pattern.id, ofMuscle, merged.sorted()};
}

} // namespace palpate
