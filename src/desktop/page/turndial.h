// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QWidget>

#include "anatomy/atlas.h"

class QAbstractButton;
class QLabel;
class QPushButton;

namespace palpate::desktop {

/// Turns the body: eight ticks around it with the view's name above, the four sides named and a step at each end; the
/// soles and the crown, and a switch that puts the near arm aside where it hides the trunk.
class TurnDial : public QWidget {
    Q_OBJECT

public:
    /// The atlas must outlive the dial.
    explicit TurnDial(const anatomy::Atlas &atlas, QWidget *parent = nullptr);

    /// Shows where the body stands; tells nobody.
    void setView(const anatomy::ViewInfo &view);

    /// The switch for the arm, to be placed by whoever shows the dial.
    [[nodiscard]] QPushButton &armSwitch() { return *m_aside; }

Q_SIGNALS:
    void viewChosen(const palpate::anatomy::ViewInfo &view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const anatomy::Atlas &m_atlas;
    const anatomy::ViewInfo *m_view;
    QLabel *m_name;
    QPushButton *m_aside;
    std::map<const anatomy::ViewInfo *, QAbstractButton *> m_buttons; ///< of the whole views
};

} // namespace palpate::desktop
