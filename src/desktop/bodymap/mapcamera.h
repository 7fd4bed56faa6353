// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMarginsF>
#include <QSizeF>

#include "anatomy/viewframe.h"
#include "desktop/bodymap/mapgeometry.h"

namespace palpate::desktop {

/// Which part of a view's picture the map shows, and how large: a zoom of 1 shows the whole body within the margins,
/// and then it always stands in the middle. A value without a widget; logical pixels.
class MapCamera {
public:
    static constexpr double mostZoom = 16;

    MapCamera() = default;
    /// `grain` is the width of a device pixel: at zoom 1 the picture starts on a whole one, so that it is copied and
    /// not resampled.
    MapCamera(const anatomy::ViewFrame &frame, QSizeF room, QMarginsF margins, double grain);

    [[nodiscard]] double zoom() const noexcept { return m_zoom; }
    [[nodiscard]] bool showsWhole() const noexcept { return m_zoom <= 1; }
    [[nodiscard]] const MapGeometry &geometry() const noexcept { return m_geometry; }
    /// That of zoom 1.
    [[nodiscard]] const MapGeometry &wholeGeometry() const noexcept { return m_whole; }

    /// Larger or smaller by a factor, with the place under `at` where it is.
    void zoomBy(double factor, QPointF at);
    void pan(QPointF by);
    void showWhole();
    /// Brings a part of the picture, in picture pixels, into the middle, no larger than `most`.
    void fit(const QRectF &part, double most);
    /// As another camera of the same size stands: the same zoom, the same height of the body in the middle.
    void standAs(const MapCamera &other);

private:
    void place(double zoom, QPointF topLeft);

    QSizeF m_room;
    QSizeF m_picture; ///< in picture pixels
    MapGeometry m_whole;
    MapGeometry m_geometry;
    double m_zoom = 1;
};

} // namespace palpate::desktop
