// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "anatomy/jsonfile.h"
#include "atlas-builder/loft.h"
#include "atlas-builder/recipeentry.h"
#include "atlas-builder/vectormm.h"

namespace palpate::atlas {

namespace {

using nlohmann::json;

constexpr const char *fileName = "lofts.json";

double positive(const RecipeEntry &entry, const char *key)
{
    const double value = orFail(entry, entry.numberIf(key), std::string{"\""} + key + "\" is missing");
    if (!(value > 0)) {
        entry.fail(std::string{"\""} + key + "\" must be greater than 0");
    }
    return value;
}

/// 0 when it is not said.
double fibreDepth(const RecipeEntry &entry)
{
    const double depth = entry.numberIf("fibres").value_or(0);
    if (!(depth >= 0 && depth <= 2)) {
        entry.fail("\"fibres\" is the depth of furrows, from 0 to 2 mm");
    }
    return depth;
}

/// Reads lofts.json: landmarks first, then the shapes that hang on them.
class LoftReader {
public:
    explicit LoftReader(const json &document) : m_top{fileName, "", document}
    {
        if (m_top.numberIf("format") != 1) {
            m_top.fail("\"format\" must be 1");
        }
    }

    std::vector<LoftRecipe> read()
    {
        each(m_top, "landmarks", [this](const RecipeEntry &entry) { readLandmark(entry); });
        each(m_top, "lofts", [this](const RecipeEntry &entry) { readLoft(entry); });
        return std::move(m_lofts);
    }

private:
    template <typename Read> static void each(const RecipeEntry &parent, const char *key, const Read &read)
    {
        std::size_t number = 0;
        for (const json &item : parent.list(key)) {
            read(RecipeEntry{fileName, parent.place() + "/" + key + "/" + std::to_string(number++), item});
        }
    }

    /// A list that may be missing.
    template <typename Read> static void eachIf(const RecipeEntry &parent, const char *key, const Read &read)
    {
        if (parent.has(key)) {
            each(parent, key, read);
        }
    }

    static PointMm onLeft(const RecipeEntry &entry, const PointMm &point)
    {
        if (point.x < 0) {
            entry.fail("points stand on the left half, x >= 0");
        }
        return point;
    }

    void readLandmark(const RecipeEntry &entry)
    {
        (void)entry.text("note"); // every landmark says which feature of which bone it is
        const std::string id = entry.text("id");
        if (!m_landmarks.try_emplace(id, onLeft(entry, entry.point(entry.list("at")))).second) {
            entry.fail("the landmark \"" + id + "\" stands twice");
        }
    }

    [[nodiscard]] PointMm landmark(const RecipeEntry &entry, const std::string &id) const
    {
        const auto found = m_landmarks.find(id);
        if (found == m_landmarks.end()) {
            entry.fail("there is no landmark \"" + id + "\"");
        }
        return found->second;
    }

    /// A landmark's id, three coordinates, or a landmark and a step from it: ["id", dx, dy, dz].
    [[nodiscard]] PointMm point(const RecipeEntry &entry, const json &value) const
    {
        if (value.is_string()) {
            return landmark(entry, value.get<std::string>());
        }
        if (value.is_array() && value.size() == 4 && value[0].is_string()) {
            const PointMm step = entry.point(json{value[1], value[2], value[3]});
            return onLeft(entry, plus(landmark(entry, value[0].get<std::string>()), step));
        }
        return onLeft(entry, entry.point(value));
    }

