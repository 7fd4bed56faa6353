// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "record/measure.h"

namespace palpate {

/// One thing that was measured, at its first and its last time; the same where it was measured once.
struct ComparedMeasure {
    Measure first;
    Measure last;
    int count = 1;

    [[nodiscard]] double change() const noexcept { return last.value - first.value; }
};

/// Measures of the same kind, name, side and unit belong together; those that were taken last come first. Values of
/// different units are never compared.
[[nodiscard]] std::vector<ComparedMeasure> comparedMeasures(std::span<const Measure> measures);

} // namespace palpate
