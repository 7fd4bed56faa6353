// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace palpate {

/// Specialised for each enumeration that stands in files: its values and the stable word of each, in order.
/// Words are lower-case letters, digits and hyphens.
template <typename Enum> struct Keys;

template <typename Enum>
concept Keyed = requires
{
    Keys<Enum>::all;
};

/// The stable word used in files. The value must be one of the enumeration's.
template <Keyed Enum> [[nodiscard]] constexpr std::string_view toKey(Enum value) noexcept
{
    for (const auto &[one, key] : Keys<Enum>::all) {
        if (one == value) {
            return key;
        }
    }
    return {};
}

template <Keyed Enum> [[nodiscard]] constexpr std::optional<Enum> fromKey(std::string_view key) noexcept
{
    for (const auto &[one, word] : Keys<Enum>::all) {
        if (word == key) {
            return one;
        }
    }
    return std::nullopt;
}

/// For writing a table of keys without counting them.
template <typename Enum, std::size_t count> using KeyTable = std::array<std::pair<Enum, std::string_view>, count>;

} // namespace palpate
