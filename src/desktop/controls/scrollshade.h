// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QScrollArea;

namespace palpate::desktop {

/// Lets the words at the lower edge of a scroll area fade while there are more below, so that a line cut in two reads
/// as "more" and not as a fault. Lies over the area, takes no clicks, and is nothing to assistive technology.
class ScrollShade : public QWidget {
    Q_OBJECT

public:
    /// The area owns the shade.
    explicit ScrollShade(QScrollArea &area);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();

    QScrollArea &m_area;
};

} // namespace palpate::desktop
