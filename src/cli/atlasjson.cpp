// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/atlasjson.h"

#include <nlohmann/json.hpp>

namespace palpate::cli {

namespace {

using nlohmann::ordered_json;

ordered_json musclesOf(const anatomy::Atlas &atlas, const anatomy::ViewInfo &view)
{
    ordered_json muscles = ordered_json::array();
    for (anatomy::RegionNumber number = 1; number <= atlas.regionCount(); ++number) {
        const anatomy::Structure &structure = atlas.structureOf(number);
        if (structure.listed && view.ownPixels[number] > 0) {
            muscles.push_back({{"muscle", structure.id.text()},
                               {"side", toKey(atlas.region(number).side)},
                               {"layer", anatomy::toKey(structure.layer)},
                               {"pixels", view.ownPixels[number]}});
        }
    }
    return muscles;
}

} // namespace

std::string atlasJson(const anatomy::Atlas &atlas)
{
    ordered_json result;
    result["views"] = ordered_json::array();
    for (const anatomy::ViewInfo &view : atlas.views()) {
        result["views"].push_back({{"view", view.id},
                                   {"name", view.name},
                                   {"arm_aside", view.armAside.has_value()},
                                   {"pixels_per_mm", view.frame.pxPerMm},
                                   {"width", view.frame.width},
                                   {"height", view.frame.height},
                                   {"muscles", musclesOf(atlas, view)}});
    }
    result["layers"] = ordered_json::array();
    for (const anatomy::Layer layer : anatomy::allLayers) {
        result["layers"].push_back(anatomy::toKey(layer));
    }
    result["zones"] = ordered_json::array();
    for (int number = 1; number < 256; ++number) {
        if (const auto zone = atlas.zoneAt(static_cast<std::uint8_t>(number)); zone && number % 2 == 1) {
            result["zones"].push_back(
                {{"zone", zone->zone.text()}, {"laterality", zone->side == Side::midline ? "midline" : "paired"}});
        }
    }
    return result.dump(1) + "\n";
}

} // namespace palpate::cli
