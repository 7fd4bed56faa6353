// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/skinzones.h"

#include <algorithm>
#include <limits>
#include <map>

#include "atlas-builder/vectormm.h"

namespace palpate::atlas {

namespace {

constexpr std::uint8_t noLabel = 255;

/// The left half of the skin as a net of vertices.
class HalfNet {
public:
    explicit HalfNet(const Mesh &skin) : m_skin{skin}, m_beside(skin.vertices.size()), m_area(skin.vertices.size(), 0)
    {
        std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
        for (const Mesh::Triangle &triangle : skin.triangles) {
            if (!isLeft(triangle[0]) || !isLeft(triangle[1]) || !isLeft(triangle[2])) {
                continue;
            }
            const PointMm &a = skin.vertices[triangle[0]];
            const double area =
                length(cross(minus(skin.vertices[triangle[1]], a), minus(skin.vertices[triangle[2]], a))) / 2;
            for (std::size_t corner = 0; corner < 3; ++corner) {
                const auto [low, high] = std::minmax(triangle[corner], triangle[(corner + 1) % 3]);
                ++edges[{low, high}];
                m_area[triangle[corner]] += area / 3;
            }
        }
        std::vector<std::uint32_t> open;
        for (const auto &[edge, uses] : edges) {
            join(edge.first, edge.second);
            if (uses == 1 && (skin.vertices[edge.first].x > 0 || skin.vertices[edge.second].x > 0)) {
                open.push_back(edge.first);
                open.push_back(edge.second);
            }
        }
        bridge(open);
    }

    [[nodiscard]] std::size_t size() const { return m_skin.vertices.size(); }
    [[nodiscard]] bool isLeft(std::uint32_t at) const { return m_skin.vertices[at].x >= 0; }
    [[nodiscard]] const std::vector<std::uint32_t> &beside(std::size_t at) const { return m_beside[at]; }

    /// Every piece of equal labels that is smaller than the label's largest.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> remnants(const std::vector<std::uint8_t> &labels) const
    {
        std::vector<std::vector<std::uint32_t>> rest;
        std::map<std::uint8_t, std::pair<double, std::vector<std::uint32_t>>> largest;
        std::vector<bool> seen(size(), false);
        for (std::uint32_t start = 0; start < size(); ++start) {
            if (!isLeft(start) || seen[start] || labels[start] == noLabel) {
                continue;
            }
            std::vector<std::uint32_t> piece{start};
            seen[start] = true;
            double area = 0;
            for (std::size_t at = 0; at < piece.size(); ++at) {
                area += m_area[piece[at]];
                for (const std::uint32_t other : m_beside[piece[at]]) {
                    if (!seen[other] && labels[other] == labels[start]) {
                        seen[other] = true;
                        piece.push_back(other);
                    }
                }
            }
            auto &best = largest[labels[start]];
            if (area > best.first) {
                std::swap(piece, best.second);
                best.first = area;
            }
            if (!piece.empty()) {
                rest.push_back(std::move(piece));
            }
        }
        return rest;
    }

    /// The label that a piece shares the longest border with, or its own where it stands alone.
    [[nodiscard]] std::uint8_t widestNeighbour(const std::vector<std::uint32_t> &piece,
                                               const std::vector<std::uint8_t> &labels) const
    {
        const std::uint8_t own = labels[piece.front()];
        std::map<std::uint8_t, double> borders;
        for (const std::uint32_t at : piece) {
            for (const std::uint32_t other : m_beside[at]) {
                if (labels[other] != own && labels[other] != noLabel) {
                    borders[labels[other]] += length(minus(m_skin.vertices[other], m_skin.vertices[at]));
                }
            }
        }
        const auto widest = std::max_element(borders.begin(), borders.end(),
                                             [](const auto &a, const auto &b) { return a.second < b.second; });
        return widest == borders.end() ? own : widest->first;
    }

private:
    void join(std::uint32_t a, std::uint32_t b)
    {
        m_beside[a].push_back(b);
        m_beside[b].push_back(a);
    }

    /// Joins the open rims where a mended piece of skin meets the old one.
    void bridge(std::vector<std::uint32_t> &open)
    {
        std::sort(open.begin(), open.end());
        open.erase(std::unique(open.begin(), open.end()), open.end());
        constexpr double reach = 6;
        for (std::size_t a = 0; a < open.size(); ++a) {
            for (std::size_t b = a + 1; b < open.size(); ++b) {
                if (length(minus(m_skin.vertices[open[a]], m_skin.vertices[open[b]])) < reach) {
                    join(open[a], open[b]);
                }
            }
        }
    }

