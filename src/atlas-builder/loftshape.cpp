// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/loftshape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "atlas-builder/vectormm.h"

namespace palpate::atlas {

namespace {

/// Meshes are about this fine, so that curves stay smooth at the resolution of the pictures.
constexpr double stepMm = 2;

/// A curve through `values` at t from 0 to values.size() - 1.
template <typename Value, typename Blend>
Value catmullRom(const std::vector<Value> &values, double t, const Blend &blend)
{
    const auto last = static_cast<double>(values.size() - 1);
    const auto at = static_cast<std::size_t>(std::clamp(std::floor(t), 0.0, last - 1));
    const double u = std::clamp(t, 0.0, last) - static_cast<double>(at);
    const Value &p1 = values[at];
    const Value &p2 = values[at + 1];
    // Beyond its ends the curve goes on as straight as its first and last piece.
    const Value p0 = at > 0 ? values[at - 1] : blend(p1, 2, p2, -1, p1, 0, p1, 0);
    const Value p3 = at + 2 < values.size() ? values[at + 2] : blend(p2, 2, p1, -1, p1, 0, p1, 0);
    const double u2 = u * u;
    const double u3 = u2 * u;
    return blend(p0, (-u3 + 2 * u2 - u) / 2, p1, (3 * u3 - 5 * u2 + 2) / 2, p2, (-3 * u3 + 4 * u2 + u) / 2, p3,
                 (u3 - u2) / 2);
}

PointMm blendPoints(PointMm a, double wa, PointMm b, double wb, PointMm c, double wc, PointMm d, double wd)
{
    return plus(plus(times(a, wa), times(b, wb)), plus(times(c, wc), times(d, wd)));
}

double blendNumbers(double a, double wa, double b, double wb, double c, double wc, double d, double wd)
{
    return a * wa + b * wb + c * wc + d * wd;
}

/// A smooth curve that knows its length.
class Curve {
public:
    explicit Curve(const LoftLine &points) : m_points{points}
    {
        constexpr int stepsAPiece = 24;
        const auto steps = (points.size() - 1) * stepsAPiece;
        m_lengths.push_back(0);
        PointMm previous = points.front();
        for (std::size_t at = 1; at <= steps; ++at) {
            const PointMm next = catmullRom(points, static_cast<double>(at) / stepsAPiece, blendPoints);
            m_lengths.push_back(m_lengths.back() + atlas::length(minus(next, previous)));
            previous = next;
        }
        m_perStep = 1.0 / stepsAPiece;
    }

    [[nodiscard]] double length() const { return m_lengths.back(); }

    /// The curve's own parameter at a distance from its start.
    [[nodiscard]] double parameter(double distance) const
    {
        const auto next = std::lower_bound(m_lengths.begin() + 1, m_lengths.end() - 1, distance);
        const double from = *(next - 1);
        const double part = *next > from ? (distance - from) / (*next - from) : 0;
        return (static_cast<double>(next - m_lengths.begin() - 1) + std::clamp(part, 0.0, 1.0)) * m_perStep;
    }

    [[nodiscard]] PointMm at(double distance) const { return catmullRom(m_points, parameter(distance), blendPoints); }

