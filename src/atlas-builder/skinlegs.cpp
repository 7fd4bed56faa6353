// SPDX-License-Identifier: GPL-3.0-or-later
// Legs that reach over the midline into each other are made narrower, slice by slice, so that each stays a closed round
// form; cutting them at the midline would leave flat faces with straight edges.
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "atlas-builder/skin.h"
#include "atlas-builder/vectormm.h"

namespace palpate::atlas {

namespace {

/// How far one leg reaches from the midline, at heights a step apart.
class LegWidths {
public:
    /// From a little below the parting, so that the lowest slice is whole.
    explicit LegWidths(const SkinParting &parting)
        : m_low{parting.lowMm},
          m_slices(static_cast<std::size_t>(std::ceil((parting.highMm - parting.lowMm) / stepMm)) + 1)
    {}

    /// Takes in where an edge of the skin crosses the slices; x is counted away from the midline.
    void add(const PointMm &a, const PointMm &b)
    {
        const auto &[low, high] = std::minmax(a, b, [](const PointMm &p, const PointMm &q) { return p.z < q.z; });
        const double first = std::max(0.0, std::ceil((low.z - m_low) / stepMm));
        for (auto at = static_cast<std::size_t>(first); at < m_slices.size(); ++at) {
            const double z = m_low + stepMm * static_cast<double>(at);
            if (z > high.z) {
                break;
            }
            const double x = high.z > low.z ? std::lerp(low.x, high.x, (z - low.z) / (high.z - low.z)) : low.x;
            m_slices[at].inner = std::min(m_slices[at].inner, x);
            m_slices[at].outer = std::max(m_slices[at].outer, x);
        }
    }

    struct Slice {
        double inner = std::numeric_limits<double>::max();
        double outer = std::numeric_limits<double>::lowest();

        [[nodiscard]] bool isEmpty() const { return inner > outer; }
    };

    [[nodiscard]] const Slice &lowest() const { return m_slices.front(); }

    [[nodiscard]] Slice at(double z) const
    {
        const double place = std::clamp((z - m_low) / stepMm, 0.0, static_cast<double>(m_slices.size()) - 1);
        const auto below = static_cast<std::size_t>(place);
        const Slice &a = m_slices[below];
        const Slice &b = m_slices[std::min(below + 1, m_slices.size() - 1)];
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        const double t = place - static_cast<double>(below);
        return {std::lerp(a.inner, b.inner, t), std::lerp(a.outer, b.outer, t)};
    }

private:
    static constexpr double stepMm = 5;

    double m_low;
    std::vector<Slice> m_slices;
};

/// The pieces into which the skin falls below a height, of those that reach below another.
std::vector<std::vector<std::uint32_t>> legsOf(const Mesh &skin, const SkinParting &parting)
{
    std::vector<std::vector<std::uint32_t>> beside(skin.vertices.size());
    const auto isLeg = [&](std::uint32_t at) { return skin.vertices[at].z < parting.highMm; };
    for (const auto &[a, b, c] : skin.triangles) {
        for (const auto &[from, to] : {std::pair{a, b}, {b, c}, {c, a}}) {
            if (isLeg(from) && isLeg(to)) {
                beside[from].push_back(to);
                beside[to].push_back(from);
            }
        }
    }
    std::vector<std::vector<std::uint32_t>> legs;
    std::vector<bool> seen(skin.vertices.size(), false);
    for (std::uint32_t start = 0; start < seen.size(); ++start) {
        if (seen[start] || !isLeg(start)) {
            continue;
        }
        std::vector<std::uint32_t> piece{start};
        seen[start] = true;
        bool reachesLow = false;
        for (std::size_t at = 0; at < piece.size(); ++at) {
            reachesLow = reachesLow || skin.vertices[piece[at]].z < parting.lowMm;
            for (const std::uint32_t other : beside[piece[at]]) {
                if (!seen[other]) {
                    seen[other] = true;
                    piece.push_back(other);
                }
            }
        }
        if (reachesLow) {
            legs.push_back(std::move(piece));
        }
    }
    return legs;
}

/// Nothing comes nearer to the midline than a hair; what would is crowded before it without folding.
double keptFromMidline(double x)
{
    constexpr double hair = 0.5;
    constexpr double from = 14;
    return x >= from ? x : hair + (from - hair) * std::exp((x - from) / (from - hair));
}

void narrow(Mesh &skin, const std::vector<std::uint32_t> &leg, const SkinParting &parting)
{
    double sum = 0;
    for (const std::uint32_t at : leg) {
        sum += skin.vertices[at].x;
    }
    const double side = sum < 0 ? -1 : 1;
    std::vector<bool> isLeg(skin.vertices.size(), false);
    for (const std::uint32_t at : leg) {
        isLeg[at] = true;
        skin.vertices[at].x *= side;
    }
    LegWidths widths{parting};
    for (const auto &[a, b, c] : skin.triangles) {
        if (isLeg[a] && isLeg[b] && isLeg[c]) {
            widths.add(skin.vertices[a], skin.vertices[b]);
            widths.add(skin.vertices[b], skin.vertices[c]);
            widths.add(skin.vertices[c], skin.vertices[a]);
        }
    }
    for (const std::uint32_t at : leg) {
        PointMm &p = skin.vertices[at];
        if (p.z > parting.lowMm) {
            const LegWidths::Slice slice = widths.at(p.z);
            // The gap narrows from the knees up to where the legs join, and closes there.
            const double rise = (p.z - parting.lowMm) / (parting.highMm - parting.lowMm);
            const double inner = std::max(slice.inner, std::lerp(widths.lowest().inner, 0.0, rise * rise));
            const double narrower =
                slice.outer - (slice.outer - p.x) * (slice.outer - inner) / (slice.outer - slice.inner);
            // Where the legs join they lie against each other instead, or the groin would be drawn aside with them.
            const double weight = std::clamp((parting.highMm - p.z) / parting.joinMm, 0.0, 1.0);
            p.x = keptFromMidline(std::lerp(p.x, narrower, weight * weight * (3 - 2 * weight)));
        }
        p.x *= side;
    }
}

} // namespace

void partLegs(Mesh &skin, const SkinParting &parting)
{
    for (const std::vector<std::uint32_t> &leg : legsOf(skin, parting)) {
        narrow(skin, leg, parting);
    }
}

} // namespace palpate::atlas
