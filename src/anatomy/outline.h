// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace palpate::anatomy {

/// A corner of an outline, in tenths of a millimetre from the picture's top left corner.
struct OutlinePoint {
    std::int32_t x = 0;
    std::int32_t y = 0;

    friend bool operator==(const OutlinePoint &, const OutlinePoint &) = default;
};

/// A closed path. Outer borders and holes alike: fill with the even-odd rule.
using Outline = std::vector<OutlinePoint>;

/// A part of a picture, in pixels.
struct PixelBox {
    int left = 0;
    int top = 0;
    int right = -1; ///< the last column, inclusive
    int bottom = -1;

    [[nodiscard]] bool empty() const noexcept { return right < left || bottom < top; }
    void include(int x, int y) noexcept;
};

/// Follows the borders of the pixels in `box` that are inside, and simplifies them so that no border moves by more
/// than half a millimetre. Specks of fewer than three pixels are left out.
[[nodiscard]] std::vector<Outline> traceOutlines(const PixelBox &box, const std::function<bool(int x, int y)> &inside,
                                                 double pixelsPerMm);

} // namespace palpate::anatomy
