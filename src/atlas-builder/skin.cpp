// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/skin.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "atlas-builder/vectormm.h"

namespace palpate::atlas {

namespace {

using Neighbours = std::vector<std::vector<std::uint32_t>>;

Neighbours neighboursOf(const Mesh &mesh)
{
    Neighbours all(mesh.vertices.size());
    for (const Mesh::Triangle &triangle : mesh.triangles) {
        for (std::size_t corner = 0; corner < 3; ++corner) {
            all[triangle[corner]].push_back(triangle[(corner + 1) % 3]);
            all[triangle[corner]].push_back(triangle[(corner + 2) % 3]);
        }
    }
    for (auto &list : all) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return all;
}

/// Taubin's smoothing: a step inwards and a slightly larger one outwards take the small bumps and leave the volume.
/// Without the outward step a bump vanishes altogether, like a soap film over its rim. Every vertex has its own number
/// of passes. What lies on the midline stays there.
void smooth(Mesh &mesh, const std::vector<int> &passes, bool keepsVolume = true)
{
    constexpr double inwards = 0.5;
    const double outwards = keepsVolume ? -0.513 : 0.0;
    const Neighbours neighbours = neighboursOf(mesh);
    std::vector<std::uint32_t> moving;
    for (std::uint32_t at = 0; at < passes.size(); ++at) {
        if (passes[at] > 0 && !neighbours[at].empty()) {
            moving.push_back(at);
        }
    }
    std::vector<PointMm> next = mesh.vertices;
    for (int pass = 0; !moving.empty(); ++pass) {
        for (const double factor : {inwards, outwards}) {
            for (const std::uint32_t at : moving) {
                PointMm sum;
                for (const std::uint32_t other : neighbours[at]) {
                    sum = plus(sum, mesh.vertices[other]);
                }
                const PointMm &own = mesh.vertices[at];
                const PointMm mean = times(sum, 1.0 / static_cast<double>(neighbours[at].size()));
                next[at] = between(own, mean, factor);
                next[at].x = own.x == 0 ? 0 : std::max(next[at].x, 0.01);
            }
            for (const std::uint32_t at : moving) {
                mesh.vertices[at] = next[at];
            }
        }
        moving.erase(
            std::remove_if(moving.begin(), moving.end(), [&](std::uint32_t at) { return passes[at] <= pass + 1; }),
            moving.end());
    }
}

/// From 0 at `from` to 1 at `to`, without a kink at either end.
double ramp(double value, double from, double to)
{
    const double t = std::clamp((value - from) / (to - from), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

void calm(Mesh &skin, const SkinRecipe &recipe)
{
    constexpr double rim = 25; // a place's smoothing fades over this length
    for (const bool flat : {true, false}) {
        std::vector<int> passes(skin.vertices.size(), 0);
        for (std::size_t at = 0; at < passes.size(); ++at) {
            const PointMm &p = skin.vertices[at];
            double wanted = flat ? 0 : recipe.passes * ramp(p.z, recipe.headFromMm + rim, recipe.headFromMm);
            for (const SkinCalming &place : recipe.calmings) {
                const double distance = length(minus(p, place.at));
                const double here = place.passes * ramp(distance, place.radiusMm + rim, place.radiusMm);
                wanted = place.isFlat == flat ? std::max(wanted, here) : wanted;
            }
            passes[at] = static_cast<int>(std::lround(wanted));
        }
        smooth(skin, passes, !flat);
    }
}

bool isInside(const Box &box, const PointMm &p)
{
    return p.x >= box.low.x && p.y >= box.low.y && p.z >= box.low.z && p.x <= box.high.x && p.y <= box.high.y &&
           p.z <= box.high.z;
}

/// The point of a triangle that is nearest to a point (Ericson, Real-Time Collision Detection, 5.1.5).
PointMm nearestOn(const PointMm &p, const PointMm &a, const PointMm &b, const PointMm &c)
{
    const PointMm ab = minus(b, a);
    const PointMm ac = minus(c, a);
    const double d1 = dot(ab, minus(p, a));
    const double d2 = dot(ac, minus(p, a));
    const double d3 = dot(ab, minus(p, b));
    const double d4 = dot(ac, minus(p, b));
    const double d5 = dot(ab, minus(p, c));
    const double d6 = dot(ac, minus(p, c));
    if (d1 <= 0 && d2 <= 0) {
        return a;
    }
    if (d3 >= 0 && d4 <= d3) {
        return b;
    }
    if (d6 >= 0 && d5 <= d6) {
        return c;
    }
    const double vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0) {
        return between(a, b, d1 / (d1 - d3));
    }
    const double vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0) {
        return between(a, c, d2 / (d2 - d6));
    }
    const double va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
        return between(b, c, (d4 - d3) / ((d4 - d3) + (d5 - d6)));
    }
    const double sum = va + vb + vc;
    return sum == 0 ? a : plus(a, plus(times(ab, vb / sum), times(ac, vc / sum)));
}

/// One patch on its way into the skin.
class Patching {
public:
    Patching(const SkinPatch &patch, Mesh &skin)
        : m_patch{patch}, m_room{minus(patch.box.low, around), plus(patch.box.high, around)}, m_skin{skin}
    {}

