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

/// Movements that can be measured at home; `what` of a range of motion holds the key of one, or words.
enum class MovementTest : std::uint8_t {
    headTurn,
    headTilt,
    chinToChest,
    mouthOpening,
    armLift,
    armTurnOut,
    handBehindBack,
    bendForward,
    trunkTurn,
    hipBend,
    kneeBend,
    kneeToWall
};

template <> struct Keys<MovementTest> {
    static constexpr KeyTable<MovementTest, 12> all{{{MovementTest::headTurn, "head-turn"},
                                                     {MovementTest::headTilt, "head-tilt"},
                                                     {MovementTest::chinToChest, "chin-to-chest"},
                                                     {MovementTest::mouthOpening, "mouth-opening"},
                                                     {MovementTest::armLift, "arm-lift"},
                                                     {MovementTest::armTurnOut, "arm-turn-out"},
                                                     {MovementTest::handBehindBack, "hand-behind-back"},
                                                     {MovementTest::bendForward, "bend-forward"},
                                                     {MovementTest::trunkTurn, "trunk-turn"},
                                                     {MovementTest::hipBend, "hip-bend"},
                                                     {MovementTest::kneeBend, "knee-bend"},
                                                     {MovementTest::kneeToWall, "knee-to-wall"}}};
};

/// What it is measured in.
[[nodiscard]] constexpr MeasureUnit unitOf(MovementTest test) noexcept
{
    switch (test) {
    case MovementTest::chinToChest:
    case MovementTest::handBehindBack:
    case MovementTest::bendForward:
    case MovementTest::kneeToWall:
        return MeasureUnit::centimetre;
    case MovementTest::mouthOpening:
        return MeasureUnit::millimetre;
    default:
        break;
    }
    return MeasureUnit::degree;
}

/// Whether each side is measured for itself.
[[nodiscard]] constexpr bool isSided(MovementTest test) noexcept
{
    return test != MovementTest::chinToChest && test != MovementTest::mouthOpening && test != MovementTest::bendForward;
}

/// What may be seen of how somebody stands; `what` of a posture holds the key of one, or words.
enum class PostureSign : std::uint8_t { headForward, shouldersUp, backRounded, shoulderHigher, hipHigher, onOneLeg };

template <> struct Keys<PostureSign> {
    static constexpr KeyTable<PostureSign, 6> all{{{PostureSign::headForward, "head-forward"},
                                                   {PostureSign::shouldersUp, "shoulders-up"},
                                                   {PostureSign::backRounded, "back-rounded"},
                                                   {PostureSign::shoulderHigher, "shoulder-higher"},
                                                   {PostureSign::hipHigher, "hip-higher"},
                                                   {PostureSign::onOneLeg, "on-one-leg"}}};
};

using MeasureId = RowId<struct MeasureTag>;

struct Measure {
    MeasureId id;
    Instant at;
    MeasureKind kind = MeasureKind::rangeOfMotion;
    std::string what; ///< key of a MovementTest or PostureSign, else words: the name of an activity
    Side side = Side::midline;
    double value = 0;
    MeasureUnit unit = MeasureUnit::score;
    std::optional<PointId> point;

    friend bool operator==(const Measure &, const Measure &) = default;
};

} // namespace palpate
