// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/drapeground.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/error.h"

namespace palpate::atlas {

namespace {

constexpr double degree = std::numbers::pi / 180;

/// Angle in degrees, height in mm and radius in mm of a point.
PointMm polar(const DrapeGroundRecipe &ground, const PointMm &p)
{
    const double x = std::abs(p.x);
    const double front = ground.axisY - p.y;
    const double flat = std::hypot(x, front);
    const double angle = std::atan2(x, front) / degree;
    if (!ground.domeZ || p.z <= *ground.domeZ) {
        return {angle, p.z, flat};
    }
    const double up = p.z - *ground.domeZ;
    return {angle, *ground.domeZ + ground.domeRadius * std::atan2(up, flat), std::hypot(flat, up)};
}

/// A place before the first or after the last counts as its reflection: the field is the same on both sides there.
std::size_t reflected(std::ptrdiff_t at, std::size_t count)
{
    const auto last = static_cast<std::ptrdiff_t>(count) - 1;
    if (last == 0) {
        return 0;
    }
    at = std::abs(at) % (2 * last);
    return static_cast<std::size_t>(at <= last ? at : 2 * last - at);
}

} // namespace

DrapePlace drapePlace(const DrapeGroundRecipe &ground, const PointMm &point)
{
    const PointMm place = polar(ground, point);
    if (point.x >= 0) {
        return {place.x, place.y};
    }
    // Over the midline in front the angles run on below 0, and behind beyond 180.
    return {point.y <= ground.axisY ? -place.x : 360 - place.x, place.y};
}

bool encloses(const DrapeLine &loop, const DrapePlace &place)
{
    bool inside = false;
    for (std::size_t at = 0; at < loop.size(); ++at) {
        const DrapePlace &a = loop[at];
        const DrapePlace &b = loop[(at + 1) % loop.size()];
        if ((a.height > place.height) != (b.height > place.height) &&
            place.angle < a.angle + (b.angle - a.angle) * (place.height - a.height) / (b.height - a.height)) {
            inside = !inside;
        }
    }
    return inside;
}

DrapeGround::DrapeGround(DrapeGroundRecipe recipe)
    : m_recipe{std::move(recipe)},
      m_columns{static_cast<std::size_t>(std::lround(180 / m_recipe.stepDegrees)) + 1},
      m_rows{static_cast<std::size_t>(std::floor((m_recipe.high - m_recipe.low) / m_recipe.stepMm)) + 1},
      m_radius(m_columns * m_rows, 0)
{
    // Whole steps, so that the last column lies on the midline.
    m_recipe.stepDegrees = 180 / static_cast<double>(m_columns - 1);
}

/// Calls visit(node, radius) for every node that a triangle lies over.
template <typename Visit> void DrapeGround::visitNodes(const Mesh &mesh, const Visit &visit) const
{
    std::vector<PointMm> places;
    places.reserve(mesh.vertices.size());
    for (const PointMm &p : mesh.vertices) {
        const PointMm place = polar(m_recipe, p);
        places.push_back({place.x / m_recipe.stepDegrees, (place.y - m_recipe.low) / m_recipe.stepMm, place.z});
    }
    for (const Mesh::Triangle &triangle : mesh.triangles) {
        const PointMm &a = places[triangle[0]];
        const PointMm &b = places[triangle[1]];
        const PointMm &c = places[triangle[2]];
        const double left = std::min({a.x, b.x, c.x});
        const double right = std::max({a.x, b.x, c.x});
        const double area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        // What spans a quarter turn lies at the axis, far under everything.
        if (area == 0 || (right - left) * m_recipe.stepDegrees > 90) {
            continue;
        }
        const double low = std::max(0.0, std::ceil(std::min({a.y, b.y, c.y})));
        const double high = std::min(static_cast<double>(m_rows) - 1, std::floor(std::max({a.y, b.y, c.y})));
        for (double y = low; y <= high; ++y) {
            for (double x = std::ceil(left); x <= right; ++x) {
                const double wb = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area;
                const double wc = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / area;
                if (wb >= 0 && wc >= 0 && wb + wc <= 1) {
                    visit(static_cast<std::size_t>(y) * m_columns + static_cast<std::size_t>(x),
                          (1 - wb - wc) * a.z + wb * b.z + wc * c.z);
                }
            }
        }
    }
}

void DrapeGround::add(const Mesh &mesh)
{
    visitNodes(mesh, [this](std::size_t node, double radius) { m_radius[node] = std::max(m_radius[node], radius); });
}

void DrapeGround::lowerCeiling(std::vector<double> &ceiling, const Mesh &mesh) const
{
    // Deeper than this under the ground it is another part of the structure, or bone lies over it: it hangs over
    // nothing there, and a sheet pressed under it would lay the bone bare.
    constexpr double deepestMm = 3;
    visitNodes(mesh, [&](std::size_t node, double radius) {
        if (radius > m_radius[node] - deepestMm) {
            ceiling[node] = std::min(ceiling[node], radius);
        }
    });
}

std::vector<double> DrapeGround::easedCeiling(std::vector<double> ceiling) const
{
    constexpr double slope = 0.7;
    const auto columns = static_cast<std::ptrdiff_t>(m_columns);
    const auto rows = static_cast<std::ptrdiff_t>(m_rows);
    // One sweep up and one down carry the slope to all sides; the neighbours that were already visited count.
    const auto sweep = [&](std::ptrdiff_t column, std::ptrdiff_t row, std::ptrdiff_t way) {
        const auto place = static_cast<std::size_t>(row * columns + column);
        const double columnMm =
            mmPerDegree(static_cast<std::size_t>(column), static_cast<std::size_t>(row)) * m_recipe.stepDegrees;
        constexpr std::array<std::array<std::ptrdiff_t, 2>, 4> visited{{{-1, 0}, {-1, -1}, {0, -1}, {1, -1}}};
        for (const auto &[across, along] : visited) {
            const std::ptrdiff_t otherColumn = column + way * across;
            const std::ptrdiff_t otherRow = row + way * along;
            if (otherColumn >= 0 && otherColumn < columns && otherRow >= 0 && otherRow < rows) {
                const double away =
                    std::hypot(static_cast<double>(across) * columnMm, static_cast<double>(along) * m_recipe.stepMm);
                ceiling[place] = std::min(
                    ceiling[place], ceiling[static_cast<std::size_t>(otherRow * columns + otherColumn)] + slope * away);
            }
        }
    };
    for (std::ptrdiff_t node = 0; node < rows * columns; ++node) {
        sweep(node % columns, node / columns, 1);
    }
    for (std::ptrdiff_t node = rows * columns; node-- > 0;) {
        sweep(node % columns, node / columns, -1);
    }
    return ceiling;
}

void DrapeGround::finish()
{
    if (std::none_of(m_radius.begin(), m_radius.end(), [](double radius) { return radius > 0; })) {
        throw DataFileError{"drapes.json", m_recipe.id, "nothing lies under this ground"};
    }
    const std::vector<double> sources = m_radius;
    clearBridges();
    for (const std::vector<PointMm> &guide : m_recipe.guides) {
        follow(guide);
    }
    fillHoles();
    for (int round = 0; round < m_recipe.closingRounds; ++round) {
        std::vector<double> calm = m_radius;
        smooth(calm, m_recipe.smoothMm);
        for (std::size_t node = 0; node < m_radius.size(); ++node) {
            m_radius[node] = std::max(m_radius[node], calm[node]);
        }
    }
    smooth(m_radius, m_recipe.smoothMm);
    raiseOverSources(sources);
}

void DrapeGround::clearBridges()
{
    for (std::size_t row = 0; row < m_rows; ++row) {
        for (std::size_t column = 0; column < m_columns; ++column) {
            const DrapePlace place{angleAt(static_cast<double>(column)), heightAt(static_cast<double>(row))};
            for (const DrapeLine &bridge : m_recipe.bridges) {
                if (encloses(bridge, place)) {
                    at(column, row) = 0;
                }
            }
        }
    }
}

/// Holds the surface along a line.
void DrapeGround::follow(const std::vector<PointMm> &guide)
{
    constexpr int steps = 200;
    for (std::size_t leg = 1; leg < guide.size(); ++leg) {
        const PointMm from = polar(m_recipe, guide[leg - 1]);
        const PointMm to = polar(m_recipe, guide[leg]);
        for (int step = 0; step <= steps; ++step) {
            const double t = static_cast<double>(step) / steps;
            const double column = std::round(std::lerp(from.x, to.x, t) / m_recipe.stepDegrees);
            const double row = std::round((std::lerp(from.y, to.y, t) - m_recipe.low) / m_recipe.stepMm);
            if (row >= 0 && row < static_cast<double>(m_rows)) {
                double &radius = at(static_cast<std::size_t>(column), static_cast<std::size_t>(row));
                radius = std::max(radius, std::lerp(from.z, to.z, t));
            }
        }
    }
}

/// Solves Laplace's equation in the holes by successive over-relaxation, the sources held.
void DrapeGround::fillHoles()
{
    std::vector<bool> held(m_radius.size());
    double sum = 0;
    double count = 0;
    for (std::size_t node = 0; node < m_radius.size(); ++node) {
        held[node] = m_radius[node] > 0;
        sum += m_radius[node];
        count += held[node] ? 1 : 0;
    }
    const double mean = sum / count;
    std::replace(m_radius.begin(), m_radius.end(), 0.0, mean);
    constexpr int sweeps = 600;
    constexpr double relaxation = 1.92;
    const double ratio = std::pow(m_recipe.stepMm / (mean * m_recipe.stepDegrees * degree), 2);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (std::size_t row = 0; row < m_rows; ++row) {
            const std::size_t below = reflected(static_cast<std::ptrdiff_t>(row) - 1, m_rows);
            const std::size_t above = reflected(static_cast<std::ptrdiff_t>(row) + 1, m_rows);
            const double across = ratio / std::pow(std::max(0.05, std::cos(elevationAt(static_cast<double>(row)))), 2);
            for (std::size_t column = 0; column < m_columns; ++column) {
                if (held[row * m_columns + column]) {
                    continue;
                }
                const std::size_t before = reflected(static_cast<std::ptrdiff_t>(column) - 1, m_columns);
                const std::size_t after = reflected(static_cast<std::ptrdiff_t>(column) + 1, m_columns);
                const double calm =
                    (across * (at(before, row) + at(after, row)) + at(column, below) + at(column, above)) /
                    (2 * across + 2);
                at(column, row) += relaxation * (calm - at(column, row));
            }
        }
    }
}

