// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/mesh.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "core/error.h"

namespace palpate::atlas {

namespace {

constexpr double furthestMm = 10'000;

/// Walks over a text file's lines and numbers and knows where it is, for the error messages.
class ObjReader {
public:
    ObjReader(std::string name, std::string_view text) : m_name{std::move(name)}, m_rest{text} {}

    Mesh read()
    {
        while (nextLine()) {
            if (m_line.starts_with("v ")) {
                readVertex();
            } else if (m_line.starts_with("f ")) {
                readFace();
            }
        }
        if (m_mesh.triangles.empty()) {
            throw DataFileError{m_name, "", "the mesh has no face"};
        }
        return std::move(m_mesh);
    }

private:
    bool nextLine()
    {
        if (m_rest.empty()) {
            return false;
        }
        const auto end = m_rest.find('\n');
        m_line = m_rest.substr(0, end);
        m_rest = end == std::string_view::npos ? std::string_view{} : m_rest.substr(end + 1);
        if (m_line.ends_with('\r')) {
            m_line.remove_suffix(1);
        }
        ++m_number;
        return true;
    }

    [[noreturn]] void fail(const std::string &reason) const
    {
        throw DataFileError{m_name, std::to_string(m_number), reason};
    }

    void skipBlanks(std::string_view &text) const
    {
        text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    }

    double number(std::string_view &text) const
    {
        skipBlanks(text);
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || !(std::abs(value) <= furthestMm)) {
            fail("expected a coordinate in millimetres within 10 m, found '" + std::string{text.substr(0, 20)} + "'");
        }
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        return value;
    }

    void readVertex()
    {
        std::string_view text = m_line.substr(2);
        const double x = number(text);
        const double y = number(text);
        const double z = number(text);
        m_mesh.vertices.push_back({x, y, z});
    }

    std::optional<std::uint32_t> corner(std::string_view &text) const
    {
        skipBlanks(text);
        if (text.empty()) {
            return std::nullopt;
        }
        long long index = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
        const auto count = static_cast<long long>(m_mesh.vertices.size());
        if (error == std::errc{} && index < 0) {
            index += count + 1;
        }
        if (error != std::errc{} || index < 1 || index > count) {
            fail("the face names a vertex that is not there: '" + std::string{text.substr(0, 20)} + "'");
        }
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        text.remove_prefix(std::min(text.find_first_of(" \t"), text.size()));
        return static_cast<std::uint32_t>(index - 1);
    }

    void readFace()
    {
        std::string_view text = m_line.substr(2);
        const auto first = corner(text);
        auto previous = corner(text);
        auto next = corner(text);
        if (!first || !previous || !next) {
            fail("a face needs at least three corners");
        }
        while (next) {
            m_mesh.triangles.push_back({*first, *previous, *next});
            previous = next;
            next = corner(text);
        }
    }

    std::string m_name;
    std::string_view m_rest;
    std::string_view m_line;
    std::size_t m_number = 0;
    Mesh m_mesh;
};

/// Disjoint sets over vertex numbers.
class Pieces {
public:
    explicit Pieces(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0U); }

    std::uint32_t find(std::uint32_t at)
    {
        while (m_parent[at] != at) {
            m_parent[at] = m_parent[m_parent[at]];
            at = m_parent[at];
        }
        return at;
    }

    void join(std::uint32_t a, std::uint32_t b) { m_parent[find(a)] = find(b); }

private:
    std::vector<std::uint32_t> m_parent;
};

struct PlaceHash {
    std::size_t operator()(const PointMm &p) const noexcept
    {
        const std::hash<double> hash;
        return hash(p.x) ^ (hash(p.y) * 31) ^ (hash(p.z) * 1009);
    }
};

/// For every vertex the number of the first vertex at the same place: the files repeat vertices along seams.
std::vector<std::uint32_t> weldedIndices(const Mesh &mesh)
{
    std::unordered_map<PointMm, std::uint32_t, PlaceHash> seen;
    seen.reserve(mesh.vertices.size());
    std::vector<std::uint32_t> welded(mesh.vertices.size());
    for (std::uint32_t at = 0; at < mesh.vertices.size(); ++at) {
        welded[at] = seen.emplace(mesh.vertices[at], at).first->second;
    }
    return welded;
}

