// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anatomy/atlas.h"
#include "anatomy/grayimage.h"

namespace palpate::anatomy {

/// The place of a region that a layer shows at a pixel: the one nearest to what the layer's nearness picture says that
/// lies in the region's box and on its side of the body. Nearness pictures know one depth for a whole block of pixels:
/// where little of a muscle shows between others, that is the depth of a neighbour, and seen aslant the place would be
/// beside the muscle, even on the other side. Where the picture knows none, the region's own middle says how deep.
[[nodiscard]] PointMm placeInRegion(const Region &region, const ViewFrame &frame, const GrayImage16 &nearness,
                                    PicturePx at);

} // namespace palpate::anatomy
