// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace palpate::desktop {

/// The program's own drawings (theme/icons), each on a grid of 20 by 20 pixels.
enum class Icon {
    none,
    map,
    settings,
    help,
    cover,
    search,
    undo,
    redo,
    plus,
    minus,
    whole,
    point,
    brush,
    eraser,
    copy,
    chevron,
    close,
    muscle,
    zone,
    page,
    command,
    remove,
    alert,
    previous,
    next,
    today,
    history,
    trends,
    learn,
    care
};

/// The drawing in one colour; `side` in logical pixels. Null for Icon::none.
[[nodiscard]] QPixmap iconPixmap(Icon icon, const QColor &color, int side, double devicePixelRatio);

} // namespace palpate::desktop
