// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anatomy/grayimage.h"

namespace palpate::desktop {

/// What a layer of a view shows, pixel by pixel; all pictures have one size.
struct ShownLayer {
    anatomy::GrayImage16 regions; ///< 0 is the ground
    anatomy::GrayImage8 shading;
    anatomy::GrayImage8 fade;    ///< empty where nothing fades
    anatomy::GrayImage16 behind; ///< what shows through what fades; empty where nothing does
};

/// The same in more pixels, by a whole factor of at least 1. The steps of the borders become curves; a pixel's shade is
/// mixed from those of its own region only, so that no border gets a fringe.
[[nodiscard]] ShownLayer enlarged(const ShownLayer &layer, int factor);

} // namespace palpate::desktop
