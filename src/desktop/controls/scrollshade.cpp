// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/controls/scrollshade.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

namespace palpate::desktop {

namespace {

constexpr int shadeHeight = 40;

} // namespace

ScrollShade::ScrollShade(QScrollArea &area) : QWidget{&area}, m_area{area}
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    area.viewport()->installEventFilter(this);
    connect(area.verticalScrollBar(), &QScrollBar::valueChanged, this, &ScrollShade::arrange);
    connect(area.verticalScrollBar(), &QScrollBar::rangeChanged, this, &ScrollShade::arrange);
    arrange();
}

bool ScrollShade::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

void ScrollShade::arrange()
{
    const QScrollBar &bar = *m_area.verticalScrollBar();
    const QRect seen = m_area.viewport()->geometry();
    setGeometry(seen.left(), seen.bottom() + 1 - shadeHeight, seen.width(), shadeHeight);
    setVisible(bar.value() < bar.maximum());
    raise();
}

void ScrollShade::paintEvent(QPaintEvent * /*event*/)
{
    const QColor ground = palette().color(QPalette::Window);
    QColor clear = ground;
    clear.setAlpha(0);
    QLinearGradient fade{0, 0, 0, double(height())};
    fade.setColorAt(0, clear);
    fade.setColorAt(0.85, ground);
    QPainter{this}.fillRect(rect(), fade);
}

} // namespace palpate::desktop
