// SPDX-License-Identifier: GPL-3.0-or-later
#include "anatomy/view.h"

#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>

#include "anatomy/encoding.h"
#include "anatomy/jsonfile.h"
#include "core/error.h"

namespace palpate::anatomy {

namespace {

using nlohmann::json;

std::filesystem::path pictureFile(const Atlas &atlas, const ViewInfo &view, const std::string &ending)
{
    return atlas.folder() / (view.id + "." + ending);
}

std::filesystem::path layerFile(const Atlas &atlas, const ViewInfo &view, Layer layer, const char *what)
{
    return pictureFile(atlas, view, std::string{toKey(layer)} + "." + what + ".png");
}

template <typename Image> Image checkedSize(Image image, const std::filesystem::path &file, int width, int height)
{
    if (image.width() != width || image.height() != height) {
        throw DataFileError{file.filename().string(), "", "the picture's size differs from the catalogue's"};
    }
    return image;
}

ShapePath readPath(const json &steps, double pxPerTenthMm)
{
    ShapePath path;
    path.reserve(steps.size() / 2);
    int x = 0;
    int y = 0;
    for (std::size_t at = 0; at + 1 < steps.size(); at += 2) {
        x += steps[at].get<int>();
        y += steps[at + 1].get<int>();
        path.push_back({x * pxPerTenthMm, y * pxPerTenthMm});
    }
    return path;
}

std::vector<std::vector<ShapePath>> readShapes(const json &list, std::size_t regions, double pxPerTenthMm)
{
    std::vector<std::vector<ShapePath>> shapes(regions + 1);
    for (const json &item : list) {
        const auto region = item.at("region").get<std::size_t>();
        for (const json &path : item.at("paths")) {
            shapes.at(region).push_back(readPath(path, pxPerTenthMm));
        }
    }
    return shapes;
}

} // namespace

StackMap StackMap::load(const Atlas &atlas, const ViewInfo &view)
{
    StackMap map;
    const auto file = pictureFile(atlas, view, "stacks.png");
    map.m_numbers = checkedSize(readGrayPng16(file), file, view.frame.width, view.frame.height);
    map.readTable(atlas, pictureFile(atlas, view, "stacks.bin"));
    for (const std::uint16_t number : map.m_numbers.values()) {
        if (number >= map.stackCount()) {
            throw DataFileError{file.filename().string(), "", "a pixel names a stack that is not there"};
        }
    }
    return map;
}

/// The table is a run of 16-bit little-endian numbers: how many stacks, then for each how many regions and which.
void StackMap::readTable(const Atlas &atlas, const std::filesystem::path &file)
{
    const std::string name = file.filename().string();
    std::ifstream stream{file, std::ios::binary | std::ios::ate};
    if (!stream) {
        throw DataFileError{name, "", "this file of the body atlas is missing or cannot be read"};
    }
    std::vector<unsigned char> bytes(static_cast<std::size_t>(stream.tellg()));
    stream.seekg(0);
    stream.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    std::size_t at = 0;
    const auto next = [&]() -> std::uint16_t {
        if (at + 2 > bytes.size()) {
            throw DataFileError{name, "", "the table ends too early"};
        }
        at += 2;
        return static_cast<std::uint16_t>(bytes[at - 2] | bytes[at - 1] << 8U);
    };
    const std::size_t count = next();
    m_starts.assign(1, 0);
    for (auto &tops : m_tops) {
        tops.assign(count, 0);
    }
    for (std::size_t number = 0; number < count; ++number) {
        for (std::uint16_t left = next(); left > 0; --left) {
            const RegionNumber region = next();
            if (region == 0 || region > atlas.regionCount()) {
                throw DataFileError{name, "", "a stack names a region that is not there"};
            }
            m_regions.push_back(region);
            for (auto layer = static_cast<std::size_t>(atlas.structureOf(region).layer) + 1; layer-- > 0;) {
                if (m_tops[layer][number] == 0) {
                    m_tops[layer][number] = region;
                }
            }
        }
        m_starts.push_back(m_regions.size());
    }
}

GrayImage8 loadShading(const Atlas &atlas, const ViewInfo &view, Layer layer)
{
    const auto file = layerFile(atlas, view, layer, "shade");
    return checkedSize(readGrayPng8(file), file, view.frame.width, view.frame.height);
}

GrayImage16 loadNearness(const Atlas &atlas, const ViewInfo &view, Layer layer)
{
    const auto file = layerFile(atlas, view, layer, "near");
    return checkedSize(readGrayPng16(file), file, view.frame.width / nearnessBlock, view.frame.height / nearnessBlock);
}

GrayImage8 loadZones(const Atlas &atlas, const ViewInfo &view)
{
    const auto file = pictureFile(atlas, view, "zones.png");
    return checkedSize(readGrayPng8(file), file, view.frame.width, view.frame.height);
}

std::optional<PointMm> bodyPointAt(const ViewFrame &frame, const GrayImage16 &nearness, PicturePx at)
{
    const int x = static_cast<int>(std::floor(at.x / nearnessBlock));
    const int y = static_cast<int>(std::floor(at.y / nearnessBlock));
    if (!nearness.contains(x, y) || nearness.at(x, y) == 0) {
        return std::nullopt;
    }
    return frame.body(at, frame.farMm + decodeNearness(nearness.at(x, y)));
}

Shapes Shapes::load(const Atlas &atlas, const ViewInfo &view)
{
    const auto file = pictureFile(atlas, view, "shapes.json");
    const json document = readJsonFile(file);
    const double pxPerTenthMm = view.frame.pxPerMm / 10;
    Shapes shapes;
    try {
        shapes.m_silhouettes = readShapes(document.at("silhouettes"), atlas.regionCount(), pxPerTenthMm);
        for (const json &path : document.at("arm_aside")) {
            shapes.m_armOutline.push_back(readPath(path, pxPerTenthMm));
        }
        for (const Layer layer : allLayers) {
            shapes.m_visible[static_cast<std::size_t>(layer)] =
                readShapes(document.at("visible").at(std::string{toKey(layer)}), atlas.regionCount(), pxPerTenthMm);
        }
    } catch (const std::exception &error) {
        throw DataFileError{file.filename().string(), "", error.what()};
    }
    return shapes;
}

std::span<const ShapePath> Shapes::visible(Layer layer, RegionNumber region) const noexcept
{
    const ByRegion &shapes = m_visible[static_cast<std::size_t>(layer)];
    return region < shapes.size() ? std::span<const ShapePath>{shapes[region]} : std::span<const ShapePath>{};
}

std::span<const ShapePath> Shapes::silhouette(RegionNumber region) const noexcept
{
    return region < m_silhouettes.size() ? std::span<const ShapePath>{m_silhouettes[region]}
                                         : std::span<const ShapePath>{};
}

} // namespace palpate::anatomy
