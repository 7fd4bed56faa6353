// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "openwindow.h"

namespace palpate::testing {

/// A page of the program in a state worth looking at.
struct Scene {
    const char *name;
    bool tenYears; ///< with the journal of a person who has kept one for ten years; else an empty one
    std::function<void(OpenWindow &)> arrange;
};

[[nodiscard]] const std::vector<Scene> &allScenes();

/// Writes a journal of ten invented years up to the day of the fixed clock, the same on every run.
void writeTenYears(const std::filesystem::path &file);

/// Where the middle of a zone shows on a map as it stands; the map must show some of it.
[[nodiscard]] QPoint middleOfZone(OpenWindow &open, const desktop::BodyMap &map, const char *zone, Side side);
[[nodiscard]] QPoint middleOfZone(OpenWindow &open, const char *zone, Side side);

/// Moves the pointer over the map with the button held.
void drag(desktop::BodyMap &map, const std::vector<QPoint> &path);

} // namespace palpate::testing
