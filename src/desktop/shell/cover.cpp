// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/cover.h"

#include <chrono>

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

Cover::Cover(QWidget *window) : QWidget{window}
{
    setObjectName(QStringLiteral("cover"));
    setAccessibleName(tr("Covered. Press any key to go on."));
    setFocusPolicy(Qt::StrongFocus);
    hide();
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &Cover::cover);
    qApp->installEventFilter(this);
}

void Cover::setMinutes(int minutes)
{
    m_idle.stop();
    m_idle.setInterval(std::chrono::minutes{minutes});
    if (minutes > 0) {
        m_idle.start();
    }
}

void Cover::cover()
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus();
}

void Cover::lift()
{
    hide();
    Q_EMIT lifted();
}

bool Cover::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        if (m_idle.interval() > 0) {
            m_idle.start();
        }
        break;
    case QEvent::Resize:
        if (watched == parentWidget()) {
            setGeometry(parentWidget()->rect());
        }
        break;
    case QEvent::ShortcutOverride:
        // While covered no key means anything but "lift".
        if (isVisible()) {
            event->accept();
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void Cover::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter{this};
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(space::xl, 0, -space::xl, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Hidden. Press any key, or click, to go on."));
}

void Cover::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key != Qt::Key_Shift && key != Qt::Key_Control && key != Qt::Key_Alt && key != Qt::Key_Meta) {
        lift();
    }
}

void Cover::mousePressEvent(QMouseEvent * /*event*/) { lift(); }

} // namespace palpate::desktop
