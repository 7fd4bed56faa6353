// SPDX-License-Identifier: GPL-3.0-or-later
// A new skin around tissue: distances on a grid of voxels, and the surface where they reach the skin's thickness.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "atlas-builder/skin.h"
#include "atlas-builder/vectormm.h"

namespace palpate::atlas {

namespace {

constexpr double voxelMm = 1.25;
constexpr float farAway = 1e6F;

/// Numbers on a grid of voxels.
struct Grid {
    PointMm low;
    std::array<int, 3> size{};
    std::vector<float> values;

    Grid(const Box &box, float value) : low{box.low}
    {
        const PointMm extent = minus(box.high, box.low);
        size = {cells(extent.x), cells(extent.y), cells(extent.z)};
        values.assign(static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]) *
                          static_cast<std::size_t>(size[2]),
                      value);
    }

    static int cells(double mm) { return static_cast<int>(std::ceil(mm / voxelMm)) + 1; }

    [[nodiscard]] std::size_t at(int x, int y, int z) const
    {
        return (static_cast<std::size_t>(z) * static_cast<std::size_t>(size[1]) + static_cast<std::size_t>(y)) *
                   static_cast<std::size_t>(size[0]) +
               static_cast<std::size_t>(x);
    }

    [[nodiscard]] bool contains(int x, int y, int z) const
    {
        return x >= 0 && y >= 0 && z >= 0 && x < size[0] && y < size[1] && z < size[2];
    }

    [[nodiscard]] PointMm place(double x, double y, double z) const
    {
        return plus(low, {x * voxelMm, y * voxelMm, z * voxelMm});
    }

    /// Calls line(first, stride, count) for every row of voxels along each axis in turn.
    template <typename Line> void eachLine(std::size_t axis, const Line &line) const
    {
        const std::array<std::size_t, 3> strides{1, static_cast<std::size_t>(size[0]),
                                                 static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1])};
        const std::size_t other = axis == 0 ? 1 : 0;
        const std::size_t third = axis == 2 ? 1 : 2;
        for (std::size_t a = 0; a < static_cast<std::size_t>(size[other]); ++a) {
            for (std::size_t b = 0; b < static_cast<std::size_t>(size[third]); ++b) {
                line(a * strides[other] + b * strides[third], strides[axis], static_cast<std::size_t>(size[axis]));
            }
        }
    }
};

/// One line of the squared distance transform (Felzenszwalb and Huttenlocher): the lower envelope of parabolas.
class DistanceLine {
public:
    void run(std::vector<float> &values, std::size_t first, std::size_t stride, std::size_t count)
    {
        m_in.resize(count);
        m_roots.resize(count);
        m_starts.resize(count + 1);
        for (std::size_t at = 0; at < count; ++at) {
            m_in[at] = values[first + at * stride];
        }
        std::size_t last = 0;
        m_roots[0] = 0;
        m_starts[0] = -farAway;
        m_starts[1] = farAway;
        for (std::size_t at = 1; at < count; ++at) {
            double crossing = cross(at, m_roots[last]);
            while (last > 0 && crossing <= m_starts[last]) {
                crossing = cross(at, m_roots[--last]);
            }
            m_roots[++last] = at;
            m_starts[last] = crossing;
            m_starts[last + 1] = farAway;
        }
        std::size_t root = 0;
        for (std::size_t at = 0; at < count; ++at) {
            while (m_starts[root + 1] < static_cast<double>(at)) {
                ++root;
            }
            const double step = static_cast<double>(at) - static_cast<double>(m_roots[root]);
            values[first + at * stride] = static_cast<float>(step * step + m_in[m_roots[root]]);
        }
    }

private:
    [[nodiscard]] double cross(std::size_t a, std::size_t b) const
    {
        const auto p = static_cast<double>(a);
        const auto q = static_cast<double>(b);
        return ((m_in[a] + p * p) - (m_in[b] + q * q)) / (2 * p - 2 * q);
    }

    std::vector<double> m_in;
    std::vector<std::size_t> m_roots;
    std::vector<double> m_starts;
};

/// Turns a grid with 0 at the seeds and farAway elsewhere into distances to the nearest seed, in millimetres.
void measure(Grid &grid)
{
    DistanceLine line;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        grid.eachLine(axis, [&](std::size_t first, std::size_t stride, std::size_t count) {
            line.run(grid.values, first, stride, count);
        });
    }
    for (float &value : grid.values) {
        value = static_cast<float>(voxelMm) * std::sqrt(value);
    }
}

