// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/theme/card.h"

namespace palpate::desktop {

void paintCard(QPainter &painter, const QRectF &card, Theme theme, const QPainterPath &tail)
{
    const InterfaceTokens &t = tokensFor(theme).interface;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // 4 down, 16 wide, black at 18 % where it is darkest.
    painter.setPen(Qt::NoPen);
    for (int ring = cardShadow; ring > 0 && !isHighContrast(theme); --ring) {
        QColor shadow{Qt::black};
        shadow.setAlphaF(0.18F / static_cast<float>(cardShadow) * 0.9F);
        painter.setBrush(shadow);
        painter.drawRoundedRect(card.translated(0, 4).adjusted(-ring, -ring, ring, ring), cardRadius + ring,
                                cardRadius + ring);
    }
    QPainterPath outline;
    outline.addRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
    painter.setPen(QPen{t.hairline, t.lineWidth});
    painter.setBrush(t.surface);
    painter.drawPath(tail.isEmpty() ? outline : outline.united(tail));
    painter.restore();
}

} // namespace palpate::desktop