    [[nodiscard]] PointMm tangent(double distance) const
    {
        const double h = std::min(0.5, length() / 4);
        return unit(minus(at(std::min(distance + h, length())), at(std::max(distance - h, 0.0))));
    }

private:
    const LoftLine &m_points;
    std::vector<double> m_lengths;
    double m_perStep = 0;
};

/// Turns all triangles when the surface encloses less than nothing: outsides are out.
void faceOutwards(Mesh &mesh)
{
    double volume = 0;
    for (const auto &[a, b, c] : mesh.triangles) {
        volume += dot(mesh.vertices[a], cross(mesh.vertices[b], mesh.vertices[c]));
    }
    if (volume < 0) {
        for (Mesh::Triangle &triangle : mesh.triangles) {
            std::swap(triangle[1], triangle[2]);
        }
    }
}

/// Distances from 0 to `length`: even in the middle, close together where the ends are rounded.
std::vector<double> roundedSteps(double length, double rounding, double step)
{
    constexpr int roundSteps = 5;
    std::vector<double> steps;
    for (int at = 0; at < roundSteps; ++at) {
        steps.push_back(rounding * (1 - std::cos(at * std::numbers::pi / 2 / roundSteps)));
    }
    const int middle = std::max(1, static_cast<int>(std::ceil((length - 2 * rounding) / step)));
    for (int at = 0; at <= middle; ++at) {
        steps.push_back(std::lerp(rounding, length - rounding, static_cast<double>(at) / middle));
    }
    for (int at = roundSteps - 1; at >= 0; --at) {
        steps.push_back(length - steps[static_cast<std::size_t>(at)]);
    }
    return steps;
}

/// Fibres are drawn about this far apart.
constexpr double fibreSpacingMm = 3.4;

/// Furrows of uneven width and depth, from -1 to 0, `count` of them in a full turn; they wander with `drift`.
double furrow(double angle, double count, double drift)
{
    const double sum = std::sin(std::round(count) * angle + drift) +
                       0.6 * std::sin(std::round(1.6 * count) * angle + 1 - 2 * drift) +
                       0.5 * std::sin(std::round(0.45 * count) * angle + 2 + drift);
    return std::clamp(sum / 2, -1.0, 0.0);
}

/// How fine a mesh must be across its fibres to show them.
double stepAcrossMm(double fibreMm) { return fibreMm > 0 ? 0.9 : stepMm; }

/// How far fibres wander along their course.
double driftAt(double mm) { return 0.6 * std::sin(mm / 13); }

/// The height of a rounded edge at a distance from it, from 0 to 1.
double roundness(double distance, double rounding)
{
    const double t = 1 - std::clamp(distance / rounding, 0.0, 1.0);
    return std::sqrt(std::max(0.0, 1 - t * t));
}

class StrapShaper {
public:
    explicit StrapShaper(const LoftStrap &strap) : m_strap{strap}, m_line{lineOf(strap)}, m_curve{m_line}
    {
        for (const LoftPoint &point : strap.path) {
            m_widths.push_back(point.widthMm);
            m_thicknesses.push_back(point.thicknessMm);
        }
    }

    std::optional<Mesh> shape()
    {
        const double whole = m_curve.length();
        if (!(whole > 0)) {
            return std::nullopt;
        }
        const LoftPoint &first = m_strap.path.front();
        const LoftPoint &last = m_strap.path.back();
        m_wideRounding = std::min({first.widthMm / 2, last.widthMm / 2, whole / 4});
        m_thinRounding = std::min({first.thicknessMm / 2, last.thicknessMm / 2, whole / 4});
        const double widest = *std::max_element(m_widths.begin(), m_widths.end());
        const double thickest = *std::max_element(m_thicknesses.begin(), m_thicknesses.end());
        const double around = 2 * std::max(widest, thickest) + 0.5 * std::min(widest, thickest);
        m_fibres = std::max(3.0, around / fibreSpacingMm);
        m_around = 4 * static_cast<std::size_t>(std::ceil(std::max(3.0, around / stepAcrossMm(m_strap.fibreMm) / 4)));
        const std::vector<double> steps = roundedSteps(whole, std::max(m_wideRounding, m_thinRounding), stepMm);
        m_mesh.vertices.push_back(m_curve.at(0));
        for (std::size_t at = 1; at + 1 < steps.size(); ++at) {
            if (!addRing(steps[at])) {
                return std::nullopt;
            }
        }
        m_mesh.vertices.push_back(m_curve.at(whole));
        joinRings(steps.size() - 2);
        faceOutwards(m_mesh);
        return std::move(m_mesh);
    }

private:
    static LoftLine lineOf(const LoftStrap &strap)
    {
        LoftLine line;
        for (const LoftPoint &point : strap.path) {
            line.push_back(point.at);
        }
        return line;
    }

