// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/maptree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include <QCoreApplication>

#include "desktop/bodymap/mapnames.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

using anatomy::GrayImage16;
using anatomy::Layer;
using anatomy::RegionNumber;
using anatomy::ViewInfo;

namespace {

/// Finds the patches of a picture of numbers, in which 0 is nothing.
class PatchFinder {
public:
    explicit PatchFinder(GrayImage16 numbers, std::size_t mostNumber)
        : m_numbers{std::move(numbers)}, m_depth{m_numbers.width(), m_numbers.height()}, m_found(mostNumber + 1)
    {}

    [[nodiscard]] std::vector<MapPatch> find()
    {
        measure();
        deepen();
        choose();
        std::vector<MapPatch> patches;
        for (std::size_t number = 1; number < m_found.size(); ++number) {
            const Found &found = m_found[number];
            if (found.pixels > 0) {
                patches.push_back({static_cast<std::uint16_t>(number),
                                   found.pixels,
                                   QRectF{QPointF(found.left, found.top), QPointF(found.right + 1, found.bottom + 1)},
                                   {found.x + 0.5, found.y + 0.5}});
            }
        }
        return patches;
    }

private:
    struct Found {
        int pixels = 0;
        int left = std::numeric_limits<int>::max();
        int top = 0;
        int right = 0;
        int bottom = 0;
        double sumX = 0;
        double sumY = 0;
        int depth = 0; ///< of the pixel chosen, and where it is
        int x = 0;
        int y = 0;
        double offCentre = 0;
    };

    /// How many pixels of each number there are, and where; and how deep they lie in their patch, seen from the top.
    void measure()
    {
        for (int y = 0; y < m_numbers.height(); ++y) {
            const std::uint16_t *row = m_numbers.row(y);
            for (int x = 0; x < m_numbers.width(); ++x) {
                if (row[x] == 0) {
                    continue;
                }
                Found &found = m_found[row[x]];
                found.top = found.pixels == 0 ? y : found.top;
                ++found.pixels;
                found.left = std::min(found.left, x);
                found.right = std::max(found.right, x);
                found.bottom = y;
                found.sumX += x;
                found.sumY += y;
                m_depth.at(x, y) = static_cast<std::uint16_t>(
                    1 + std::min({depthBeside(row[x], x - 1, y), depthBeside(row[x], x - 1, y - 1),
                                  depthBeside(row[x], x, y - 1), depthBeside(row[x], x + 1, y - 1)}));
            }
        }
    }

    /// The depth as seen from all sides: steps of a chess king to the nearest pixel of another number.
    void deepen()
    {
        for (int y = m_numbers.height() - 1; y >= 0; --y) {
            const std::uint16_t *row = m_numbers.row(y);
            for (int x = m_numbers.width() - 1; x >= 0; --x) {
                if (row[x] != 0) {
                    m_depth.at(x, y) = static_cast<std::uint16_t>(std::min<int>(
                        m_depth.at(x, y),
                        1 + std::min({depthBeside(row[x], x + 1, y), depthBeside(row[x], x + 1, y + 1),
                                      depthBeside(row[x], x, y + 1), depthBeside(row[x], x - 1, y + 1)})));
                }
            }
        }
    }

    /// The deepest pixel of each patch, of equals the one nearest its centre.
    void choose()
    {
        for (int y = 0; y < m_numbers.height(); ++y) {
            const std::uint16_t *row = m_numbers.row(y);
            for (int x = 0; x < m_numbers.width(); ++x) {
                Found &found = m_found[row[x]];
                const int depth = m_depth.at(x, y);
                if (row[x] == 0 || depth < found.depth) {
                    continue;
                }
                const double offCentre = std::hypot(x - found.sumX / found.pixels, y - found.sumY / found.pixels);
                if (depth > found.depth || offCentre < found.offCentre) {
                    found.depth = depth;
                    found.offCentre = offCentre;
                    found.x = x;
                    found.y = y;
                }
            }
        }
    }

    [[nodiscard]] int depthBeside(std::uint16_t number, int x, int y) const
    {
        return m_numbers.contains(x, y) && m_numbers.at(x, y) == number ? m_depth.at(x, y) : 0;
    }

