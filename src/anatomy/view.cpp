// SPDX-License-Identifier: GPL-3.0-or-later
#include "anatomy/view.h"

#include <cmath>

#include "anatomy/encoding.h"
#include "anatomy/numberfile.h"
#include "core/error.h"

namespace palpate::anatomy {

namespace {

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

std::vector<ShapePath> readPaths(NumberReader &reader, double pxPerTenthMm)
{
    std::vector<ShapePath> paths(reader.next());
    for (ShapePath &path : paths) {
        path.resize(reader.next());
        for (PicturePx &corner : path) {
            corner.x = reader.next() * pxPerTenthMm;
            corner.y = reader.next() * pxPerTenthMm;
        }
    }
    return paths;
}

std::vector<std::vector<ShapePath>> readShapes(NumberReader &reader, std::size_t regions, double pxPerTenthMm)
{
    std::vector<std::vector<ShapePath>> shapes(regions + 1);
    for (std::uint16_t left = reader.next(); left > 0; --left) {
        const std::uint16_t region = reader.next();
        if (region > regions) {
            reader.fail("an outline names a region that is not there");
        }
        shapes[region] = readPaths(reader, pxPerTenthMm);
    }
    return shapes;
}

} // namespace

StackMap StackMap::load(const Atlas &atlas, const ViewInfo &view)
{
    StackMap map;
    const auto file = pictureFile(atlas, view, "stacks.png");
    map.m_numbers = checkedSize(readGrayPng16(file), file, view.frame.width, view.frame.height);
    map.readTable(atlas, view, pictureFile(atlas, view, "stacks.bin"));
    for (const std::uint16_t number : map.m_numbers.values()) {
        if (number >= map.stackCount()) {
            throw DataFileError{file.filename().string(), "", "a pixel names a stack that is not there"};
        }
    }
    return map;
}

/// How many stacks, then for each how many regions and which.
void StackMap::readTable(const Atlas &atlas, const ViewInfo &view, const std::filesystem::path &file)
{
    NumberReader reader{file};
    const std::size_t count = reader.next();
    m_starts.assign(1, 0);
    for (auto &tops : m_tops) {
        tops.assign(count, 0);
    }
    for (auto &tops : m_topsBehindArm) {
        tops.assign(view.armAside ? count : 0, 0);
    }
    for (std::size_t number = 0; number < count; ++number) {
        for (std::uint16_t left = reader.next(); left > 0; --left) {
            const RegionNumber region = reader.next();
            if (region == 0 || region > atlas.regionCount()) {
                reader.fail("a stack names a region that is not there");
            }
            m_regions.push_back(region);
            const Structure &structure = atlas.structureOf(region);
            if (structure.seeThrough) {
                continue;
            }
            const bool isAside =
                view.armAside && atlas.region(region).isArm && atlas.region(region).side == *view.armAside;
            for (auto layer = static_cast<std::size_t>(structure.layer) + 1; layer-- > 0;) {
                if (m_tops[layer][number] == 0) {
                    m_tops[layer][number] = region;
                }
                if (view.armAside && !isAside && m_topsBehindArm[layer][number] == 0) {
                    m_topsBehindArm[layer][number] = region;
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

GrayImage8 loadFade(const Atlas &atlas, const ViewInfo &view, Layer layer)
{
    const auto file = layerFile(atlas, view, layer, "fade");
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

/// Silhouettes, then what each layer shows, then the arm that is left out.
Shapes Shapes::load(const Atlas &atlas, const ViewInfo &view)
{
    NumberReader reader{pictureFile(atlas, view, "shapes.bin")};
    const double pxPerTenthMm = view.frame.pxPerMm / 10;
    Shapes shapes;
    shapes.m_silhouettes = readShapes(reader, atlas.regionCount(), pxPerTenthMm);
    for (ByRegion &visible : shapes.m_visible) {
        visible = readShapes(reader, atlas.regionCount(), pxPerTenthMm);
    }
    shapes.m_armOutline = readPaths(reader, pxPerTenthMm);
    reader.expectEnd();
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
