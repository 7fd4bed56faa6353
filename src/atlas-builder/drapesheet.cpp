// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/drapesheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace palpate::atlas {

namespace {

/// A sheet's rim is this thick: the two faces never touch, so that each is lit by itself.
constexpr double rimMm = 0.25;

double distanceMm(const DrapePlace &a, const DrapePlace &b, double mmPerDegree)
{
    return std::hypot((a.angle - b.angle) * mmPerDegree, a.height - b.height);
}

DrapePlace between(const DrapePlace &a, const DrapePlace &b, double t)
{
    return {std::lerp(a.angle, b.angle, t), std::lerp(a.height, b.height, t)};
}

/// How far a place is from a line, in mm.
double distanceTo(const DrapeLine &line, const DrapePlace &place, double mmPerDegree)
{
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t at = 1; at < line.size(); ++at) {
        const double u = (line[at].angle - line[at - 1].angle) * mmPerDegree;
        const double v = line[at].height - line[at - 1].height;
        const double pu = (place.angle - line[at - 1].angle) * mmPerDegree;
        const double pv = place.height - line[at - 1].height;
        const double length = u * u + v * v;
        const double t = length > 0 ? std::clamp((pu * u + pv * v) / length, 0.0, 1.0) : 0;
        nearest = std::min(nearest, (pu - t * u) * (pu - t * u) + (pv - t * v) * (pv - t * v));
    }
    return std::sqrt(nearest);
}

/// The ridges that show a sheet's fibres: a pattern that runs along the lines from origin to insertion.
class FibreRidges {
public:
    FibreRidges(const DrapeFibres &fibres, double mmPerDegree)
        : m_from{evenly(fibres.from, mmPerDegree)},
          m_to{evenly(fibres.to, mmPerDegree)},
          m_mmPerDegree{mmPerDegree},
          m_ridgeMm{fibres.ridgeMm}
    {
        for (std::size_t at = 1; at <= steps; ++at) {
            m_width +=
                distanceMm(between(m_from[at - 1], m_to[at - 1], 0.5), between(m_from[at], m_to[at], 0.5), mmPerDegree);
        }
    }

    /// Between -1 and 1 times the ridges' height.
    [[nodiscard]] double heightAt(const DrapePlace &place) const
    {
        double before = sideOf(0, place);
        for (std::size_t at = 1; at <= steps; ++at) {
            const double after = sideOf(at, place);
            if ((before <= 0) != (after <= 0)) {
                const double t = before / (before - after);
                return m_ridgeMm * pattern((static_cast<double>(at) - 1 + t) / steps * m_width);
            }
            before = after;
        }
        return 0;
    }

private:
    static constexpr std::size_t steps = 80;

    static DrapeLine evenly(const DrapeLine &line, double mmPerDegree)
    {
        const DrapeLine fine = smoothLine(line, mmPerDegree, 1);
        std::vector<double> along{0};
        for (std::size_t at = 1; at < fine.size(); ++at) {
            along.push_back(along.back() + distanceMm(fine[at - 1], fine[at], mmPerDegree));
        }
        DrapeLine even;
        std::size_t at = 1;
        for (std::size_t step = 0; step <= steps; ++step) {
            const double target = along.back() * static_cast<double>(step) / steps;
            while (at + 1 < fine.size() && along[at] < target) {
                ++at;
            }
            const double span = along[at] - along[at - 1];
            even.push_back(between(fine[at - 1], fine[at], span > 0 ? (target - along[at - 1]) / span : 0));
        }
        return even;
    }

    [[nodiscard]] double sideOf(std::size_t at, const DrapePlace &place) const
    {
        const DrapePlace &a = m_from[at];
        const DrapePlace &b = m_to[at];
        return ((b.angle - a.angle) * (place.height - a.height) - (b.height - a.height) * (place.angle - a.angle)) *
               m_mmPerDegree;
    }

    /// Two waves that drift against each other look grown rather than ruled.
    static double pattern(double mm)
    {
        constexpr double turn = 2 * std::numbers::pi;
        return 0.6 * std::sin(turn * mm / 8.3 + 1.3 * std::sin(mm / 23)) + 0.4 * std::sin(turn * mm / 5.1 + 0.9);
    }

    DrapeLine m_from;
    DrapeLine m_to;
    double m_mmPerDegree;
    double m_ridgeMm;
    double m_width = 0;
};

