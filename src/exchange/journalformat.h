// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/isotime.h"

// The keys of an export that no record describes.
namespace palpate {

inline constexpr std::string_view exportFormat = "palpate-journal";
/// 2 brought more of treatments, goals of a plan and positions of steps; what it brought may be missing in a file.
inline constexpr int exportVersion = 2;

struct StampKeys {
    std::string_view changes = "changes";
    std::string_view device = "device";
    std::string_view deleted = "deleted";
};
inline constexpr StampKeys stampKeys;

struct HistoryKeys {
    std::string_view row = "row";
    std::string_view changes = "changes";
    std::string_view table = "table";
    std::string_view field = "field";
    std::string_view at = "at";
    std::string_view device = "device";
    std::string_view before = "before";
    std::string_view after = "after";
};
inline constexpr HistoryKeys historyKeys;

struct ForgottenKeys {
    std::string_view row = "row";
    std::string_view table = "table";
    std::string_view deleted = "deleted";
};
inline constexpr ForgottenKeys forgottenKeys;

using UtcMilliseconds = std::chrono::sys_time<std::chrono::milliseconds>;

/// "2026-03-02T08:30:00.000Z"
[[nodiscard]] inline std::string utcText(UtcMilliseconds moment)
{
    std::string text = isoText(Instant{moment, std::chrono::minutes{0}});
    text.replace(text.size() - 6, 6, "Z");
    return text;
}

/// Reads exactly what utcText writes.
[[nodiscard]] inline std::optional<UtcMilliseconds> utcFromText(std::string_view text)
{
    if (!text.ends_with('Z')) {
        return std::nullopt;
    }
    text.remove_suffix(1);
    const auto instant = instantFromIso(std::string{text} + "+00:00");
    return instant ? std::optional{instant->utc} : std::nullopt;
}

} // namespace palpate
