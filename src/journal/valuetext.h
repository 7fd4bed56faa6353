// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "core/flags.h"
#include "core/id.h"
#include "core/isotime.h"
#include "core/painlevel.h"
#include "core/pointmm.h"
#include "record/fields.h"
#include "record/stroke.h"

// A value as a line of history keeps it: for people to read and programs to compare, not to be read back.
namespace palpate {

inline std::string textOf(bool value) { return value ? "yes" : "no"; }
inline std::string textOf(int value) { return std::to_string(value); }
inline std::string textOf(double value)
{
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), error == std::errc{} ? end : text.data()};
}
inline std::string textOf(const std::string &value) { return value; }
inline std::string textOf(PainLevel value) { return std::to_string(value.value()); }
inline std::string textOf(const Instant &value) { return isoText(value); }
inline std::string textOf(LocalDay value) { return isoText(value); }
inline std::string textOf(const PointMm &value)
{
    return textOf(value.x) + ", " + textOf(value.y) + ", " + textOf(value.z);
}
inline std::string textOf(const StrokePath &value) { return textOfPath(value); }
template <Keyed Enum> std::string textOf(Enum value) { return std::string{toKey(value)}; }
template <Keyed Enum> std::string textOf(Flags<Enum> value) { return textOfFlags(value); }
template <typename Tag> std::string textOf(const RowId<Tag> &value) { return value.text(); }
template <typename Tag> std::string textOf(const NameId<Tag> &value) { return value.text(); }

/// Empty where there is no value.
template <typename Value> std::optional<std::string> maybeTextOf(const Value &value) { return textOf(value); }
template <typename Value> std::optional<std::string> maybeTextOf(const std::optional<Value> &value)
{
    return value ? std::optional{textOf(*value)} : std::nullopt;
}

inline std::optional<std::string> maybeTextOf(const StrokePath &value) { return textOf(value); }

/// One line for each part, its fields with a bar between.
template <typename Part> std::optional<std::string> maybeTextOf(const std::vector<Part> &parts)
{
    std::string text;
    for (const Part &part : parts) {
        text += text.empty() ? "" : "\n";
        bool first = true;
        forEachField<Part>([&](const auto &field) {
            text += (first ? "" : " | ") + maybeTextOf(part.*(field.member)).value_or("-");
            first = false;
        });
    }
    return text;
}

} // namespace palpate
