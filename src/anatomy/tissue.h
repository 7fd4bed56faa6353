// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palpate::anatomy {

/// What a structure is made of, which decides its colour on the map.
enum class Tissue : std::uint8_t { muscle, tendon, cartilage, bone, eye, ear, skin };

inline constexpr std::array allTissues{Tissue::muscle, Tissue::tendon, Tissue::cartilage, Tissue::bone,
                                       Tissue::eye,    Tissue::ear,    Tissue::skin};

[[nodiscard]] constexpr std::string_view toKey(Tissue tissue) noexcept
{
    constexpr std::array<std::string_view, allTissues.size()> keys{"muscle", "tendon", "cartilage", "bone",
                                                                   "eye",    "ear",    "skin"};
    return keys[static_cast<std::size_t>(tissue)];
}

[[nodiscard]] constexpr std::optional<Tissue> tissueFromKey(std::string_view key) noexcept
{
    for (const Tissue tissue : allTissues) {
        if (toKey(tissue) == key) {
            return tissue;
        }
    }
    return std::nullopt;
}

} // namespace palpate::anatomy
