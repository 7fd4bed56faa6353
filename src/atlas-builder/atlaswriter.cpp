// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/atlaswriter.h"

#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/error.h"

namespace palpate::atlas {

namespace {

using nlohmann::ordered_json;

void writeText(const std::filesystem::path &file, const std::string &text)
{
    std::ofstream stream{file, std::ios::binary};
    stream << text;
    if (!stream.flush()) {
        throw WorldError{file.string() + " cannot be written"};
    }
}

/// 16-bit little-endian numbers: how many stacks, then for each how many regions and which, from near to far.
void writeStackTable(const std::filesystem::path &file, const std::vector<std::vector<std::uint16_t>> &table)
{
    std::string bytes;
    const auto put = [&bytes](std::size_t number) {
        bytes += static_cast<char>(number & 0xFFU);
        bytes += static_cast<char>(number >> 8U & 0xFFU);
    };
    put(table.size());
    for (const std::vector<std::uint16_t> &stack : table) {
        put(stack.size());
        for (const std::uint16_t region : stack) {
            put(region);
        }
    }
    writeText(file, bytes);
}

/// A path as one flat list: the first corner, then the steps to the next ones. Steps are small numbers, and short.
ordered_json pathOf(const anatomy::Outline &outline)
{
    ordered_json path = ordered_json::array();
    anatomy::OutlinePoint last;
    for (const anatomy::OutlinePoint &corner : outline) {
        path.push_back(corner.x - last.x);
        path.push_back(corner.y - last.y);
        last = corner;
    }
    return path;
}

ordered_json pathsOf(const std::vector<anatomy::Outline> &outlines)
{
    ordered_json paths = ordered_json::array();
    for (const anatomy::Outline &outline : outlines) {
        paths.push_back(pathOf(outline));
    }
    return paths;
}

ordered_json shapesOf(const std::vector<RegionShape> &shapes)
{
    ordered_json list = ordered_json::array();
    for (const RegionShape &shape : shapes) {
        list.push_back({{"region", shape.region}, {"paths", pathsOf(shape.outlines)}});
    }
    return list;
}

ordered_json pointOf(PointMm p) { return {p.x, p.y, p.z}; }

double toTenth(double mm) { return std::round(mm * 10) / 10; }

ordered_json boxOf(const Mesh &mesh)
{
    const Box box = boundsOf(mesh);
    return {toTenth(box.low.x),  toTenth(box.low.y),  toTenth(box.low.z),
            toTenth(box.high.x), toTenth(box.high.y), toTenth(box.high.z)};
}

ordered_json structureOf(const StructureRecipe &structure)
{
    ordered_json entry{{"id", structure.id},
                       {"common", structure.common},
                       {"latin", structure.latin},
                       {"tissue", anatomy::toKey(structure.tissue)},
                       {"layer", anatomy::toKey(structure.layer)},
                       {"listed", structure.listed}};
    if (!structure.bodyRegion.empty()) {
        entry["region"] = structure.bodyRegion;
    }
    return entry;
}

/// One item a line: changes between two builds stay readable.
std::string listLines(const ordered_json &list)
{
    std::string text = "[";
    for (std::size_t at = 0; at < list.size(); ++at) {
        text += (at == 0 ? "\n    " : ",\n    ") + list[at].dump();
    }
    return text + "\n  ]";
}

} // namespace

void writeView(const std::filesystem::path &folder, const ViewPicture &picture)
{
    const std::string &id = picture.view.id;
    anatomy::writeGrayPng(folder / (id + ".stacks.png"), picture.stacks);
    anatomy::writeGrayPng(folder / (id + ".zones.png"), picture.zones);
    writeStackTable(folder / (id + ".stacks.bin"), picture.stackTable);
    ordered_json shapes{{"format", 1}};
    shapes["silhouettes"] = shapesOf(picture.silhouettes);
    shapes["arm_aside"] = pathsOf(picture.armOutline);
    for (const anatomy::Layer layer : anatomy::allLayers) {
        const std::string key{anatomy::toKey(layer)};
        const LayerPicture &drawn = picture.layers[static_cast<std::size_t>(layer)];
        anatomy::writeGrayPng(folder / (id + "." + key + ".shade.png"), drawn.shading);
        anatomy::writeGrayPng(folder / (id + "." + key + ".near.png"), drawn.nearness);
        shapes["visible"][key] = shapesOf(drawn.visible);
    }
    writeText(folder / (id + ".shapes.json"), shapes.dump() + "\n");
}

void writeCatalogue(const std::filesystem::path &folder, const Body &body, const Recipe &recipe,
                    const std::vector<ViewPicture> &views)
{
    ordered_json structures = ordered_json::array();
    for (const StructureRecipe &structure : recipe.structures) {
        structures.push_back(structureOf(structure));
    }
    ordered_json regions = ordered_json::array();
    for (const BodyRegion &region : body.regions) {
        regions.push_back({{"structure", recipe.structures[region.structure].id},
                           {"side", toKey(region.side)},
                           {"box", boxOf(region.mesh)}});
    }
    ordered_json zones = ordered_json::array();
    for (const ZoneRecipe &zone : recipe.zones) {
        zones.push_back({{"id", zone.id}, {"midline", zone.midline}});
    }
    ordered_json frames = ordered_json::array();
    for (const ViewPicture &picture : views) {
        const anatomy::ViewFrame &frame = picture.frame;
        frames.push_back({{"id", picture.view.id},
                          {"name", picture.view.name},
                          {"right", pointOf(frame.right)},
                          {"up", pointOf(frame.up)},
                          {"to_viewer", pointOf(frame.toViewer)},
                          {"left_mm", frame.leftMm},
                          {"top_mm", frame.topMm},
                          {"far_mm", frame.farMm},
                          {"px_per_mm", frame.pxPerMm},
                          {"width", frame.width},
                          {"height", frame.height},
                          {"own_pixels", picture.ownPixels}});
        if (picture.view.armAside) {
            frames.back()["arm_aside"] = toKey(*picture.view.armAside);
        }
    }
    writeText(folder / "atlas.json",
              "{\n  \"format\": 1,\n  \"license\": \"CC BY-SA 4.0\",\n  \"views\": " + listLines(frames) +
                  ",\n  \"structures\": " + listLines(structures) + ",\n  \"regions\": " + listLines(regions) +
                  ",\n  \"zones\": " + listLines(zones) + "\n}\n");
}

} // namespace palpate::atlas