/// Cuts triangles where a value given at their corners crosses zero, and keeps the side where it is not negative.
class Cutter {
public:
    Cutter(const Mesh &source, const std::vector<double> &distances) : m_source{source}, m_distances{distances}
    {
        m_kept.assign(source.vertices.size(), none);
    }

    void add(const Mesh::Triangle &triangle)
    {
        std::array<std::uint32_t, 4> polygon{};
        std::size_t corners = 0;
        for (std::size_t at = 0; at < 3; ++at) {
            const std::uint32_t from = triangle[at];
            const std::uint32_t to = triangle[(at + 1) % 3];
            if (inside(from)) {
                polygon[corners++] = keep(from);
            }
            if (inside(from) != inside(to)) {
                polygon[corners++] = crossing(from, to);
            }
        }
        for (std::size_t at = 2; at < corners; ++at) {
            m_result.triangles.push_back({polygon[0], polygon[at - 1], polygon[at]});
        }
    }

    Mesh result() { return std::move(m_result); }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    [[nodiscard]] bool inside(std::uint32_t at) const { return m_distances[at] >= 0; }

    std::uint32_t keep(std::uint32_t at)
    {
        if (m_kept[at] == none) {
            m_kept[at] = static_cast<std::uint32_t>(m_result.vertices.size());
            m_result.vertices.push_back(m_source.vertices[at]);
        }
        return m_kept[at];
    }

    std::uint32_t crossing(std::uint32_t a, std::uint32_t b)
    {
        const auto [low, high] = std::minmax(a, b);
        const auto [entry, isNew] = m_crossings.try_emplace({low, high}, m_result.vertices.size());
        if (isNew) {
            const PointMm &p = m_source.vertices[low];
            const PointMm &q = m_source.vertices[high];
            const double t = m_distances[low] / (m_distances[low] - m_distances[high]);
            m_result.vertices.push_back({std::lerp(p.x, q.x, t), std::lerp(p.y, q.y, t), std::lerp(p.z, q.z, t)});
        }
        return static_cast<std::uint32_t>(entry->second);
    }

    const Mesh &m_source;
    const std::vector<double> &m_distances;
    std::vector<std::uint32_t> m_kept;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> m_crossings;
    Mesh m_result;
};

PointMm crossProduct(PointMm a, PointMm b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

PointMm minus(PointMm a, PointMm b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }

} // namespace

Mesh readObj(const std::filesystem::path &file)
{
    std::ifstream stream{file, std::ios::binary | std::ios::ate};
    if (!stream) {
        throw DataFileError{file.filename().string(), "", "the mesh is missing or cannot be read"};
    }
    std::string text(static_cast<std::size_t>(stream.tellg()), '\0');
    stream.seekg(0);
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!stream) {
        throw DataFileError{file.filename().string(), "", "the mesh cannot be read to its end"};
    }
    return ObjReader{file.filename().string(), text}.read();
}

Box boundsOf(const Mesh &mesh)
{
    Box box{mesh.vertices.front(), mesh.vertices.front()};
    for (const PointMm &p : mesh.vertices) {
        box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y), std::min(box.low.z, p.z)};
        box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y), std::max(box.high.z, p.z)};
    }
    return box;
}

Mesh mirrored(const Mesh &mesh)
{
    Mesh other = mesh;
    for (PointMm &p : other.vertices) {
        p = palpate::mirrored(p);
    }
    for (Mesh::Triangle &triangle : other.triangles) {
        std::swap(triangle[1], triangle[2]);
    }
    return other;
}

void append(Mesh &whole, const Mesh &part)
{
    const auto base = static_cast<std::uint32_t>(whole.vertices.size());
    whole.vertices.insert(whole.vertices.end(), part.vertices.begin(), part.vertices.end());
    for (const auto &[a, b, c] : part.triangles) {
        whole.triangles.push_back({a + base, b + base, c + base});
    }
}

Mesh keepPositive(const Mesh &mesh, const std::vector<double> &distances)
{
    Cutter cutter{mesh, distances};
    for (const Mesh::Triangle &triangle : mesh.triangles) {
        cutter.add(triangle);
    }
    return cutter.result();
}