    bool addRing(double distance)
    {
        const PointMm centre = m_curve.at(distance);
        const PointMm along = m_curve.tangent(distance);
        PointMm flat = m_strap.flat;
        if (m_strap.outwardFrom) {
            flat = {centre.x - m_strap.outwardFrom->x, centre.y - m_strap.outwardFrom->y, 0};
        }
        const PointMm side = cross(along, unit(flat));
        constexpr double tooSlanted = 0.05;
        if (length(side) < tooSlanted) {
            return false;
        }
        const PointMm u = unit(side);
        const PointMm v = cross(u, along);
        const double t = m_curve.parameter(distance);
        const double fromEnd = std::min(distance, m_curve.length() - distance);
        const double roundWide = roundness(fromEnd, m_wideRounding);
        const double roundThin = roundness(fromEnd, m_thinRounding);
        constexpr double thinnestMm = 0.2;
        const double width = roundWide * std::max(thinnestMm, catmullRom(m_widths, t, blendNumbers));
        const double thickness = roundThin * std::max(thinnestMm, catmullRom(m_thicknesses, t, blendNumbers));
        for (std::size_t at = 0; at < m_around; ++at) {
            const double angle = 2 * std::numbers::pi * static_cast<double>(at) / static_cast<double>(m_around);
            const double sunk =
                std::min(roundWide, roundThin) * m_strap.fibreMm * furrow(angle, m_fibres, driftAt(distance));
            const PointMm out = plus(times(u, (width / 2 + sunk) * rounded(std::cos(angle))),
                                     times(v, (thickness / 2 + sunk) * rounded(std::sin(angle))));
            m_mesh.vertices.push_back(plus(centre, out));
        }
        return true;
    }

    [[nodiscard]] double rounded(double value) const
    {
        return std::copysign(std::pow(std::abs(value), 2 / m_strap.power), value);
    }

    void joinRings(std::size_t rings)
    {
        const auto number = [this](std::size_t ring, std::size_t at) {
            return static_cast<std::uint32_t>(1 + ring * m_around + at % m_around);
        };
        const auto end = static_cast<std::uint32_t>(m_mesh.vertices.size() - 1);
        for (std::size_t at = 0; at < m_around; ++at) {
            m_mesh.triangles.push_back({0, number(0, at), number(0, at + 1)});
            m_mesh.triangles.push_back({end, number(rings - 1, at + 1), number(rings - 1, at)});
            for (std::size_t ring = 1; ring < rings; ++ring) {
                m_mesh.triangles.push_back({number(ring - 1, at), number(ring, at), number(ring, at + 1)});
                m_mesh.triangles.push_back({number(ring - 1, at), number(ring, at + 1), number(ring - 1, at + 1)});
            }
        }
    }

    const LoftStrap &m_strap;
    LoftLine m_line;
    Curve m_curve;
    std::vector<double> m_widths;
    std::vector<double> m_thicknesses;
    double m_wideRounding = 0; ///< how far from its ends the strap reaches its width
    double m_thinRounding = 0; ///< and its thickness
    double m_fibres = 0;
    std::size_t m_around = 0;
    Mesh m_mesh;
};

/// A grid of places through all rails, thickened to both sides and closed along its edge.
class SheetShaper {
public:
    explicit SheetShaper(const LoftSheet &sheet) : m_sheet{sheet}, m_rails{sheet.rails.begin(), sheet.rails.end()} {}

    std::optional<Mesh> shape()
    {
        double alongMm = 0;
        for (const Curve &rail : m_rails) {
            alongMm = std::max(alongMm, rail.length());
        }
        double acrossMm = 0;
        for (const double part : {0.0, 0.5, 1.0}) {
            const LoftLine line = across(part);
            acrossMm = std::max(acrossMm, Curve{line}.length());
        }
        if (!(alongMm > 0) || !(acrossMm > 0)) {
            return std::nullopt;
        }
        m_taper = std::min({m_sheet.taperMm, alongMm / 3, acrossMm / 3});
        m_alongSteps = roundedSteps(alongMm, m_taper, stepAcrossMm(m_sheet.fibreMm));
        m_acrossSteps = roundedSteps(acrossMm, m_taper, stepMm);
        fillGrid();
        fillFaces();
        faceOutwards(m_mesh);
        return std::move(m_mesh);
    }

private:
    /// Where all rails are at the same part of their lengths.
    [[nodiscard]] LoftLine across(double part) const
    {
        LoftLine line;
        for (const Curve &rail : m_rails) {
            line.push_back(rail.at(part * rail.length()));
        }
        return line;
    }

    [[nodiscard]] std::size_t alongCount() const { return m_alongSteps.size(); }
    [[nodiscard]] std::size_t acrossCount() const { return m_acrossSteps.size(); }
    [[nodiscard]] const PointMm &node(std::size_t i, std::size_t j) const { return m_grid[i * acrossCount() + j]; }

    void fillGrid()
    {
        for (const double along : m_alongSteps) {
            const LoftLine line = across(along / m_alongSteps.back());
            const Curve curve{line};
            for (const double step : m_acrossSteps) {
                m_grid.push_back(curve.at(step / m_acrossSteps.back() * curve.length()));
            }
        }
    }

