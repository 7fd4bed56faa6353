// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/chartcolours.h"

namespace palpate::desktop {

ChartColours coloursOf(Theme theme)
{
    const Tokens &tokens = tokensFor(theme);
    const InterfaceTokens &i = tokens.interface;
    // A hairline in the ink of high contrast would drown the values.
    QColor hairline = i.hairline;
    hairline.setAlphaF(isHighContrast(theme) ? 0.45F : 1.0F);
    return {i.window,           hairline,           i.controlOutline, i.sunken,    i.text,    i.text2,
            tokens.map.plum[3], tokens.map.plum[2], i.focus,          i.lineWidth, tokens.map};
}

ChartColours coloursForPrint()
{
    ChartColours colours = coloursOf(Theme::light);
    colours.ground = Qt::white;
    return colours;
}

} // namespace palpate::desktop