    void apply(const std::vector<const Mesh *> &tissue)
    {
        Mesh fresh = surfaceAround(m_patch, tissue);
        constexpr int tipPasses = 80;
        std::vector<int> passes;
        for (const PointMm &p : fresh.vertices) {
            passes.push_back(
                static_cast<int>(std::lround(std::lerp(m_patch.passes, tipPasses, towardsTips(m_patch, p)))));
        }
        smooth(fresh, passes);
        meet(fresh);
        // Both reach a little over the seam: no gap shows where they meet.
        constexpr double overlap = 1.5;
        std::vector<double> keep;
        for (const PointMm &p : m_skin.vertices) {
            keep.push_back(isInside(m_room, p) ? overlap - beyond(p) : 1.0);
        }
        m_skin = keepPositive(m_skin, keep);
        keep.clear();
        for (const PointMm &p : fresh.vertices) {
            keep.push_back(beyond(p) + overlap);
        }
        append(m_skin, keepPositive(fresh, keep));
    }

private:
    [[nodiscard]] double beyond(const PointMm &p) const { return dot(minus(p, m_patch.at), m_patch.outwards); }

    /// Lays the new surface onto the old one before the seam, and over the band less and less.
    void meet(Mesh &fresh) const
    {
        constexpr double reach = 25;
        std::vector<const Mesh::Triangle *> near;
        for (const Mesh::Triangle &triangle : m_skin.triangles) {
            const PointMm &p = m_skin.vertices[triangle[0]];
            if (isInside(m_room, p) && beyond(p) < m_patch.bandMm + reach && beyond(p) > -reach) {
                near.push_back(&triangle);
            }
        }
        for (PointMm &p : fresh.vertices) {
            const double weight = ramp(beyond(p), m_patch.bandMm, 2);
            if (weight <= 0 || beyond(p) < -10) {
                continue;
            }
            PointMm best = p;
            double least = reach * reach;
            for (const Mesh::Triangle *triangle : near) {
                const PointMm q = nearestOn(p, m_skin.vertices[(*triangle)[0]], m_skin.vertices[(*triangle)[1]],
                                            m_skin.vertices[(*triangle)[2]]);
                const PointMm step = minus(q, p);
                if (dot(step, step) < least) {
                    least = dot(step, step);
                    best = q;
                }
            }
            p = between(p, best, weight);
        }
    }

    static constexpr PointMm around{20, 20, 20}; ///< the old skin lies further out than the tissue

    const SkinPatch &m_patch;
    Box m_room;
    Mesh &m_skin;
};

} // namespace

Mesh mendSkin(const Mesh &source, const SkinRecipe &recipe, const std::vector<const Mesh *> &leftTissue)
{
    Mesh snapped = source;
    for (const SkinParting &parting : recipe.partings) {
        partLegs(snapped, parting);
    }
    constexpr double onMidline = 0.6;
    for (PointMm &p : snapped.vertices) {
        p.x = std::abs(p.x) < onMidline ? 0 : p.x;
    }
    Mesh skin = welded(keepHalf(snapped, Half::left).mesh);
    calm(skin, recipe);
    for (const SkinPatch &patch : recipe.patches) {
        Patching{patch, skin}.apply(leftTissue);
    }
    append(skin, mirrored(skin));
    return welded(skin);
}

} // namespace palpate::atlas