void blur(Grid &grid, int radius)
{
    std::vector<float> copy;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        grid.eachLine(axis, [&](std::size_t first, std::size_t stride, std::size_t count) {
            copy.resize(count);
            for (std::size_t at = 0; at < count; ++at) {
                copy[at] = grid.values[first + at * stride];
            }
            const auto last = static_cast<std::ptrdiff_t>(count) - 1;
            for (std::ptrdiff_t at = 0; at <= last; ++at) {
                float sum = 0;
                for (std::ptrdiff_t step = -radius; step <= radius; ++step) {
                    sum += copy[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + step, 0, last))];
                }
                grid.values[first + static_cast<std::size_t>(at) * stride] = sum / static_cast<float>(2 * radius + 1);
            }
        });
    }
}

/// Marks every voxel that the tissue's triangles pass through, and those that the pad adds.
void markTissue(Grid &grid, const SkinPatch &patch, const std::vector<const Mesh *> &tissue)
{
    const auto mark = [&](const PointMm &p) {
        const PointMm at = times(minus(p, grid.low), 1 / voxelMm);
        const int x = static_cast<int>(std::lround(at.x));
        const int y = static_cast<int>(std::lround(at.y));
        const int z = static_cast<int>(std::lround(at.z));
        if (grid.contains(x, y, z)) {
            grid.values[grid.at(x, y, z)] = 0;
        }
    };
    const int padSteps = static_cast<int>(std::ceil(length(patch.pad) / (2 * voxelMm)));
    for (const Mesh *mesh : tissue) {
        for (const auto &[ia, ib, ic] : mesh->triangles) {
            const PointMm &a = mesh->vertices[ia];
            const PointMm &b = mesh->vertices[ib];
            const PointMm &c = mesh->vertices[ic];
            const auto outside = [&](const PointMm &p) {
                return p.x < patch.box.low.x || p.y < patch.box.low.y || p.z < patch.box.low.z ||
                       p.x > patch.box.high.x || p.y > patch.box.high.y || p.z > patch.box.high.z;
            };
            if (outside(a) && outside(b) && outside(c)) {
                continue;
            }
            const double longest = std::max({length(minus(b, a)), length(minus(c, a)), length(minus(c, b))});
            const int steps = std::clamp(static_cast<int>(std::ceil(longest / voxelMm)), 1, 60);
            for (int u = 0; u <= steps; ++u) {
                for (int v = 0; u + v <= steps; ++v) {
                    const PointMm p =
                        plus(a, plus(times(minus(b, a), double(u) / steps), times(minus(c, a), double(v) / steps)));
                    for (int pad = 0; pad <= padSteps; ++pad) {
                        mark(plus(p, times(patch.pad, padSteps == 0 ? 0 : double(pad) / padSteps)));
                    }
                }
            }
        }
    }
}

/// The surface where the grid's values cross zero, one vertex a voxel (surface nets); inside is positive.
class SurfaceNet {
public:
    explicit SurfaceNet(const Grid &grid) : m_grid{grid}, m_number(grid.values.size(), none) {}

    Mesh build()
    {
        for (int z = 0; z + 1 < m_grid.size[2]; ++z) {
            for (int y = 0; y + 1 < m_grid.size[1]; ++y) {
                for (int x = 0; x + 1 < m_grid.size[0]; ++x) {
                    addVertex(x, y, z);
                }
            }
        }
        for (int z = 1; z + 1 < m_grid.size[2]; ++z) {
            for (int y = 1; y + 1 < m_grid.size[1]; ++y) {
                for (int x = 1; x + 1 < m_grid.size[0]; ++x) {
                    addFaces(x, y, z);
                }
            }
        }
        return std::move(m_mesh);
    }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    [[nodiscard]] float value(int x, int y, int z) const { return m_grid.values[m_grid.at(x, y, z)]; }

