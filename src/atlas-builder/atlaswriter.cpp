// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/atlaswriter.h"

#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>

#include "anatomy/numberfile.h"
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

/// How many stacks, then for each how many regions and which, from near to far.
std::string stackTableBytes(const std::vector<std::vector<std::uint16_t>> &table)
{
    anatomy::NumberWriter writer;
    writer.put(table.size());
    for (const std::vector<std::uint16_t> &stack : table) {
        writer.put(stack.size());
        for (const std::uint16_t region : stack) {
            writer.put(region);
        }
    }
    return writer.bytes();
}

void putPaths(anatomy::NumberWriter &writer, const std::vector<anatomy::Outline> &outlines)
{
    writer.put(outlines.size());
    for (const anatomy::Outline &outline : outlines) {
        writer.put(outline.size());
        for (const anatomy::OutlinePoint &corner : outline) {
            writer.put(static_cast<std::size_t>(corner.x));
            writer.put(static_cast<std::size_t>(corner.y));
        }
    }
}

void putShapes(anatomy::NumberWriter &writer, const std::vector<RegionShape> &shapes)
{
    writer.put(shapes.size());
    for (const RegionShape &shape : shapes) {
        writer.put(shape.region);
        putPaths(writer, shape.outlines);
    }
}

/// Silhouettes, then what each layer shows, then the arm that is left out; corners in tenths of a millimetre.
std::string shapeBytes(const ViewPicture &picture)
{
    anatomy::NumberWriter writer;
    putShapes(writer, picture.silhouettes);
    for (const LayerPicture &layer : picture.layers) {
        putShapes(writer, layer.visible);
    }
    putPaths(writer, picture.armOutline);
    return writer.bytes();
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
    if (structure.seeThrough) {
        entry["see_through"] = true;
    }
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
    using anatomy::Numbers;
    const std::string &id = picture.view.id;
    anatomy::writeGrayPng(folder / (id + ".stacks.png"), picture.stacks, Numbers::indices);
    anatomy::writeGrayPng(folder / (id + ".zones.png"), picture.zones, Numbers::indices);
    writeText(folder / (id + ".stacks.bin"), stackTableBytes(picture.stackTable));
    writeText(folder / (id + ".shapes.bin"), shapeBytes(picture));
    for (const anatomy::Layer layer : anatomy::allLayers) {
        const std::string key{anatomy::toKey(layer)};
        const LayerPicture &drawn = picture.layers[static_cast<std::size_t>(layer)];
        anatomy::writeGrayPng(folder / (id + "." + key + ".shade.png"), drawn.shading, Numbers::tones);
        anatomy::writeGrayPng(folder / (id + "." + key + ".near.png"), drawn.nearness, Numbers::tones);
        if (picture.view.armAside) {
            anatomy::writeGrayPng(folder / (id + "." + key + ".fade.png"), drawn.presence, Numbers::indices);
        }
    }
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
        if (region.isArm) {
            regions.back()["arm"] = true;
        }
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
