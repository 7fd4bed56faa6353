// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/controls/warningcard.h"

#include <QHBoxLayout>
#include <QPainter>

#include "desktop/controls/labels.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

namespace {

constexpr int signSide = 20;

} // namespace

WarningCard::WarningCard(const QString &words, QWidget *parent) : QWidget{parent}
{
    setObjectName(QStringLiteral("warning"));
    setAccessibleName(tr("Warning: %1").arg(words));
    QLabel *label = makeLabel(words, TextStyle::body, this);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(0);
    layout->addSpacing(signSide + space::s);
    layout->addWidget(label, 1);
}

void WarningCard::paintEvent(QPaintEvent * /*event*/)
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

} // namespace palpate::desktop
