// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/enlarged.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace palpate::desktop {

namespace {

constexpr int around = 3; ///< a pixel and its neighbours along one axis

/// How much a pixel and its two neighbours count for a place within the pixel: a quadratic spline, so that the line of
/// equal shares between two regions is smooth.
std::array<float, around> weightsAt(int part, int parts)
{
    const float t = (static_cast<float>(part) + 0.5F) / static_cast<float>(parts) - 0.5F;
    return {0.5F * (0.5F - t) * (0.5F - t), 0.75F - t * t, 0.5F * (0.5F + t) * (0.5F + t)};
}

class Enlarger {
public:
    Enlarger(const ShownLayer &from, int factor) : m_from{from}, m_factor{factor}
    {
        const int width = from.regions.width() * factor;
        const int height = from.regions.height() * factor;
        m_to.regions = anatomy::GrayImage16{width, height};
        m_to.shading = anatomy::GrayImage8{width, height};
        if (fades()) {
            m_to.fade = anatomy::GrayImage8{width, height};
            m_to.behind = anatomy::GrayImage16{width, height};
        }
        for (int part = 0; part < factor; ++part) {
            m_weights.push_back(weightsAt(part, factor));
        }
    }

    ShownLayer run()
    {
        for (int y = 0; y < m_from.regions.height(); ++y) {
            for (int x = 0; x < m_from.regions.width(); ++x) {
                enlarge(x, y);
            }
        }
        return std::move(m_to);
    }

private:
    struct Neighbour {
        std::uint16_t region = 0;
        float shade = 0;
        float fade = 0;
    };

    [[nodiscard]] bool fades() const { return m_from.fade.width() > 0; }

    void gather(int x, int y)
    {
        for (int at = 0; at < around * around; ++at) {
            const int nx = std::clamp(x + at % around - 1, 0, m_from.regions.width() - 1);
            const int ny = std::clamp(y + at / around - 1, 0, m_from.regions.height() - 1);
            m_near[static_cast<std::size_t>(at)] = {m_from.regions.at(nx, ny),
                                                    static_cast<float>(m_from.shading.at(nx, ny)),
                                                    fades() ? static_cast<float>(m_from.fade.at(nx, ny)) : 0.0F};
        }
    }

    void enlarge(int x, int y)
    {
        gather(x, y);
        const bool isGround =
            std::all_of(m_near.begin(), m_near.end(), [](const Neighbour &n) { return n.region == 0; });
        for (int part = 0; part < m_factor * m_factor && !isGround; ++part) {
            const int px = part % m_factor;
            const int py = part / m_factor;
            for (std::size_t at = 0; at < m_near.size(); ++at) {
                m_share[at] = m_weights[static_cast<std::size_t>(px)][at % around] *
                              m_weights[static_cast<std::size_t>(py)][at / around];
            }
            put(x, y, x * m_factor + px, y * m_factor + py);
        }
    }

    void put(int x, int y, int toX, int toY)
    {
        const std::uint16_t region = widest();
        float shares = 0;
        float shade = 0;
        float fade = 0;
        for (std::size_t at = 0; at < m_near.size(); ++at) {
            if (m_near[at].region == region) {
                shares += m_share[at];
                shade += m_share[at] * m_near[at].shade;
                fade += m_share[at] * m_near[at].fade;
            }
        }
        m_to.regions.at(toX, toY) = region;
        m_to.shading.at(toX, toY) = static_cast<std::uint8_t>(std::lround(shade / shares));
        if (fades()) {
            m_to.fade.at(toX, toY) = static_cast<std::uint8_t>(std::lround(fade / shares));
            m_to.behind.at(toX, toY) = m_from.behind.at(x, y);
        }
    }

    /// The region with the largest share around a place, the pixel's own of equals.
    [[nodiscard]] std::uint16_t widest() const
    {
        constexpr std::size_t middle = around * around / 2;
        std::uint16_t best = m_near[middle].region;
        float most = shareOf(best);
        for (std::size_t at = 0; at < m_near.size(); ++at) {
            if (m_near[at].region != best && shareOf(m_near[at].region) > most) {
                best = m_near[at].region;
                most = shareOf(best);
            }
        }
        return best;
    }

    [[nodiscard]] float shareOf(std::uint16_t region) const
    {
        float sum = 0;
        for (std::size_t at = 0; at < m_near.size(); ++at) {
            sum += m_near[at].region == region ? m_share[at] : 0.0F;
        }
        return sum;
    }

    const ShownLayer &m_from;
    int m_factor;
    ShownLayer m_to;
    std::vector<std::array<float, around>> m_weights; ///< by place within a pixel
    std::array<Neighbour, around * around> m_near{};
    std::array<float, around * around> m_share{};
};

} // namespace

ShownLayer enlarged(const ShownLayer &layer, int factor) { return Enlarger{layer, factor}.run(); }

} // namespace palpate::desktop