    /// Whether the surface passes the voxel by, as it does most: all its corners are inside, or all outside.
    [[nodiscard]] bool isWhole(int x, int y, int z) const
    {
        const bool inside = value(x, y, z) > 0;
        for (const int dz : {0, 1}) {
            for (const int dy : {0, 1}) {
                if ((value(x, y + dy, z + dz) > 0) != inside || (value(x + 1, y + dy, z + dz) > 0) != inside) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The mean of where the voxel's twelve edges cross the surface.
    void addVertex(int x, int y, int z)
    {
        if (isWhole(x, y, z)) {
            return;
        }
        PointMm sum;
        int crossings = 0;
        for (int edge = 0; edge < 12; ++edge) {
            const int axis = edge / 4;
            const std::array<int, 2> others{edge % 2, edge / 2 % 2};
            std::array<int, 3> from{};
            from[static_cast<std::size_t>((axis + 1) % 3)] = others[0];
            from[static_cast<std::size_t>((axis + 2) % 3)] = others[1];
            std::array<int, 3> to = from;
            to[static_cast<std::size_t>(axis)] = 1;
            const float a = value(x + from[0], y + from[1], z + from[2]);
            const float b = value(x + to[0], y + to[1], z + to[2]);
            if ((a > 0) == (b > 0)) {
                continue;
            }
            const double t = static_cast<double>(a) / static_cast<double>(a - b);
            const PointMm p = m_grid.place(x + from[0] + t * (to[0] - from[0]), y + from[1] + t * (to[1] - from[1]),
                                           z + from[2] + t * (to[2] - from[2]));
            sum = plus(sum, p);
            ++crossings;
        }
        if (crossings > 0) {
            m_number[m_grid.at(x, y, z)] = static_cast<std::uint32_t>(m_mesh.vertices.size());
            m_mesh.vertices.push_back(times(sum, 1.0 / crossings));
        }
    }

    /// A square for every edge that crosses the surface, between the four voxels around it.
    void addFaces(int x, int y, int z)
    {
        const bool inside = value(x, y, z) > 0;
        const std::array<std::array<int, 3>, 3> axes{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const auto &along = axes[axis];
            if ((value(x + along[0], y + along[1], z + along[2]) > 0) == inside) {
                continue;
            }
            const auto &u = axes[(axis + 1) % 3];
            const auto &v = axes[(axis + 2) % 3];
            const auto corner = [&](int du, int dv) {
                return m_number[m_grid.at(x - du * u[0] - dv * v[0], y - du * u[1] - dv * v[1],
                                          z - du * u[2] - dv * v[2])];
            };
            std::array<std::uint32_t, 4> square{corner(1, 1), corner(0, 1), corner(0, 0), corner(1, 0)};
            if (!inside) {
                std::reverse(square.begin(), square.end());
            }
            m_mesh.triangles.push_back({square[0], square[1], square[2]});
            m_mesh.triangles.push_back({square[0], square[2], square[3]});
        }
    }

    const Grid &m_grid;
    std::vector<std::uint32_t> m_number;
    Mesh m_mesh;
};

template <typename Visit> void eachVoxel(const Grid &grid, const Visit &visit)
{
    for (int z = 0; z < grid.size[2]; ++z) {
        for (int y = 0; y < grid.size[1]; ++y) {
            for (int x = 0; x < grid.size[0]; ++x) {
                visit(grid.at(x, y, z), grid.place(x, y, z));
            }
        }
    }
}

} // namespace

double towardsTips(const SkinPatch &patch, const PointMm &p)
{
    return std::clamp(dot(minus(p, patch.tipsAt), patch.tipsTowards) / patch.tipsOverMm, 0.0, 1.0);
}

Mesh surfaceAround(const SkinPatch &patch, const std::vector<const Mesh *> &tissue)
{
    // Room enough for what grows beyond the box.
    const double margin = patch.coverMm + patch.closingMm + 4;
    const Box room{minus(patch.box.low, {margin, margin, margin}), plus(patch.box.high, {margin, margin, margin})};
    Grid grid{room, farAway};
    markTissue(grid, patch, tissue);
    measure(grid);
    // Grown by more than the skin is thick and shrunk again: gaps close, what stands free keeps its size.
    Grid closing{room, 0};
    eachVoxel(closing, [&](std::size_t at, const PointMm &p) {
        const double tips = towardsTips(patch, p);
        closing.values[at] = static_cast<float>(std::lerp(patch.closingMm, patch.tipsClosingMm, tips));
        const auto cover = static_cast<float>(std::lerp(patch.coverMm, patch.tipsCoverMm, tips));
        grid.values[at] = grid.values[at] > cover + closing.values[at] ? 0 : farAway;
    });
    measure(grid);
    constexpr float depthMm = 6; // only what lies near the surface decides where it runs
    for (std::size_t at = 0; at < grid.values.size(); ++at) {
        grid.values[at] = std::min(grid.values[at] - closing.values[at], depthMm);
    }
    constexpr int blurRadius = 1;
    constexpr int blurPasses = 3;
    for (int pass = 0; pass < blurPasses; ++pass) {
        blur(grid, blurRadius);
    }
    return largestPiece(SurfaceNet{grid}.build());
}

} // namespace palpate::atlas
