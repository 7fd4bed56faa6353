// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include <QPointF>

namespace palpate::desktop {

/// Markers that stand too close together to be told apart, by their places in the list they came from; and where the
/// one that stands for them goes.
struct PointCluster {
    std::vector<std::size_t> members;
    QPointF middle;
};

/// Every place is in exactly one cluster, most of them alone in theirs. Two that are nearer than `distance` share one,
/// and so do those that others join.
[[nodiscard]] std::vector<PointCluster> clustersOf(const std::vector<QPointF> &places, double distance);

/// Where the members of a cluster go when it is opened: evenly on a circle around its middle, far enough apart, the
/// first at the top.
[[nodiscard]] std::vector<QPointF> fannedOut(const PointCluster &cluster, double distance);

} // namespace palpate::desktop
