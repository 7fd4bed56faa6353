// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "anatomy/jsonfile.h"
#include "atlas-builder/drape.h"
#include "atlas-builder/recipeentry.h"

namespace palpate::atlas {

namespace {

using nlohmann::json;

constexpr const char *fileName = "drapes.json";

/// Reads drapes.json: landmarks first, then lines and grounds, then the sheets that are made of them.
class DrapeReader {
public:
    explicit DrapeReader(const json &document) : m_top{fileName, "", document}
    {
        if (m_top.numberIf("format") != 1) {
            m_top.fail("\"format\" must be 1");
        }
    }

    std::vector<DrapeRecipe> read()
    {
        each("landmarks", [this](const RecipeEntry &entry) { readLandmark(entry); });
        each("lines", [this](const RecipeEntry &entry) { readLine(entry); });
        each("grounds", [this](const RecipeEntry &entry) { readGround(entry); });
        each("drapes", [this](const RecipeEntry &entry) { readDrape(entry); });
        return std::move(m_drapes);
    }

private:
    /// A place as it is written: on the body, or already on a ground.
    struct Spot {
        std::optional<PointMm> body;
        DrapePlace place;
    };
    using Spots = std::vector<Spot>;

    template <typename Read> void each(const char *key, const Read &read) const
    {
        std::size_t number = 0;
        for (const json &item : m_top.list(key)) {
            read(RecipeEntry{fileName, std::string{"/"} + key + "/" + std::to_string(number++), item});
        }
    }

    template <typename Map, typename Value>
    static void keep(Map &map, const RecipeEntry &entry, const std::string &id, Value value)
    {
        if (!map.try_emplace(id, std::move(value)).second) {
            entry.fail("the id \"" + id + "\" stands twice");
        }
    }

    static double number(const RecipeEntry &entry, const char *key)
    {
        return orFail(entry, entry.numberIf(key), std::string{"\""} + key + "\" is missing");
    }

    static double positive(const RecipeEntry &entry, const char *key)
    {
        const double value = number(entry, key);
        if (!(value > 0)) {
            entry.fail(std::string{"\""} + key + "\" must be greater than 0");
        }
        return value;
    }

    void readLandmark(const RecipeEntry &entry)
    {
        (void)entry.text("note"); // every landmark says which feature it is
        keep(m_landmarks, entry, entry.text("id"), entry.point(entry.list("at")));
    }

    PointMm landmark(const RecipeEntry &entry, const std::string &id) const
    {
        const auto found = m_landmarks.find(id);
        if (found == m_landmarks.end()) {
            entry.fail("there is no landmark \"" + id + "\"");
        }
        return found->second;
    }

    /// A fraction of the way between two landmarks, shifted by some millimetres.
    PointMm fraction(const RecipeEntry &entry, const json &value) const
    {
        const RecipeEntry spot{fileName, entry.place(), value};
        const PointMm from = landmark(entry, spot.text("from"));
        const PointMm to = landmark(entry, spot.textOr("to", spot.text("from")));
        const double t = spot.numberIf("at").value_or(0);
        const PointMm shift = spot.has("shift") ? spot.point(spot.list("shift")) : PointMm{};
        return {std::lerp(from.x, to.x, t) + shift.x, std::lerp(from.y, to.y, t) + shift.y,
                std::lerp(from.z, to.z, t) + shift.z};
    }

    Spot readSpot(const RecipeEntry &entry, const json &value) const
    {
        if (value.is_string()) {
            return {landmark(entry, value.get<std::string>()), {}};
        }
        if (value.is_object()) {
            return {fraction(entry, value), {}};
        }
        if (value.is_array() && value.size() == 2 && value[0].is_number() && value[1].is_number()) {
            return {std::nullopt, {value[0].get<double>(), value[1].get<double>()}};
        }
        if (value.is_array() && value.size() == 3) {
            return {entry.point(value), {}};
        }
        entry.fail("a place is a landmark, a fraction between landmarks, [x, y, z] or [angle, height]");
    }

    Spots readSpots(const RecipeEntry &entry, const json &list) const
    {
        Spots spots;
        for (const json &value : list) {
            spots.push_back(readSpot(entry, value));
        }
        if (spots.size() < 2) {
            entry.fail("a line needs two places");
        }
        return spots;
    }

    void readLine(const RecipeEntry &entry)
    {
        keep(m_lines, entry, entry.text("id"), readSpots(entry, entry.list("places")));
    }

