// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/rowpaint.h"

namespace palpate::desktop {

QRectF mirroredIn(const QRectF &box, const QStyleOptionViewItem &option)
{
    const QRectF row{option.rect};
    return option.direction == Qt::LeftToRight
               ? box
               : QRectF{row.left() + row.right() - box.right(), box.top(), box.width(), box.height()};
}

void paintRowWash(QPainter &painter, const QStyleOptionViewItem &option, const InterfaceTokens &tokens)
{
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const bool hot = option.state.testFlag(QStyle::State_MouseOver);
    const QRectF box = QRectF{option.rect}.adjusted(2, 1, -2, -1);
    if (current || hot) {
        QColor wash = tokens.accent;
        wash.setAlphaF(current ? 0.16F : 0.07F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(wash);
        painter.drawRoundedRect(box, 6, 6);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && current) {
        painter.setPen(QPen{tokens.focus, 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6);
    }
}

} // namespace palpate::desktop
