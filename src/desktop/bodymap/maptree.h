// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <QRectF>
#include <QString>

#include "anatomy/atlas.h"
#include "desktop/bodymap/mapscene.h"
#include "record/pointoverview.h"
#include "referral/bodyregion.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop {

/// Where a region or zone shows in a view's picture, in its pixels.
struct MapPatch {
    std::uint16_t number = 0; ///< of the region, on the skin of the zone
    int pixels = 0;           ///< at least 1
    QRectF box;
    anatomy::PicturePx middle; ///< a pixel's centre that is its own, as far from its borders as any
};

/// All that a layer of a view shows pixel by pixel, by number: zones on the skin, else regions, and with them those
/// that are only outlined in this layer. Throws DataFileError when a picture cannot be loaded.
[[nodiscard]] std::vector<MapPatch> patchesOf(MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer);

/// Something on the map that has a name, can be pointed at and pressed.
struct MapItem {
    enum class Kind : std::uint8_t {
        part, ///< a part of the body on one side; holds the others
        muscle,
        bone,
        zone,
        point ///< one of the person's own
    };

    Kind kind = Kind::part;
    std::string key; ///< the same for the same thing in every tree
    QString name;    ///< differs from those of its siblings
    QString description;
    QRectF box; ///< in pixels of the view's picture
    anatomy::PicturePx middle;
    anatomy::RegionNumber region = 0; ///< of muscles and bones
    std::uint8_t zone = 0;            ///< number in the zone picture
    std::optional<PointId> point;
    std::optional<std::size_t> parent; ///< places in MapTree::items; nothing for what stands right under the map
    std::vector<std::size_t> children;
};

/// What a view and layer show, in the order in which it is listened to: part of the body → muscle → the person's
/// points, on the skin part → zone. It holds everything of the list that shows with at least one pixel, deeper muscles
/// in the gaps of the layer too, and nothing else. A muscle's part is that of its referral pattern; the parts of the
/// skin are the body regions. The person's points of muscles that do not show stand together in a part of their own.
struct MapTree {
    QString name;
    std::vector<MapItem> items;
    std::vector<std::size_t> top; ///< places in items

    [[nodiscard]] const MapItem *find(const std::string &key) const;
    [[nodiscard]] const MapItem *regionItem(anatomy::RegionNumber region) const;
    [[nodiscard]] const MapItem *zoneItem(std::uint8_t zone) const;
};

/// What the tree is made from besides the pictures.
struct MapContent {
    std::span<const PointOverview> points; ///< those that the view shows
    const KnowledgeBase &knowledge;        ///< while it is empty, all muscles are in one part
    std::span<const BodyRegion> regions;   ///< while there are none, all zones are in one part
};

[[nodiscard]] MapTree makeMapTree(const anatomy::Atlas &atlas, const anatomy::ViewInfo &view, anatomy::Layer layer,
                                  std::span<const MapPatch> patches, const MapContent &content);

} // namespace palpate::desktop
