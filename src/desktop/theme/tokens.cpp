// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

namespace {

QColor rgb(unsigned value) { return QColor::fromRgb(value); }

QColor translucent(unsigned value, double opacity)
{
    QColor color = rgb(value);
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

Tokens lightTokens()
{
    const QColor white = rgb(0xFFFFFF);
    const QColor ink = rgb(0x2B0A42);
    return {Theme::light,
            {rgb(0xF6F4F1), white, rgb(0xECE8E2), rgb(0xD5CFC6), rgb(0x857D72), rgb(0x1E2226), rgb(0x565C63),
             rgb(0x0B6470), white, rgb(0xB3261E), rgb(0x7A5200), rgb(0x2B6638), rgb(0x0B6470), 1},
            {rgb(0xF1EEE9),
             rgb(0xE2D6C9),
             rgb(0x7D6B5D),
             {rgb(0xD3A598), rgb(0xC7988B), rgb(0xBB8B7F)},
             rgb(0xEADFCD),
             rgb(0xEEE8DA),
             translucent(0x5E3B35, 0.55),
             true,
             {rgb(0xEBDCF4), rgb(0xCBA7E0), rgb(0xA06BC2), rgb(0x7434A0), rgb(0x47106B)},
             ink,
             {ink, ink, ink, white, white},
             translucent(0x1F5FA6, 0.45),
             rgb(0x0D3C70),
             rgb(0x5C3B00)}};
}

Tokens darkTokens()
{
    const QColor white = rgb(0xFFFFFF);
    const QColor ink = rgb(0x1B0629);
    return {Theme::dark,
            {rgb(0x14171A), rgb(0x1C2024), rgb(0x101315), rgb(0x343A41), rgb(0x7F8893), rgb(0xE7E9EC), rgb(0xA8B0B9),
             rgb(0x62C3CC), rgb(0x06282C), rgb(0xFFB4AB), rgb(0xF0C062), rgb(0x8BD19B), rgb(0x62C3CC), 1},
            {rgb(0x14171A),
             rgb(0x615952),
             rgb(0xA99C8E),
             {rgb(0x85594F), rgb(0x764E46), rgb(0x68453F)},
             rgb(0x80776A),
             rgb(0x7A7367),
             translucent(0x1E120F, 0.55),
             true,
             {rgb(0x57386F), rgb(0x8350A8), rgb(0xAD78D1), rgb(0xD3A9EC), rgb(0xF6E4FF)},
             rgb(0xF6E4FF),
             {white, white, ink, ink, ink},
             translucent(0x6FB1F2, 0.45),
             rgb(0xBBDCFF),
             rgb(0xFFD27A)}};
}

/// From a theme of the same darkness, in black and white. The three hues of the map keep their meanings; what they say
/// is said by outlines, hatches and numbers too.
Tokens inHighContrast(Tokens tokens, Theme theme)
{
    const QColor ground = isDark(theme) ? QColor{Qt::black} : QColor{Qt::white};
    const QColor ink = isDark(theme) ? QColor{Qt::white} : QColor{Qt::black};
    const auto grey = [&](int light, int dark) {
        const int value = isDark(theme) ? dark : light;
        return QColor{value, value, value};
    };
    tokens.theme = theme;
    InterfaceTokens &i = tokens.interface;
    for (QColor *color : {&i.window, &i.surface, &i.sunken, &i.onAccent}) {
        *color = ground;
    }
    for (QColor *color : {&i.hairline, &i.controlOutline, &i.text, &i.text2, &i.accent}) {
        *color = ink;
    }
    i.focus = isDark(theme) ? rgb(0xFFE600) : rgb(0x0000C0);
    i.lineWidth = 2;
    MapTokens &map = tokens.map;
    map.ground = ground;
    map.skin = ground;
    map.skinLine = ink;
    map.muscle = {ground, ground, ground};
    map.tendon = grey(0xE4, 0x2A);
    map.bone = grey(0xCC, 0x40);
    map.innerLine = ink;
    map.shaded = false;
    return tokens;
}

} // namespace

std::size_t Tokens::plumStep(PainLevel level)
{
    return static_cast<std::size_t>(level.value() <= 1 ? 0 : (level.value() - 1) / 2);
}

const Tokens &tokensFor(Theme theme)
{
    static const std::array<Tokens, 4> all{lightTokens(), darkTokens(),
                                           inHighContrast(lightTokens(), Theme::contrastLight),
                                           inHighContrast(darkTokens(), Theme::contrastDark)};
    return all[static_cast<std::size_t>(theme)];
}

} // namespace palpate::desktop
