// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace palpate::desktop {

/// A neutral page over the whole window, for when someone looks over the shoulder. Any key or click takes it away. It
/// can also come by itself when nothing has been touched for a while.
class Cover : public QWidget {
    Q_OBJECT

public:
    /// Lies over `window` and watches what is done in it.
    explicit Cover(QWidget *window);

    /// 0 is never.
    void setMinutes(int minutes);
    void cover();

Q_SIGNALS:
    /// Gone; whoever had the keyboard should have it again.
    void lifted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void lift();

    QTimer m_idle;
};

} // namespace palpate::desktop
