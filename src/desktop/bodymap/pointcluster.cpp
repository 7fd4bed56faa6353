// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/pointcluster.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>

namespace palpate::desktop {

std::vector<PointCluster> clustersOf(const std::vector<QPointF> &places, double distance)
{
    std::vector<std::size_t> root(places.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    for (std::size_t a = 0; a < places.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            const QPointF apart = places[a] - places[b];
            if (root[a] != root[b] && std::hypot(apart.x(), apart.y()) < distance) {
                std::replace(root.begin(), root.end(), root[a], root[b]);
            }
        }
    }
    std::vector<PointCluster> clusters;
    std::map<std::size_t, std::size_t> clusterOf; // by root
    for (std::size_t member = 0; member < places.size(); ++member) {
        const auto [found, isNew] = clusterOf.try_emplace(root[member], clusters.size());
        if (isNew) {
            clusters.emplace_back();
        }
        clusters[found->second].members.push_back(member);
        clusters[found->second].middle += places[member];
    }
    for (PointCluster &cluster : clusters) {
        cluster.middle /= static_cast<double>(cluster.members.size());
    }
    return clusters;
}

std::vector<QPointF> fannedOut(const PointCluster &cluster, double distance)
{
    const auto count = static_cast<double>(cluster.members.size());
    const double radius = std::max(distance, distance * count / (2 * std::numbers::pi));
    std::vector<QPointF> places;
    for (std::size_t at = 0; at < cluster.members.size(); ++at) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(at) / count;
        places.push_back(cluster.middle + QPointF{std::sin(angle), -std::cos(angle)} * radius);
    }
    return places;
}

} // namespace palpate::desktop
