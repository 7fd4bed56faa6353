// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palpate::anatomy {

/// How deep a structure lies, from outside in. A layer's picture shows its own structures and all deeper ones;
/// those above are gone.
enum class Layer : std::uint8_t { skin, superficial, intermediate, deep, bone };

inline constexpr std::array allLayers{Layer::skin, Layer::superficial, Layer::intermediate, Layer::deep, Layer::bone};

/// The stable word used in files and on the command line.
[[nodiscard]] constexpr std::string_view toKey(Layer layer) noexcept
{
    constexpr std::array<std::string_view, allLayers.size()> keys{"skin", "superficial", "intermediate", "deep",
                                                                  "bone"};
    return keys[static_cast<std::size_t>(layer)];
}

[[nodiscard]] constexpr std::optional<Layer> layerFromKey(std::string_view key) noexcept
{
    for (const Layer layer : allLayers) {
        if (toKey(layer) == key) {
            return layer;
        }
    }
    return std::nullopt;
}

} // namespace palpate::anatomy
