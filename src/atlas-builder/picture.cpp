// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/picture.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numbers>

#include "anatomy/encoding.h"
#include "atlas-builder/raster.h"
#include "atlas-builder/shading.h"
#include "atlas-builder/zonemap.h"
#include "core/error.h"

namespace palpate::atlas {

namespace {

using anatomy::GrayImage16;
using anatomy::GrayImage8;
using anatomy::Layer;
using anatomy::ViewFrame;
using FloatImage = anatomy::GrayImage<float>;

constexpr float nothing = std::numeric_limits<float>::lowest();

/// A stack keeps what lies within this depth of its first structure: the far side of the body is another view's.
constexpr float stackDepthMm = 120;
constexpr std::size_t mostInStack = 16;

ViewFrame frameFor(const ViewRecipe &view, const Body &body)
{
    ViewFrame frame{view.right, view.up, view.toViewer, 0, 0, pixelsPerMm, 0, 0, 0};
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double left = infinity;
    double right = -infinity;
    double top = -infinity;
    double bottom = infinity;
    double near = infinity;
    const auto include = [&](const Mesh &mesh) {
        for (const PointMm &p : mesh.vertices) {
            const anatomy::PlaneMm at = frame.plane(p);
            left = std::min(left, at.u);
            right = std::max(right, at.u);
            top = std::max(top, at.v);
            bottom = std::min(bottom, at.v);
            near = std::min(near, frame.nearness(p));
        }
    };
    include(body.skin);
    for (const BodyRegion &region : body.regions) {
        include(region.mesh);
    }
    constexpr double margin = 6;
    // Symmetric about the body's midline, so that left and right mirror each other to the pixel.
    const double half = std::max(std::abs(left), std::abs(right)) + margin;
    const bool mirrorsAcrossPicture = std::abs(view.right.y) < 1e-9;
    frame.leftMm = mirrorsAcrossPicture ? -std::ceil(half) : std::floor(left - margin);
    frame.topMm = std::ceil(top + margin);
    const double width = mirrorsAcrossPicture ? 2 * std::ceil(half) : right + margin - frame.leftMm;
    // Even, so that the half-size nearness picture covers the same area.
    frame.width = 2 * static_cast<int>(std::ceil(width * pixelsPerMm / 2));
    frame.height = 2 * static_cast<int>(std::ceil((frame.topMm - bottom + margin) * pixelsPerMm / 2));
    frame.farMm = std::floor(near);
    return frame;
}

/// What one layer shows while it is drawn.
struct Canvas {
    FloatImage near;
    FloatImage light;
    GrayImage16 region;

    Canvas(int width, int height) : near{width, height, nothing}, light{width, height}, region{width, height} {}
};

struct StackEntry {
    float near = nothing;
    std::uint16_t region = 0;
};

/// The nearest structures under every pixel, sorted from near to far.
class StackCanvas {
public:
    StackCanvas(int width, int height)
        : m_width{width}, m_entries(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))
    {}

    void add(int x, int y, StackEntry entry)
    {
        auto &stack = at(x, y);
        const auto place = std::find_if(stack.begin(), stack.end(),
                                        [&entry](const StackEntry &other) { return other.near < entry.near; });
        if (place != stack.end()) {
            std::copy_backward(place, stack.end() - 1, stack.end());
            *place = entry;
        }
    }

    /// The regions of the stack without those beyond reach; the first of every layer always stays.
    void read(int x, int y, const std::vector<Layer> &layerOf, std::vector<std::uint16_t> &regions) const
    {
        regions.clear();
        const auto &stack =
            m_entries[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x)];
        int deepestSeen = -1;
        for (const StackEntry &entry : stack) {
            if (entry.region == 0) {
                break;
            }
            const int layer = static_cast<int>(layerOf[entry.region]);
            if (entry.near >= stack[0].near - stackDepthMm || layer > deepestSeen) {
                regions.push_back(entry.region);
            }
            deepestSeen = std::max(deepestSeen, layer);
        }
    }

private:
    std::array<StackEntry, mostInStack> &at(int x, int y)
    {
        return m_entries[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x)];
    }

    int m_width;
    std::vector<std::array<StackEntry, mostInStack>> m_entries;
};