/// Cuts the ground's grid along the outline and raises the piece into a shell.
class SheetMesher {
public:
    SheetMesher(const DrapeRecipe &recipe, const DrapeGround &ground, const std::vector<double> &ceiling)
        : m_recipe{recipe}, m_ground{ground}, m_ceiling{ceiling}, m_eased{eased(ceiling)}
    {
        constexpr double lineStepMm = 1.5;
        const double scale = meanMmPerDegree();
        for (const DrapeLine &edge : recipe.outline) {
            const DrapeLine fine = smoothLine(edge, scale, lineStepMm);
            m_loop.insert(m_loop.end(), fine.begin(), fine.end());
        }
        for (const DrapeGroove &groove : recipe.grooves) {
            m_grooves.push_back(smoothLine(groove.line, scale, lineStepMm));
        }
        if (recipe.fibres) {
            m_fibres.emplace(*recipe.fibres, scale);
        }
    }

    Mesh build()
    {
        measure();
        for (std::size_t row = m_low; row < m_high; ++row) {
            for (std::size_t column = m_left; column < m_right; ++column) {
                const Node a{column, row};
                const Node b{column + 1, row};
                const Node c{column + 1, row + 1};
                const Node d{column, row + 1};
                // Turning the diagonal from cell to cell leaves no grain.
                if ((column + row) % 2 == 0) {
                    addTriangle({a, b, c});
                    addTriangle({a, c, d});
                } else {
                    addTriangle({a, b, d});
                    addTriangle({b, c, d});
                }
            }
        }
        return shell();
    }

private:
    struct Node {
        std::size_t column;
        std::size_t row;
    };

    /// A corner of the cut grid, in columns and rows, and its distance from the outline.
    struct Corner {
        double column;
        double row;
        double inside;
    };

    [[nodiscard]] double meanMmPerDegree() const
    {
        double sum = 0;
        double count = 0;
        for (const DrapeLine &edge : m_recipe.outline) {
            for (const DrapePlace &place : edge) {
                const double column = std::clamp(columnOf(place), 0.0, static_cast<double>(m_ground.columns() - 1));
                const double row = std::clamp(rowOf(place), 0.0, static_cast<double>(m_ground.rows() - 1));
                sum += m_ground.mmPerDegree(static_cast<std::size_t>(column), static_cast<std::size_t>(row));
                ++count;
            }
        }
        return std::max(0.1, sum / std::max(1.0, count));
    }

    [[nodiscard]] double columnOf(const DrapePlace &place) const { return place.angle / m_ground.recipe().stepDegrees; }

    [[nodiscard]] double rowOf(const DrapePlace &place) const
    {
        return (place.height - m_ground.recipe().low) / m_ground.recipe().stepMm;
    }

    [[nodiscard]] std::size_t number(const Node &node) const { return node.row * m_ground.columns() + node.column; }

