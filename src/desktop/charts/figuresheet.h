// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "desktop/charts/chartcolours.h"
#include "desktop/charts/figure.h"

class QPaintDevice;
class QPainter;

namespace palpate::desktop {

/// What charts are drawn on: a picture for the screen, an SVG, a page of a PDF. The one place that knows the plotting
/// library.
class FigureSheet {
public:
    /// The device must outlive the sheet, and is done when the sheet is gone.
    explicit FigureSheet(QPaintDevice &device);
    FigureSheet(const FigureSheet &) = delete;
    FigureSheet &operator=(const FigureSheet &) = delete;
    FigureSheet(FigureSheet &&) = delete;
    FigureSheet &operator=(FigureSheet &&) = delete;
    ~FigureSheet();

    void draw(const Figure &figure, const QRect &place, const ChartColours &colours);
    /// For words and all that is no figure.
    [[nodiscard]] QPainter &painter();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace palpate::desktop