class ViewDrawer {
public:
    ViewDrawer(const ViewRecipe &view, const Body &body, const Recipe &recipe) : m_body{body}, m_recipe{recipe}
    {
        m_picture.view = view;
        m_picture.frame = frameFor(view, body);
        m_layerOf.assign(body.regions.size() + 1, Layer::skin);
        for (std::size_t at = 0; at < body.regions.size(); ++at) {
            m_layerOf[at + 1] = recipe.structures[body.regions[at].structure].layer;
        }
    }

    ViewPicture draw()
    {
        drawSkin();
        drawRegions();
        return std::move(m_picture);
    }

private:
    [[nodiscard]] int width() const { return m_picture.frame.width; }
    [[nodiscard]] int height() const { return m_picture.frame.height; }

    void drawSkin()
    {
        Canvas canvas{width(), height()};
        GrayImage8 parts{width(), height()};
        rasterise(m_picture.frame, m_body.skin,
                  [&](int x, int y, double near, const Weights &weights, const Mesh::Triangle &triangle) {
                      if (static_cast<float>(near) <= canvas.near.at(x, y)) {
                          return;
                      }
                      canvas.near.at(x, y) = static_cast<float>(near);
                      canvas.light.at(x, y) = lightAt(m_picture.frame, blend(m_body.skinNormals, triangle, weights));
                      canvas.region.at(x, y) = 1;
                      const auto heaviest = std::max_element(weights.begin(), weights.end()) - weights.begin();
                      parts.at(x, y) =
                          static_cast<std::uint8_t>(m_body.skinParts[triangle[static_cast<std::size_t>(heaviest)]]);
                  });
        const ZoneMap zones{m_recipe.zones};
        m_picture.zones = GrayImage8{width(), height()};
        for (int y = 0; y < height(); ++y) {
            for (int x = 0; x < width(); ++x) {
                if (canvas.region.at(x, y) != 0) {
                    const PointMm p = m_picture.frame.body({x + 0.5, y + 0.5}, canvas.near.at(x, y));
                    m_picture.zones.at(x, y) = zones.numberAt(p, static_cast<BodyPart>(parts.at(x, y)));
                }
            }
        }
        constexpr double islandMm2 = 40;
        removeIslands(m_picture.zones, static_cast<int>(islandMm2 * pixelsPerMm * pixelsPerMm));
        finishLayer(Layer::skin, canvas);
    }

    void drawRegions()
    {
        std::vector<Canvas> canvases(anatomy::allLayers.size(), Canvas{width(), height()});
        StackCanvas stacks{width(), height()};
        for (std::size_t at = 0; at < m_body.regions.size(); ++at) {
            drawRegion(static_cast<std::uint16_t>(at + 1), m_body.regions[at], canvases, stacks);
        }
        numberStacks(stacks);
        for (const Layer layer : anatomy::allLayers) {
            if (layer != Layer::skin) {
                finishLayer(layer, canvases[static_cast<std::size_t>(layer)]);
            }
        }
    }

    void drawRegion(std::uint16_t number, const BodyRegion &region, std::vector<Canvas> &canvases, StackCanvas &stacks)
    {
        // Front surface of this region alone, then laid into every layer that shows it.
        m_tileNear.resize(static_cast<std::size_t>(width()) * static_cast<std::size_t>(height()), nothing);
        m_tileLight.resize(m_tileNear.size());
        anatomy::PixelBox box;
        const auto offset = [this](int x, int y) {
            return static_cast<std::size_t>(y) * static_cast<std::size_t>(width()) + static_cast<std::size_t>(x);
        };
        rasterise(m_picture.frame, region.mesh,
                  [&](int x, int y, double near, const Weights &weights, const Mesh::Triangle &triangle) {
                      float &nearest = m_tileNear[offset(x, y)];
                      if (static_cast<float>(near) > nearest) {
                          nearest = static_cast<float>(near);
                          m_tileLight[offset(x, y)] =
                              lightAt(m_picture.frame, blend(region.normals, triangle, weights));
                          box.include(x, y);
                      }
                  });
        for (int y = box.top; y <= box.bottom; ++y) {
            for (int x = box.left; x <= box.right; ++x) {
                const float near = m_tileNear[offset(x, y)];
                if (near == nothing) {
                    continue;
                }
                stacks.add(x, y, {near, number});
                for (auto layer = static_cast<std::size_t>(m_layerOf[number]); layer > 0; --layer) {
                    Canvas &canvas = canvases[layer];
                    if (near > canvas.near.at(x, y)) {
                        canvas.near.at(x, y) = near;
                        canvas.light.at(x, y) = m_tileLight[offset(x, y)];
                        canvas.region.at(x, y) = number;
                    }
                }
            }
        }
        auto outlines = anatomy::traceOutlines(
            box, [&](int x, int y) { return m_tileNear[offset(x, y)] != nothing; }, pixelsPerMm);
        if (!outlines.empty()) {
            m_picture.silhouettes.push_back({number, std::move(outlines)});
        }
        for (int y = box.top; y <= box.bottom; ++y) {
            std::fill(m_tileNear.begin() + static_cast<std::ptrdiff_t>(offset(box.left, y)),
                      m_tileNear.begin() + static_cast<std::ptrdiff_t>(offset(box.right, y)) + 1, nothing);
        }
    }