    [[nodiscard]] PointMm normal(std::size_t i, std::size_t j) const
    {
        const PointMm u = minus(node(std::min(i + 1, alongCount() - 1), j), node(i > 0 ? i - 1 : 0, j));
        const PointMm v = minus(node(i, std::min(j + 1, acrossCount() - 1)), node(i, j > 0 ? j - 1 : 0));
        return unit(cross(u, v));
    }

    /// Rises from nothing at the edge, so that the two faces meet there.
    [[nodiscard]] double thickness(std::size_t i, std::size_t j) const
    {
        const double along = std::min(m_alongSteps[i], m_alongSteps.back() - m_alongSteps[i]);
        const double across = std::min(m_acrossSteps[j], m_acrossSteps.back() - m_acrossSteps[j]);
        const double part = m_acrossSteps[j] / m_acrossSteps.back();
        constexpr double mmInTurn = 100;
        const double angle = (m_alongSteps[i] - part * m_sheet.slantMm) * 2 * std::numbers::pi / mmInTurn;
        const double sunk = 2 * m_sheet.fibreMm * furrow(angle, mmInTurn / fibreSpacingMm, driftAt(m_acrossSteps[j]));
        return std::max(0.0, m_sheet.thicknessMm + sunk) * roundness(std::min(along, across), m_taper);
    }

    void fillFaces()
    {
        std::vector<std::uint32_t> front;
        std::vector<std::uint32_t> back;
        for (std::size_t i = 0; i < alongCount(); ++i) {
            for (std::size_t j = 0; j < acrossCount(); ++j) {
                const bool edge = i == 0 || j == 0 || i + 1 == alongCount() || j + 1 == acrossCount();
                const PointMm out = edge ? PointMm{} : times(normal(i, j), thickness(i, j) / 2);
                front.push_back(static_cast<std::uint32_t>(m_mesh.vertices.size()));
                m_mesh.vertices.push_back(plus(node(i, j), out));
                if (!edge) {
                    m_mesh.vertices.push_back(minus(node(i, j), out));
                }
                back.push_back(static_cast<std::uint32_t>(m_mesh.vertices.size() - 1));
            }
        }
        for (std::size_t i = 1; i < alongCount(); ++i) {
            for (std::size_t j = 1; j < acrossCount(); ++j) {
                addQuad(front, i, j, false);
                addQuad(back, i, j, true);
            }
        }
    }

    void addQuad(const std::vector<std::uint32_t> &face, std::size_t i, std::size_t j, bool turned)
    {
        const std::array<std::uint32_t, 4> corners{face[(i - 1) * acrossCount() + j - 1],
                                                   face[i * acrossCount() + j - 1], face[i * acrossCount() + j],
                                                   face[(i - 1) * acrossCount() + j]};
        // At two corners of the sheet three of the four lie on the edge: cut off the corner there, or both faces
        // would share a whole triangle.
        const bool otherWay = (i == 1) == (j + 1 == acrossCount());
        const auto add = [&](std::size_t a, std::size_t b, std::size_t c) {
            m_mesh.triangles.push_back(turned ? Mesh::Triangle{corners[a], corners[c], corners[b]}
                                              : Mesh::Triangle{corners[a], corners[b], corners[c]});
        };
        if (otherWay) {
            add(0, 1, 3);
            add(1, 2, 3);
        } else {
            add(0, 1, 2);
            add(0, 2, 3);
        }
    }

    const LoftSheet &m_sheet;
    std::vector<Curve> m_rails;
    double m_taper = 0;
    std::vector<double> m_alongSteps;
    std::vector<double> m_acrossSteps;
    std::vector<PointMm> m_grid;
    Mesh m_mesh;
};

} // namespace

LoftLine smoothCurve(const LoftLine &points, std::size_t count)
{
    const Curve curve{points};
    LoftLine line;
    for (std::size_t at = 0; at < count; ++at) {
        line.push_back(curve.at(curve.length() * static_cast<double>(at) / static_cast<double>(count - 1)));
    }
    return line;
}

std::optional<Mesh> strapMesh(const LoftStrap &strap) { return StrapShaper{strap}.shape(); }

std::optional<Mesh> sheetMesh(const LoftSheet &sheet) { return SheetShaper{sheet}.shape(); }

} // namespace palpate::atlas