    GrayImage16 m_numbers;
    GrayImage16 m_depth;
    std::vector<Found> m_found; ///< by number
};

/// The picture with every stack's number replaced.
GrayImage16 translated(const GrayImage16 &stacks, const std::vector<RegionNumber> &byStack)
{
    GrayImage16 numbers{stacks.width(), stacks.height()};
    std::transform(stacks.values().begin(), stacks.values().end(), numbers.values().begin(),
                   [&](std::uint16_t stack) { return byStack[stack]; });
    return numbers;
}

/// Where a structure that hides nothing shows: where nothing of its layer or deeper lies over it.
std::optional<MapPatch> patchOfOutlined(const anatomy::Atlas &atlas, const anatomy::StackMap &stacks,
                                        RegionNumber region)
{
    const Layer layer = atlas.structureOf(region).layer;
    for (const bool isCovered : {false, true}) { // of what is covered everywhere, anything is better than nothing
        std::vector<RegionNumber> byStack(stacks.stackCount(), RegionNumber{0});
        for (std::size_t number = 0; number < byStack.size(); ++number) {
            for (const RegionNumber entry : stacks.stack(number)) {
                const anatomy::Structure &structure = atlas.structureOf(entry);
                if (entry == region) {
                    byStack[number] = 1;
                    break;
                }
                if (!isCovered && !structure.seeThrough && structure.layer >= layer) {
                    break;
                }
            }
        }
        auto patches = PatchFinder{translated(stacks.numbers(), byStack), 1}.find();
        if (!patches.empty()) {
            patches.front().number = region;
            return patches.front();
        }
    }
    return std::nullopt;
}

std::vector<MapPatch> patchesOfRegions(MapScene &scene, const ViewInfo &view, Layer layer)
{
    const anatomy::Atlas &atlas = scene.atlas();
    const anatomy::StackMap &stacks = scene.stacks(view);
    std::vector<MapPatch> patches =
        PatchFinder{translated(stacks.numbers(), stacks.topsOf(layer)), atlas.regionCount()}.find();
    for (RegionNumber region = 1; region <= atlas.regionCount(); ++region) {
        const anatomy::Structure &structure = atlas.structureOf(region);
        if (structure.seeThrough && structure.layer == layer && view.ownPixels[region] > 0) {
            if (const auto patch = patchOfOutlined(atlas, stacks, region)) {
                patches.push_back(*patch);
            }
        }
    }
    return patches;
}

std::vector<MapPatch> patchesOfZones(MapScene &scene, const ViewInfo &view)
{
    const anatomy::GrayImage8 &zones = scene.zones(view);
    GrayImage16 numbers{zones.width(), zones.height()};
    std::copy(zones.values().begin(), zones.values().end(), numbers.values().begin());
    return PatchFinder{std::move(numbers), std::numeric_limits<std::uint8_t>::max()}.find();
}

QRectF boxAround(anatomy::PicturePx at)
{
    constexpr double half = 2;
    return {at.x - half, at.y - half, 2 * half, 2 * half};
}

/// Puts items under their parts.
class TreeMaker {
public:
    TreeMaker(const anatomy::Atlas &atlas, const ViewInfo &view, Layer layer, const MapContent &content)
        : m_atlas{atlas}, m_view{view}, m_layer{layer}, m_content{content}
    {
        m_tree.name = mapnames::map(view, layer);
        for (const PointOverview &point : content.points) {
            const auto region = atlas.regionOf(point.point.muscle, point.point.side);
            m_pointsOf[region.value_or(RegionNumber{0})].push_back(&point);
        }
        for (std::size_t at = 0; at < content.regions.size(); ++at) {
            for (const ZoneId &zone : content.regions[at].zones) {
                m_regionOf.emplace(zone, at);
            }
        }
    }

    [[nodiscard]] MapTree make(std::span<const MapPatch> patches)
    {
        for (const MapPatch &patch : patches) {
            if (m_layer == Layer::skin) {
                addZone(patch);
            } else {
                addRegion(patch);
            }
        }
        placeParts();
        return std::move(m_tree);
    }

private:
    struct Part {
        QString name;
        std::string key;
        std::vector<MapItem> items;
        std::vector<const PointOverview *> points; ///< of all its items
    };

    /// Parts stand in the order of this: place from head to foot, and side.
    using PartPlace = std::pair<int, Side>;

