// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/cover.h"

#include <chrono>

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include "desktop/theme/icons.h"
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
    const QColor quiet = palette().color(QPalette::PlaceholderText);
    constexpr int side = 40;
    const QRect middle = rect().adjusted(space::xl, 0, -space::xl, 0);
    painter.drawPixmap(middle.center() - QPoint{side / 2, side + space::xl},
                       iconPixmap(Icon::cover, quiet, side, devicePixelRatioF()));
    QFont title = font();
    title.setPixelSize(type::section);
    title.setWeight(QFont::DemiBold);
    painter.setFont(title);
    painter.setPen(palette().color(QPalette::WindowText));
    const int lineHeight = 2 * type::section;
    painter.drawText(QRect{middle.left(), middle.center().y(), middle.width(), lineHeight}, Qt::AlignCenter,
                     tr("Palpate is covered"));
    painter.setFont(font());
    painter.setPen(quiet);
    painter.drawText(QRect{middle.left(), middle.center().y() + lineHeight, middle.width(), 2 * lineHeight},
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     tr("Press any key, or click, to see it again. Nothing is lost. It hides; it does not lock."));
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
