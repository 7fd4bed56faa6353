// SPDX-License-Identifier: GPL-3.0-or-later
#include "raysandpictures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <random>
#include <sstream>
#include <tuple>

#include "anatomy/view.h"
#include "atlas-builder/armcut.h"
#include "atlas-builder/picture.h"
#include "atlas-builder/vectormm.h"
#include "raycaster.h"

namespace palpate::testing {

using anatomy::Layer;
using anatomy::RegionNumber;

namespace {

/// Rays are sent square by square of so many pixels: neighbours meet the same triangles.
constexpr int tile = 64;

/// Rays start this far in front of the origin of the body frame, so that nearness is that minus their length.
constexpr double startMm = 5000;

/// What a ray meets of one region, or of the skin.
struct Met {
    RegionNumber region = 0;
    double near = 0;
    PointMm at;
};

/// What all accounts of one pixel must agree about: 0 is the ground.
struct Shown {
    RegionNumber region = 0;
    Side side = Side::midline;

    friend bool operator==(const Shown &, const Shown &) = default;
};

/// The meshes of a body as rays meet them: by layer, without what is see-through, and the skin under its own.
class RayBody {
public:
    RayBody(const atlas::Body &body, const atlas::Recipe &recipe)
    {
        m_casters[0].add(body.skin);
        for (std::size_t at = 0; at < body.regions.size(); ++at) {
            const atlas::StructureRecipe &structure = recipe.structures[body.regions[at].structure];
            if (!structure.seeThrough) {
                const auto layer = static_cast<std::size_t>(structure.layer);
                m_casters[layer].add(body.regions[at].mesh);
                m_regions[layer].push_back(static_cast<RegionNumber>(at + 1));
            }
        }
        for (RayCaster &caster : m_casters) {
            caster.prepare();
        }
    }

    [[nodiscard]] const RayCaster &of(Layer layer) const { return m_casters[static_cast<std::size_t>(layer)]; }
    [[nodiscard]] RegionNumber regionOf(Layer layer, std::size_t mesh) const
    {
        return m_regions[static_cast<std::size_t>(layer)][mesh];
    }

private:
    std::array<RayCaster, anatomy::allLayers.size()> m_casters;
    std::array<std::vector<RegionNumber>, anatomy::allLayers.size()> m_regions;
};

/// The body as one view sees it along single rays.
class RayView {
public:
    RayView(const atlas::Body &body, const atlas::Recipe &recipe, const RayBody &meshes, const anatomy::ViewInfo &view)
        : m_body{body}, m_recipe{recipe}, m_meshes{meshes}, m_view{view}, m_cut{cutOf()}, m_least{leastNearness()}
    {}

    /// The first that the ray meets of every region that the layer shows, from near to far; of what lies behind, only
    /// what could still matter.
    [[nodiscard]] std::vector<Met> meet(Layer layer, anatomy::PicturePx at) const
    {
        std::map<RegionNumber, Met> first;
        double furthest = std::numeric_limits<double>::infinity();
        for (auto deeper = static_cast<std::size_t>(layer); deeper < anatomy::allLayers.size(); ++deeper) {
            const Layer own = anatomy::allLayers[deeper];
            m_meshes.of(own).cast(m_view.frame.body(at, startMm), direction(), furthest, [&](const RayHit &hit) {
                const Met met = placed(m_meshes.regionOf(own, hit.mesh), at, hit.distance);
                if (met.near >= m_least && !isCutAway(met)) {
                    const auto [entry, isNew] = first.try_emplace(met.region, met);
                    if (!isNew && met.near > entry->second.near) {
                        entry->second = met;
                    }
                    // Being held back twice by the most that there is.
                    furthest = std::min(furthest, hit.distance + 2 * underMm + 1);
                }
                return furthest;
            });
        }
        std::vector<Met> all;
        for (const auto &[region, met] : first) {
            all.push_back(met);
        }
        std::sort(all.begin(), all.end(), [](const Met &a, const Met &b) { return a.near > b.near; });
        return all;
    }

    /// Those of `met` that no other holds back, or when every one is held back by another, all that could show.
    [[nodiscard]] std::vector<Met> winners(const std::vector<Met> &met) const
    {
        for (const Met &one : met) {
            if (std::all_of(met.begin(), met.end(),
                            [&](const Met &other) { return other.region == one.region || showsBefore(one, other); })) {
                return {one};
            }
        }
        // A ring: the near ones that each hide another one and are hidden by one.
        std::vector<Met> ring;
        std::copy_if(met.begin(), met.end(), std::back_inserter(ring),
                     [&](const Met &one) { return one.near > met.front().near - 2 * underMm; });
        return ring;
    }

