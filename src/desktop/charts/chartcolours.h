// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// The one theme of all charts, made from the tokens. Plum is what this person feels; all else has no hue.
struct ChartColours {
    QColor ground; ///< under the chart, and the halo of its marks
    QColor hairline;
    QColor outline; ///< of what is no number: flags, bands
    QColor shade;   ///< of the hours after a treatment; high contrast has none
    QColor text;
    QColor text2;
    QColor felt;      ///< lines and marks of what is felt
    QColor feltLight; ///< the worst of a day beside its mean
    QColor focus;
    double lineWidth = 1;
    MapTokens map; ///< the five plum steps with their digits
};

[[nodiscard]] ChartColours coloursOf(Theme theme);
/// Light on white, whatever the window looks like: what is printed lies on paper.
[[nodiscard]] ChartColours coloursForPrint();

} // namespace palpate::desktop
