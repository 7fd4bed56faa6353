// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "anatomy/jsonfile.h"
#include "atlas-builder/recipeentry.h"
#include "atlas-builder/skin.h"
#include "atlas-builder/vectormm.h"

namespace palpate::atlas {

namespace {

using nlohmann::json;

constexpr const char *fileName = "skin.json";

double number(const RecipeEntry &entry, const char *key)
{
    return orFail(entry, entry.numberIf(key), std::string{"\""} + key + "\" is missing");
}

SkinPatch readPatch(const RecipeEntry &entry)
{
    SkinPatch patch;
    patch.id = entry.text("id");
    patch.at = entry.point(entry.value("at"));
    patch.outwards = unit(entry.point(entry.value("outwards")));
    patch.bandMm = number(entry, "band");
    patch.coverMm = number(entry, "cover");
    patch.closingMm = number(entry, "closing");
    const RecipeEntry tips{fileName, entry.place() + "/tips", entry.value("tips")};
    patch.tipsAt = tips.point(tips.value("at"));
    patch.tipsTowards = unit(tips.point(tips.value("towards")));
    patch.tipsOverMm = number(tips, "over");
    patch.tipsClosingMm = number(tips, "closing");
    patch.tipsCoverMm = number(tips, "cover");
    patch.passes = static_cast<int>(number(entry, "passes"));
    patch.pad = entry.point(entry.value("pad"));
    patch.box = {entry.point(entry.value("low")), entry.point(entry.value("high"))};
    constexpr double mostMm = 400; // a grid of more voxels than that is a mistake
    const PointMm extent = minus(patch.box.high, patch.box.low);
    for (const double side : {extent.x, extent.y, extent.z}) {
        if (!(side > 0) || side > mostMm) {
            entry.fail("\"low\" and \"high\" span a box of at most 400 mm along each axis");
        }
    }
    return patch;
}

SkinCalming readCalming(const RecipeEntry &entry)
{
    return {entry.text("id"), entry.point(entry.value("at")), number(entry, "radius"),
            static_cast<int>(number(entry, "passes")), entry.flag("flat")};
}

SkinParting readParting(const RecipeEntry &entry)
{
    return {number(entry, "low"), number(entry, "high"), number(entry, "join")};
}

SkinEye readEye(const RecipeEntry &entry) { return {entry.point(entry.value("at")), number(entry, "radius")}; }

template <typename Value>
std::vector<Value> readAll(const RecipeEntry &top, const char *key, Value (*read)(const RecipeEntry &))
{
    std::vector<Value> values;
    for (const json &item : top.list(key)) {
        values.push_back(read({fileName, std::string{"/"} + key + "/" + std::to_string(values.size()), item}));
    }
    return values;
}

} // namespace

SkinRecipe readSkinRecipe(const std::filesystem::path &recipeFolder)
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
    SkinRecipe recipe;
    recipe.passes = static_cast<int>(number(top, "passes"));
    recipe.headFromMm = number(top, "head_from");
    recipe.calmings = readAll(top, "calm", readCalming);
    recipe.patches = readAll(top, "patches", readPatch);
    recipe.partings = readAll(top, "part", readParting);
    if (top.has("eyes")) {
        recipe.eyes = readAll(top, "eyes", readEye);
    }
    return recipe;
}

} // namespace palpate::atlas
