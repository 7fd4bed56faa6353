// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QStyleOptionViewItem>

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

// What all delegates of list rows draw alike.

/// The same place counted from the row's other end where text runs from right to left.
[[nodiscard]] QRectF mirroredIn(const QRectF &box, const QStyleOptionViewItem &option);

/// The wash under a row that is chosen or pointed at, and the ring of the one that has the focus.
void paintRowWash(QPainter &painter, const QStyleOptionViewItem &option, const InterfaceTokens &tokens);

} // namespace palpate::desktop
