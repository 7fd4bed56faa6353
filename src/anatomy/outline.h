// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
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

/// Which pixels of a box and of one pixel more on every side are inside: 1 or 0, row by row. Those around are 0.
struct PixelMask {
    explicit PixelMask(const PixelBox &box);

    [[nodiscard]] std::uint8_t *row(int y) noexcept
    {
        return values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }

    int left;
    int top;
    int width;
    int height;
    std::vector<std::uint8_t> values;
};

/// Follows the borders of the pixels that are inside, and simplifies them so that no border moves by more than half a
/// millimetre. Specks of fewer than three pixels are left out.
[[nodiscard]] std::vector<Outline> traceOutlines(const PixelMask &mask, double pixelsPerMm);

/// The same for the pixels in `box` of which inside(x, y) is true.
template <typename Inside>
[[nodiscard]] std::vector<Outline> traceOutlines(const PixelBox &box, const Inside &inside, double pixelsPerMm)
{
    if (box.empty()) {
        return {};
    }
    PixelMask mask{box};
    for (int y = box.top; y <= box.bottom; ++y) {
        std::uint8_t *row = mask.row(y - mask.top);
        for (int x = box.left; x <= box.right; ++x) {
            row[x - mask.left] = inside(x, y) ? 1 : 0;
        }
    }
    return traceOutlines(mask, pixelsPerMm);
}

} // namespace palpate::anatomy
