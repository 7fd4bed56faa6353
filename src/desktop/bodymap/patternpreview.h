// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractButton>
#include <QImage>

#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"
#include "referral/referral.h"

namespace palpate::desktop {

/// A small picture of one view, cut to a muscle and the zones it refers to. A click asks for that view.
class PatternPreview : public QAbstractButton {
    Q_OBJECT

public:
    /// The scene must outlive the picture. `muscle` may be 0.
    PatternPreview(MapScene &scene, const anatomy::ViewInfo &view, anatomy::RegionNumber muscle,
                   const std::vector<ReferredZone> &pattern, Theme theme, QWidget *parent = nullptr);

    /// Whether the view shows none of the zones.
    [[nodiscard]] bool isEmpty() const { return m_crop.isEmpty(); }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintPicture();

    MapScene &m_scene;
    const anatomy::ViewInfo &m_view;
    anatomy::RegionNumber m_muscle;
    std::vector<ReferredZone> m_pattern;
    Theme m_theme;
    QRectF m_crop; ///< in pixels of the view's picture
    QImage m_picture;
};

} // namespace palpate::desktop
