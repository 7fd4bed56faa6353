// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "anatomy/atlas.h"
#include "record/stroke.h"

namespace palpate::desktop {

/// Where it hurts, as somebody who looks it up says it: in words, as places, as paint, or any mix.
struct Question {
    std::string words;
    std::vector<anatomy::ZonePlace> zones; ///< chosen; each once
    std::vector<Stroke> strokes;

    [[nodiscard]] bool isEmpty() const { return words.empty() && zones.empty() && strokes.empty(); }

    friend bool operator==(const Question &, const Question &) = default;
};

} // namespace palpate::desktop
