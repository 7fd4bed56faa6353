// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "anatomy/atlas.h"
#include "anatomy/grayimage.h"
#include "record/triggerpoint.h"
#include "sample/samplerandom.h"

namespace palpate::sample {

/// Where sample points may lie: a muscle on one side.
struct SamplePlace {
    MuscleId muscle;
    Side side = Side::midline;
    PointMm low;
    PointMm high;
};

/// The listed muscles of the atlas, without those of the pelvic floor, the groin and the eyes. Those that trouble many
/// people come first.
[[nodiscard]] std::vector<SamplePlace> samplePlaces(const anatomy::Atlas &atlas);

/// A place about the middle of the muscle, on its side.
[[nodiscard]] PointMm samplePosition(const SamplePlace &place, SampleRandom &random);

/// What a person might paint at a place of the body.
struct SamplePaint {
    std::vector<Stroke> strokes;
    std::vector<ZoneCoverage> zones;
};

/// Paints on the front and back views of an atlas.
class SamplePainter {
public:
    /// Reads two zone pictures. Throws DataFileError.
    explicit SamplePainter(const anatomy::Atlas &atlas);

    /// Over the point, from the side where its muscle shows. Empty where the paint would touch an intimate zone, or no
    /// skin at all.
    [[nodiscard]] SamplePaint paint(const TriggerPoint &point, int area, SampleRandom &random) const;

private:
    struct Canvas {
        const anatomy::ViewInfo *view;
        anatomy::GrayImage8 zones;
        std::vector<int> pixels; ///< of each zone number
    };
    [[nodiscard]] static Canvas canvasOf(const anatomy::Atlas &atlas, const char *view);
    [[nodiscard]] const Canvas &canvasFor(const TriggerPoint &point) const;
    [[nodiscard]] std::vector<ZoneCoverage> covered(const Canvas &canvas, const Stroke &stroke) const;

    const anatomy::Atlas &m_atlas;
    Canvas m_front;
    Canvas m_back;
};

} // namespace palpate::sample
