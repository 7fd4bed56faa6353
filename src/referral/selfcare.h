// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace palpate {

/// How a place may be pressed by the person alone: with tools too; with flat, slow fingertips only, off every pulse;
/// not at all.
enum class PressureGrade : std::uint8_t { free, fingertips, never };

/// What people can do for a muscle without help.
enum class CareTechnique : std::uint8_t {
    pressureSteady,
    pressureIntermittent,
    stroking,
    contractRelax,
    stretch,
    heat,
    cold,
    movement,
};

inline constexpr std::array allPressureGrades{PressureGrade::free, PressureGrade::fingertips, PressureGrade::never};

inline constexpr std::array allTechniques{CareTechnique::pressureSteady, CareTechnique::pressureIntermittent,
                                          CareTechnique::stroking,       CareTechnique::contractRelax,
                                          CareTechnique::stretch,        CareTechnique::heat,
                                          CareTechnique::cold,           CareTechnique::movement};

/// The stable word used in files.
[[nodiscard]] constexpr std::string_view toKey(PressureGrade grade) noexcept
{
    switch (grade) {
    case PressureGrade::free:
        return "free";
    case PressureGrade::fingertips:
        return "fingertips";
    case PressureGrade::never:
        break;
    }
    return "never";
}

/// The stable word used in files.
[[nodiscard]] constexpr std::string_view toKey(CareTechnique technique) noexcept
{
    switch (technique) {
    case CareTechnique::pressureSteady:
        return "pressure-steady";
    case CareTechnique::pressureIntermittent:
        return "pressure-intermittent";
    case CareTechnique::stroking:
        return "stroking";
    case CareTechnique::contractRelax:
        return "contract-relax";
    case CareTechnique::stretch:
        return "stretch";
    case CareTechnique::heat:
        return "heat";
    case CareTechnique::cold:
        return "cold";
    case CareTechnique::movement:
        break;
    }
    return "movement";
}

/// Whether it presses on the muscle, be it in passing.
[[nodiscard]] constexpr bool isPressing(CareTechnique technique) noexcept
{
    return technique == CareTechnique::pressureSteady || technique == CareTechnique::pressureIntermittent ||
           technique == CareTechnique::stroking;
}

/// What the person may do. The grade is that of the muscle's most delicate site. Where it is `never`, no technique
/// presses; without techniques the muscle is for a clinician alone.
struct SelfCare {
    PressureGrade pressure = PressureGrade::never;
    std::vector<CareTechnique> techniques;
};

[[nodiscard]] inline bool contradictsItself(const SelfCare &care) noexcept
{
    return care.pressure == PressureGrade::never && std::ranges::any_of(care.techniques, isPressing);
}

} // namespace palpate
