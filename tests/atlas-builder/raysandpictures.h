// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "anatomy/atlas.h"
#include "atlas-builder/body.h"
#include "atlas-builder/recipe.h"

namespace palpate::testing {

/// What rays and one layer's picture of one view say about the same pixels.
struct RayCount {
    std::string view;
    anatomy::Layer layer = anatomy::Layer::skin;
    int asked = 0;
    int differing = 0; ///< the picture shows another structure or side than the rules say
    int heldBack = 0;  ///< the rules say another structure than the first that the ray meets
    int undecided = 0; ///< no rule says which of several: the same depth, or three that hold each other back in a ring
    std::vector<std::string> differences; ///< the first few in words
};

/// Sends a ray through `pixels` random pixels of every layer of every view, straight into the body that the atlas was
/// drawn from, and compares what it meets with what the atlas shows there. Only pixels of the figure are counted, by
/// either account, and none within 1.5 pixels of a border. The numbers are the same on every run.
///
/// The picture may show another structure than the ray meets first only by these rules, which are told anew here from
/// recipe and body:
/// - a layer shows what belongs to it or lies deeper;
/// - what is see-through hides nothing;
/// - views that show a part of the body (soles, crown) end at a depth;
/// - where an arm is aside, the structures and the skin of that arm below the cut are not there;
/// - a deeper muscle shows before a superficial one only from 2.5 mm on;
/// - what the recipe calls `under` another shows before that only from 10 mm on;
/// - an eye shows in the opening of its lids when it lies more than 4 mm before the skin.
[[nodiscard]] std::vector<RayCount> compareWithRays(const atlas::Body &body, const atlas::Recipe &recipe,
                                                    const anatomy::Atlas &drawn, int pixels);

} // namespace palpate::testing
