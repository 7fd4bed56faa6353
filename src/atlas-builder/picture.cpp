// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/picture.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "anatomy/encoding.h"
#include "atlas-builder/armcut.h"
#include "atlas-builder/canvas.h"
#include "atlas-builder/raster.h"
#include "atlas-builder/shading.h"
#include "atlas-builder/vectormm.h"
#include "atlas-builder/zonemap.h"
#include "core/error.h"

namespace palpate::atlas {

namespace {

using anatomy::GrayImage16;
using anatomy::GrayImage8;
using anatomy::Layer;
using anatomy::ViewFrame;

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

class ViewDrawer {
public:
    ViewDrawer(const ViewRecipe &view, const Body &body, const Recipe &recipe)
        : m_body{body}, m_recipe{recipe}, m_cut{view.armAside ? armCut(body, recipe, *view.armAside) : std::nullopt}
    {
        m_picture.view = view;
        m_picture.frame = frameFor(view, body);
        m_leastNear = leastNearness(view, body);
        m_layerOf.assign(body.regions.size() + 1, Layer::skin);
        m_seeThrough.assign(body.regions.size() + 1, false);
        m_isMuscle.assign(body.regions.size() + 1, false);
        m_isAside.assign(body.regions.size() + 1, false);
        m_structureOf.assign(body.regions.size() + 1, 0);
        m_picture.ownPixels.assign(body.regions.size() + 1, 0);
        for (std::size_t at = 0; at < body.regions.size(); ++at) {
            const StructureRecipe &structure = recipe.structures[body.regions[at].structure];
            m_structureOf[at + 1] = body.regions[at].structure;
            m_layerOf[at + 1] = structure.layer;
            m_seeThrough[at + 1] = structure.seeThrough;
            m_isMuscle[at + 1] = structure.tissue == anatomy::Tissue::muscle;
            m_isAside[at + 1] = m_cut && body.regions[at].isArm && body.regions[at].side == m_cut->side;
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

    [[nodiscard]] PointMm placeOf(int x, int y, double near) const
    {
        return m_picture.frame.body({x + 0.5, y + 0.5}, near);
    }

    void drawSkin()
    {
        Canvas canvas{width(), height(), m_picture.view.armAside.has_value()};
        const ZoneMap zones{m_recipe.zones};
        GrayImage8 arm{width(), height()};
        anatomy::PixelBox armBox;
        m_picture.zones = GrayImage8{width(), height()};
        rasterise(m_picture.frame, m_body.skin,
                  [&](int x, int y, double near, const Weights &weights, const Mesh::Triangle &triangle) {
                      if (near < m_leastNear || (!m_cut && static_cast<float>(near) <= canvas.near.at(x, y))) {
                          return;
                      }
                      const PointMm p = placeOf(x, y, near);
                      Spot spot{static_cast<float>(near), 0, 1, 1};
                      if (m_cut && m_cut->isOnSide(p) && m_body.skinZones.partAt(triangle, weights) == BodyPart::arm) {
                          if (m_cut->distance(p) < 0) {
                              arm.at(x, y) = 1;
                              armBox.include(x, y);
                              return;
                          }
                          spot.presence = static_cast<float>(m_cut->presence(p));
                          spot.isArm = m_cut->distance(p) < 2 * ArmCut::fadeMm;
                      }
                      spot.light = lightAt(m_picture.frame, blend(m_body.skinNormals, triangle, weights));
                      if (canvas.put(x, y, spot)) {
                          m_picture.zones.at(x, y) = m_body.skinZones.numberAt(zones, p, triangle, weights);
                      }
                  });
        drawEyes(canvas, zones);
        settleZones(canvas, zones);
        m_picture.armOutline = anatomy::traceOutlines(
            armBox, [&arm](int x, int y) { return arm.at(x, y) != 0; }, pixelsPerMm);
        finishLayer(Layer::skin, canvas);
    }

    /// Rounds the zones' borders and gives crumbs away, each pixel to its own side of the body.
    void settleZones(const Canvas &canvas, const ZoneMap &zones)
    {
        const auto numberAt = [&](std::size_t zone, int x, int y) {
            return zones.numberOf(zone, placeOf(x, y, canvas.near.at(x, y)).x < 0);
        };
        constexpr int roundingPx = 6;
        roundBorders(m_picture.zones, canvas.near, roundingPx, numberAt);
        roundBorders(m_picture.zones, canvas.near, roundingPx, numberAt);
        // What is left of islands is where one limb covers all but a crumb of a zone behind it.
        constexpr double crumbMm2 = 40;
        removeIslands(m_picture.zones, static_cast<int>(crumbMm2 * pixelsPerMm * pixelsPerMm));
        // A crumb across the midline went to one side as a whole. Views from the side have their midline behind a rim.
        const bool seesMidline = std::abs(m_picture.view.right.x) == 1;
        for (int y = 0; seesMidline && y < height(); ++y) {
            for (int x = 0; x < width(); ++x) {
                std::uint8_t &number = m_picture.zones.at(x, y);
                number = number == 0 ? number : numberAt(zoneOfNumber(number), x, y);
            }
        }
    }

    /// The skin has openings where the eyes look out; without them one would see into the head. Where an eye comes
    /// through a lid by less than the lid is thick, the skin stays in front.
    void drawEyes(Canvas &canvas, const ZoneMap &zones)
    {
        for (const SkinEye &eye : m_recipe.skin.eyes) {
            drawEye(canvas, zones, eye.at, eye.radiusMm);
            drawEye(canvas, zones, {-eye.at.x, eye.at.y, eye.at.z}, eye.radiusMm);
        }
    }

    void drawEye(Canvas &canvas, const ZoneMap &zones, const PointMm &middle, double radius)
    {
        constexpr float lidMm = 4;
        const ViewFrame &frame = m_picture.frame;
        const anatomy::PicturePx at = frame.picture(middle);
        const double reach = radius * pixelsPerMm;
        for (int y = static_cast<int>(at.y - reach); y <= static_cast<int>(at.y + reach); ++y) {
            for (int x = static_cast<int>(at.x - reach); x <= static_cast<int>(at.x + reach); ++x) {
                const double aside = std::hypot(x + 0.5 - at.x, y + 0.5 - at.y) / pixelsPerMm;
                if (!m_picture.zones.contains(x, y) || aside >= radius) {
                    continue;
                }
                const double near = frame.nearness(middle) + std::sqrt(radius * radius - aside * aside);
                if (near < m_leastNear || near <= canvas.near.at(x, y) + lidMm) {
                    continue;
                }
                const PointMm p = placeOf(x, y, near);
                const PointMm step = minus(p, middle);
                canvas.put(x, y, {static_cast<float>(near), lightAt(frame, step) * gazeLight(step), 1, 1});
                m_picture.zones.at(x, y) = zones.numberAt(p, BodyPart::head);
            }
        }
    }

    void drawRegions()
    {
        std::vector<Canvas> canvases(anatomy::allLayers.size(),
                                     Canvas{width(), height(), m_picture.view.armAside.has_value()});
        StackCanvas stacks{width(), height()};
        // What a superficial muscle can hold back comes after what holds it back and after all that is told by depth
        // alone, so that pictures and stacks agree; what is see-through comes last, when it is known what covers it.
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

    /// How much nearer than the other region, which was drawn before it, a region must lie to be in front of it. The
    /// meshes of the data cut into each other by a millimetre or two: there a deeper muscle does not come through a
    /// superficial one. Where they cut further the recipe says what lies over what.
    [[nodiscard]] float holdBack(std::uint16_t region, std::uint16_t other) const
    {
        constexpr float cutMm = 2.5F;
        constexpr float deepCutMm = 10;
        if (isUnder(region, other)) {
            return deepCutMm;
        }
        if (isUnder(other, region)) {
            return -deepCutMm;
        }
        const bool holdsBack = isOuterMuscle(other) && m_isMuscle[region] && m_layerOf[region] != Layer::superficial;
        return holdsBack ? cutMm : 0;
    }

    [[nodiscard]] bool isUnder(std::uint16_t region, std::uint16_t other) const
    {
        const auto &under = m_recipe.structures[m_structureOf[region]].under;
        return !under.empty() &&
               std::find(under.begin(), under.end(), m_recipe.structures[m_structureOf[other]].id) != under.end();
    }

    void drawRegion(std::uint16_t number, const BodyRegion &region, std::vector<Canvas> &canvases, StackCanvas &stacks)
    {
        // Front surface of this region alone, then laid into every layer that shows it.
        m_tileNear.resize(static_cast<std::size_t>(width()) * static_cast<std::size_t>(height()), nothing);
        m_tileLight.resize(m_tileNear.size());
        anatomy::PixelBox box;
        const bool isCut = m_isAside[number];
        const auto presenceAt = [this](int x, int y, double near) { return m_cut->presence(placeOf(x, y, near)); };
        const auto offset = [this](int x, int y) {
            return static_cast<std::size_t>(y) * static_cast<std::size_t>(width()) + static_cast<std::size_t>(x);
        };
        rasterise(m_picture.frame, region.mesh,
                  [&](int x, int y, double near, const Weights &weights, const Mesh::Triangle &triangle) {
                      float &nearest = m_tileNear[offset(x, y)];
                      if (static_cast<float>(near) > nearest && near >= m_leastNear &&
                          (!isCut || presenceAt(x, y, near) > 0)) {
                          nearest = static_cast<float>(near);
                          m_tileLight[offset(x, y)] =
                              lightAt(m_picture.frame, blend(region.normals, triangle, weights));
                          box.include(x, y);
                      }
                  });
        std::vector<float> holdBacks(m_layerOf.size(), 0); // nothing, which is region 0, holds nothing back
        for (std::size_t other = 1; other < holdBacks.size(); ++other) {
            holdBacks[other] = holdBack(number, static_cast<std::uint16_t>(other));
        }
        const auto nearer = [&holdBacks](float near, std::uint16_t, float otherNear, std::uint16_t other) {
            return near > otherNear + holdBacks[other];
        };
        forEachDrawn(box, [&](int x, int y, float near) {
            stacks.add(x, y, {near, number}, nearer);
            if (m_seeThrough[number]) {
                return;
            }
            const Spot spot{near, m_tileLight[offset(x, y)], number,
                            isCut ? static_cast<float>(presenceAt(x, y, static_cast<double>(near))) : 1.0F, isCut};
            for (auto layer = static_cast<std::size_t>(m_layerOf[number]); layer > 0; --layer) {
                canvases[layer].put(x, y, spot, nearer);
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
        std::vector<std::uint16_t> before;
        std::uint16_t numberBefore = 0;
        for (int y = 0; y < height(); ++y) {
            for (int x = 0; x < width(); ++x) {
                stacks.read(x, y, {m_layerOf, m_isAside, m_seeThrough}, regions);
                if (regions == before) {
                    m_picture.stacks.at(x, y) = numberBefore;
                    continue;
                }
                const auto [entry, isNew] = numbers.try_emplace(regions, m_picture.stackTable.size());
                if (isNew) {
                    if (numbers.size() > std::numeric_limits<std::uint16_t>::max()) {
                        throw WorldError{"view " + m_picture.view.id + " has more different stacks than 16 bits hold"};
                    }
                    m_picture.stackTable.push_back(regions);
                }
                m_picture.stacks.at(x, y) = entry->second;
                before = regions;
                numberBefore = entry->second;
            }
        }
    }

    void finishLayer(Layer layer, const Canvas &canvas)
    {
        LayerPicture &picture = m_picture.layers[static_cast<std::size_t>(layer)];
        const FloatImage shade =
            canvas.fades() ? fadingShade(layer, canvas, picture) : shadeOf(canvas.near, canvas.light, nothing);
        picture.shading = GrayImage8{width(), height()};
        picture.nearness = blockNearness(canvas.near);
        std::vector<anatomy::PixelBox> boxes(m_layerOf.size());
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
        for (std::size_t at = 0; at < boxes.size(); ++at) {
            const auto region = static_cast<std::uint16_t>(at);
            auto outlines = anatomy::traceOutlines(
                boxes[at], [&canvas, region](int x, int y) { return canvas.region.at(x, y) == region; }, pixelsPerMm);
            if (!outlines.empty()) {
                // The skin is one surface and no region: its outlines stand under 0.
                picture.visible.push_back({layer == Layer::skin ? std::uint16_t{0} : region, std::move(outlines)});
            }
        }
    }

    /// The end of the arm goes over into what lies behind it: light and depth are mixed here, and what only the map's
    /// colours can mix (another structure behind, or the ground) is told pixel by pixel.
    FloatImage fadingShade(Layer layer, const Canvas &canvas, LayerPicture &picture) const
    {
        FloatImage near = canvas.near;
        FloatImage light = canvas.light;
        constexpr std::uint8_t whole = 255;
        picture.presence = GrayImage8{width(), height(), whole};
        for (int y = 0; y < height(); ++y) {
            for (int x = 0; x < width(); ++x) {
                const float presence = canvas.presence.at(x, y);
                if (canvas.region.at(x, y) == 0 || presence >= 1) {
                    continue;
                }
                const bool hasBehind = canvas.nearBehind.at(x, y) != nothing;
                if (hasBehind) {
                    near.at(x, y) = std::lerp(canvas.nearBehind.at(x, y), near.at(x, y), presence);
                    light.at(x, y) = std::lerp(canvas.lightBehind.at(x, y), light.at(x, y), presence);
                }
                // Skin before skin has one colour.
                if (layer != Layer::skin || !hasBehind) {
                    picture.presence.at(x, y) = static_cast<std::uint8_t>(std::lround(presence * 255));
                }
            }
        }
        return shadeOf(near, light, nothing);
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
    std::optional<ArmCut> m_cut;
    ViewPicture m_picture;
    double m_leastNear = 0;
    std::vector<std::size_t> m_structureOf; ///< by region number
    std::vector<Layer> m_layerOf;           ///< by region number
    std::vector<bool> m_seeThrough;         ///< by region number
    std::vector<bool> m_isMuscle;           ///< by region number
    std::vector<bool> m_isAside;            ///< by region number: belongs to the arm that is left out
    std::vector<float> m_tileNear;
    std::vector<float> m_tileLight;
};

} // namespace

ViewPicture drawView(const ViewRecipe &view, const Body &body, const Recipe &recipe)
{
    return ViewDrawer{view, body, recipe}.draw();
}

} // namespace palpate::atlas
