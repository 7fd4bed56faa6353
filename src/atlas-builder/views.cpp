// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <numbers>

#include "atlas-builder/picture.h"

namespace palpate::atlas {

std::vector<ViewRecipe> atlasViews()
{
    struct Azimuth {
        const char *id;
        const char *name;
        int eighths; ///< of a full turn, from the front towards the person's left
    };
    constexpr std::array azimuths{Azimuth{"front", "Front", 0},      Azimuth{"front-left", "Front left", 1},
                                  Azimuth{"left", "Left side", 2},   Azimuth{"back-left", "Back left", 3},
                                  Azimuth{"back", "Back", 4},        Azimuth{"back-right", "Back right", 5},
                                  Azimuth{"right", "Right side", 6}, Azimuth{"front-right", "Front right", 7}};
    // Exact numbers, so that opposite views mirror each other to the pixel.
    constexpr double diagonal = std::numbers::sqrt2 / 2;
    constexpr std::array sines{0.0, diagonal, 1.0, diagonal, 0.0, -diagonal, -1.0, -diagonal};
    const auto sine = [&sines](int eighths) { return sines[static_cast<std::size_t>(eighths % 8)]; };
    std::vector<ViewRecipe> views;
    std::vector<ViewRecipe> aside;
    for (const auto &[id, name, eighths] : azimuths) {
        const double sin = sine(eighths);
        const double cos = sine(eighths + 2);
        views.push_back({id, name, {cos, sin, 0}, {0, 0, 1}, {sin, -cos, 0}, std::nullopt, 1});
        if (eighths % 4 != 0) {
            aside.push_back(views.back());
            aside.back().id += ".aside";
            aside.back().armAside = eighths < 4 ? Side::left : Side::right;
        }
    }
    views.push_back({"soles", "Soles", {1, 0, 0}, {0, -1, 0}, {0, 0, -1}, std::nullopt, 0.078});
    views.push_back({"crown", "Crown", {-1, 0, 0}, {0, -1, 0}, {0, 0, 1}, std::nullopt, 0.223});
    views.insert(views.end(), aside.begin(), aside.end());
    return views;
}

} // namespace palpate::atlas
