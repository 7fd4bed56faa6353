// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/controls/alertframe.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

namespace {

constexpr int signSide = 20;

} // namespace

AlertFrame::AlertFrame(QWidget *parent) : QWidget{parent}, m_content{new QVBoxLayout}
{
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(0);
    layout->addSpacing(signSide + space::s);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(space::xs);
    layout->addLayout(m_content, 1);
}

void AlertFrame::paintEvent(QPaintEvent * /*event*/)
{
    const QColor alert = palette().color(QPalette::BrightText);
    QColor wash = alert;
    wash.setAlphaF(0.07F);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{alert, 1.5});
    painter.setBrush(wash);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.75, 0.75, -0.75, -0.75), 8, 8);
    const int x = isRightToLeft() ? width() - space::m - signSide : space::m;
    painter.drawPixmap(x, space::m, iconPixmap(Icon::alert, alert, signSide, devicePixelRatioF()));
}

AlertFrame *makeWarning(const QString &words, QWidget *parent)
{
    auto *frame = new AlertFrame{parent};
    frame->setObjectName(QStringLiteral("warning"));
    frame->setAccessibleName(AlertFrame::tr("Warning: %1").arg(words));
    QLabel *label = makeLabel(words, TextStyle::body);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    frame->content().addWidget(label);
    return frame;
}

} // namespace palpate::desktop
