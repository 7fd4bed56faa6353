// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/recipe.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>

#include <nlohmann/json.hpp>

#include "anatomy/jsonfile.h"
#include "atlas-builder/recipeentry.h"
#include "core/error.h"
#include "core/id.h"

namespace palpate::atlas {

namespace {

using nlohmann::json;

using Entry = RecipeEntry;

StructureRecipe readStructure(const Entry &entry)
{
    StructureRecipe structure;
    structure.id = entry.text("id");
    if (!MuscleId::parse(structure.id)) {
        entry.fail("\"id\" takes lower-case letters, digits and hyphens");
    }
    structure.common = entry.text("common");
    structure.latin = entry.textOr("latin", "");
    structure.tissue = orFail(entry, anatomy::tissueFromKey(entry.text("kind")), "unknown \"kind\"");
    structure.layer = orFail(entry, anatomy::layerFromKey(entry.text("layer")), "unknown \"layer\"");
    structure.bodyRegion = entry.textOr("region", "");
    structure.listed = entry.flag("listed");
    structure.midline = entry.flag("midline");
    structure.mirror = entry.flag("mirror");
    structure.seeThrough = entry.flag("see_through");
    structure.elements = entry.texts("elements");
    if (entry.has("under")) {
        structure.under = entry.texts("under");
    }
    return structure;
}

std::optional<BodyPart> partFromKey(std::string_view key)
{
    constexpr std::array<std::string_view, 4> keys{"head", "trunk", "arm", "leg"};
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? std::nullopt : std::optional{static_cast<BodyPart>(found - keys.begin())};
}

ZoneRecipe readZone(const Entry &entry)
{
    ZoneRecipe zone;
    zone.id = entry.text("id");
    if (!ZoneId::parse(zone.id)) {
        entry.fail("\"id\" takes lower-case letters, digits and hyphens");
    }
    const std::string laterality = entry.text("laterality");
    if (laterality != "paired" && laterality != "midline") {
        entry.fail("\"laterality\" is \"paired\" or \"midline\"");
    }
    zone.midline = laterality == "midline";
    for (const std::string &part : entry.texts("parts")) {
        zone.parts.push_back(orFail(entry, partFromKey(part), "unknown part of the body \"" + part + "\""));
    }
    for (const json &seed : entry.list("seeds")) {
        zone.seeds.push_back(entry.point(seed));
        if (zone.seeds.back().x < 0) {
            entry.fail("seeds stand on the left half, x >= 0");
        }
    }
    if (zone.seeds.empty() || zone.parts.empty()) {
        entry.fail("a zone needs a seed and a part");
    }
    if (entry.has("only")) {
        for (const json &limit : entry.list("only")) {
            const Entry only{entry.file(), entry.place() + "/only", limit};
            const std::string axis = only.text("axis");
            if (axis != "x" && axis != "y" && axis != "z") {
                only.fail("\"axis\" is x, y or z");
            }
            zone.only.push_back({axis.front(), only.numberIf("min"), only.numberIf("max")});
        }
    }
    return zone;
}

template <typename Value>
std::vector<Value> readList(const std::filesystem::path &path, const char *key, Value (*read)(const Entry &))
{
    const std::string file = path.filename().string();
    const json document = anatomy::readJsonFile(path);
    const Entry top{file, "", document};
    if (top.numberIf("format") != 1) {
        top.fail("\"format\" must be 1");
    }
    std::vector<Value> values;
    std::set<std::string> ids;
    for (const json &item : top.list(key)) {
        const std::string place = std::string{"/"} + key + "/" + std::to_string(values.size());
        const Entry entry{file, place, item};
        values.push_back(read(entry));
        if (!ids.insert(values.back().id).second) {
            entry.fail("the id \"" + values.back().id + "\" stands twice");
        }
    }
    return values;
}

std::vector<StructureRecipe> readStructures(const std::filesystem::path &file)
{
    auto structures = readList<StructureRecipe>(file, "structures", readStructure);
    std::set<std::string> ids;
    for (const StructureRecipe &structure : structures) {
        ids.insert(structure.id);
    }
    for (const StructureRecipe &structure : structures) {
        for (const std::string &over : structure.under) {
            if (!ids.contains(over)) {
                throw DataFileError{file.filename().string(), structure.id,
                                    "\"under\" names \"" + over + "\", which no structure is called"};
            }
        }
    }
    return structures;
}

} // namespace

Recipe readRecipe(const std::filesystem::path &folder)
{
    return {readStructures(folder / "structures.json"),
            readList<ZoneRecipe>(folder / "zones.json", "zones", readZone),
            readDrapes(folder),
            readSplits(folder),
            readLofts(folder),
            readSkinRecipe(folder)};
}

std::vector<CatalogueRow> readCatalogue(const std::filesystem::path &file)
{
    const std::string name = file.filename().string();
    std::ifstream stream{file};
    if (!stream) {
        throw DataFileError{name, "", "the mesh catalogue is missing or cannot be read"};
    }
    std::vector<CatalogueRow> rows;
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
        std::vector<std::string> cells;
        std::istringstream split{line};
        for (std::string cell; std::getline(split, cell, '\t');) {
            cells.push_back(cell);
        }
        if (cells.size() < 4) {
            throw DataFileError{name, std::to_string(number), "expected at least four cells divided by tabs"};
        }
        if (number > 1) {
            rows.push_back({cells[0], cells[1], cells[3]});
        }
    }
    return rows;
}

BodyPart partOfBone(const std::string &name)
{
    const auto names = [&name](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&name](std::string_view word) { return name.find(word) != std::string::npos; });
    };
    if (names({"hyoid", "vertebra", "disk", "rib", "costal", "sternum", "scapula", "clavicle", "hip bone", "sacrum",
               "atlas", "axis", "process of organ", "zone of bone organ"})) {
        return BodyPart::trunk;
    }
    if (names({"humerus", "radius", "ulna", "capitate", "hamate", "lunate", "pisiform", "scaphoid", "trape",
               "triquetral", "metacarpal", "finger", "thumb", "forearm"})) {
        return BodyPart::arm;
    }
    if (names({"femur", "patella", "tibia", "fibula", "calcaneus", "cuboid", "cuneiform", "navicular", "talus",
               "metatarsal", "toe", "foot", "leg", "plantar"})) {
        return BodyPart::leg;
    }
    return BodyPart::head;
}

} // namespace palpate::atlas
