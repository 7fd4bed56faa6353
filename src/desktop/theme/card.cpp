// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/theme/card.h"

namespace palpate::desktop {

void paintCard(QPainter &painter, const QRectF &card, Theme theme, const QPainterPath &tail)
{
    const InterfaceTokens &t = tokensFor(theme).interface;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // 4 down and as wide as fits below, black at 18 % where it is darkest; the further out the fainter.
    constexpr int down = 4;
    constexpr int rings = cardShadow - down;
    painter.setPen(Qt::NoPen);
    for (int ring = rings; ring > 0 && !isHighContrast(theme); --ring) {
        QColor shadow{Qt::black};
        shadow.setAlphaF(0.18F * 2 * static_cast<float>(rings - ring + 1) / static_cast<float>(rings * (rings + 1)));
        painter.setBrush(shadow);
        painter.drawRoundedRect(card.translated(0, down).adjusted(-ring, -ring, ring, ring), cardRadius + ring,
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
