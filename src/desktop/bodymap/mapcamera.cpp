// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/mapcamera.h"

#include <algorithm>
#include <cmath>

namespace palpate::desktop {

MapCamera::MapCamera(const anatomy::ViewFrame &frame, QSizeF room, QMarginsF margins, double grain)
    : m_room{room}, m_picture(frame.width, frame.height)
{
    const MapGeometry fitted = MapGeometry::fitted(frame, QRectF{{0, 0}, room}.marginsRemoved(margins));
    const QPointF topLeft = fitted.topLeft() / grain;
    m_whole = {QPointF{std::round(topLeft.x()), std::round(topLeft.y())} * grain, fitted.scale()};
    m_geometry = m_whole;
}

void MapCamera::place(double zoom, QPointF topLeft)
{
    m_zoom = std::clamp(zoom, 1.0, mostZoom);
    if (m_zoom <= 1) {
        m_geometry = m_whole;
        return;
    }
    // The body may be moved until its edge stands in the middle, and no farther: it never gets lost.
    const double scale = m_whole.scale() * m_zoom;
    const QSizeF size = m_picture * scale;
    const QPointF middle{m_room.width() / 2, m_room.height() / 2};
    m_geometry = {{std::clamp(topLeft.x(), middle.x() - size.width(), middle.x()),
                   std::clamp(topLeft.y(), middle.y() - size.height(), middle.y())},
                  scale};
}

void MapCamera::zoomBy(double factor, QPointF at)
{
    const double zoom = std::clamp(m_zoom * factor, 1.0, mostZoom);
    const double change = zoom / m_zoom;
    place(zoom, at - (at - m_geometry.topLeft()) * change);
}

void MapCamera::pan(QPointF by) { place(m_zoom, m_geometry.topLeft() + by); }

void MapCamera::showWhole() { place(1, {}); }

void MapCamera::fit(const QRectF &part, double most)
{
    const MapGeometry fitted = MapGeometry::fitted(part, QRectF{{0, 0}, m_room});
    const double zoom = std::clamp(fitted.scale() / m_whole.scale(), 1.0, most);
    const QPointF middle{m_room.width() / 2, m_room.height() / 2};
    place(zoom, middle - part.center() * m_whole.scale() * zoom);
}

void MapCamera::standAs(const MapCamera &other)
{
    const QPointF middle{m_room.width() / 2, m_room.height() / 2};
    const anatomy::PicturePx seen = other.m_geometry.picture(middle);
    const QPointF part{seen.x / other.m_picture.width() * m_picture.width(),
                       seen.y / other.m_picture.height() * m_picture.height()};
    place(other.m_zoom, middle - part * m_whole.scale() * other.m_zoom);
}

} // namespace palpate::desktop