    Part &part(int place, Side side, const QString &name, const std::string &id)
    {
        Part &part = m_parts[{place, side}];
        part.name = mapnames::withSide(name, side);
        part.key = "part/" + std::string{m_layer == Layer::skin ? "skin-" : ""} + id + "/" + std::string{toKey(side)};
        return part;
    }

    void addRegion(const MapPatch &patch)
    {
        const RegionNumber number = patch.number;
        const anatomy::Structure &structure = m_atlas.structureOf(number);
        const bool isBone = m_layer == Layer::bone && structure.tissue == anatomy::Tissue::bone;
        if (!structure.listed && !isBone) {
            return;
        }
        const Side side = m_atlas.region(number).side;
        MapItem item;
        item.kind = structure.listed ? MapItem::Kind::muscle : MapItem::Kind::bone;
        item.key = "region/" + std::to_string(number);
        item.name = mapnames::withSide(phrases::text(structure.common), side);
        item.box = patch.box;
        item.middle = patch.middle;
        item.region = number;
        Part *into = nullptr;
        if (structure.listed) {
            const MusclePattern *pattern = m_content.knowledge.pattern(structure.id);
            const BodyRegionId region = pattern == nullptr ? BodyRegionId{"body"} : pattern->region;
            const mapnames::BodyPart body = mapnames::bodyPart(region);
            into = &part(body.place, side, body.name, body.id);
        } else {
            into = &part(0, side, QCoreApplication::translate("MapTree", "Bones"), "bones");
        }
        const auto &points = m_pointsOf[number];
        into->points.insert(into->points.end(), points.begin(), points.end());
        item.description = mapnames::joined({mapnames::structure(structure), mapnames::points(points)});
        into->items.push_back(std::move(item));
    }

    void addZone(const MapPatch &patch)
    {
        const auto zone = m_atlas.zoneAt(static_cast<std::uint8_t>(patch.number));
        if (!zone) {
            return;
        }
        MapItem item;
        item.kind = MapItem::Kind::zone;
        item.key = "zone/" + std::to_string(patch.number);
        item.name = phrases::zone(m_content.knowledge, {zone->zone, zone->side, HitKind::essential, 1});
        if (const Zone *known = m_content.knowledge.zone(zone->zone)) {
            for (const std::string &word : known->words) {
                item.description = mapnames::joined({item.description, phrases::text(word)});
            }
        }
        item.box = patch.box;
        item.middle = patch.middle;
        item.zone = static_cast<std::uint8_t>(patch.number);
        const auto region = m_regionOf.find(zone->zone);
        Part &into = region == m_regionOf.end() ? part(static_cast<int>(m_content.regions.size()), zone->side,
                                                       QCoreApplication::translate("MapTree", "Skin"), "skin")
                                                : part(static_cast<int>(region->second), zone->side,
                                                       phrases::text(m_content.regions[region->second].name),
                                                       m_content.regions[region->second].id.text());
        into.items.push_back(std::move(item));
    }

    [[nodiscard]] MapItem pointItem(const PointOverview &point, std::size_t number) const
    {
        MapItem item;
        item.kind = MapItem::Kind::point;
        item.key = "point/" + point.point.id.text();
        const QString name = mapnames::point(point, number);
        item.name = name.left(1).toUpper() + name.mid(1);
        const anatomy::Structure *structure = m_atlas.findStructure(point.point.muscle);
        item.description = mapnames::withSide(
            phrases::text(structure == nullptr ? point.point.muscle.text() : structure->common), point.point.side);
        item.middle = m_view.frame.picture(point.point.position);
        item.box = boxAround(item.middle);
        item.point = point.point.id;
        return item;
    }

    std::size_t place(MapItem item, std::optional<std::size_t> parent)
    {
        const std::size_t at = m_tree.items.size();
        item.parent = parent;
        m_tree.items.push_back(std::move(item));
        if (parent) {
            MapItem &above = m_tree.items[*parent];
            above.children.push_back(at);
            if (above.kind == MapItem::Kind::part) {
                above.box = above.box.united(m_tree.items[at].box);
            }
        } else {
            m_tree.top.push_back(at);
        }
        return at;
    }

