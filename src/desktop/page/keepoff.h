// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "desktop/bodymap/mapscene.h"
#include "referral/pattern.h"
#include "referral/rulebase.h"
#include "referral/surroundings.h"

namespace palpate::desktop {

/// A no-press area that concerns a muscle.
struct KeepOff {
    const NoPressArea *area;
    /// The stricter of the area's and the muscle's own: a muscle that is never pressed is not pressed with fingertips.
    NoPressGrade grade;
};

/// The areas that name the muscle or lie on it: a ball that touches it, or, for areas without balls, a zone that it
/// lies under. Only for muscles that are for fingertips themselves, an area for fingertips counts that does not name
/// them: the grades of the others were given with such areas in mind. Those that are never pressed first.
/// `surroundings` may be null, and `region` 0.
[[nodiscard]] std::vector<KeepOff> keepOff(MapScene &scene, const RuleBase &rules, const Surroundings *surroundings,
                                           const MusclePattern &pattern, anatomy::RegionNumber region);

} // namespace palpate::desktop
