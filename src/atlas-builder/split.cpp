// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/split.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "anatomy/jsonfile.h"
#include "atlas-builder/body.h"
#include "atlas-builder/recipe.h"
#include "atlas-builder/recipeentry.h"
#include "atlas-builder/vectormm.h"
#include "core/error.h"

namespace palpate::atlas {

namespace {

using nlohmann::json;

constexpr const char *fileName = "splits.json";

SplitStation readStation(const RecipeEntry &entry)
{
    (void)entry.text("note"); // every station says which landmark it follows
    const SplitStation station{entry.point(entry.list("at")), entry.point(entry.list("normal"))};
    if (station.at.x < 0) {
        entry.fail("stations stand on the left half, x >= 0");
    }
    if (length(station.normal) == 0) {
        entry.fail("\"normal\" needs a direction");
    }
    return station;
}

SplitRecipe readSplit(const RecipeEntry &entry)
{
    SplitRecipe split{entry.text("behind"), entry.text("ahead"), entry.place(), {}};
    for (const json &item : entry.list("stations")) {
        const std::string place = entry.place() + "/stations/" + std::to_string(split.stations.size());
        const RecipeEntry stationEntry{entry.file(), place, item};
        const SplitStation station = readStation(stationEntry);
        if (!split.stations.empty() && station.at.z <= split.stations.back().at.z) {
            stationEntry.fail("stations go up: each stands higher than the one before");
        }
        split.stations.push_back(station);
    }
    if (split.stations.empty()) {
        entry.fail("a split needs a station");
    }
    return split;
}

const StructureRecipe &structureOf(const Recipe &recipe, const SplitRecipe &split, const std::string &id)
{
    const auto found = std::find_if(recipe.structures.begin(), recipe.structures.end(),
                                    [&id](const StructureRecipe &structure) { return structure.id == id; });
    if (found == recipe.structures.end()) {
        throw DataFileError{fileName, split.place, "there is no structure \"" + id + "\""};
    }
    return *found;
}

/// Leaves of every region of a structure what lies on its side: `sign` 1 ahead, -1 behind.
void keepPart(Body &body, const Recipe &recipe, const SplitRecipe &split, const std::string &id, double sign)
{
    for (BodyRegion &region : body.regions) {
        if (recipe.structures[region.structure].id != id) {
            continue;
        }
        std::vector<double> distances;
        distances.reserve(region.mesh.vertices.size());
        for (const PointMm &p : region.mesh.vertices) {
            distances.push_back(sign * splitDistance(split, p));
        }
        region.mesh = keepPositive(region.mesh, distances);
        if (region.mesh.triangles.empty()) {
            throw DataFileError{fileName, split.place, "nothing is left of \"" + id + "\""};
        }
    }
}

} // namespace

double splitDistance(const SplitRecipe &split, const PointMm &point)
{
    const PointMm p = point.x < 0 ? mirrored(point) : point;
    const auto distance = [&p](const SplitStation &station) { return dot(minus(p, station.at), unit(station.normal)); };
    const auto above = std::find_if(split.stations.begin(), split.stations.end(),
                                    [&p](const SplitStation &station) { return station.at.z >= p.z; });
    if (above == split.stations.begin()) {
        return distance(split.stations.front());
    }
    if (above == split.stations.end()) {
        return distance(split.stations.back());
    }
    const SplitStation &below = *(above - 1);
    return std::lerp(distance(below), distance(*above), (p.z - below.at.z) / (above->at.z - below.at.z));
}

std::vector<SplitRecipe> readSplits(const std::filesystem::path &recipeFolder)
{
    const auto path = recipeFolder / fileName;
    if (!std::filesystem::exists(path)) {
        return {};
    }
    const json document = anatomy::readJsonFile(path);
    const RecipeEntry top{fileName, "", document};
    if (top.numberIf("format") != 1) {
        top.fail("\"format\" must be 1");
    }
    std::vector<SplitRecipe> splits;
    for (const json &item : top.list("splits")) {
        splits.push_back(readSplit({fileName, "/splits/" + std::to_string(splits.size()), item}));
    }
    return splits;
}

void applySplits(Body &body, const Recipe &recipe, const std::vector<SplitRecipe> &splits)
{
    for (const SplitRecipe &split : splits) {
        if (structureOf(recipe, split, split.behind).elements != structureOf(recipe, split, split.ahead).elements) {
            throw DataFileError{fileName, split.place,
                                "\"" + split.behind + "\" and \"" + split.ahead +
                                    "\" are not made of the same elements"};
        }
        keepPart(body, recipe, split, split.behind, -1);
        keepPart(body, recipe, split, split.ahead, 1);
    }
}

} // namespace palpate::atlas
