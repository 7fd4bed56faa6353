// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/bestviews.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "desktop/bodymap/turntable.h"

namespace palpate::desktop {

using anatomy::RegionNumber;
using anatomy::ViewInfo;

namespace {

/// The muscle counts as much as a typical zone.
constexpr double muscleWeight = 1;
/// A second picture is worth its room when it adds this part of what there is to show.
constexpr double worthMore = 0.15;
/// People know themselves best from in front and behind, and know their way least from aslant.
constexpr double straight = 1;
constexpr double sideways = 0.95;
constexpr double aslant = 0.85;

/// Out of the body, to whoever sees the zone best.
PointMm facing(const Zone &zone, Side side)
{
    switch (zone.view) {
    case ZoneView::front:
        return {0, -1, 0};
    case ZoneView::back:
        return {0, 1, 0};
    case ZoneView::top:
        return {0, 0, 1};
    case ZoneView::bottom:
        return {0, 0, -1};
    case ZoneView::side:
        break;
    }
    return {side == Side::right ? -1.0 : 1.0, 0, 0};
}

double ease(const ViewInfo &view)
{
    const PointMm &eye = view.frame.toViewer;
    const double most = std::max({std::abs(eye.x), std::abs(eye.y), std::abs(eye.z)});
    return most < 0.9 ? aslant : std::abs(eye.y) > 0.9 ? straight : sideways;
}

/// How much of each thing that is to be shown a view shows: the zones, then the muscle.
std::vector<double> shownBy(const ViewInfo &view, const KnowledgeBase &knowledge, RegionNumber muscle, int mostPixels,
                            std::span<const ReferredZone> pattern)
{
    std::vector<double> shown;
    const PointMm &eye = view.frame.toViewer;
    for (const ReferredZone &hit : pattern) {
        const Zone *zone = knowledge.zone(hit.zone);
        const PointMm out = zone == nullptr ? PointMm{} : facing(*zone, hit.side);
        const double towards = std::max(0.0, out.x * eye.x + out.y * eye.y + out.z * eye.z);
        shown.push_back(ease(view) * hit.weight * towards * towards);
    }
    if (muscle != 0 && mostPixels > 0) {
        shown.push_back(ease(view) * muscleWeight * view.ownPixels[muscle] / mostPixels);
    }
    return shown;
}

int patternPixels(MapScene &scene, const ViewInfo &view, std::span<const ReferredZone> pattern)
{
    std::array<int, 256> pixels{};
    for (const std::uint8_t number : scene.zones(view).values()) {
        ++pixels[number];
    }
    int count = 0;
    for (const ReferredZone &hit : pattern) {
        count += pixels[scene.atlas().zoneNumber(hit.zone, hit.side)];
    }
    return count;
}

/// The same view without the arm, where the arm hides more of it all than it shows.
const ViewInfo &pastArm(MapScene &scene, const ViewInfo &view, RegionNumber muscle,
                        std::span<const ReferredZone> pattern)
{
    const ViewInfo &twin = twinOf(scene.atlas(), view);
    if (&twin == &view || (muscle != 0 && 2 * twin.ownPixels[muscle] < view.ownPixels[muscle])) {
        return view;
    }
    const int whole = patternPixels(scene, view, pattern);
    const int aside = patternPixels(scene, twin, pattern);
    const bool showsMuscle = muscle != 0 && twin.ownPixels[muscle] > 2 * view.ownPixels[muscle];
    return aside > whole * 5 / 4 || (showsMuscle && aside >= whole) ? twin : view;
}

} // namespace

std::vector<const ViewInfo *> bestViews(MapScene &scene, const KnowledgeBase &knowledge, RegionNumber muscle,
                                        std::span<const ReferredZone> pattern)
{
    struct Candidate {
        const ViewInfo *view;
        std::vector<double> shown;
    };
    int mostPixels = 0;
    for (const ViewInfo &view : scene.atlas().views()) {
        mostPixels = std::max(mostPixels, muscle == 0 ? 0 : view.ownPixels[muscle]);
    }
    std::vector<Candidate> candidates;
    for (const ViewInfo &view : scene.atlas().views()) {
        if (!view.armAside) {
            candidates.push_back({&view, shownBy(view, knowledge, muscle, mostPixels, pattern)});
        }
    }
    std::vector<double> seen(pattern.size() + 1, 0);
    std::vector<const ViewInfo *> best;
    double first = 0;
    while (best.size() < 2) {
        const Candidate *next = nullptr;
        double most = best.empty() ? 0 : worthMore * first;
        for (const Candidate &candidate : candidates) {
            double more = 0;
            for (std::size_t at = 0; at < candidate.shown.size(); ++at) {
                more += std::max(0.0, candidate.shown[at] - seen[at]);
            }
            if (more > most) {
                next = &candidate;
                most = more;
            }
        }
        if (next == nullptr) {
            break;
        }
        first = best.empty() ? most : first;
        for (std::size_t at = 0; at < next->shown.size(); ++at) {
            seen[at] = std::max(seen[at], next->shown[at]);
        }
        best.push_back(&pastArm(scene, *next->view, muscle, pattern));
    }
    return best;
}

} // namespace palpate::desktop
