// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/localday.h"
#include "sample/samplerandom.h"

namespace palpate::sample {

/// What lies behind the entries of one day.
struct SampleDay {
    LocalDay day;
    int weekday = 0;     ///< 0 is Monday
    bool silent = false; ///< a pause, or a day on which nothing was entered
    bool flare = false;
    bool treated = false;
    double stress = 4; ///< 0 to 10
    double sleep = 7;  ///< hours
    double shift = 0;  ///< how much sorer than usual everything is
};

struct SampleSpan {
    LocalDay from;
    LocalDay to; ///< the last day of it
};

/// The course of some years: flares of days and weeks, a weekday rhythm, treatments after which it is sorer for up to
/// 72 hours and then easier for some days, and sleep and stress that weigh a little.
struct SampleStory {
    std::vector<SampleDay> days;
    std::vector<SampleSpan> flares;
    std::vector<SampleSpan> pauses;
};

[[nodiscard]] SampleStory sampleStory(LocalDay from, LocalDay until, SampleRandom &random);

} // namespace palpate::sample
