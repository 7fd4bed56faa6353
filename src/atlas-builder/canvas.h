// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "anatomy/grayimage.h"
#include "anatomy/layer.h"

namespace palpate::atlas {

using FloatImage = anatomy::GrayImage<float>;

/// The nearness of pixels that show nothing.
inline constexpr float nothing = std::numeric_limits<float>::lowest();

/// A stack keeps what lies within this depth of its first structure: the far side of the body is another view's.
inline constexpr float stackDepthMm = 120;
inline constexpr std::size_t mostInStack = 16;

/// A piece of surface under one pixel.
struct Spot {
    float near = nothing;
    float light = 0;
    std::uint16_t region = 0;
    float presence = 1; ///< less than 1 where the arm fades towards its cut
    bool isArm = false; ///< of the arm that is left out: never what one sees behind its end
};

/// What one layer shows while it is drawn.
struct Canvas {
    FloatImage near;
    FloatImage light;
    anatomy::GrayImage16 region;
    // Only where an arm is left out: how much of its end shows, and what lies behind that.
    FloatImage presence;
    FloatImage nearBehind;
    FloatImage lightBehind;

    Canvas(int width, int height, bool fades)
        : near{width, height, nothing}, light{width, height}, region{width, height}
    {
        if (fades) {
            presence = FloatImage{width, height, 1};
            nearBehind = near;
            lightBehind = light;
        }
    }

    [[nodiscard]] bool fades() const { return presence.width() > 0; }

    bool put(int x, int y, const Spot &spot)
    {
        return put(x, y, spot, [](float a, std::uint16_t, float b, std::uint16_t) { return a > b; });
    }

    /// Lays a surface there; true when it lies in front of all so far. `nearer` says whether one nearness and region
    /// lie in front of another.
    template <typename Nearer> bool put(int x, int y, const Spot &spot, const Nearer &nearer)
    {
        if (fades() && !spot.isArm && spot.near > nearBehind.at(x, y)) {
            nearBehind.at(x, y) = spot.near;
            lightBehind.at(x, y) = spot.light;
        }
        if (!nearer(spot.near, spot.region, near.at(x, y), region.at(x, y))) {
            return false;
        }
        near.at(x, y) = spot.near;
        light.at(x, y) = spot.light;
        region.at(x, y) = spot.region;
        if (fades()) {
            presence.at(x, y) = spot.presence;
        }
        return true;
    }
};

struct StackEntry {
    float near = nothing;
    std::uint16_t region = 0;
};

/// The nearest structures under every pixel, sorted from near to far.
class StackCanvas {
public:
    StackCanvas(int width, int height) : m_places{width, height}
    {
        // Memory that is not used costs nothing, moving it would.
        m_stacks.reserve(m_places.values().size() + 1);
        m_stacks.emplace_back();
    }

    /// `nearer` says whether one nearness and region lie in front of another.
    template <typename Nearer> void add(int x, int y, StackEntry entry, const Nearer &nearer)
    {
        std::uint32_t &number = m_places.at(x, y);
        if (number == 0) {
            number = static_cast<std::uint32_t>(m_stacks.size());
            m_stacks.emplace_back();
        }
        auto &stack = m_stacks[number];
        const auto place = std::find_if(stack.begin(), stack.end(), [&](const StackEntry &other) {
            return nearer(entry.near, entry.region, other.near, other.region);
        });
        if (place != stack.end()) {
            std::copy_backward(place, stack.end() - 1, stack.end());
            *place = entry;
        }
    }

    /// What is known of each region, by number.
    struct Regions {
        const std::vector<anatomy::Layer> &layerOf;
        const std::vector<bool> &isAside;    ///< of the arm that is left out
        const std::vector<bool> &seeThrough; ///< hides nothing
    };

    /// The regions of the stack without those beyond reach; the first of every layer that hides what is under it always
    /// stays, and so does the first that shows behind the arm that is left out.
    void read(int x, int y, const Regions &known, std::vector<std::uint16_t> &regions) const
    {
        regions.clear();
        const auto &stack = m_stacks[m_places.at(x, y)];
        int deepestSeen = -1;
        int deepestBehind = -1;
        for (const StackEntry &entry : stack) {
            if (entry.region == 0) {
                break;
            }
            const int layer = static_cast<int>(known.layerOf[entry.region]);
            const bool isAside = known.isAside[entry.region];
            const bool showsBehind = !isAside && layer > deepestBehind;
            if (entry.near >= stack[0].near - stackDepthMm || layer > deepestSeen || showsBehind) {
                regions.push_back(entry.region);
            }
            if (known.seeThrough[entry.region]) {
                continue;
            }
            deepestSeen = std::max(deepestSeen, layer);
            deepestBehind = isAside ? deepestBehind : std::max(deepestBehind, layer);
        }
    }

private:
    anatomy::GrayImage<std::uint32_t> m_places;                ///< of each pixel's stack
    std::vector<std::array<StackEntry, mostInStack>> m_stacks; ///< the first is empty: most pixels show no body
};

} // namespace palpate::atlas
