// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/zonemap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

#include "core/error.h"

namespace palpate::atlas {

namespace {

bool keeps(const ZoneLimit &limit, const PointMm &p)
{
    const double value = limit.axis == 'x' ? p.x : limit.axis == 'y' ? p.y : p.z;
    return (!limit.min || value >= *limit.min) && (!limit.max || value <= *limit.max);
}

/// One round of removeIslands(): true when it gave any away.
bool giveIslandsAway(anatomy::GrayImage8 &zones, int pixels)
{
    bool changed = false;
    anatomy::GrayImage8 seen{zones.width(), zones.height()};
    constexpr std::array<std::pair<int, int>, 4> steps{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};
    std::vector<std::pair<int, int>> island;
    for (int y = 0; y < zones.height(); ++y) {
        for (int x = 0; x < zones.width(); ++x) {
            const std::uint8_t own = zones.at(x, y);
            if (own == 0 || seen.at(x, y) != 0) {
                continue;
            }
            std::map<std::uint8_t, int> borders;
            island.assign(1, {x, y});
            seen.at(x, y) = 1;
            for (std::size_t at = 0; at < island.size(); ++at) {
                for (const auto &[dx, dy] : steps) {
                    const int nx = island[at].first + dx;
                    const int ny = island[at].second + dy;
                    if (!zones.contains(nx, ny)) {
                        continue;
                    }
                    const std::uint8_t other = zones.at(nx, ny);
                    if (other != own) {
                        borders[other] += other == 0 ? 0 : 1;
                    } else if (seen.at(nx, ny) == 0) {
                        seen.at(nx, ny) = 1;
                        island.emplace_back(nx, ny);
                    }
                }
            }
            const auto widest = std::max_element(borders.begin(), borders.end(),
                                                 [](const auto &a, const auto &b) { return a.second < b.second; });
            if (static_cast<int>(island.size()) < pixels && widest != borders.end() && widest->second > 0) {
                changed = true;
                for (const auto &[ix, iy] : island) {
                    zones.at(ix, iy) = widest->first;
                }
            }
        }
    }
    return changed;
}

/// How far a disc reaches to either side, by the distance from its middle row.
std::vector<int> discOf(int radius)
{
    std::vector<int> widths;
    for (int dy = 0; dy <= radius; ++dy) {
        int dx = radius;
        while (dx * dx + dy * dy > radius * radius) {
            --dx;
        }
        widths.push_back(dx);
    }
    return widths;
}

/// Whether a pixel has another zone within reach; thin zones between the pixels that are asked are its own concern.
bool isNearBorder(const anatomy::GrayImage8 &zones, int x, int y, int radius)
{
    const std::uint8_t own = zones.at(x, y);
    for (const int reach : {radius, (radius + 1) / 2}) {
        for (const auto &[dx, dy] : {std::pair{reach, 0}, {-reach, 0}, {0, reach}, {0, -reach}}) {
            if (zones.contains(x + dx, y + dy) && zones.at(x + dx, y + dy) != own) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

ZoneMap::ZoneMap(const std::vector<ZoneRecipe> &zones) : m_zones{zones}
{
    constexpr std::size_t most = 127;
    if (zones.size() > most) {
        throw DataFileError{"zones.json", "/zones", "at most 127 zones fit one byte with their side"};
    }
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
        for (const BodyPart part : zones[zone].parts) {
            for (const PointMm &seed : zones[zone].seeds) {
                auto &seeds = m_seeds[static_cast<std::size_t>(part)];
                seeds.push_back({seed, zone, seeds.size()});
            }
        }
    }
    for (std::vector<Seed> &seeds : m_seeds) {
        std::sort(seeds.begin(), seeds.end(), [](const Seed &a, const Seed &b) {
            return std::pair{a.at.z, a.order} < std::pair{b.at.z, b.order};
        });
    }
}

std::uint8_t ZoneMap::numberAt(const PointMm &point, BodyPart part) const
{
    const auto zone = zoneAt(point, part, ZoneSet{}.set());
    return zone ? numberOf(*zone, point.x < 0) : std::uint8_t{0};
}

std::optional<std::size_t> ZoneMap::zoneAt(const PointMm &point, BodyPart part, const ZoneSet &among) const
{
    const PointMm p{std::abs(point.x), point.y, point.z};
    double best = std::numeric_limits<double>::max();
    const Seed *nearest = nullptr;
    const auto consider = [&](const Seed &seed) {
        const double dx = seed.at.x - p.x;
        const double dy = seed.at.y - p.y;
        const double dz = seed.at.z - p.z;
        const double distance = dx * dx + dy * dy + dz * dz;
        // Of equally near seeds the first of the recipe wins, in whatever order they are met.
        if (!among.test(seed.zone) || distance > best ||
            (distance == best && nearest != nullptr && seed.order > nearest->order)) {
            return;
        }
        const ZoneRecipe &candidate = m_zones[seed.zone];
        if (std::all_of(candidate.only.begin(), candidate.only.end(),
                        [&p](const ZoneLimit &limit) { return keeps(limit, p); })) {
            best = distance;
            nearest = &seed;
        }
    };
    // From the point's own height outwards, until height alone is further than the best.
    const std::vector<Seed> &seeds = m_seeds[static_cast<std::size_t>(part)];
    const auto middle =
        std::lower_bound(seeds.begin(), seeds.end(), p.z, [](const Seed &seed, double z) { return seed.at.z < z; });
    const auto within = [&](const Seed &seed) { return (seed.at.z - p.z) * (seed.at.z - p.z) <= best; };
    for (auto up = middle; up != seeds.end() && within(*up); ++up) {
        consider(*up);
    }
    for (auto down = middle; down != seeds.begin() && within(*std::prev(down)); --down) {
        consider(*std::prev(down));
    }
    return nearest == nullptr ? std::nullopt : std::optional{nearest->zone};
}

void roundBorders(anatomy::GrayImage8 &zones, const anatomy::GrayImage<float> &near, int radiusPx,
                  const std::function<std::uint8_t(std::size_t zone, int x, int y)> &numberAt)
{
    constexpr float oneSurfaceMm = 10; // a hand before a thigh takes no pixels of it
    const auto widths = discOf(radiusPx);
    anatomy::GrayImage8 rounded = zones;
    std::array<std::int16_t, 128> counts{}; // by zone, both sides together
    for (int y = 0; y < zones.height(); ++y) {
        for (int x = 0; x < zones.width(); ++x) {
            if (zones.at(x, y) == 0 || !isNearBorder(zones, x, y, radiusPx)) {
                continue;
            }
            counts.fill(0);
            const float ownNear = near.at(x, y);
            const int last = std::min(y + radiusPx, zones.height() - 1);
            for (int other = std::max(y - radiusPx, 0); other <= last; ++other) {
                const int reach = widths[static_cast<std::size_t>(std::abs(other - y))];
                const std::uint8_t *zoneRow = zones.row(other);
                const float *nearRow = near.row(other);
                const int right = std::min(x + reach, zones.width() - 1);
                for (int at = std::max(x - reach, 0); at <= right; ++at) {
                    if (zoneRow[at] != 0 && std::abs(nearRow[at] - ownNear) < oneSurfaceMm) {
                        ++counts[zoneOfNumber(zoneRow[at])];
                    }
                }
            }
            std::int16_t most = 0; // not max_element: this loop the compiler does for many at once
            for (const std::int16_t count : counts) {
                most = std::max(most, count);
            }
            if (most > counts[zoneOfNumber(zones.at(x, y))]) {
                const auto zone = std::find(counts.begin(), counts.end(), most) - counts.begin();
                rounded.at(x, y) = numberAt(static_cast<std::size_t>(zone), x, y);
            }
        }
    }
    zones = std::move(rounded);
}

void removeIslands(anatomy::GrayImage8 &zones, int pixels)
{
    // What takes an island in may be an island itself, and be given away after it.
    constexpr int rounds = 8;
    for (int round = 0; round < rounds && giveIslandsAway(zones, pixels); ++round) {
    }
}

} // namespace palpate::atlas
