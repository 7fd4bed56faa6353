// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainter>
#include <QPixmap>

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// What the map shows that needs explaining.
struct LegendContents {
    bool soreness = false;    ///< points coloured by their last soreness
    bool otherLayer = false;  ///< points whose muscle belongs to another layer
    bool pattern = false;     ///< where a muscle sends its pain
    bool paint = false;       ///< areas painted by the person
    bool unexplained = false; ///< zones that no known pattern reaches
    bool keepOff = false;     ///< places that are not pressed

    friend bool operator==(const LegendContents &, const LegendContents &) = default;
};

/// The legend, drawn once for as long as it says the same: its words would else be a tenth of every frame.
class MapLegend {
public:
    /// With its lower start corner at `corner` (left, or right when text runs that way); uses the painter's font.
    /// Nothing for empty contents.
    void paint(QPainter &painter, const LegendContents &contents, QPoint corner, Theme theme);

private:
    struct Look {
        LegendContents contents;
        Theme theme = Theme::light;
        double ratio = 0;
        bool mirrored = false;
        QFont font;

        friend bool operator==(const Look &, const Look &) = default;
    };

    Look m_look;
    QPixmap m_card;
};

} // namespace palpate::desktop