    void readGround(const RecipeEntry &entry)
    {
        DrapeGroundRecipe ground;
        ground.id = entry.text("id");
        ground.axisY = number(entry, "axis_y");
        ground.domeZ = entry.numberIf("dome_z");
        ground.domeRadius = ground.domeZ ? positive(entry, "dome_radius") : 0;
        ground.low = number(entry, "low");
        ground.high = number(entry, "high");
        ground.stepDegrees = positive(entry, "step_degrees");
        ground.stepMm = positive(entry, "step_mm");
        ground.smoothMm = positive(entry, "smooth_mm");
        ground.closingRounds = static_cast<int>(entry.numberIf("closing_rounds").value_or(0));
        ground.sources = entry.texts("sources");
        // One row would have no neighbours to be filled from, and finer grids than these no use.
        if (ground.high - ground.low < 2 * ground.stepMm || ground.stepDegrees > 45 || ground.stepDegrees < 0.05 ||
            ground.stepMm < 0.1) {
            entry.fail("a ground needs at least two rows and columns, and steps of at least 0.1 mm and 0.05 degrees");
        }
        if (entry.has("bridges")) {
            for (const json &bridge : entry.list("bridges")) {
                ground.bridges.push_back(onGround(ground, readSpots(entry, bridge)));
            }
        }
        if (entry.has("guides")) {
            for (const json &guide : entry.list("guides")) {
                ground.guides.push_back(readGuide(entry, guide));
            }
        }
        keep(m_grounds, entry, ground.id, ground);
    }

    std::vector<PointMm> readGuide(const RecipeEntry &entry, const json &guide) const
    {
        std::vector<PointMm> points;
        for (const Spot &spot : readSpots(entry, guide)) {
            points.push_back(orFail(entry, spot.body, "a guide stands on the body: landmarks or [x, y, z]"));
        }
        return points;
    }

    static DrapeLine onGround(const DrapeGroundRecipe &ground, const Spots &spots)
    {
        DrapeLine line;
        for (const Spot &spot : spots) {
            line.push_back(spot.body ? drapePlace(ground, *spot.body) : spot.place);
        }
        return line;
    }

    /// An edge is a list of places or the name of a line; "-name" runs backwards.
    DrapeLine edge(const RecipeEntry &entry, const DrapeGroundRecipe &ground, const json &value) const
    {
        if (value.is_array()) {
            return onGround(ground, readSpots(entry, value));
        }
        if (!value.is_string()) {
            entry.fail("an edge is a list of places or the id of a line");
        }
        std::string id = value.get<std::string>();
        const bool backwards = id.starts_with('-');
        if (backwards) {
            id.erase(0, 1);
        }
        const auto found = m_lines.find(id);
        if (found == m_lines.end()) {
            entry.fail("there is no line \"" + id + "\"");
        }
        DrapeLine line = onGround(ground, found->second);
        if (backwards) {
            std::reverse(line.begin(), line.end());
        }
        return line;
    }

    void readDrape(const RecipeEntry &entry)
    {
        DrapeRecipe drape;
        drape.structure = entry.text("structure");
        drape.place = entry.place();
        const std::string groundId = entry.text("ground");
        const auto ground = m_grounds.find(groundId);
        if (ground == m_grounds.end()) {
            entry.fail("there is no ground \"" + groundId + "\"");
        }
        drape.ground = ground->second;
        for (const json &value : entry.list("outline")) {
            drape.outline.push_back(edge(entry, drape.ground, value));
        }
        if (drape.outline.empty()) {
            entry.fail("\"outline\" needs an edge");
        }
        drape.liftMm = number(entry, "lift");
        drape.thicknessMm = positive(entry, "thickness");
        drape.taperMm = positive(entry, "taper");
        if (entry.has("under")) {
            drape.under = entry.texts("under");
            drape.underMm = positive(entry, "under_by");
        }
        readGrooves(entry, drape);
        if (entry.has("fibres")) {
            const RecipeEntry fibres{fileName, entry.place() + "/fibres", entry.value("fibres")};
            drape.fibres = DrapeFibres{edge(fibres, drape.ground, fibres.value("from")),
                                       edge(fibres, drape.ground, fibres.value("to")), number(fibres, "ridge")};
        }
        m_drapes.push_back(std::move(drape));
    }

    void readGrooves(const RecipeEntry &entry, DrapeRecipe &drape) const
    {
        if (!entry.has("grooves")) {
            return;
        }
        for (const json &value : entry.list("grooves")) {
            const RecipeEntry groove{fileName, entry.place() + "/grooves", value};
            drape.grooves.push_back(
                {edge(groove, drape.ground, groove.value("line")), positive(groove, "width"), number(groove, "depth")});
        }
    }

    RecipeEntry m_top;
    std::map<std::string, PointMm> m_landmarks;
    std::map<std::string, Spots> m_lines;
    std::map<std::string, DrapeGroundRecipe> m_grounds;
    std::vector<DrapeRecipe> m_drapes;
};

} // namespace

std::vector<DrapeRecipe> readDrapes(const std::filesystem::path &recipeFolder)
{
    const std::filesystem::path path = recipeFolder / fileName;
    if (!std::filesystem::exists(path)) {
        return {};
    }
    const json document = anatomy::readJsonFile(path);
    return DrapeReader{document}.read();
}

} // namespace palpate::atlas
