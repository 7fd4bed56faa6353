// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/rowdelegate.h"

#include <QPainter>

#include "desktop/bodymap/pointmarker.h"
#include "desktop/page/rowpaint.h"
#include "desktop/theme/icons.h"

namespace palpate::desktop {

namespace {

constexpr int rowHeight = 52;
constexpr int markRoom = 44;
constexpr int iconSide = 20;

/// Whether the row has a mark before its words.
bool drawMark(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Tokens &tokens)
{
    const QPointF centre =
        mirroredIn({option.rect.left() + 2.0, double(option.rect.top()), markRoom, rowHeight}, option).center();
    if (const QVariant kind = index.data(kindRole); kind.isValid()) {
        const QVariant soreness = index.data(sorenessRole);
        paintMarker(painter, centre, static_cast<PointKind>(kind.toInt()),
                    soreness.isValid() ? PainLevel::from(soreness.toInt()) : std::nullopt, tokens.map, {});
        return true;
    }
    if (const QVariant icon = index.data(iconRole); icon.isValid()) {
        const double ratio = painter.device()->devicePixelRatioF();
        painter.drawPixmap(centre - QPointF{iconSide / 2.0, iconSide / 2.0},
                           iconPixmap(static_cast<Icon>(icon.toInt()), tokens.interface.text2, iconSide, ratio));
        return true;
    }
    return false;
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(m_theme);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowWash(*painter, option, tokens.interface);
    const double indent = drawMark(*painter, option, index, tokens) ? markRoom + space::xs : space::m;
    const QRectF row{option.rect};
    const QRectF text =
        mirroredIn({row.left() + indent, row.top() + 7, row.width() - indent - space::m, row.height() - 14}, option);
    const Qt::Alignment start = option.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight;
    // The side stands at the end of a name and must not be lost.
    const auto line = [&](const QString &words, const QFont &font, const QColor &color, Qt::Alignment edge) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(text, int(edge | start | Qt::AlignAbsolute),
                          QFontMetricsF{font}.elidedText(words, Qt::ElideMiddle, text.width()));
    };
    QFont small = option.font;
    small.setPixelSize(type::caption);
    const QString subtitle = index.data(subtitleRole).toString();
    line(index.data().toString(), option.font, tokens.interface.text,
         subtitle.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop);
    line(subtitle, small, tokens.interface.text2, Qt::AlignBottom);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    return {200, rowHeight};
}

} // namespace palpate::desktop
