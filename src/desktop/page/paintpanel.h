// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "desktop/bodymap/bodymap.h"
#include "desktop/page/paindrawing.h"
#include "referral/knowledgebase.h"

class QLabel;
class QPushButton;
class QSlider;

namespace palpate::desktop {

class Chips;
class LevelScale;

/// Beside the skin: the brush, and what is said of the area that is painted on.
class PaintPanel : public QScrollArea {
    Q_OBJECT

public:
    /// Drawing and knowledge must outlive the panel.
    PaintPanel(PainDrawing &drawing, const KnowledgeBase &knowledge, int brushMm, QWidget *parent = nullptr);

    [[nodiscard]] Brush brush() const;
    void setErases(bool erases);
    void setBrushMm(int mm);
    void refresh();

Q_SIGNALS:
    void brushChanged(const palpate::desktop::Brush &brush);

private:
    [[nodiscard]] QWidget *makeBrush(int brushMm);
    [[nodiscard]] QWidget *makeArea();
    void refreshAreas();
    void refreshZones();

    PainDrawing &m_drawing;
    const KnowledgeBase &m_knowledge;
    QPushButton *m_paint = nullptr;
    QPushButton *m_erase = nullptr;
    QSlider *m_size = nullptr;
    QLabel *m_sizeWords = nullptr;
    Chips *m_areas = nullptr;
    QWidget *m_areaPart = nullptr;
    LevelScale *m_intensity = nullptr;
    Chips *m_qualities = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_invitation = nullptr;
    QLabel *m_zonesTitle = nullptr;
    QLabel *m_zones = nullptr;
};

} // namespace palpate::desktop
