// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

#include "anatomy/viewframe.h"

namespace palpate::desktop {

/// Where a view's picture lies in a rectangle of the screen. Logical pixels on the screen's side.
class MapGeometry {
public:
    MapGeometry() = default;
    MapGeometry(QPointF topLeft, double scale) : m_topLeft{topLeft}, m_scale{scale} {}

    /// The whole picture as large as it fits into `into`, centred.
    [[nodiscard]] static MapGeometry fitted(const anatomy::ViewFrame &frame, const QRectF &into)
    {
        return fitted(QRectF{0, 0, static_cast<double>(frame.width), static_cast<double>(frame.height)}, into);
    }

    /// The part `crop` of the picture, in picture pixels, as large as it fits into `into`, centred.
    [[nodiscard]] static MapGeometry fitted(const QRectF &crop, const QRectF &into)
    {
        const double scale = std::min(into.width() / crop.width(), into.height() / crop.height());
        return {into.center() - crop.center() * scale, scale};
    }

    [[nodiscard]] double scale() const noexcept { return m_scale; }
    [[nodiscard]] QPointF topLeft() const noexcept { return m_topLeft; }

    [[nodiscard]] QPointF screen(anatomy::PicturePx at) const { return m_topLeft + QPointF{at.x, at.y} * m_scale; }
    [[nodiscard]] anatomy::PicturePx picture(QPointF at) const
    {
        const QPointF p = (at - m_topLeft) / m_scale;
        return {p.x(), p.y()};
    }
    [[nodiscard]] QRectF screenRect(const anatomy::ViewFrame &frame) const
    {
        return {m_topLeft, QSizeF{frame.width * m_scale, frame.height * m_scale}};
    }
    /// From picture pixels to the screen.
    [[nodiscard]] QTransform transform() const
    {
        return QTransform{m_scale, 0, 0, m_scale, m_topLeft.x(), m_topLeft.y()};
    }

    friend bool operator==(const MapGeometry &, const MapGeometry &) = default;

private:
    QPointF m_topLeft;
    double m_scale = 1;
};

} // namespace palpate::desktop
