// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/keepoff.h"

#include <algorithm>
#include <cmath>

#include <QPainterPath>

#include "desktop/bodymap/patternpicture.h"

namespace palpate::desktop {

using anatomy::RegionNumber;

namespace {

/// How far the box around a muscle is from a place, at most, for the place to be on it: the balls are rough.
double distanceTo(const anatomy::Region &region, const PointMm &at)
{
    const auto beyond = [](double low, double value, double high) {
        return std::max({low - value, value - high, 0.0});
    };
    return std::hypot(beyond(region.low.x, at.x, region.high.x), beyond(region.low.y, at.y, region.high.y),
                      beyond(region.low.z, at.z, region.high.z));
}

/// The box tells how deep; the outline in the view that shows the muscle best tells where, since boxes around slanting
/// muscles are mostly empty.
bool touches(const NoPressArea &area, const anatomy::Region &region, const anatomy::ViewInfo &view,
             const QPainterPath &outline)
{
    return std::ranges::any_of(area.spheres, [&](const Sphere &sphere) {
        PointMm centre{sphere.centre[0], sphere.centre[1], sphere.centre[2]};
        if (region.side == Side::right) {
            centre = mirrored(centre);
        }
        if (distanceTo(region, centre) > sphere.radius / 2) {
            return false;
        }
        const anatomy::PicturePx at = view.frame.picture(centre);
        const double radius = sphere.radius * view.frame.pxPerMm;
        QPainterPath ball;
        ball.addEllipse(QPointF{at.x, at.y}, radius, radius);
        return outline.intersects(ball);
    });
}

bool liesUnder(const NoPressArea &area, const Surroundings *surroundings, const MuscleId &muscle)
{
    if (surroundings == nullptr || !area.spheres.empty()) {
        return false;
    }
    const auto above = surroundings->above.find(muscle);
    return above != surroundings->above.end() &&
           std::ranges::any_of(area.zones, [&](const ZoneId &zone) { return above->second.contains(zone); });
}

} // namespace

std::vector<KeepOff> keepOff(MapScene &scene, const RuleBase &rules, const Surroundings *surroundings,
                             const MusclePattern &pattern, RegionNumber region)
{
    const anatomy::ViewInfo *view = region == 0 ? nullptr : scene.bestView(region);
    QPainterPath outline;
    if (view != nullptr) {
        outline = toPainterPath(scene.shapes(*view).silhouette(region));
    }
    std::vector<KeepOff> all;
    for (const NoPressArea &area : rules.noPress) {
        const bool named = std::ranges::find(area.muscles, pattern.id) != area.muscles.end();
        const bool matters =
            area.grade == NoPressGrade::never || pattern.selfCare.pressure == PressureGrade::fingertips;
        const bool near = matters && (liesUnder(area, surroundings, pattern.id) ||
                                      (view != nullptr && touches(area, scene.atlas().region(region), *view, outline)));
        if (named || near) {
            const bool never = pattern.selfCare.pressure == PressureGrade::never;
            all.push_back({&area, never ? NoPressGrade::never : area.grade});
        }
    }
    std::stable_partition(all.begin(), all.end(), [](const KeepOff &one) { return one.grade == NoPressGrade::never; });
    return all;
}

} // namespace palpate::desktop
