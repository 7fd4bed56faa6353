// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pointmm.h"

namespace palpate::anatomy {

/// A place on a view's plane in millimetres: u to the right of the picture, v up.
struct PlaneMm {
    double u = 0;
    double v = 0;
};

/// A place in a view's picture in pixels: x to the right, y down, (0, 0) the top left corner.
struct PicturePx {
    double x = 0;
    double y = 0;
};

/// How a view looks at the body: an orthographic projection. The three axes are unit vectors at right angles.
struct ViewFrame {
    PointMm right;    ///< where the picture's right points to
    PointMm up;       ///< where the picture's top points to
    PointMm toViewer; ///< from the body to the eye
    double leftMm = 0;
    double topMm = 0;
    double pxPerMm = 1;
    int width = 0;    ///< of the picture, in pixels
    int height = 0;   ///< of the picture, in pixels
    double farMm = 0; ///< nearness of the plane that nearness pictures count from

    [[nodiscard]] PlaneMm plane(PointMm p) const noexcept
    {
        return {p.x * right.x + p.y * right.y + p.z * right.z, p.x * up.x + p.y * up.y + p.z * up.z};
    }

    /// How near to the eye, in millimetres along toViewer from the origin of the body frame.
    [[nodiscard]] double nearness(PointMm p) const noexcept
    {
        return p.x * toViewer.x + p.y * toViewer.y + p.z * toViewer.z;
    }

    [[nodiscard]] PicturePx picture(PlaneMm at) const noexcept
    {
        return {(at.u - leftMm) * pxPerMm, (topMm - at.v) * pxPerMm};
    }

    [[nodiscard]] PicturePx picture(PointMm p) const noexcept { return picture(plane(p)); }

    [[nodiscard]] PlaneMm plane(PicturePx at) const noexcept
    {
        return {leftMm + at.x / pxPerMm, topMm - at.y / pxPerMm};
    }

    /// The place in the body that shows at `at` and lies `near` millimetres towards the eye.
    [[nodiscard]] PointMm body(PicturePx at, double near) const noexcept
    {
        const PlaneMm p = plane(at);
        return {p.u * right.x + p.v * up.x + near * toViewer.x, p.u * right.y + p.v * up.y + near * toViewer.y,
                p.u * right.z + p.v * up.z + near * toViewer.z};
    }
};

} // namespace palpate::anatomy
