// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/picture.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

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

/// What lies further from the eye than this is not shown.
double leastNearness(const ViewRecipe &view, const Body &body)
{
    if (view.shownPart >= 1) {
        return std::numeric_limits<double>::lowest();
    }
    const ViewFrame frame{view.right, view.up, view.toViewer, 0, 0, pixelsPerMm, 0, 0, 0};
    const auto [far, near] = std::minmax_element(
        body.skin.vertices.begin(), body.skin.vertices.end(),
        [&frame](const PointMm &a, const PointMm &b) { return frame.nearness(a) < frame.nearness(b); });
    return std::lerp(frame.nearness(*near), frame.nearness(*far), view.shownPart);
}

ViewFrame frameFor(const ViewRecipe &view, const Body &body)
{
    const double least = leastNearness(view, body);
    ViewFrame frame{view.right, view.up, view.toViewer, 0, 0, pixelsPerMm, 0, 0, 0};
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double left = infinity;
    double right = -infinity;
    double top = -infinity;
    double bottom = infinity;
    double near = infinity;
    const auto include = [&](const Mesh &mesh) {
        for (const PointMm &p : mesh.vertices) {
            if (frame.nearness(p) < least) {
                continue;
            }
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
    // Symmetric about the axis that the body turns on, so that opposite views mirror each other to the pixel and the
    // body stays in its place while it turns. Steps of 5 mm are whole blocks on both sides.
    constexpr PointMm turningAxis{0, -95, 0};
    constexpr double step = 5;
    const double axis = frame.plane(turningAxis).u;
    const double half = step * std::ceil((std::max(axis - left, right - axis) + margin) / step);
    frame.leftMm = axis - half;
    frame.topMm = std::ceil(top + margin);
    const double width = 2 * half;
    // Whole blocks, so that the nearness picture covers the same area.
    constexpr int block = anatomy::nearnessBlock;
    frame.width = block * static_cast<int>(std::lround(width * pixelsPerMm / block));
    frame.height = block * static_cast<int>(std::ceil((frame.topMm - bottom + margin) * pixelsPerMm / block));
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

    /// `nearer` says whether the first entry lies in front of the second.
    template <typename Nearer> void add(int x, int y, StackEntry entry, const Nearer &nearer)
    {
        auto &stack = at(x, y);
        const auto place =
            std::find_if(stack.begin(), stack.end(), [&](const StackEntry &other) { return nearer(entry, other); });
        if (place != stack.end()) {
            std::copy_backward(place, stack.end() - 1, stack.end());
            *place = entry;
        }
    }

    /// The regions of the stack without those beyond reach; the first of every layer that hides what is under it
    /// always stays.
    void read(int x, int y, const std::vector<Layer> &layerOf, const std::vector<bool> &seeThrough,
              std::vector<std::uint16_t> &regions) const
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
            if (!seeThrough[entry.region]) {
                deepestSeen = std::max(deepestSeen, layer);
            }
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
    /// `shown` is what is drawn of `whole`: all of it, or without an arm. The frame is always the whole body's.
    ViewDrawer(const ViewRecipe &view, const Body &shown, const Body &whole, const Recipe &recipe)
        : m_body{shown}, m_recipe{recipe}
    {
        const Body &body = whole;
        m_picture.view = view;
        m_picture.frame = frameFor(view, whole);
        m_leastNear = leastNearness(view, whole);
        m_layerOf.assign(body.regions.size() + 1, Layer::skin);
        m_seeThrough.assign(body.regions.size() + 1, false);
        m_isMuscle.assign(body.regions.size() + 1, false);
        m_picture.ownPixels.assign(body.regions.size() + 1, 0);
        for (std::size_t at = 0; at < body.regions.size(); ++at) {
            const StructureRecipe &structure = recipe.structures[body.regions[at].structure];
            m_layerOf[at + 1] = structure.layer;
            m_seeThrough[at + 1] = structure.seeThrough;
            m_isMuscle[at + 1] = structure.tissue == anatomy::Tissue::muscle;
        }
    }

    ViewPicture draw(const Mesh &armAside)
    {
        drawSkin();
        outlineArm(armAside);
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
                      if (static_cast<float>(near) <= canvas.near.at(x, y) || near < m_leastNear) {
                          return;
                      }
                      canvas.near.at(x, y) = static_cast<float>(near);
                      canvas.light.at(x, y) = lightAt(m_picture.frame, blend(m_body.skinNormals, triangle, weights));
                      canvas.region.at(x, y) = 1;
                      const auto heaviest = std::max_element(weights.begin(), weights.end()) - weights.begin();
                      parts.at(x, y) =
                          static_cast<std::uint8_t>(m_body.skinParts[triangle[static_cast<std::size_t>(heaviest)]]);
                  });
        drawEyes(canvas, parts);
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

    /// The skin has openings where the eyes look out; without them one would see into the head.
    void drawEyes(Canvas &canvas, GrayImage8 &parts) const
    {
        for (const BodyRegion &region : m_body.regions) {
            if (m_recipe.structures[region.structure].tissue != anatomy::Tissue::eye) {
                continue;
            }
            rasterise(m_picture.frame, region.mesh,
                      [&](int x, int y, double near, const Weights &weights, const Mesh::Triangle &triangle) {
                          if (static_cast<float>(near) <= canvas.near.at(x, y) || near < m_leastNear) {
                              return;
                          }
                          canvas.near.at(x, y) = static_cast<float>(near);
                          canvas.light.at(x, y) = lightAt(m_picture.frame, blend(region.normals, triangle, weights));
                          canvas.region.at(x, y) = 1;
                          parts.at(x, y) = static_cast<std::uint8_t>(BodyPart::head);
                      });
        }
    }

    void outlineArm(const Mesh &arm)
    {
        GrayImage8 mask{width(), height()};
        anatomy::PixelBox box;
        rasterise(m_picture.frame, arm, [&](int x, int y, double, const Weights &, const Mesh::Triangle &) {
            mask.at(x, y) = 1;
            box.include(x, y);
        });
        m_picture.armOutline = anatomy::traceOutlines(
            box, [&mask](int x, int y) { return mask.at(x, y) != 0; }, pixelsPerMm);
    }

    void drawRegions()
    {
        std::vector<Canvas> canvases(anatomy::allLayers.size(), Canvas{width(), height()});
        StackCanvas stacks{width(), height()};
        // What isNearer can hold back comes after what holds it back and after all that is told by depth alone, so that
        // pictures and stacks agree; what is see-through comes last, when it is known what covers it.
        const auto turnOf = [this](std::size_t number) {
            return m_seeThrough[number] ? 3 : isOuterMuscle(number) ? 0 : m_isMuscle[number] ? 2 : 1;
        };
        for (const int turn : {0, 1, 2, 3}) {
            for (std::size_t at = 0; at < m_body.regions.size(); ++at) {
                if (turnOf(at + 1) == turn) {
                    drawRegion(static_cast<std::uint16_t>(at + 1), m_body.regions[at], canvases, stacks);
                }
            }
        }
        numberStacks(stacks);
        for (const Layer layer : anatomy::allLayers) {
            if (layer != Layer::skin) {
                finishLayer(layer, canvases[static_cast<std::size_t>(layer)]);
            }
        }
    }

    [[nodiscard]] bool isOuterMuscle(std::size_t number) const
    {
        return m_isMuscle[number] && m_layerOf[number] == Layer::superficial && !m_seeThrough[number];
    }

    /// Whether the one entry lies in front of the other, which was drawn before it. The meshes of the data cut into
    /// each other by a millimetre or two: there a deeper muscle does not come through a superficial one.
    [[nodiscard]] bool isNearer(const StackEntry &entry, const StackEntry &other) const
    {
        constexpr float cutMm = 2.5F;
        const bool holdsBack =
            isOuterMuscle(other.region) && m_isMuscle[entry.region] && m_layerOf[entry.region] != Layer::superficial;
        return entry.near > other.near + (holdsBack ? cutMm : 0);
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
                      if (static_cast<float>(near) > nearest && near >= m_leastNear) {
                          nearest = static_cast<float>(near);
                          m_tileLight[offset(x, y)] =
                              lightAt(m_picture.frame, blend(region.normals, triangle, weights));
                          box.include(x, y);
                      }
                  });
        forEachDrawn(box, [&](int x, int y, float near) {
            const StackEntry entry{near, number};
            stacks.add(x, y, entry, [this](const StackEntry &a, const StackEntry &b) { return isNearer(a, b); });
            if (m_seeThrough[number]) {
                return;
            }
            for (auto layer = static_cast<std::size_t>(m_layerOf[number]); layer > 0; --layer) {
                Canvas &canvas = canvases[layer];
                if (isNearer(entry, {canvas.near.at(x, y), canvas.region.at(x, y)})) {
                    canvas.near.at(x, y) = near;
                    canvas.light.at(x, y) = m_tileLight[offset(x, y)];
                    canvas.region.at(x, y) = number;
                }
            }
        });
        if (m_seeThrough[number]) {
            outlineSeeThrough(number, box, canvases[static_cast<std::size_t>(m_layerOf[number])]);
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

    template <typename Visit> void forEachDrawn(const anatomy::PixelBox &box, const Visit &visit) const
    {
        for (int y = box.top; y <= box.bottom; ++y) {
            for (int x = box.left; x <= box.right; ++x) {
                const float near = m_tileNear[static_cast<std::size_t>(y) * static_cast<std::size_t>(width()) +
                                              static_cast<std::size_t>(x)];
                if (near != nothing) {
                    visit(x, y, near);
                }
            }
        }
    }

    /// It hides nothing, so it is no part of the layer's canvas: its outline goes round what nothing covers.
    void outlineSeeThrough(std::uint16_t number, const anatomy::PixelBox &box, const Canvas &layer)
    {
        GrayImage8 mask{width(), height()};
        forEachDrawn(box, [&](int x, int y, float near) {
            if (near > layer.near.at(x, y)) {
                mask.at(x, y) = 1;
                ++m_picture.ownPixels[number];
            }
        });
        auto outlines = anatomy::traceOutlines(
            box, [&mask](int x, int y) { return mask.at(x, y) != 0; }, pixelsPerMm);
        if (!outlines.empty()) {
            m_picture.layers[static_cast<std::size_t>(m_layerOf[number])].visible.push_back(
                {number, std::move(outlines)});
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
                stacks.read(x, y, m_layerOf, m_seeThrough, regions);
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
        picture.nearness = blockNearness(canvas.near);
        std::map<std::uint16_t, anatomy::PixelBox> boxes;
        for (int y = 0; y < height(); ++y) {
            for (int x = 0; x < width(); ++x) {
                const std::uint16_t region = canvas.region.at(x, y);
                if (region == 0) {
                    continue;
                }
                boxes[region].include(x, y);
                if (layer != Layer::skin && m_layerOf[region] == layer) {
                    ++m_picture.ownPixels[region];
                }
                picture.shading.at(x, y) = anatomy::encodeShade(shade.at(x, y));
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

    /// The mean of what lies in front in each block: a step to something far behind must not pull it back.
    [[nodiscard]] GrayImage16 blockNearness(const FloatImage &near) const
    {
        constexpr int block = anatomy::nearnessBlock;
        constexpr float oneSurfaceMm = 12;
        GrayImage16 blocks{width() / block, height() / block};
        for (int by = 0; by < blocks.height(); ++by) {
            for (int bx = 0; bx < blocks.width(); ++bx) {
                float front = nothing;
                float sum = 0;
                int count = 0;
                for (const bool summing : {false, true}) {
                    for (int at = 0; at < block * block; ++at) {
                        const float value = near.at(bx * block + at % block, by * block + at / block);
                        if (!summing) {
                            front = std::max(front, value);
                        } else if (value != nothing && value > front - oneSurfaceMm) {
                            sum += value;
                            ++count;
                        }
                    }
                }
                if (count > 0) {
                    blocks.at(bx, by) =
                        anatomy::encodeNearness(static_cast<double>(sum) / count - m_picture.frame.farMm);
                }
            }
        }
        return blocks;
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
    double m_leastNear = 0;
    std::vector<Layer> m_layerOf;   ///< by region number
    std::vector<bool> m_seeThrough; ///< by region number
    std::vector<bool> m_isMuscle;   ///< by region number
    std::vector<float> m_tileNear;
    std::vector<float> m_tileLight;
};

} // namespace

ViewPicture drawView(const ViewRecipe &view, const Body &body, const Recipe &recipe)
{
    if (!view.armAside) {
        return ViewDrawer{view, body, body, recipe}.draw({});
    }
    const Body shown = withoutArm(body, recipe, *view.armAside);
    return ViewDrawer{view, shown, body, recipe}.draw(armSkin(body, recipe, *view.armAside));
}

} // namespace palpate::atlas
