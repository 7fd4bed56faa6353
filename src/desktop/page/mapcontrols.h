// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desktop/bodymap/bodymap.h"

class QButtonGroup;
class QLabel;

namespace palpate::desktop {

/// Holds the map and lays its few controls over it: what is under the pointer (top), turn (bottom), layers (right).
class MapControls : public QWidget {
    Q_OBJECT

public:
    /// Takes the map and the label as children and fills the groups with buttons, numbered as the atlas's views and
    /// the layers are.
    MapControls(BodyMap &map, const anatomy::Atlas &atlas, QLabel &hoverName, QButtonGroup &views, QButtonGroup &layers,
                QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    BodyMap &m_map;
    QLabel &m_hoverName;
    QWidget *m_turn;
    QWidget *m_steps;
};

} // namespace palpate::desktop
