// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/storydelegate.h"

#include <QListView>
#include <QPainter>

#include "desktop/history/drawingpictures.h"
#include "desktop/history/monthcalendar.h"
#include "desktop/history/storymodel.h"
#include "desktop/history/storyphrases.h"
#include "desktop/page/rowpaint.h"

namespace palpate::desktop {

namespace {

constexpr int timeRoom = 56;
constexpr int markRoom = 36;
constexpr int textLeft = space::m + timeRoom + markRoom;
constexpr int padding = 8;
constexpr int titleHeight = 24;
constexpr int iconSide = 20;
constexpr QSizeF levelSize{26, 22};

const StoryRow &rowOf(const QModelIndex &index) { return static_cast<const StoryModel *>(index.model())->at(index); }

int viewWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    return view == nullptr ? option.rect.width() : view->viewport()->width();
}

int wordsHeight(const QStyleOptionViewItem &option, const QString &words)
{
    if (words.isEmpty()) {
        return 0;
    }
    const QRect room{0, 0, viewWidth(option) - textLeft - space::l, 100000};
    return option.fontMetrics.boundingRect(room, Qt::TextWordWrap, words).height();
}

} // namespace

QSize StoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &model = *static_cast<const StoryModel *>(index.model());
    if (const int height = model.editorHeight(index); height > 0) {
        return {100, height};
    }
    const StoryRow &row = rowOf(index);
    int height = 2 * padding + titleHeight + wordsHeight(option, row.words);
    if (row.drawing && m_pictures != nullptr) {
        height += DrawingPictures::height + space::s;
    }
    return {100, std::max(40, height)};
}

void StoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const StoryRow &row = rowOf(index);
    const Tokens &tokens = tokensFor(m_theme);
    const InterfaceTokens &t = tokens.interface;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box{option.rect};
    if (row.begins && index.row() > 0) {
        painter->setPen(QPen{t.hairline, 1});
        painter->drawLine(QPointF{box.left() + space::s, box.top() + 0.5},
                          QPointF{box.right() - space::s, box.top() + 0.5});
    }
    paintRowWash(*painter, option, t);
    const Qt::Alignment start =
        Qt::AlignAbsolute | (option.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight);
    const double top = box.top() + padding;
    QFont small = option.font;
    small.setPixelSize(type::caption);
    if (row.begins) {
        painter->setFont(small);
        painter->setPen(t.text2);
        painter->drawText(mirroredIn({box.left() + space::m, top, timeRoom, titleHeight}, option),
                          int(start | Qt::AlignVCenter), storyphrases::time(row.at));
    }
    const QRectF mark = mirroredIn({box.left() + space::m + timeRoom - 4, top, markRoom, titleHeight}, option);
    if (row.level) {
        const QRectF cell{mark.center() - QPointF{levelSize.width() / 2, levelSize.height() / 2}, levelSize};
        paintLevelCell(*painter, cell, *row.level, row.origin, tokens);
    } else if (row.icon != Icon::none) {
        painter->drawPixmap(mark.center() - QPointF{iconSide / 2.0, iconSide / 2.0},
                            iconPixmap(row.icon, t.text2, iconSide, painter->device()->devicePixelRatioF()));
    }
    const QRectF text =
        mirroredIn({box.left() + textLeft, top, box.width() - textLeft - space::l, box.height() - 2 * padding}, option);
    QFont title = option.font;
    title.setWeight(row.level ? QFont::Normal : QFont::DemiBold);
    painter->setFont(title);
    painter->setPen(t.text);
    // The side stands at the end of a name and must not be lost.
    painter->drawText(QRectF{text.left(), top, text.width(), titleHeight}, int(start | Qt::AlignVCenter),
                      QFontMetricsF{title}.elidedText(row.title, Qt::ElideMiddle, text.width()));
    painter->setFont(option.font);
    painter->setPen(row.level ? t.text2 : t.text);
    const double words = wordsHeight(option, row.words);
    painter->drawText(QRectF{text.left(), top + titleHeight, text.width(), words + 2}, int(start) | Qt::TextWordWrap,
                      row.words);
    if (row.drawing && m_pictures != nullptr) {
        paintPictures(*painter, option, index, top + titleHeight + words + space::s);
    }
    painter->restore();
}

void StoryDelegate::paintPictures(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                  double top) const
{
    const QRectF box{option.rect};
    double x = box.left() + textLeft;
    for (const DrawingPicture &picture : m_pictures->of(*rowOf(index).drawing, painter.device()->devicePixelRatioF())) {
        const QRectF place =
            mirroredIn({x, top, double(DrawingPictures::width), double(DrawingPictures::height)}, option);
        const InterfaceTokens &t = tokensFor(m_theme).interface;
        painter.setPen(QPen{t.hairline, t.lineWidth});
        painter.setBrush(tokensFor(m_theme).map.ground);
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        if (!picture.image.isNull()) {
            painter.drawImage(place.adjusted(2, 2, -2, -2), picture.image);
        }
        QFont small = option.font;
        small.setPixelSize(type::caption);
        painter.setFont(small);
        painter.setPen(t.text2);
        painter.drawText(place.adjusted(8, 4, -8, -4), int(Qt::AlignTop | Qt::AlignHCenter), picture.view);
        x += DrawingPictures::width + space::s;
    }
}

} // namespace palpate::desktop
