// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/samplestrip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include "desktop/controls/labels.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int signSide = 20;

} // namespace

SampleStrip::SampleStrip(QWidget *parent) : QWidget{parent}
{
    setObjectName(QStringLiteral("sampleStrip"));
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(space::xl, space::s, space::xl, space::s);
    layout->setSpacing(space::l);
    layout->addSpacing(signSide + space::s);
    layout->addWidget(
        makeLabel(tr("Sample journal of an invented person. Try anything: nothing of it is kept, and your "
                     "own journal is not touched."),
                  TextStyle::strong),
        1);
    auto *back = new QPushButton{tr("Remove the sample")};
    back->setObjectName(QStringLiteral("removeSample"));
    back->setToolTip(tr("Deletes all of it and opens your own journal again"));
    layout->addWidget(back);
    connect(back, &QPushButton::clicked, this, &SampleStrip::removeWished);
}

void SampleStrip::paintEvent(QPaintEvent * /*event*/)
{
    const QColor accent = palette().color(QPalette::Highlight);
    QColor wash = accent;
    wash.setAlphaF(0.14F);
    QPainter painter{this};
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(rect(), wash);
    painter.fillRect(QRect{0, height() - 1, width(), 1}, accent);
    const int x = isRightToLeft() ? width() - space::xl - signSide : space::xl;
    painter.drawPixmap(x, (height() - signSide) / 2,
                       iconPixmap(Icon::page, palette().color(QPalette::WindowText), signSide, devicePixelRatioF()));
}

} // namespace palpate::desktop