    /// Distances from the outline, positive inside, for all nodes in and around it.
    void measure()
    {
        double left = std::numeric_limits<double>::max();
        double low = left;
        double right = -left;
        double high = -left;
        for (const DrapePlace &place : m_loop) {
            left = std::min(left, columnOf(place));
            right = std::max(right, columnOf(place));
            low = std::min(low, rowOf(place));
            high = std::max(high, rowOf(place));
        }
        const auto within = [](double at, std::size_t count) {
            return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(count - 1)));
        };
        m_left = within(std::floor(left) - 1, m_ground.columns());
        m_right = within(std::ceil(right) + 1, m_ground.columns());
        m_low = within(std::floor(low) - 1, m_ground.rows());
        m_high = within(std::ceil(high) + 1, m_ground.rows());
        m_inside.assign(m_ground.columns() * m_ground.rows(), -1);
        DrapeLine closed = m_loop;
        closed.push_back(m_loop.front());
        for (std::size_t row = m_low; row <= m_high; ++row) {
            for (std::size_t column = m_left; column <= m_right; ++column) {
                const DrapePlace place{m_ground.angleAt(static_cast<double>(column)),
                                       m_ground.heightAt(static_cast<double>(row))};
                const double distance = distanceTo(closed, place, std::max(0.05, m_ground.mmPerDegree(column, row)));
                m_inside[number({column, row})] = encloses(m_loop, place) ? distance : -distance;
            }
        }
    }

    void addTriangle(const std::array<Node, 3> &nodes)
    {
        std::array<std::uint32_t, 4> polygon{};
        std::array<bool, 4> onRim{};
        std::size_t corners = 0;
        for (std::size_t at = 0; at < 3; ++at) {
            const Node &from = nodes[at];
            const Node &to = nodes[(at + 1) % 3];
            const bool fromInside = m_inside[number(from)] > 0;
            if (fromInside) {
                polygon[corners++] = nodeCorner(from);
            }
            if (fromInside != (m_inside[number(to)] > 0)) {
                onRim[corners] = true;
                polygon[corners++] = crossing(from, to);
            }
        }
        for (std::size_t at = 2; at < corners; ++at) {
            m_faces.push_back({polygon[0], polygon[at - 1], polygon[at]});
        }
        for (std::size_t at = 0; at < corners; ++at) {
            const std::size_t next = (at + 1) % corners;
            if (onRim[at] && onRim[next]) {
                m_rim.push_back({polygon[at], polygon[next]});
            }
        }
    }

    std::uint32_t nodeCorner(const Node &node)
    {
        const auto [entry, isNew] = m_numbers.try_emplace({number(node), number(node)}, m_corners.size());
        if (isNew) {
            m_corners.push_back(
                {static_cast<double>(node.column), static_cast<double>(node.row), m_inside[number(node)]});
        }
        return static_cast<std::uint32_t>(entry->second);
    }

    std::uint32_t crossing(const Node &from, const Node &to)
    {
        const auto [entry, isNew] = m_numbers.try_emplace(std::minmax(number(from), number(to)), m_corners.size());
        if (isNew) {
            const double start = m_inside[number(from)];
            const double t = start / (start - m_inside[number(to)]);
            m_corners.push_back({std::lerp(static_cast<double>(from.column), static_cast<double>(to.column), t),
                                 std::lerp(static_cast<double>(from.row), static_cast<double>(to.row), t), 0});
        }
        return static_cast<std::uint32_t>(entry->second);
    }

    /// How thick the sheet is: rounded towards its edge, furrowed and ridged.
    [[nodiscard]] double thicknessAt(const Corner &corner) const
    {
        const double far = m_recipe.taperMm > 0 ? std::min(1.0, corner.inside / m_recipe.taperMm) : 1;
        const double full = 1 - (1 - far) * (1 - far);
        const DrapePlace place{m_ground.angleAt(corner.column), m_ground.heightAt(corner.row)};
        double thickness = m_recipe.thicknessMm;
        const double scale =
            m_ground.mmPerDegree(static_cast<std::size_t>(corner.column), static_cast<std::size_t>(corner.row));
        for (std::size_t at = 0; at < m_grooves.size(); ++at) {
            const double away = distanceTo(m_grooves[at], place, scale) / m_recipe.grooves[at].widthMm;
            thickness -= m_recipe.grooves[at].depthMm * std::exp(-away * away);
        }
        if (m_fibres) {
            thickness += m_fibres->heightAt(place);
        }
        return std::max(rimMm, full * thickness);
    }

    /// The lowest ceiling of the cell around a corner.
    [[nodiscard]] double lowestAt(const std::vector<double> &ceiling, const Corner &corner) const
    {
        const auto left = static_cast<std::size_t>(std::floor(corner.column));
        const auto right = static_cast<std::size_t>(std::ceil(corner.column));
        const auto low = static_cast<std::size_t>(std::floor(corner.row));
        const auto high = static_cast<std::size_t>(std::ceil(corner.row));
        return std::min({ceiling[number({left, low})], ceiling[number({right, low})], ceiling[number({left, high})],
                         ceiling[number({right, high})]});
    }

    /// The ceiling with slopes around what hangs low. Over a slope the sheet keeps a part of its height, so that
    /// neither bone nor a deeper sheet comes through.
    [[nodiscard]] std::vector<double> eased(std::vector<double> ceiling) const
    {
        for (std::size_t node = 0; node < ceiling.size(); ++node) {
            const std::size_t row = node / m_ground.columns();
            const double ground =
                m_ground.radiusAt(static_cast<double>(node % m_ground.columns()), static_cast<double>(row));
            ceiling[node] = std::max(ceiling[node], ground + leastHeight() + m_recipe.underMm);
        }
        return m_ground.easedCeiling(std::move(ceiling));
    }

    [[nodiscard]] double leastHeight() const
    {
        constexpr double leastPart = 0.25;
        return leastPart * (m_recipe.liftMm + m_recipe.thicknessMm);
    }

    /// Where the outer face lies: at its height over the ground, lower on a slope, and under what hangs over it.
    [[nodiscard]] double outerAt(const Corner &corner, double thickness) const
    {
        const double ground = m_ground.radiusAt(corner.column, corner.row);
        const double free = ground + m_recipe.liftMm + thickness;
        // What sinks is the smooth height: the fibres run on down the slope.
        const double whole = ground + m_recipe.liftMm + m_recipe.thicknessMm;
        const double sink = std::max(0.0, whole - (lowestAt(m_eased, corner) - m_recipe.underMm));
        return std::min(
            {free, lowestAt(m_ceiling, corner) - m_recipe.underMm, std::max(free - sink, ground + leastHeight())});
    }

    /// Outer face, inner face and the wall between them.
    Mesh shell() const
    {
        Mesh mesh;
        mesh.vertices.reserve(2 * m_corners.size());
        for (const bool outer : {true, false}) {
            for (const Corner &corner : m_corners) {
                const double thickness = thicknessAt(corner);
                const double radius = outerAt(corner, thickness);
                mesh.vertices.push_back(
                    m_ground.pointAt(corner.column, corner.row, outer ? radius : radius - thickness));
            }
        }
        const auto inner = static_cast<std::uint32_t>(m_corners.size());
        for (const auto &[a, b, c] : m_faces) {
            mesh.triangles.push_back({a, b, c});
            mesh.triangles.push_back({a + inner, c + inner, b + inner});
        }
        for (const auto &[a, b] : m_rim) {
            mesh.triangles.push_back({b, a, a + inner});
            mesh.triangles.push_back({b, a + inner, b + inner});
        }
        return mesh;
    }

    const DrapeRecipe &m_recipe;
    const DrapeGround &m_ground;
    const std::vector<double> &m_ceiling;
    std::vector<double> m_eased; ///< the ceiling with slopes around what hangs low
    DrapeLine m_loop;
    std::vector<DrapeLine> m_grooves;
    std::optional<FibreRidges> m_fibres;
    std::size_t m_left = 0;
    std::size_t m_right = 0;
    std::size_t m_low = 0;
    std::size_t m_high = 0;
    std::vector<double> m_inside;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> m_numbers;
    std::vector<Corner> m_corners;
    std::vector<Mesh::Triangle> m_faces;
    std::vector<std::array<std::uint32_t, 2>> m_rim;
};

} // namespace