    void numberStacks(const StackCanvas &stacks)
    {
        std::map<std::vector<std::uint16_t>, std::uint16_t> numbers{{{}, std::uint16_t{0}}};
        m_picture.stackTable.assign(1, {});
        m_picture.stacks = GrayImage16{width(), height()};
        std::vector<std::uint16_t> regions;
        for (int y = 0; y < height(); ++y) {
            for (int x = 0; x < width(); ++x) {
                stacks.read(x, y, m_layerOf, regions);
                const auto [entry, isNew] = numbers.try_emplace(regions, m_picture.stackTable.size());
                if (isNew) {
                    if (numbers.size() > std::numeric_limits<std::uint16_t>::max()) {
                        throw WorldError{"view " + m_picture.view.id + " has more different stacks than 16 bits hold"};
                    }
                    m_picture.stackTable.push_back(regions);
                }
                m_picture.stacks.at(x, y) = entry->second;
            }
        }
    }

    void finishLayer(Layer layer, const Canvas &canvas)
    {
        LayerPicture &picture = m_picture.layers[static_cast<std::size_t>(layer)];
        const FloatImage shade = shadeOf(canvas.near, canvas.light, nothing);
        picture.shading = GrayImage8{width(), height()};
        picture.nearness = GrayImage16{width() / 2, height() / 2};
        std::map<std::uint16_t, anatomy::PixelBox> boxes;
        for (int y = 0; y < height(); ++y) {
            for (int x = 0; x < width(); ++x) {
                const std::uint16_t region = canvas.region.at(x, y);
                if (region == 0) {
                    continue;
                }
                boxes[region].include(x, y);
                picture.shading.at(x, y) = anatomy::encodeShade(shade.at(x, y));
                std::uint16_t &near = picture.nearness.at(x / 2, y / 2);
                near = std::max(near, anatomy::encodeNearness(canvas.near.at(x, y) - m_picture.frame.farMm));
            }
        }
        for (const auto &[region, box] : boxes) {
            auto outlines = anatomy::traceOutlines(
                box, [&canvas, number = region](int x, int y) { return canvas.region.at(x, y) == number; },
                pixelsPerMm);
            if (!outlines.empty()) {
                // The skin is one surface and no region: its outlines stand under 0.
                picture.visible.push_back({layer == Layer::skin ? std::uint16_t{0} : region, std::move(outlines)});
            }
        }
    }

    static PointMm blend(const std::vector<PointMm> &normals, const Mesh::Triangle &triangle, const Weights &weights)
    {
        PointMm sum;
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const PointMm &n = normals[triangle[corner]];
            sum = {sum.x + weights[corner] * n.x, sum.y + weights[corner] * n.y, sum.z + weights[corner] * n.z};
        }
        return sum;
    }

    const Body &m_body;
    const Recipe &m_recipe;
    ViewPicture m_picture;
    std::vector<Layer> m_layerOf; ///< by region number
    std::vector<float> m_tileNear;
    std::vector<float> m_tileLight;
};

} // namespace

std::vector<ViewRecipe> atlasViews()
{
    return {
        {"front", "Front", {1, 0, 0}, {0, 0, 1}, {0, -1, 0}},
        {"back", "Back", {-1, 0, 0}, {0, 0, 1}, {0, 1, 0}},
    };
}

ViewPicture drawView(const ViewRecipe &view, const Body &body, const Recipe &recipe)
{
    return ViewDrawer{view, body, recipe}.draw();
}

} // namespace palpate::atlas