    /// The first of the skin, or of an eye in it.
    [[nodiscard]] std::optional<Met> meetSkin(anatomy::PicturePx at) const
    {
        std::optional<Met> first;
        constexpr double infinity = std::numeric_limits<double>::infinity();
        m_meshes.of(Layer::skin).cast(m_view.frame.body(at, startMm), direction(), infinity, [&](const RayHit &hit) {
            const Met met = placed(0, at, hit.distance);
            const bool isCut = m_cut && m_cut->isOnSide(met.at) && m_cut->distance(met.at) < 0 &&
                               m_body.skinZones.partAt(hit.corners, hit.weights) == atlas::BodyPart::arm;
            if (met.near >= m_least && !isCut && (!first || met.near > first->near)) {
                first = met;
            }
            return first ? startMm - first->near : infinity;
        });
        constexpr double lidMm = 4;
        for (const atlas::SkinEye &eye : m_recipe.skin.eyes) {
            for (const PointMm &middle : {eye.at, mirrored(eye.at)}) {
                const PointMm step = atlas::minus(m_view.frame.body(at, m_view.frame.nearness(middle)), middle);
                const double inside = eye.radiusMm * eye.radiusMm - atlas::dot(step, step);
                const double near = m_view.frame.nearness(middle) + std::sqrt(std::max(0.0, inside));
                if (inside > 0 && near >= m_least && (!first || near > first->near + lidMm)) {
                    first = placed(0, at, startMm - near);
                }
            }
        }
        return first;
    }

private:
    static constexpr double underMm = 10;
    static constexpr double cutMm = 2.5;

    [[nodiscard]] std::optional<atlas::ArmCut> cutOf() const
    {
        return m_view.armAside ? atlas::armCut(m_body, m_recipe, *m_view.armAside) : std::nullopt;
    }

    [[nodiscard]] double leastNearness() const
    {
        const auto views = atlas::atlasViews();
        const auto recipe = std::find_if(views.begin(), views.end(),
                                         [this](const atlas::ViewRecipe &view) { return view.id == m_view.id; });
        if (recipe->shownPart >= 1) {
            return std::numeric_limits<double>::lowest();
        }
        double near = std::numeric_limits<double>::lowest();
        double far = std::numeric_limits<double>::max();
        for (const PointMm &p : m_body.skin.vertices) {
            near = std::max(near, m_view.frame.nearness(p));
            far = std::min(far, m_view.frame.nearness(p));
        }
        return near - recipe->shownPart * (near - far);
    }

    [[nodiscard]] PointMm direction() const { return atlas::times(m_view.frame.toViewer, -1); }

    [[nodiscard]] Met placed(RegionNumber region, anatomy::PicturePx at, double distance) const
    {
        return {region, startMm - distance, m_view.frame.body(at, startMm - distance)};
    }

    [[nodiscard]] bool isCutAway(const Met &met) const
    {
        const atlas::BodyRegion &region = m_body.regions[met.region - 1U];
        return m_cut && region.isArm && region.side == m_cut->side && m_cut->distance(met.at) <= 0;
    }

    [[nodiscard]] const atlas::StructureRecipe &structureOf(const Met &met) const
    {
        return m_recipe.structures[m_body.regions[met.region - 1U].structure];
    }

    /// How much nearer than the other the one must lie to show before it.
    [[nodiscard]] double holdsBack(const Met &other, const Met &one) const
    {
        const atlas::StructureRecipe &over = structureOf(other);
        const atlas::StructureRecipe &structure = structureOf(one);
        if (std::find(structure.under.begin(), structure.under.end(), over.id) != structure.under.end()) {
            return underMm;
        }
        const bool bothMuscles = over.tissue == anatomy::Tissue::muscle && structure.tissue == anatomy::Tissue::muscle;
        return bothMuscles && over.layer == Layer::superficial && structure.layer > Layer::superficial ? cutMm : 0;
    }

    [[nodiscard]] bool showsBefore(const Met &one, const Met &other) const
    {
        return one.near - holdsBack(other, one) > other.near - holdsBack(one, other);
    }

    const atlas::Body &m_body;
    const atlas::Recipe &m_recipe;
    const RayBody &m_meshes;
    const anatomy::ViewInfo &m_view;
    std::optional<atlas::ArmCut> m_cut;
    double m_least;
};

Side sideOf(const PointMm &at) { return at.x < 0 ? Side::right : Side::left; }

/// Asks one layer of one view.
class LayerCheck {
public:
    LayerCheck(const atlas::Recipe &recipe, const anatomy::Atlas &drawn, const anatomy::ViewInfo &view,
               const anatomy::StackMap &stacks, const anatomy::GrayImage8 &zones, const RayView &rays, Layer layer)
        : m_recipe{recipe}, m_drawn{drawn}, m_view{view}, m_stacks{stacks}, m_zones{zones}, m_rays{rays}
    {
        m_count.view = view.id;
        m_count.layer = layer;
    }

    RayCount run(int pixels, std::mt19937 &random)
    {
        std::uniform_int_distribution<int> xs{1, m_view.frame.width - 2};
        std::uniform_int_distribution<int> ys{1, m_view.frame.height - 2};
        while (m_count.asked < pixels) {
            std::vector<std::pair<int, int>> places(static_cast<std::size_t>(pixels));
            for (auto &[x, y] : places) {
                x = xs(random);
                y = ys(random);
            }
            std::sort(places.begin(), places.end(), [](const auto &a, const auto &b) {
                return std::tuple{a.second / tile, a.first / tile, a} < std::tuple{b.second / tile, b.first / tile, b};
            });
            for (const auto &[x, y] : places) {
                if (!isNearBorder(x, y)) {
                    m_count.layer == Layer::skin ? askSkin(x, y) : ask(x, y);
                }
            }
        }
        return m_count;
    }

private:
    [[nodiscard]] int shownAt(int x, int y) const
    {
        return m_count.layer == Layer::skin ? m_zones.at(x, y) : m_stacks.topAt(m_count.layer, x, y);
    }

