// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/candidatedelegate.h"

#include <algorithm>
#include <cmath>

#include <QListView>
#include <QPainter>

#include "desktop/lookup/candidatemodel.h"
#include "desktop/page/rowpaint.h"

namespace palpate::desktop {

namespace {

constexpr int rowHeight = 68;
constexpr double keyRoom = 32;
constexpr double barHeight = 8;
constexpr double numberRoom = 44;
constexpr int nameTop = 6;
constexpr int barTop = 32;
constexpr int reasonTop = 44;
constexpr int digits = 10;

QFont smallFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setPixelSize(type::caption);
    return font;
}

/// Where the words of a row stand, before it is mirrored.
QRectF contentOf(const QRect &row) { return QRectF{row}.adjusted(keyRoom, 0, -space::m, 0); }

Qt::Alignment start(const QStyleOptionViewItem &option)
{
    return Qt::AlignAbsolute | (option.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight);
}

void drawBracket(QPainter &painter, const QStyleOptionViewItem &option, Bracket bracket, const InterfaceTokens &tokens)
{
    if (bracket == Bracket::none) {
        return;
    }
    const QRectF row{option.rect};
    const double end = 7;
    const QRectF line = mirroredIn({row.left() + 3, bracket == Bracket::first ? row.top() + 8 : row.top(), end,
                                    row.height() - (bracket == Bracket::middle ? 0 : 8)},
                                   option);
    const bool flipped = option.direction == Qt::RightToLeft;
    const double spine = flipped ? line.right() : line.left();
    const double tip = flipped ? line.left() : line.right();
    painter.setPen(QPen{tokens.text2, 1.5});
    painter.drawLine(QPointF{spine, line.top()}, QPointF{spine, line.bottom()});
    if (bracket == Bracket::first) {
        painter.drawLine(QPointF{spine, line.top()}, QPointF{tip, line.top()});
    } else if (bracket == Bracket::last) {
        painter.drawLine(QPointF{spine, line.bottom()}, QPointF{tip, line.bottom()});
    }
}

/// A share of a track, filled or outlined, with its number behind it.
void drawShare(QPainter &painter, const QStyleOptionViewItem &option, const QRectF &place, double share, bool isFilled,
               const InterfaceTokens &tokens)
{
    const QRectF track{place.left(), place.top(), place.width() - numberRoom, barHeight};
    const double radius = barHeight / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.sunken);
    painter.drawRoundedRect(mirroredIn(track, option), radius, radius);
    if (share > 0) {
        const QRectF part{track.left(), track.top(), std::max(barHeight, track.width() * share), barHeight};
        painter.setPen(QPen{tokens.accent, 1.5});
        painter.setBrush(isFilled ? QBrush{tokens.accent} : Qt::NoBrush);
        painter.drawRoundedRect(mirroredIn(part.adjusted(0.75, 0.75, -0.75, -0.75), option), radius, radius);
    }
    painter.setFont(smallFont(option));
    painter.setPen(tokens.text);
    const QRectF number{track.right() + 6, track.top() - 6, numberRoom - 6, barHeight + 12};
    painter.drawText(mirroredIn(number, option), int(Qt::AlignVCenter | start(option)),
                     CandidateDelegate::tr("%1 %").arg(std::lround(share * 100)));
}

/// The room that the sign takes at the end of the name's line.
double drawSign(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRectF &content,
                const InterfaceTokens &tokens)
{
    const QString words = index.data(signRole).toString();
    if (words.isEmpty()) {
        return 0;
    }
    const QFont font = smallFont(option);
    const double width = QFontMetricsF{font}.horizontalAdvance(words) + 2 * space::s;
    const QRectF box = mirroredIn({content.right() - width, content.top() + nameTop, width, 20}, option);
    const QColor color = index.data(signIsAlertRole).toBool() ? tokens.danger : tokens.caution;
    painter.setPen(QPen{color, 1});
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(box, Qt::AlignCenter, words);
    return width + space::s;
}

/// All reasons but the first line, below one another.
QString restOf(const QModelIndex &index) { return index.data(reasonsRole).toStringList().join(QLatin1Char('\n')); }

double widthFor(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view == nullptr ? option.rect.width() : view->viewport()->width();
    return contentOf({0, 0, width, rowHeight}).width();
}

} // namespace

void CandidateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const InterfaceTokens &tokens = tokensFor(m_theme).interface;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowWash(*painter, option, tokens);
    drawBracket(*painter, option, static_cast<Bracket>(index.data(bracketRole).toInt()), tokens);
    const QRectF content = contentOf(option.rect);
    const QFont small = smallFont(option);
    if (index.row() < digits) {
        painter->setFont(small);
        painter->setPen(tokens.text2);
        const QRectF key{double(option.rect.left()) + 12, content.top() + nameTop, keyRoom - 16, 20};
        painter->drawText(mirroredIn(key, option), Qt::AlignCenter, QString::number((index.row() + 1) % digits));
    }
    const double signRoom = drawSign(*painter, option, index, content, tokens);
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    painter->setPen(tokens.text);
    const QRectF name{content.left(), content.top() + nameTop, content.width() - signRoom, 20};
    // The side stands at the end of a name and must not be lost.
    painter->drawText(mirroredIn(name, option), int(Qt::AlignVCenter | start(option)),
                      QFontMetricsF{strong}.elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
    const double half = (content.width() - space::l) / 2;
    drawShare(*painter, option, {content.left(), content.top() + barTop, half, barHeight},
              index.data(explainsRole).toDouble(), true, tokens);
    drawShare(*painter, option, {content.left() + half + space::l, content.top() + barTop, half, barHeight},
              index.data(feltRole).toDouble(), false, tokens);
    painter->setFont(small);
    painter->setPen(tokens.text2);
    const bool open = index.data(openRole).toBool();
    const QRectF reason = mirroredIn(
        {content.left(), content.top() + reasonTop, content.width(), content.height() - reasonTop - 4}, option);
    if (open) {
        painter->drawText(reason, int(Qt::AlignTop | start(option) | Qt::TextWordWrap), restOf(index));
    } else {
        painter->drawText(reason, int(Qt::AlignTop | start(option)),
                          QFontMetricsF{small}.elidedText(index.data(reasonsRole).toStringList().value(0),
                                                          Qt::ElideRight, reason.width()));
    }
    painter->restore();
}

QSize CandidateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!index.data(openRole).toBool()) {
        return {200, rowHeight};
    }
    const QFontMetricsF metrics{smallFont(option)};
    const QRectF words = metrics.boundingRect({0, 0, widthFor(option), 10000}, Qt::TextWordWrap, restOf(index));
    return {200, std::max(rowHeight, reasonTop + static_cast<int>(std::ceil(words.height())) + space::s)};
}

} // namespace palpate::desktop
