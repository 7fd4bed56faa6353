// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "record/paintmask.h"

namespace palpate {

/// How much of each zone a drawing covers, kept up while it is painted: a stroke that grows costs by what it newly
/// touches, not by what is there already.
class RunningCoverage {
public:
    /// The atlas must outlive it. The pictures are asked for when a view is first painted on.
    RunningCoverage(const anatomy::Atlas &atlas, ZonePictureOf zones, const ZoneSizes &sizes);

    /// What the drawing is now, whatever area its strokes belong to. Strokes on views that the atlas has not are passed
    /// over.
    void show(std::span<const Stroke> strokes);

    /// At least one part in a hundred of a zone, by zone number; all under `area`.
    [[nodiscard]] std::vector<ZoneCoverage> coverage(int area = 0) const;

private:
    [[nodiscard]] bool isGrownFromShown(std::span<const Stroke> strokes) const;
    void paint(const Stroke &stroke, std::size_t from);

    const anatomy::Atlas &m_atlas;
    ZonePictureOf m_zones;
    ZoneSizes m_sizes;
    std::vector<Stroke> m_shown;
    std::map<std::string, anatomy::GrayImage8> m_masks; ///< by view
    ZoneSizes m_counts{};                               ///< painted pixels by zone number
};

} // namespace palpate