    /// The eight pixels around have their centres within 1.5 pixels.
    [[nodiscard]] bool isNearBorder(int x, int y) const
    {
        const int own = shownAt(x, y);
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                // Zones meet on one surface: for the skin only the figure's own border counts.
                const int other = shownAt(x + dx, y + dy);
                if (m_count.layer == Layer::skin ? (other == 0) != (own == 0) : other != own) {
                    return true;
                }
            }
        }
        return false;
    }

    void ask(int x, int y)
    {
        const RegionNumber shown = m_stacks.topAt(m_count.layer, x, y);
        const auto met = m_rays.meet(m_count.layer, {x + 0.5, y + 0.5});
        if (met.empty() && shown == 0) {
            return;
        }
        ++m_count.asked;
        const auto winners = m_rays.winners(met);
        const auto agreed =
            std::find_if(winners.begin(), winners.end(), [&](const Met &one) { return one.region == shown; });
        m_count.heldBack += !met.empty() && shown != met.front().region ? 1 : 0;
        m_count.undecided += winners.size() > 1 ? 1 : 0;
        // A structure of one side lies there.
        constexpr double hairMm = 1e-6;
        const bool isOnItsSide = agreed != winners.end() && agreed->at.x * signOf(shown) >= -hairMm;
        if (agreed == winners.end() || !isOnItsSide) {
            std::ostringstream words;
            words << m_view.id << ' ' << toKey(m_count.layer) << ' ' << x << ',' << y << ": shows " << nameOf(shown)
                  << ", rays meet";
            for (std::size_t at = 0; at < std::min<std::size_t>(4, met.size()); ++at) {
                words << ' ' << nameOf(met[at].region) << '@' << met[at].near;
            }
            differ(words.str());
        }
    }

    void askSkin(int x, int y)
    {
        const std::uint8_t number = m_zones.at(x, y);
        const auto met = m_rays.meetSkin({x + 0.5, y + 0.5});
        if (!met && number == 0) {
            return;
        }
        ++m_count.asked;
        const auto zone = m_drawn.zoneAt(number);
        // Crumbs are given to the zone beside them, across the midline too where a view sees that edge-on.
        constexpr double crumbMm = 6;
        const bool isOnItsSide =
            zone && met &&
            (zone->side == Side::midline || zone->side == sideOf(met->at) || std::abs(met->at.x) < crumbMm);
        if (!isOnItsSide) {
            std::ostringstream words;
            words << m_view.id << " skin " << x << ',' << y << ": shows "
                  << (zone ? zone->zone.text() + ' ' + std::string{toKey(zone->side)} : "nothing")
                  << ", the ray meets ";
            if (met) {
                words << "skin at x " << met->at.x << ", z " << met->at.z;
            } else {
                words << "nothing";
            }
            differ(words.str());
        }
    }

    void differ(std::string words)
    {
        constexpr std::size_t few = 5;
        ++m_count.differing;
        if (m_count.differences.size() < few) {
            m_count.differences.push_back(std::move(words));
        }
    }

    [[nodiscard]] double signOf(RegionNumber region) const
    {
        const Side side = region == 0 ? Side::midline : m_drawn.region(region).side;
        return side == Side::left ? 1 : side == Side::right ? -1 : 0;
    }

    [[nodiscard]] std::string nameOf(RegionNumber region) const
    {
        return region == 0
                   ? "nothing"
                   : m_drawn.structureOf(region).id.text() + ' ' + std::string{toKey(m_drawn.region(region).side)};
    }

    const atlas::Recipe &m_recipe;
    const anatomy::Atlas &m_drawn;
    const anatomy::ViewInfo &m_view;
    const anatomy::StackMap &m_stacks;
    const anatomy::GrayImage8 &m_zones;
    const RayView &m_rays;
    RayCount m_count;
};

} // namespace

std::vector<RayCount> compareWithRays(const atlas::Body &body, const atlas::Recipe &recipe, const anatomy::Atlas &drawn,
                                      int pixels)
{
    const RayBody meshes{body, recipe};
    std::mt19937 random{20261121};
    std::vector<RayCount> counts;
    for (const anatomy::ViewInfo &view : drawn.views()) {
        const anatomy::StackMap stacks = anatomy::StackMap::load(drawn, view);
        const anatomy::GrayImage8 zones = anatomy::loadZones(drawn, view);
        const RayView rays{body, recipe, meshes, view};
        for (const Layer layer : anatomy::allLayers) {
            counts.push_back(LayerCheck{recipe, drawn, view, stacks, zones, rays, layer}.run(pixels, random));
        }
    }
    return counts;
}

} // namespace palpate::testing