Mesh welded(const Mesh &mesh)
{
    const auto first = weldedIndices(mesh);
    Mesh result;
    std::vector<std::uint32_t> numbers(mesh.vertices.size());
    for (std::uint32_t at = 0; at < mesh.vertices.size(); ++at) {
        if (first[at] == at) {
            numbers[at] = static_cast<std::uint32_t>(result.vertices.size());
            result.vertices.push_back(mesh.vertices[at]);
        } else {
            numbers[at] = numbers[first[at]];
        }
    }
    for (const auto &[a, b, c] : mesh.triangles) {
        const Mesh::Triangle triangle{numbers[a], numbers[b], numbers[c]};
        if (triangle[0] != triangle[1] && triangle[1] != triangle[2] && triangle[2] != triangle[0]) {
            result.triangles.push_back(triangle);
        }
    }
    return result;
}

Mesh largestPiece(const Mesh &mesh)
{
    Pieces pieces{mesh.vertices.size()};
    for (const auto &[a, b, c] : mesh.triangles) {
        pieces.join(a, b);
        pieces.join(b, c);
    }
    std::vector<std::size_t> sizes(mesh.vertices.size(), 0);
    for (const Mesh::Triangle &triangle : mesh.triangles) {
        ++sizes[pieces.find(triangle[0])];
    }
    const auto largest = static_cast<std::uint32_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    std::vector<double> keep(mesh.vertices.size());
    for (std::uint32_t at = 0; at < keep.size(); ++at) {
        keep[at] = pieces.find(at) == largest ? 1 : -1;
    }
    return keepPositive(mesh, keep);
}

Cleaned keepHalf(const Mesh &mesh, Half half)
{
    const double sign = half == Half::left ? 1 : -1;
    const auto welded = weldedIndices(mesh);
    Pieces pieces{mesh.vertices.size()};
    for (const auto &[a, b, c] : mesh.triangles) {
        pieces.join(welded[a], welded[b]);
        pieces.join(welded[b], welded[c]);
    }
    std::vector<bool> reaches(mesh.vertices.size(), false);
    for (std::uint32_t at = 0; at < mesh.vertices.size(); ++at) {
        if (sign * mesh.vertices[at].x > 0) {
            reaches[pieces.find(welded[at])] = true;
        }
    }
    Cleaned cleaned;
    std::vector<bool> counted(mesh.vertices.size(), false);
    std::vector<double> distances(mesh.vertices.size());
    std::transform(mesh.vertices.begin(), mesh.vertices.end(), distances.begin(),
                   [sign](const PointMm &p) { return sign * p.x; });
    Cutter cutter{mesh, distances};
    for (const Mesh::Triangle &triangle : mesh.triangles) {
        const std::uint32_t piece = pieces.find(welded[triangle[0]]);
        if (reaches[piece]) {
            cutter.add(triangle);
            continue;
        }
        ++cleaned.droppedTriangles;
        cleaned.droppedPieces += counted[piece] ? 0U : 1U;
        counted[piece] = true;
    }
    cleaned.mesh = cutter.result();
    // Interpolation may leave a crossing a rounding error off the midline, and side is geometry.
    for (PointMm &p : cleaned.mesh.vertices) {
        p.x = sign * p.x < 1e-9 ? 0.0 : p.x;
    }
    return cleaned;
}

std::vector<PointMm> vertexNormals(const Mesh &mesh)
{
    const auto welded = weldedIndices(mesh);
    std::vector<PointMm> normals(mesh.vertices.size());
    for (const auto &triangle : mesh.triangles) {
        const PointMm &a = mesh.vertices[triangle[0]];
        const PointMm normal = crossProduct(minus(mesh.vertices[triangle[1]], a), minus(mesh.vertices[triangle[2]], a));
        for (const std::uint32_t corner : triangle) {
            PointMm &sum = normals[welded[corner]];
            sum = {sum.x + normal.x, sum.y + normal.y, sum.z + normal.z};
        }
    }
    for (std::uint32_t at = 0; at < normals.size(); ++at) {
        PointMm normal = normals[welded[at]];
        const double length = std::sqrt(normal.x * normal.x + normal.y * normal.y + normal.z * normal.z);
        if (length > 0) {
            normal = {normal.x / length, normal.y / length, normal.z / length};
        }
        normals[at] = normal;
    }
    return normals;
}

} // namespace palpate::atlas