    const Mesh &m_skin;
    std::vector<std::vector<std::uint32_t>> m_beside;
    std::vector<double> m_area;
};

/// Gives remnants away until every label is one piece.
void mergeRemnants(const HalfNet &net, std::vector<std::uint8_t> &labels)
{
    constexpr int rounds = 8; // a remnant may lie inside another
    for (int round = 0; round < rounds; ++round) {
        const auto rest = net.remnants(labels);
        for (const auto &piece : rest) {
            const std::uint8_t label = net.widestNeighbour(piece, labels);
            for (const std::uint32_t at : piece) {
                labels[at] = label;
            }
        }
        if (rest.empty()) {
            return;
        }
    }
}

/// One zone a vertex: the nearest seed's, and where that leaves a remnant, the nearest of the other zones.
std::vector<std::uint8_t> zoneLabels(const HalfNet &net, const Mesh &skin, const std::vector<BodyPart> &parts,
                                     const std::vector<ZoneRecipe> &zones)
{
    const ZoneMap map{zones};
    std::vector<ZoneSet> allowed(net.size(), ZoneSet{}.set());
    std::vector<std::uint8_t> labels(net.size(), noLabel);
    const auto label = [&](std::uint32_t at) {
        const auto zone = map.zoneAt(skin.vertices[at], parts[at], allowed[at]);
        labels[at] = zone ? static_cast<std::uint8_t>(*zone) : noLabel;
    };
    for (std::uint32_t at = 0; at < net.size(); ++at) {
        if (net.isLeft(at)) {
            label(at);
        }
    }
    constexpr int rounds = 6;
    for (int round = 0; round < rounds; ++round) {
        for (const auto &piece : net.remnants(labels)) {
            for (const std::uint32_t at : piece) {
                allowed[at].reset(labels[at]);
                label(at);
            }
        }
    }
    mergeRemnants(net, labels);
    return labels;
}

/// For every vertex of the right half the one on the left that it mirrors; for the others themselves.
std::vector<std::uint32_t> leftTwins(const Mesh &skin)
{
    std::map<std::array<double, 3>, std::uint32_t> left;
    for (std::uint32_t at = 0; at < skin.vertices.size(); ++at) {
        const PointMm &p = skin.vertices[at];
        if (p.x >= 0) {
            left.emplace(std::array{p.x, p.y, p.z}, at);
        }
    }
    std::vector<std::uint32_t> twins(skin.vertices.size());
    for (std::uint32_t at = 0; at < twins.size(); ++at) {
        const PointMm &p = skin.vertices[at];
        const auto found = left.find({-p.x, p.y, p.z});
        twins[at] = p.x < 0 && found != left.end() ? found->second : at;
    }
    return twins;
}

/// Shares of the parts, averaged over the net so that borders between parts run smoothly through the triangles.
std::vector<std::array<float, 4>> partShares(const HalfNet &net, const std::vector<BodyPart> &parts)
{
    std::vector<std::array<float, 4>> shares(parts.size());
    for (std::size_t at = 0; at < parts.size(); ++at) {
        shares[at][static_cast<std::size_t>(parts[at])] = 1;
    }
    auto next = shares;
    constexpr int rounds = 6;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t at = 0; at < shares.size(); ++at) {
            const auto &beside = net.beside(at);
            for (std::size_t part = 0; part < 4 && !beside.empty(); ++part) {
                float sum = 0;
                for (const std::uint32_t other : beside) {
                    sum += shares[other][part];
                }
                next[at][part] = 0.5F * (shares[at][part] + sum / static_cast<float>(beside.size()));
            }
        }
        std::swap(shares, next);
    }
    return shares;
}

} // namespace

BodyPart SkinZones::partAt(const Mesh::Triangle &triangle, const std::array<double, 3> &weights) const
{
    std::array<double, 4> sums{};
    for (std::size_t corner = 0; corner < 3; ++corner) {
        for (std::size_t part = 0; part < 4; ++part) {
            sums[part] += weights[corner] * static_cast<double>(parts[triangle[corner]][part]);
        }
    }
    return static_cast<BodyPart>(std::max_element(sums.begin(), sums.end()) - sums.begin());
}

std::uint8_t SkinZones::numberAt(const ZoneMap &map, const PointMm &point, const Mesh::Triangle &triangle,
                                 const std::array<double, 3> &weights) const
{
    ZoneSet among = near[triangle[0]] | near[triangle[1]] | near[triangle[2]];
    if (among.none()) {
        among.set();
    }
    if (among.count() == 1) {
        for (std::size_t zone = 0; zone < among.size(); ++zone) {
            if (among.test(zone)) {
                return map.numberOf(zone, point.x < 0);
            }
        }
    }
    auto zone = map.zoneAt(point, partAt(triangle, weights), among);
    for (std::size_t part = 0; !zone && part < 4; ++part) {
        zone = map.zoneAt(point, static_cast<BodyPart>(part), among);
    }
    return zone ? map.numberOf(*zone, point.x < 0) : std::uint8_t{0};
}

SkinZones tileSkin(const Mesh &skin, std::vector<BodyPart> parts, const std::vector<ZoneRecipe> &zones)
{
    const HalfNet net{skin};
    std::vector<std::uint8_t> labels(parts.size(), noLabel);
    for (std::uint32_t at = 0; at < parts.size(); ++at) {
        labels[at] = net.isLeft(at) ? static_cast<std::uint8_t>(parts[at]) : noLabel;
    }
    mergeRemnants(net, labels);
    for (std::uint32_t at = 0; at < parts.size(); ++at) {
        parts[at] = labels[at] == noLabel ? parts[at] : static_cast<BodyPart>(labels[at]);
    }
    labels = zoneLabels(net, skin, parts, zones);
    SkinZones result;
    result.parts = partShares(net, parts);
    result.near.assign(parts.size(), {});
    for (std::uint32_t at = 0; at < parts.size(); ++at) {
        if (labels[at] != noLabel) {
            result.near[at].set(labels[at]);
            for (const std::uint32_t other : net.beside(at)) {
                result.near[other].set(labels[at]);
            }
        }
    }
    const auto twins = leftTwins(skin);
    for (std::uint32_t at = 0; at < parts.size(); ++at) {
        result.parts[at] = result.parts[twins[at]];
        result.near[at] = result.near[twins[at]];
    }
    return result;
}

} // namespace palpate::atlas
