// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QRect>
#include <QStringList>

#include "desktop/charts/chartcolours.h"

namespace palpate::desktop {

class FigureSheet;

/// The same numbers in words. The first column is a date or a name.
struct ChartTable {
    QStringList headers;
    std::vector<QStringList> rows;
};

/// What can be looked at, heard as a table, and put into a file.
class Chart {
public:
    Chart() = default;
    Chart(const Chart &) = delete;
    Chart &operator=(const Chart &) = delete;
    Chart(Chart &&) = delete;
    Chart &operator=(Chart &&) = delete;
    virtual ~Chart() = default;

    /// What is shown, in which days, and what was asked.
    [[nodiscard]] virtual QString title() const = 0;
    /// What its marks mean, a sentence each; only of what there is.
    [[nodiscard]] virtual QStringList notes() const = 0;
    [[nodiscard]] virtual ChartTable table() const = 0;
    [[nodiscard]] virtual int heightFor(int width) const = 0;
    virtual void draw(FigureSheet &sheet, const QRect &place, const ChartColours &colours) const = 0;
};

} // namespace palpate::desktop
