// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desktop/bodymap/bodymap.h"

class QButtonGroup;
class QLabel;

namespace palpate::desktop {

class TurnDial;

/// Holds the map and lays its few controls over it: what is under the pointer beside it, turn (bottom), layers and zoom
/// (end). The top start corner is left free for the search.
class MapControls : public QWidget {
    Q_OBJECT

public:
    /// Takes the map and the dial as children and fills the group with buttons, numbered as the layers are.
    MapControls(BodyMap &map, TurnDial &turn, QButtonGroup &layers, QWidget *parent = nullptr);

    /// Beside the pointer; nothing hides it.
    void sayAtPointer(const QString &words);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeLayers(QButtonGroup &layers);
    [[nodiscard]] QWidget *makeZoom();
    void placeHoverName();

    BodyMap &m_map;
    TurnDial &m_turn;
    QLabel *m_hoverName;
    QWidget *m_steps;
    QWidget *m_zoom;
};

} // namespace palpate::desktop
