// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace palpate {

/// Movements and postures as the first journals and exports had them, in words, and their keys. The step to schema
/// version 3 says the same in SQL; a test compares the two.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 18> oldMeasures{
    {{"turning the head", "head-turn"},
     {"tilting the head", "head-tilt"},
     {"chin to chest, gap", "chin-to-chest"},
     {"opening the mouth, gap between the teeth", "mouth-opening"},
     {"lifting the arm to the side", "arm-lift"},
     {"turning the arm out, elbow at the side", "arm-turn-out"},
     {"hand behind the back, thumb below the neck bump", "hand-behind-back"},
     {"bending forward, fingers to floor", "bend-forward"},
     {"turning the trunk", "trunk-turn"},
     {"bending the hip", "hip-bend"},
     {"bending the knee", "knee-bend"},
     {"knee to wall, toes from the wall", "knee-to-wall"},
     {"head in front of the shoulders", "head-forward"},
     {"shoulders drawn up", "shoulders-up"},
     {"upper back rounded", "back-rounded"},
     {"one shoulder higher", "shoulder-higher"},
     {"one hip higher", "hip-higher"},
     {"weight on one leg", "on-one-leg"}}};

} // namespace palpate
