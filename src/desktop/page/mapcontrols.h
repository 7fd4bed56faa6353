// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desktop/bodymap/bodymap.h"

class QButtonGroup;
class QLabel;

namespace palpate::desktop {

class TurnDial;

/// Holds the map and lays its few controls over it: what is under the pointer (top), turn (bottom), layers (right).
class MapControls : public QWidget {
    Q_OBJECT

public:
    /// Takes the map, the label and the dial as children and fills the group with buttons, numbered as the layers are.
    MapControls(BodyMap &map, QLabel &hoverName, TurnDial &turn, QButtonGroup &layers, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    BodyMap &m_map;
    QLabel &m_hoverName;
    TurnDial &m_turn;
    QWidget *m_steps;
};

} // namespace palpate::desktop