    void placeParts()
    {
        for (auto &[unused, part] : m_parts) {
            // From the top of the picture downwards, as one would run a finger over it.
            std::stable_sort(part.items.begin(), part.items.end(),
                             [](const MapItem &a, const MapItem &b) { return a.middle.y < b.middle.y; });
            MapItem above;
            above.key = part.key;
            above.name = part.name;
            above.description = mapnames::joined({countOf(part.items), mapnames::points(part.points)});
            above.middle = part.items[part.items.size() / 2].middle;
            const std::size_t at = place(std::move(above), std::nullopt);
            for (MapItem &item : part.items) {
                const RegionNumber region = item.region;
                const std::size_t itemAt = place(std::move(item), at);
                placePoints(region == 0 ? std::vector<const PointOverview *>{} : takePoints(region), itemAt);
            }
        }
        std::vector<const PointOverview *> rest;
        for (const PointOverview &point : m_content.points) {
            const auto left =
                m_pointsOf.find(m_atlas.regionOf(point.point.muscle, point.point.side).value_or(RegionNumber{0}));
            if (left != m_pointsOf.end()) {
                rest.push_back(&point);
            }
        }
        if (!rest.empty()) {
            MapItem above;
            above.key = "part/points";
            above.name = QCoreApplication::translate("MapTree", "Your points in what this layer does not show");
            above.description = mapnames::points(rest);
            above.middle = m_view.frame.picture(rest.front()->point.position);
            const std::size_t at = place(std::move(above), std::nullopt);
            placePoints(rest, at);
        }
    }

    [[nodiscard]] std::vector<const PointOverview *> takePoints(RegionNumber region)
    {
        const auto taken = m_pointsOf.extract(region);
        return taken ? taken.mapped() : std::vector<const PointOverview *>{};
    }

    void placePoints(const std::vector<const PointOverview *> &points, std::size_t under)
    {
        const bool areMixed = m_tree.items[under].kind == MapItem::Kind::part;
        std::size_t number = 0;
        for (const PointOverview *point : points) {
            MapItem item = pointItem(*point, ++number);
            if (areMixed) {
                item.name = mapnames::joined({item.name, item.description});
            }
            place(std::move(item), under);
        }
    }

    [[nodiscard]] static QString countOf(const std::vector<MapItem> &items)
    {
        switch (items.front().kind) {
        case MapItem::Kind::bone:
            return mapnames::bones(items.size());
        case MapItem::Kind::zone:
            return mapnames::zones(items.size());
        case MapItem::Kind::muscle:
        case MapItem::Kind::part:
        case MapItem::Kind::point:
            break;
        }
        return mapnames::muscles(items.size());
    }

    const anatomy::Atlas &m_atlas;
    const ViewInfo &m_view;
    Layer m_layer;
    const MapContent &m_content;
    std::map<RegionNumber, std::vector<const PointOverview *>> m_pointsOf;
    std::map<ZoneId, std::size_t> m_regionOf; ///< places in MapContent::regions
    std::map<PartPlace, Part> m_parts;
    MapTree m_tree;
};

template <typename Wanted> const MapItem *findItem(const MapTree &tree, const Wanted &isWanted)
{
    const auto found = std::find_if(tree.items.begin(), tree.items.end(), isWanted);
    return found == tree.items.end() ? nullptr : &*found;
}

} // namespace

std::vector<MapPatch> patchesOf(MapScene &scene, const ViewInfo &view, Layer layer)
{
    return layer == Layer::skin ? patchesOfZones(scene, view) : patchesOfRegions(scene, view, layer);
}

const MapItem *MapTree::find(const std::string &key) const
{
    return findItem(*this, [&](const MapItem &item) { return item.key == key; });
}

const MapItem *MapTree::regionItem(RegionNumber region) const
{
    return region == 0 ? nullptr : findItem(*this, [region](const MapItem &item) { return item.region == region; });
}

const MapItem *MapTree::zoneItem(std::uint8_t zone) const
{
    return zone == 0 ? nullptr : findItem(*this, [zone](const MapItem &item) { return item.zone == zone; });
}

MapTree makeMapTree(const anatomy::Atlas &atlas, const ViewInfo &view, Layer layer, std::span<const MapPatch> patches,
                    const MapContent &content)
{
    return TreeMaker{atlas, view, layer, content}.make(patches);
}

} // namespace palpate::desktop
