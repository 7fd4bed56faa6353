// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/drape.h"

#include <algorithm>
#include <limits>
#include <map>

#include "atlas-builder/body.h"
#include "atlas-builder/drapeground.h"
#include "atlas-builder/drapesheet.h"
#include "core/error.h"

namespace palpate::atlas {

namespace {

class Draper {
public:
    Draper(Body &body, const Recipe &recipe) : m_body{body}, m_recipe{recipe} {}

    void lay(const DrapeRecipe &drape)
    {
        const std::size_t structure = structureCalled(drape.structure, drape.place);
        const DrapeGround &ground = groundOf(drape);
        std::vector<double> ceiling(ground.columns() * ground.rows(), std::numeric_limits<double>::infinity());
        forEachRegion(drape.under, drape.place, [&](const Mesh &mesh) { ground.lowerCeiling(ceiling, mesh); });
        const Mesh sheet = drapeSheet(drape, ground, ceiling);
        if (sheet.triangles.empty()) {
            throw DataFileError{"drapes.json", drape.place, "the outline has no surface on its ground"};
        }
        append(regionOf(structure, Side::left).mesh, sheet);
        append(regionOf(structure, Side::right).mesh, mirrored(sheet));
    }

private:
    [[nodiscard]] std::size_t structureCalled(const std::string &id, const std::string &place) const
    {
        const auto found = std::find_if(m_recipe.structures.begin(), m_recipe.structures.end(),
                                        [&id](const StructureRecipe &structure) { return structure.id == id; });
        if (found == m_recipe.structures.end()) {
            throw DataFileError{"drapes.json", place, "structures.json has no structure \"" + id + "\""};
        }
        return static_cast<std::size_t>(found - m_recipe.structures.begin());
    }

    template <typename Visit>
    void forEachRegion(const std::vector<std::string> &ids, const std::string &place, const Visit &visit) const
    {
        for (const std::string &id : ids) {
            const std::size_t structure = structureCalled(id, place);
            for (const BodyRegion &region : m_body.regions) {
                if (region.structure == structure) {
                    visit(region.mesh);
                }
            }
        }
    }

    const DrapeGround &groundOf(const DrapeRecipe &drape)
    {
        const auto found = m_grounds.find(drape.ground.id);
        if (found != m_grounds.end()) {
            return found->second;
        }
        DrapeGround ground{drape.ground};
        forEachRegion(drape.ground.sources, drape.place, [&ground](const Mesh &mesh) { ground.add(mesh); });
        ground.finish();
        return m_grounds.emplace(drape.ground.id, std::move(ground)).first->second;
    }

    BodyRegion &regionOf(std::size_t structure, Side side)
    {
        const auto found = std::find_if(m_body.regions.begin(), m_body.regions.end(), [&](const BodyRegion &region) {
            return region.structure == structure && region.side == side;
        });
        if (found != m_body.regions.end()) {
            return *found;
        }
        m_body.regions.push_back({structure, side, {}, {}});
        return m_body.regions.back();
    }

    Body &m_body;
    const Recipe &m_recipe;
    std::map<std::string, DrapeGround> m_grounds;
};

} // namespace

void addDrapes(Body &body, const Recipe &recipe, const std::vector<DrapeRecipe> &drapes)
{
    Draper draper{body, recipe};
    for (const DrapeRecipe &drape : drapes) {
        draper.lay(drape);
    }
}

} // namespace palpate::atlas
