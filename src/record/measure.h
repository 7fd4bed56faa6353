// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/id.h"
#include "core/instant.h"
#include "core/keyed.h"
#include "core/side.h"

namespace palpate {

enum class MeasureKind : std::uint8_t {
    rangeOfMotion,
    posture,
    pressureThreshold,
    pegPain,
    pegEnjoyment,
    pegActivity,
    myActivity
};

template <> struct Keys<MeasureKind> {
    static constexpr KeyTable<MeasureKind, 7> all{{{MeasureKind::rangeOfMotion, "range-of-motion"},
                                                   {MeasureKind::posture, "posture"},
                                                   {MeasureKind::pressureThreshold, "pressure-threshold"},
                                                   {MeasureKind::pegPain, "peg-pain"},
                                                   {MeasureKind::pegEnjoyment, "peg-enjoyment"},
                                                   {MeasureKind::pegActivity, "peg-activity"},
                                                   {MeasureKind::myActivity, "my-activity"}}};
};

/// The unit as the person entered it; values are never converted in the file.
enum class MeasureUnit : std::uint8_t {
    score,
    degree,
    millimetre,
    centimetre,
    kilopascal,
    kilogramForcePerCm2,
    newtonPerCm2
};

template <> struct Keys<MeasureUnit> {
    static constexpr KeyTable<MeasureUnit, 7> all{{{MeasureUnit::score, "score"},
                                                   {MeasureUnit::degree, "degree"},
                                                   {MeasureUnit::millimetre, "millimetre"},
                                                   {MeasureUnit::centimetre, "centimetre"},
                                                   {MeasureUnit::kilopascal, "kilopascal"},
                                                   {MeasureUnit::kilogramForcePerCm2, "kgf-per-cm2"},
                                                   {MeasureUnit::newtonPerCm2, "newton-per-cm2"}}};
};

using MeasureId = RowId<struct MeasureTag>;

struct Measure {
    MeasureId id;
    Instant at;
    MeasureKind kind = MeasureKind::rangeOfMotion;
    std::string what; ///< the movement, the posture or the activity, in words
    Side side = Side::midline;
    double value = 0;
    MeasureUnit unit = MeasureUnit::score;
    std::optional<PointId> point;

    friend bool operator==(const Measure &, const Measure &) = default;
};

} // namespace palpate
