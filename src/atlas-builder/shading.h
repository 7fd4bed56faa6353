// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anatomy/grayimage.h"
#include "anatomy/viewframe.h"

namespace palpate::atlas {

/// How bright a surface with this normal (any length, either direction) is under a soft light from above the viewer's
/// left shoulder, from 0 to 1.
[[nodiscard]] float lightAt(const anatomy::ViewFrame &frame, PointMm normal);

/// The factor by which the map's colours are multiplied, from anatomy::darkestShade to anatomy::lightestShade: light,
/// and darker where the surface lies behind its surroundings (creases, the gap between arm and trunk).
/// `empty` is the nearness of pixels that show nothing.
[[nodiscard]] anatomy::GrayImage<float> shadeOf(const anatomy::GrayImage<float> &near,
                                                const anatomy::GrayImage<float> &light, float empty);

/// How light an eye that looks ahead is at a step from its middle: its iris is darker, its pupil dark. Blank eyes
/// read as a statue's, not as a face at rest.
[[nodiscard]] float gazeLight(const PointMm &step);

} // namespace palpate::atlas