/// Three running means along and across make nearly a bell curve; across, the reach follows the circumference.
void DrapeGround::smooth(std::vector<double> &field, double mm) const
{
    constexpr int passes = 3;
    std::vector<double> other(field.size());
    const auto mean = [](std::size_t count, std::ptrdiff_t reach, const auto &value, const auto &put) {
        if (reach <= 0) {
            for (std::size_t to = 0; to < count; ++to) {
                put(to, value(to));
            }
            return;
        }
        double sum = 0;
        for (std::ptrdiff_t from = -reach; from <= reach; ++from) {
            sum += value(reflected(from, count));
        }
        for (std::size_t to = 0; to < count; ++to) {
            put(to, sum / static_cast<double>(2 * reach + 1));
            sum += value(reflected(static_cast<std::ptrdiff_t>(to) + reach + 1, count)) -
                   value(reflected(static_cast<std::ptrdiff_t>(to) - reach, count));
        }
    };
    const auto acrossReach = columnReaches(mm);
    const auto alongReach = static_cast<std::ptrdiff_t>(std::lround(mm / m_recipe.stepMm));
    for (int pass = 0; pass < passes; ++pass) {
        for (std::size_t row = 0; row < m_rows; ++row) {
            const std::size_t base = row * m_columns;
            mean(
                m_columns, static_cast<std::ptrdiff_t>(acrossReach[row]),
                [&](std::size_t column) { return field[base + column]; },
                [&](std::size_t column, double value) { other[base + column] = value; });
        }
        for (std::size_t column = 0; column < m_columns; ++column) {
            mean(
                m_rows, alongReach, [&](std::size_t row) { return other[row * m_columns + column]; },
                [&](std::size_t row, double value) { field[row * m_columns + column] = value; });
        }
    }
}

