// SPDX-License-Identifier: GPL-3.0-or-later
#include "fewcolours.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace palpate::testing {

namespace {

struct Shade {
    std::array<int, 3> rgb{};
    std::int64_t pixels = 0;
};

/// Shades that will become one colour.
struct Box {
    std::span<Shade> shades;
    std::size_t channel = 0;  ///< in which they differ most
    std::int64_t urgency = 0; ///< 0 when they are one shade already

    explicit Box(std::span<Shade> within) : shades{within}
    {
        std::int64_t pixels = 0;
        for (const Shade &shade : shades) {
            pixels += shade.pixels;
        }
        for (std::size_t at = 0; at < 3; ++at) {
            const auto [low, high] =
                std::ranges::minmax(shades, {}, [at](const Shade &shade) { return shade.rgb[at]; });
            const std::int64_t range = high.rgb[at] - low.rgb[at];
            if (pixels * range * range > urgency) {
                urgency = pixels * range * range;
                channel = at;
            }
        }
    }

    /// Cuts it where half of its pixels lie on either side.
    [[nodiscard]] std::pair<Box, Box> halves() const
    {
        std::ranges::sort(shades, {}, [this](const Shade &shade) { return std::pair{shade.rgb[channel], shade.rgb}; });
        std::int64_t left = 0;
        for (const Shade &shade : shades) {
            left += shade.pixels;
        }
        left /= 2;
        std::size_t cut = 0;
        do {
            left -= shades[cut++].pixels;
        } while (cut + 1 < shades.size() && left - shades[cut].pixels / 2 > 0);
        return {Box{shades.first(cut)}, Box{shades.subspan(cut)}};
    }

    [[nodiscard]] QRgb mean() const
    {
        std::array<std::int64_t, 3> sum{};
        std::int64_t pixels = 0;
        for (const Shade &shade : shades) {
            pixels += shade.pixels;
            for (std::size_t at = 0; at < 3; ++at) {
                sum[at] += shade.pixels * shade.rgb[at];
            }
        }
        const auto part = [&](std::size_t at) { return static_cast<int>((sum[at] + pixels / 2) / pixels); };
        return qRgb(part(0), part(1), part(2));
    }
};

} // namespace

QImage withFewColours(const QImage &picture)
{
    const QImage from = picture.convertToFormat(QImage::Format_RGB32);
    std::map<QRgb, std::int64_t> counts;
    for (int y = 0; y < from.height(); ++y) {
        for (int x = 0; x < from.width(); ++x) {
            ++counts[from.pixel(x, y)];
        }
    }
    std::vector<Shade> shades;
    for (const auto &[colour, pixels] : counts) {
        shades.push_back({{qRed(colour), qGreen(colour), qBlue(colour)}, pixels});
    }
    std::vector<Box> boxes{Box{shades}};
    constexpr std::size_t mostColours = 256;
    while (boxes.size() < mostColours) {
        const auto next = std::ranges::max_element(boxes, {}, &Box::urgency);
        if (next->urgency == 0) {
            break;
        }
        const auto [one, other] = next->halves();
        *next = one;
        boxes.push_back(other);
    }
    QImage result{from.size(), QImage::Format_Indexed8};
    QList<QRgb> table;
    std::map<QRgb, uint> places;
    for (const Box &box : boxes) {
        for (const Shade &shade : box.shades) {
            places[qRgb(shade.rgb[0], shade.rgb[1], shade.rgb[2])] = static_cast<uint>(table.size());
        }
        table << box.mean();
    }
    result.setColorTable(table);
    for (int y = 0; y < from.height(); ++y) {
        for (int x = 0; x < from.width(); ++x) {
            result.setPixel(x, y, places.at(from.pixel(x, y)));
        }
    }
    return result;
}

} // namespace palpate::testing
