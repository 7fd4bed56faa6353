// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QColor>

#include "core/painlevel.h"

namespace palpate::desktop {

enum class Theme { light, dark, contrastLight, contrastDark };

[[nodiscard]] constexpr bool isDark(Theme theme) noexcept
{
    return theme == Theme::dark || theme == Theme::contrastDark;
}

/// Black and white, thick lines, no shading.
[[nodiscard]] constexpr bool isHighContrast(Theme theme) noexcept
{
    return theme == Theme::contrastLight || theme == Theme::contrastDark;
}

/// The colours of the interface. One accent; red only for alerts.
struct InterfaceTokens {
    QColor window;
    QColor surface;
    QColor sunken;
    QColor hairline;
    QColor controlOutline;
    QColor text;
    QColor text2;
    QColor accent;
    QColor onAccent;
    QColor danger;
    QColor caution;
    QColor good;
    QColor focus;         ///< the ring around what the keyboard speaks to
    double lineWidth = 1; ///< of outlines, in logical pixels
};

/// The colours of the map. Three hues with one meaning each: plum is what this person feels, blue is what books say,
/// amber is keep off. Nothing else on the map has a hue.
struct MapTokens {
    QColor ground;
    QColor skin;
    QColor skinLine;
    std::array<QColor, 3> muscle; ///< superficial, intermediate, deep
    QColor tendon;
    QColor bone;
    QColor innerLine;           ///< with its transparency
    bool shaded = true;         ///< whether the body's form is shown by light and shade
    std::array<QColor, 5> plum; ///< for 1-2, 3-4, 5-6, 7-8, 9-10
    QColor plumOutline;
    std::array<QColor, 5> plumDigit;
    QColor blueFill; ///< with its transparency
    QColor blueLine;
    QColor amber; ///< of places that are not pressed
};

struct Tokens {
    Theme theme;
    InterfaceTokens interface;
    MapTokens map;

    /// The step of the plum ramp for a level of 1 to 10; 0 is a hollow ring and has none, so it takes the first.
    [[nodiscard]] static std::size_t plumStep(PainLevel level);
};

[[nodiscard]] const Tokens &tokensFor(Theme theme);

/// Type sizes in pixels at 100 %.
namespace type {
inline constexpr int caption = 12;
inline constexpr int body = 14;
inline constexpr int lead = 16;
inline constexpr int section = 20;
inline constexpr int page = 28;
} // namespace type

/// Steps of the spacing grid in pixels at 100 %.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int xxl = 32;
} // namespace space

} // namespace palpate::desktop