std::vector<std::size_t> DrapeGround::columnReaches(double mm) const
{
    std::vector<std::size_t> reaches(m_rows);
    for (std::size_t row = 0; row < m_rows; ++row) {
        double sum = 0;
        for (std::size_t column = 0; column < m_columns; ++column) {
            sum += at(column, row);
        }
        const double radius = sum / static_cast<double>(m_columns) * std::cos(elevationAt(static_cast<double>(row)));
        const double columnMm = std::max(0.01, radius * m_recipe.stepDegrees * degree);
        reaches[row] = std::min(m_columns - 1, static_cast<std::size_t>(std::lround(mm / columnMm)));
    }
    return reaches;
}

/// Smoothing cuts off crests; where it does, the surface is raised gently over them again.
void DrapeGround::raiseOverSources(const std::vector<double> &sources)
{
    constexpr int rounds = 3;
    const double reachMm = m_recipe.smoothMm / 2;
    for (int round = 0; round < rounds; ++round) {
        std::vector<double> missing(m_radius.size());
        for (std::size_t node = 0; node < m_radius.size(); ++node) {
            missing[node] = std::max(0.0, sources[node] - m_radius[node]);
        }
        smooth(missing, reachMm);
        for (std::size_t node = 0; node < m_radius.size(); ++node) {
            m_radius[node] += missing[node];
        }
    }
}

double DrapeGround::elevationAt(double row) const
{
    if (!m_recipe.domeZ) {
        return 0;
    }
    return std::clamp((heightAt(row) - *m_recipe.domeZ) / m_recipe.domeRadius, 0.0, std::numbers::pi / 2);
}

double DrapeGround::mmPerDegree(std::size_t column, std::size_t row) const
{
    return at(column, row) * std::cos(elevationAt(static_cast<double>(row))) * degree;
}

double DrapeGround::radiusAt(double column, double row) const
{
    const auto left = std::min(static_cast<std::size_t>(column), m_columns - 2);
    const auto low = std::min(static_cast<std::size_t>(row), m_rows - 2);
    const double across = column - static_cast<double>(left);
    const double up = row - static_cast<double>(low);
    return std::lerp(std::lerp(at(left, low), at(left + 1, low), across),
                     std::lerp(at(left, low + 1), at(left + 1, low + 1), across), up);
}

PointMm DrapeGround::pointAt(double column, double row, double radius) const
{
    const double angle = angleAt(column) * degree;
    const double elevation = elevationAt(row);
    const double flat = radius * std::cos(elevation);
    const double height = heightAt(row);
    const double z =
        m_recipe.domeZ && height > *m_recipe.domeZ ? *m_recipe.domeZ + radius * std::sin(elevation) : height;
    // Exactly 0 on the midline, so that the two halves meet without a slit.
    const double x = angleAt(column) >= 180 - 1e-9 ? 0 : flat * std::sin(angle);
    return {x, m_recipe.axisY - flat * std::cos(angle), z};
}

} // namespace palpate::atlas
