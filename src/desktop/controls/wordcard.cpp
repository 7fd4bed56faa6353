// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/controls/wordcard.h"

#include <QPainter>

namespace palpate::desktop {

WordCard::WordCard(const QString &words, int radius, QWidget *parent) : QLabel{words, parent}, m_radius{radius} {}

void WordCard::paintEvent(QPaintEvent *event)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{palette().color(QPalette::Mid), 1});
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), m_radius, m_radius);
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace palpate::desktop
