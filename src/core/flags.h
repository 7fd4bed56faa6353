// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "core/keyed.h"

namespace palpate {

/// A set of values of an enumeration with at most 32 of them.
template <Keyed Enum> class Flags {
public:
    constexpr Flags() noexcept = default;
    constexpr Flags(std::initializer_list<Enum> values) noexcept
    {
        for (const Enum value : values) {
            set(value);
        }
    }

    constexpr void set(Enum value, bool on = true) noexcept
    {
        m_bits = on ? m_bits | bit(value) : m_bits & ~bit(value);
    }
    [[nodiscard]] constexpr bool has(Enum value) const noexcept { return (m_bits & bit(value)) != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return m_bits == 0; }

    friend constexpr bool operator==(Flags, Flags) noexcept = default;

private:
    static_assert(Keys<Enum>::all.size() <= 32);
    [[nodiscard]] static constexpr std::uint32_t bit(Enum value) noexcept
    {
        return std::uint32_t{1} << static_cast<unsigned>(value);
    }

    std::uint32_t m_bits = 0;
};

/// The keys of the set values in order of the enumeration, a blank between.
template <Keyed Enum> [[nodiscard]] std::string textOfFlags(Flags<Enum> flags)
{
    std::string text;
    for (const auto &[value, key] : Keys<Enum>::all) {
        if (flags.has(value)) {
            text += text.empty() ? "" : " ";
            text += key;
        }
    }
    return text;
}

/// Reads exactly what textOfFlags writes.
template <Keyed Enum> [[nodiscard]] std::optional<Flags<Enum>> flagsFromText(std::string_view text)
{
    Flags<Enum> flags;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        const auto value = fromKey<Enum>(word);
        if (!value) {
            return std::nullopt;
        }
        flags.set(*value);
        rest.remove_prefix(word.size() == rest.size() ? word.size() : word.size() + 1);
    }
    return textOfFlags(flags) == text ? std::optional{flags} : std::nullopt;
}

} // namespace palpate
