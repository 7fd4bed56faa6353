// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/id.h"
#include "core/side.h"

namespace palpate {

/// A corner of a painted stroke on the plane of a view, in tenths of a millimetre: to the right and up, as the view's
/// frame counts them.
struct StrokePoint {
    std::int32_t right = 0;
    std::int32_t up = 0;

    friend constexpr bool operator==(StrokePoint, StrokePoint) noexcept = default;
};

using StrokePath = std::vector<StrokePoint>;

/// "right up right up …"
[[nodiscard]] inline std::string textOfPath(const StrokePath &path)
{
    std::string text;
    for (const StrokePoint &point : path) {
        text += text.empty() ? "" : " ";
        text += std::to_string(point.right) + ' ' + std::to_string(point.up);
    }
    return text;
}

/// Reads exactly what textOfPath writes.
[[nodiscard]] inline std::optional<StrokePath> pathFromText(std::string_view text)
{
    std::vector<std::int32_t> numbers;
    const char *end = text.data() + text.size();
    for (const char *at = text.data(); at != end;) {
        if (!numbers.empty() && *at++ != ' ') {
            return std::nullopt;
        }
        std::int32_t number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc{}) {
            return std::nullopt;
        }
        numbers.push_back(number);
        at = next;
    }
    StrokePath path(numbers.size() / 2);
    for (std::size_t at = 0; at < path.size(); ++at) {
        path[at] = {numbers[2 * at], numbers[2 * at + 1]};
    }
    return textOfPath(path) == text ? std::optional{std::move(path)} : std::nullopt;
}

/// One movement of the brush over the skin.
struct Stroke {
    int area = 0;     ///< which of the drawing's areas it belongs to, counted from 0
    std::string view; ///< id of the view painted on
    double brushMm = 20;
    bool erases = false;
    StrokePath path;

    friend bool operator==(const Stroke &, const Stroke &) = default;
};

/// How much of a zone a painted area covers. Derived from the strokes when they are stored, and kept with them, so that
/// a record still says the same when the zones are drawn anew.
struct ZoneCoverage {
    int area = 0;
    ZoneId zone;
    Side side = Side::midline;
    double coverage = 0; ///< part of the zone, over 0 up to 1

    friend bool operator==(const ZoneCoverage &, const ZoneCoverage &) = default;
};

} // namespace palpate
