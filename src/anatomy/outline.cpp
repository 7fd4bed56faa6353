// SPDX-License-Identifier: GPL-3.0-or-later
#include "anatomy/outline.h"

#include <array>
#include <cmath>
#include <utility>

namespace palpate::anatomy {

namespace {

struct Spot {
    double x = 0;
    double y = 0;
};

/// For every pixel corner of a mask which border steps are still to be walked.
class BorderWalk {
public:
    explicit BorderWalk(const PixelMask &mask)
        : m_left{mask.left},
          m_top{mask.top},
          m_width{mask.width},
          m_height{mask.height},
          m_mask{mask.values},
          m_open((static_cast<std::size_t>(m_width) + 1) * (static_cast<std::size_t>(m_height) + 1), 0)
    {
        for (int y = 1; y + 1 < m_height; ++y) {
            for (int x = 1; x + 1 < m_width; ++x) {
                if (m_mask[pixel(x, y)] != 0) {
                    openBorders(x, y);
                }
            }
        }
    }

    /// Every closed border as the middles of its pixel edges, the inside on the right hand.
    std::vector<std::vector<Spot>> loops()
    {
        std::vector<std::vector<Spot>> all;
        for (int y = 0; y <= m_height; ++y) {
            const std::uint8_t *row = m_open.data() + corner(0, y);
            for (int x = 0; x <= m_width; ++x) {
                for (int direction = 0; row[x] != 0 && direction < 4; ++direction) {
                    if ((row[x] & 1U << direction) != 0) {
                        all.push_back(walk(x, y, direction));
                    }
                }
            }
        }
        return all;
    }

private:
    // Directions: 0 right, 1 down, 2 left, 3 up.
    static constexpr std::array<std::pair<int, int>, 4> steps{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};

    [[nodiscard]] std::size_t pixel(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x);
    }
    [[nodiscard]] std::size_t corner(int x, int y) const
    {
        return static_cast<std::size_t>(y) * (static_cast<std::size_t>(m_width) + 1) + static_cast<std::size_t>(x);
    }

    void openBorders(int x, int y)
    {
        const auto open = [this](int cx, int cy, unsigned direction) {
            m_open[corner(cx, cy)] = static_cast<std::uint8_t>(m_open[corner(cx, cy)] | 1U << direction);
        };
        if (m_mask[pixel(x, y - 1)] == 0) {
            open(x, y, 0);
        }
        if (m_mask[pixel(x + 1, y)] == 0) {
            open(x + 1, y, 1);
        }
        if (m_mask[pixel(x, y + 1)] == 0) {
            open(x + 1, y + 1, 2);
        }
        if (m_mask[pixel(x - 1, y)] == 0) {
            open(x, y + 1, 3);
        }
    }

    std::vector<Spot> walk(int x, int y, int direction)
    {
        std::vector<Spot> loop;
        for (;;) {
            auto &open = m_open[corner(x, y)];
            open = static_cast<std::uint8_t>(open & ~(1U << direction));
            const auto [dx, dy] = steps[static_cast<std::size_t>(direction)];
            loop.push_back({m_left + x + dx / 2.0, m_top + y + dy / 2.0});
            x += dx;
            y += dy;
            // At a corner where two inside pixels touch only diagonally, turning right keeps them apart.
            int next = -1;
            for (const int turn : {1, 0, 3}) {
                const int candidate = (direction + turn) % 4;
                if ((m_open[corner(x, y)] & 1U << candidate) != 0) {
                    next = candidate;
                    break;
                }
            }
            if (next < 0) {
                return loop;
            }
            direction = next;
        }
    }

    int m_left;
    int m_top;
    int m_width;
    int m_height;
    const std::vector<std::uint8_t> &m_mask;
    std::vector<std::uint8_t> m_open;
};

double distanceToSegment(const Spot &p, const Spot &a, const Spot &b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length == 0 ? 0 : std::min(1.0, std::max(0.0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Ramer-Douglas-Peucker on a closed loop, split at its first spot and the one furthest from it.
std::vector<Spot> simplified(const std::vector<Spot> &loop, double tolerance)
{
    std::vector<bool> keep(loop.size() + 1, false);
    const auto spot = [&loop](std::size_t at) { return loop[at % loop.size()]; };
    std::size_t far = 0;
    for (std::size_t at = 0; at < loop.size(); ++at) {
        if (std::hypot(loop[at].x - loop[0].x, loop[at].y - loop[0].y) >
            std::hypot(loop[far].x - loop[0].x, loop[far].y - loop[0].y)) {
            far = at;
        }
    }
    keep[0] = keep[far] = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, far}, {far, loop.size()}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double worst = tolerance;
        std::size_t split = 0;
        for (std::size_t at = from + 1; at < to; ++at) {
            const double distance = distanceToSegment(loop[at], spot(from), spot(to));
            if (distance > worst) {
                worst = distance;
                split = at;
            }
        }
        if (split != 0) {
            keep[split] = true;
            open.emplace_back(from, split);
            open.emplace_back(split, to);
        }
    }
    std::vector<Spot> result;
    for (std::size_t at = 0; at < loop.size(); ++at) {
        if (keep[at]) {
            result.push_back(loop[at]);
        }
    }
    return result;
}

double areaOf(const std::vector<Spot> &loop)
{
    double twice = 0;
    for (std::size_t at = 0; at < loop.size(); ++at) {
        const Spot &a = loop[at];
        const Spot &b = loop[(at + 1) % loop.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

} // namespace

void PixelBox::include(int x, int y) noexcept
{
    if (empty()) {
        *this = {x, y, x, y};
        return;
    }
    left = std::min(left, x);
    right = std::max(right, x);
    top = std::min(top, y);
    bottom = std::max(bottom, y);
}

PixelMask::PixelMask(const PixelBox &box)
    : left{box.left - 1},
      top{box.top - 1},
      width{box.right - box.left + 3},
      height{box.bottom - box.top + 3},
      values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0)
{}

std::vector<Outline> traceOutlines(const PixelMask &mask, double pixelsPerMm)
{
    constexpr double tolerancePx = 0.45;
    constexpr double smallestPx = 2.5;
    std::vector<Outline> outlines;
    for (const std::vector<Spot> &loop : BorderWalk{mask}.loops()) {
        if (areaOf(loop) < smallestPx) {
            continue;
        }
        Outline outline;
        for (const Spot &spot : simplified(loop, tolerancePx)) {
            outline.push_back({static_cast<std::int32_t>(std::lround(spot.x * 10 / pixelsPerMm)),
                               static_cast<std::int32_t>(std::lround(spot.y * 10 / pixelsPerMm))});
        }
        if (outline.size() >= 3) {
            outlines.push_back(std::move(outline));
        }
    }
    return outlines;
}

} // namespace palpate::anatomy
