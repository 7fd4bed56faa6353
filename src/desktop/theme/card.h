// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPainterPath>

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

inline constexpr double cardRadius = 10;
/// Room around a card for its shadow.
inline constexpr int cardShadow = 16;

/// The surface of a popover: rounded, outlined, with the one shadow there is. `outline` may add a tail.
void paintCard(QPainter &painter, const QRectF &card, Theme theme, const QPainterPath &tail = {});

} // namespace palpate::desktop
