// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/busymap.h"

#include <filesystem>

#include "referral/loadknowledge.h"
#include "support/fixedclock.h"

namespace palpate::bench {

void fillMap(desktop::BodyMap &map, const anatomy::Atlas &atlas)
{
    const auto resources = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources";
    const LoadedKnowledge knowledge = loadKnowledge(resources / "knowledge", resources / "schema");
    const MuscleId muscle{"infraspinatus"};
    map.setSelectedRegion(*atlas.regionOf(muscle, Side::right));
    map.setPattern(referralOf(*knowledge.base.pattern(muscle), Side::right).zones);
    testing::CountingIds ids;
    std::vector<PointOverview> points;
    for (anatomy::RegionNumber region = 1; region <= atlas.regionCount() && points.size() < 50; ++region) {
        if (const auto spot = map.middleOf(region)) {
            const TriggerPoint point{ids.next<PointId>(),       atlas.structureOf(region).id,
                                     atlas.region(region).side, spot->position,
                                     PointKind::active,         {}};
            points.push_back(
                {point, Rating{ids.next<RatingId>(), point.id, Asked::sorenessNow, *PainLevel::from(5), {}}});
        }
    }
    map.setPoints(points);
}

} // namespace palpate::bench