DrapeLine smoothLine(const DrapeLine &line, double mmPerDegree, double stepMm)
{
    DrapeLine fine;
    for (std::size_t at = 0; at + 1 < line.size(); ++at) {
        const DrapePlace &p = line[at];
        const DrapePlace &q = line[at + 1];
        const DrapePlace &before = line[at == 0 ? at : at - 1];
        const DrapePlace &after = line[std::min(at + 2, line.size() - 1)];
        const double length = distanceMm(p, q, mmPerDegree);
        // Tangents as long as the span that they serve: uneven spacing makes no loops.
        const auto tangent = [&](const DrapePlace &from, const DrapePlace &to) {
            const double span = std::max(1e-9, distanceMm(from, to, mmPerDegree));
            return DrapePlace{(to.angle - from.angle) * length / span, (to.height - from.height) * length / span};
        };
        const DrapePlace start = tangent(before, q);
        const DrapePlace end = tangent(p, after);
        const int steps = std::max(1, static_cast<int>(std::ceil(length / stepMm)));
        for (int step = 0; step < steps; ++step) {
            const double t = static_cast<double>(step) / steps;
            const double h1 = 2 * t * t * t - 3 * t * t + 1;
            const double h2 = t * t * t - 2 * t * t + t;
            const double h3 = t * t * t - t * t;
            fine.push_back({h1 * p.angle + h2 * start.angle + (1 - h1) * q.angle + h3 * end.angle,
                            h1 * p.height + h2 * start.height + (1 - h1) * q.height + h3 * end.height});
        }
    }
    if (!line.empty()) {
        fine.push_back(line.back());
    }
    return fine;
}

Mesh drapeSheet(const DrapeRecipe &recipe, const DrapeGround &ground, const std::vector<double> &ceiling)
{
    return SheetMesher{recipe, ground, ceiling}.build();
}

} // namespace palpate::atlas