    [[nodiscard]] LoftStrap readStrap(const RecipeEntry &entry) const
    {
        (void)entry.text("note"); // says from where to where it runs
        LoftStrap strap;
        if (entry.has("flat") == entry.has("outward_from")) {
            entry.fail("a strap needs either \"flat\" or \"outward_from\"");
        }
        if (entry.has("flat")) {
            strap.flat = entry.point(entry.list("flat"));
            if (length(strap.flat) == 0) {
                entry.fail("\"flat\" needs a direction");
            }
        } else {
            strap.outwardFrom = entry.point(entry.list("outward_from"));
        }
        strap.power = entry.numberIf("power").value_or(strap.power);
        if (!(strap.power >= 1 && strap.power <= 10)) {
            entry.fail("\"power\" goes from 1 to 10");
        }
        strap.fibreMm = fibreDepth(entry);
        each(entry, "path", [this, &strap](const RecipeEntry &place) {
            strap.path.push_back(
                {point(place, place.value("at")), positive(place, "width"), positive(place, "thickness")});
        });
        if (strap.path.size() < 2) {
            entry.fail("a strap needs two points or more");
        }
        return strap;
    }

    [[nodiscard]] LoftSheet readSheet(const RecipeEntry &entry) const
    {
        LoftSheet sheet;
        sheet.thicknessMm = positive(entry, "thickness");
        sheet.taperMm = positive(entry, "taper");
        sheet.fibreMm = fibreDepth(entry);
        sheet.slantMm = entry.numberIf("slant").value_or(0);
        each(entry, "rails", [this, &sheet](const RecipeEntry &rail) {
            (void)rail.text("note"); // says what it follows
            std::vector<PointMm> line;
            for (const json &value : rail.list("points")) {
                line.push_back(point(rail, value));
            }
            if (line.size() < 2) {
                rail.fail("a line needs two points or more");
            }
            sheet.rails.push_back(std::move(line));
        });
        if (sheet.rails.size() < 2) {
            entry.fail("a sheet needs two lines or more");
        }
        return sheet;
    }

    static void readRibSpaces(const RecipeEntry &entry, LoftRecipe &loft)
    {
        loft.axis.push_back(onLeft(entry, entry.point(entry.list("axis"))));
        const double thickness = positive(entry, "thickness");
        const double fibres = fibreDepth(entry);
        const double slant = entry.numberIf("slant").value_or(0);
        each(entry, "spaces", [&](const RecipeEntry &item) {
            LoftRibSpace space{item.texts("above"),
                               item.texts("below"),
                               positive(item, "from"),
                               positive(item, "to"),
                               thickness,
                               fibres,
                               slant};
            if (space.above.empty() || space.below.empty() || !(space.fromDegrees < space.toDegrees)) {
                item.fail("a space needs something above and below it, and \"from\" less than \"to\"");
            }
            loft.ribSpaces.push_back(std::move(space));
        });
    }

    void readLoft(const RecipeEntry &entry)
    {
        LoftRecipe loft;
        loft.structure = entry.text("structure");
        loft.place = entry.place();
        if (!m_structures.insert(loft.structure).second) {
            entry.fail("the structure \"" + loft.structure + "\" stands twice");
        }
        eachIf(entry, "straps", [&](const RecipeEntry &item) { loft.straps.push_back(readStrap(item)); });
        eachIf(entry, "sheets", [&](const RecipeEntry &item) { loft.sheets.push_back(readSheet(item)); });
        if (entry.has("rib_spaces")) {
            readRibSpaces({fileName, entry.place() + "/rib_spaces", entry.value("rib_spaces")}, loft);
        }
        if (loft.straps.empty() && loft.sheets.empty() && loft.ribSpaces.empty()) {
            entry.fail("a loft needs a strap, a sheet or a rib space");
        }
        m_lofts.push_back(std::move(loft));
    }

    RecipeEntry m_top;
    std::map<std::string, PointMm> m_landmarks;
    std::set<std::string> m_structures;
    std::vector<LoftRecipe> m_lofts;
};

} // namespace

std::vector<LoftRecipe> readLofts(const std::filesystem::path &recipeFolder)
{
    const auto path = recipeFolder / fileName;
    if (!std::filesystem::exists(path)) {
        return {};
    }
    const json document = anatomy::readJsonFile(path);
    return LoftReader{document}.read();
}

} // namespace palpate::atlas
