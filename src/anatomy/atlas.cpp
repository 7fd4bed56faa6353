// SPDX-License-Identifier: GPL-3.0-or-later
#include "anatomy/atlas.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "anatomy/jsonfile.h"
#include "core/error.h"

namespace palpate::anatomy {

using nlohmann::json;

/// Turns atlas.json into values; every surprise is a DataFileError that names the place.
class AtlasReader {
public:
    explicit AtlasReader(const std::filesystem::path &folder) : m_document(readJsonFile(folder / fileName))
    {
        m_atlas.m_folder = folder;
    }

    Atlas read()
    {
        if (m_document.value("format", 0) != 1) {
            throw DataFileError{fileName, "/format", "this program reads format 1 of the body atlas"};
        }
        each("structures", [this](const json &item) { readStructure(item); });
        each("regions", [this](const json &item) { readRegion(item); });
        each("views", [this](const json &item) { readView(item); });
        each("zones", [this](const json &item) { readZone(item); });
        if (m_atlas.m_regions.size() >= std::numeric_limits<RegionNumber>::max()) {
            throw DataFileError{fileName, "/regions", "more regions than 16 bits can number"};
        }
        if (m_atlas.m_views.empty()) {
            throw DataFileError{fileName, "/views", "the atlas has no view"};
        }
        return std::move(m_atlas);
    }

private:
    static constexpr const char *fileName = "atlas.json";

    template <typename Read> void each(const char *key, const Read &read)
    {
        std::size_t number = 0;
        const std::string place = std::string{"/"} + key;
        if (!m_document.contains(key) || !m_document[key].is_array()) {
            throw DataFileError{fileName, place, "expected a list"};
        }
        for (const json &item : m_document[key]) {
            m_place = place + "/" + std::to_string(number++);
            try {
                read(item);
            } catch (const json::exception &error) {
                throw DataFileError{fileName, m_place, error.what()};
            }
        }
    }

    template <typename Value> Value orFail(std::optional<Value> value, const char *reason) const
    {
        if (!value) {
            throw DataFileError{fileName, m_place, reason};
        }
        return *value;
    }

    void readStructure(const json &item)
    {
        const auto id = orFail(MuscleId::parse(item.at("id").get<std::string>()), "not an id");
        const bool isNew = m_structureAt.emplace(id, m_atlas.m_structures.size()).second;
        if (!isNew) {
            throw DataFileError{fileName, m_place, "this structure stands twice"};
        }
        m_atlas.m_structures.push_back({id, item.at("common").get<std::string>(), item.at("latin").get<std::string>(),
                                        orFail(tissueFromKey(item.at("tissue").get<std::string>()), "unknown tissue"),
                                        orFail(layerFromKey(item.at("layer").get<std::string>()), "unknown layer"),
                                        item.at("listed").get<bool>(), item.value("see_through", false)});
    }

    void readRegion(const json &item)
    {
        const auto id = orFail(MuscleId::parse(item.at("structure").get<std::string>()), "not an id");
        const auto found = m_structureAt.find(id);
        if (found == m_structureAt.end()) {
            throw DataFileError{fileName, m_place, "no structure has this id"};
        }
        const auto box = item.at("box").get<std::array<double, 6>>();
        m_atlas.m_regions.push_back({found->second,
                                     orFail(fromKey<Side>(item.at("side").get<std::string>()), "unknown side"),
                                     {box[0], box[1], box[2]},
                                     {box[3], box[4], box[5]},
                                     item.contains("arm") && item["arm"].get<bool>()});
    }

    static PointMm point(const json &item)
    {
        const auto values = item.get<std::array<double, 3>>();
        return {values[0], values[1], values[2]};
    }

    void readView(const json &item)
    {
        ViewFrame frame;
        frame.right = point(item.at("right"));
        frame.up = point(item.at("up"));
        frame.toViewer = point(item.at("to_viewer"));
        frame.leftMm = item.at("left_mm").get<double>();
        frame.topMm = item.at("top_mm").get<double>();
        frame.farMm = item.at("far_mm").get<double>();
        frame.pxPerMm = item.at("px_per_mm").get<double>();
        frame.width = item.at("width").get<int>();
        frame.height = item.at("height").get<int>();
        if (frame.width < 1 || frame.height < 1 || !(frame.pxPerMm > 0)) {
            throw DataFileError{fileName, m_place, "the picture has no size"};
        }
        std::optional<Side> armAside;
        if (item.contains("arm_aside")) {
            armAside = orFail(fromKey<Side>(item["arm_aside"].get<std::string>()), "unknown side");
        }
        auto ownPixels = item.at("own_pixels").get<std::vector<int>>();
        if (ownPixels.size() != m_atlas.m_regions.size() + 1) {
            throw DataFileError{fileName, m_place, "own_pixels needs a number for every region, and one for none"};
        }
        m_atlas.m_views.push_back({item.at("id").get<std::string>(), item.at("name").get<std::string>(), frame,
                                   armAside, std::move(ownPixels)});
    }

    void readZone(const json &item)
    {
        m_atlas.m_zones.push_back(
            {orFail(ZoneId::parse(item.at("id").get<std::string>()), "not an id"), item.at("midline").get<bool>()});
    }

    json m_document;
    std::string m_place;
    std::unordered_map<MuscleId, std::size_t> m_structureAt;
    Atlas m_atlas;
};

Atlas Atlas::load(const std::filesystem::path &folder) { return AtlasReader{folder}.read(); }

std::optional<RegionNumber> Atlas::regionOf(const MuscleId &structure, Side side) const
{
    const auto found = std::find_if(m_regions.begin(), m_regions.end(), [&](const Region &region) {
        return region.side == side && m_structures[region.structure].id == structure;
    });
    if (found == m_regions.end()) {
        return std::nullopt;
    }
    return static_cast<RegionNumber>(found - m_regions.begin() + 1);
}

const Structure *Atlas::findStructure(const MuscleId &id) const
{
    const auto found = std::find_if(m_structures.begin(), m_structures.end(),
                                    [&id](const Structure &structure) { return structure.id == id; });
    return found == m_structures.end() ? nullptr : &*found;
}

const ViewInfo *Atlas::findView(std::string_view id) const
{
    const auto found =
        std::find_if(m_views.begin(), m_views.end(), [id](const ViewInfo &view) { return view.id == id; });
    return found == m_views.end() ? nullptr : &*found;
}

std::optional<ZonePlace> Atlas::zoneAt(std::uint8_t number) const
{
    const std::size_t place = number == 0 ? m_zones.size() : (number - std::size_t{1}) / 2;
    if (place >= m_zones.size()) {
        return std::nullopt;
    }
    const bool isOdd = number % 2 == 1;
    const Zone &zone = m_zones[place];
    return ZonePlace{zone.id, zone.midline ? Side::midline : isOdd ? Side::left : Side::right};
}

std::uint8_t Atlas::zoneNumber(const ZoneId &zone, Side side) const
{
    const auto found =
        std::find_if(m_zones.begin(), m_zones.end(), [&zone](const Zone &other) { return other.id == zone; });
    if (found == m_zones.end()) {
        return 0;
    }
    const auto left = static_cast<std::uint8_t>(1 + 2 * (found - m_zones.begin()));
    return !found->midline && side == Side::right ? static_cast<std::uint8_t>(left + 1) : left;
}

} // namespace palpate::anatomy
