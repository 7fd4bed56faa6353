// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "openwindow.h"
#include "support/fixedclock.h"

namespace palpate::testing {

/// A page of the program in a state worth looking at.
enum class SceneJournal {
    empty,
    tenYears, ///< of a person who has kept one for ten years
    sample    ///< the three months that are shown on request
};

struct Scene {
    const char *name;
    SceneJournal journal;
    std::function<void(OpenWindow &)> arrange;
};

[[nodiscard]] const std::vector<Scene> &allScenes();

/// The journals that scenes stand on, written once and copied for each.
class SceneJournals {
public:
    explicit SceneJournals(std::filesystem::path folder);

    /// Puts the scene's journal into a file that is not there yet, and opens the window on it.
    [[nodiscard]] std::unique_ptr<OpenWindow> open(const Scene &scene, const std::filesystem::path &file,
                                                   desktop::Theme theme, QSize size) const;

private:
    std::filesystem::path m_tenYears;
    std::filesystem::path m_sample;
    FixedClock m_clock;
};

/// Writes a journal of ten invented years up to the day of the fixed clock, the same on every run.
void writeTenYears(const std::filesystem::path &file);

/// Where the middle of a zone shows on a map as it stands; the map must show some of it.
[[nodiscard]] QPoint middleOfZone(OpenWindow &open, const desktop::BodyMap &map, const char *zone, Side side);
[[nodiscard]] QPoint middleOfZone(OpenWindow &open, const char *zone, Side side);

/// Moves the pointer over the map with the button held.
void drag(desktop::BodyMap &map, const std::vector<QPoint> &path);

} // namespace palpate::testing
