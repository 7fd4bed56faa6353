// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/rowdelegate.h"

#include <QPainter>

#include "desktop/bodymap/pointmarker.h"

namespace palpate::desktop {

namespace {

constexpr int rowHeight = 52;
constexpr int markerRoom = 40;

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(m_theme);
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const bool hot = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF{option.rect}.adjusted(2, 1, -2, -1);
    if (current || hot) {
        QColor wash = tokens.interface.accent;
        wash.setAlphaF(current ? 0.16F : 0.07F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(wash);
        painter->drawRoundedRect(box, 6, 6);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && current) {
        painter->setPen(QPen{tokens.interface.accent, 2});
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6);
    }
    double left = box.left() + space::m;
    if (const QVariant kind = index.data(kindRole); kind.isValid()) {
        const QVariant soreness = index.data(sorenessRole);
        paintMarker(*painter, {box.left() + markerRoom / 2.0 + 2, box.center().y()},
                    static_cast<PointKind>(kind.toInt()),
                    soreness.isValid() ? PainLevel::from(soreness.toInt()) : std::nullopt, tokens.map, false);
        left = box.left() + markerRoom + space::xs;
    }
    const QRectF text{left, box.top() + 6, box.right() - left - space::s, box.height() - 12};
    painter->setFont(option.font);
    painter->setPen(tokens.interface.text);
    const QFontMetricsF titleMetrics{option.font};
    painter->drawText(text, Qt::AlignTop | Qt::AlignLeft,
                      titleMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    QFont small = option.font;
    small.setPixelSize(type::caption);
    painter->setFont(small);
    painter->setPen(tokens.interface.text2);
    painter->drawText(
        text, Qt::AlignBottom | Qt::AlignLeft,
        QFontMetricsF{small}.elidedText(index.data(subtitleRole).toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    return {200, rowHeight};
}

} // namespace palpate::desktop
