// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/loft.h"

#include <algorithm>
#include <cmath>

#include "atlas-builder/body.h"
#include "atlas-builder/loftshape.h"
#include "atlas-builder/recipe.h"
#include "core/error.h"

namespace palpate::atlas {

namespace {

[[noreturn]] void fail(const LoftRecipe &loft, const std::string &part, std::size_t number, const std::string &reason)
{
    throw DataFileError{"lofts.json", loft.place + "/" + part + "/" + std::to_string(number), reason};
}

std::size_t structureOf(const Body &body, const Recipe &recipe, const LoftRecipe &loft)
{
    const auto found =
        std::find_if(recipe.structures.begin(), recipe.structures.end(),
                     [&loft](const StructureRecipe &structure) { return structure.id == loft.structure; });
    if (found == recipe.structures.end()) {
        throw DataFileError{"lofts.json", loft.place, "there is no structure \"" + loft.structure + "\""};
    }
    const auto at = static_cast<std::size_t>(found - recipe.structures.begin());
    if (std::any_of(body.regions.begin(), body.regions.end(),
                    [at](const BodyRegion &region) { return region.structure == at; })) {
        throw DataFileError{"lofts.json", loft.place, "\"" + loft.structure + "\" has a mesh already"};
    }
    return at;
}

/// The lines of a sheet that ends at the midline go on through their mirror images to the other side.
LoftSheet acrossMidline(LoftSheet sheet)
{
    for (std::size_t at = sheet.rails.size() - 1; at > 0; --at) {
        LoftLine rail = sheet.rails[at - 1];
        std::transform(rail.begin(), rail.end(), rail.begin(), [](const PointMm &p) { return mirrored(p); });
        sheet.rails.push_back(std::move(rail));
    }
    return sheet;
}

bool endsAtMidline(const LoftSheet &sheet)
{
    constexpr double atMidlineMm = 0.01;
    return std::all_of(sheet.rails.back().begin(), sheet.rails.back().end(),
                       [](const PointMm &p) { return std::abs(p.x) < atMidlineMm; });
}

/// Straps and sheets as they are written; what runs on over the midline goes into `whole`.
void shapeParts(const LoftRecipe &loft, bool midline, Mesh &left, Mesh &whole)
{
    for (std::size_t at = 0; at < loft.straps.size(); ++at) {
        const auto strap = strapMesh(loft.straps[at]);
        if (!strap) {
            fail(loft, "straps", at, "the centre line has no length, or runs along the direction of \"flat\"");
        }
        append(left, *strap);
    }
    for (std::size_t at = 0; at < loft.sheets.size(); ++at) {
        const LoftSheet &sheet = loft.sheets[at];
        const bool runsOn = midline && endsAtMidline(sheet);
        const auto mesh = sheetMesh(runsOn ? acrossMidline(sheet) : sheet);
        if (!mesh) {
            fail(loft, "sheets", at, "the lines have no length, or lie on each other");
        }
        append(runsOn ? whole : left, *mesh);
    }
}

Mesh meshOf(const Body &body, const Recipe &recipe, const std::vector<std::string> &ids, Side side)
{
    Mesh mesh;
    for (const BodyRegion &region : body.regions) {
        const std::string &id = recipe.structures[region.structure].id;
        if (region.side == side && std::find(ids.begin(), ids.end(), id) != ids.end()) {
            append(mesh, region.mesh);
        }
    }
    return mesh;
}

Mesh ribSpaces(const Body &body, const Recipe &recipe, const LoftRecipe &loft, Side side)
{
    Mesh mesh;
    for (std::size_t at = 0; at < loft.ribSpaces.size(); ++at) {
        const LoftRibSpace &space = loft.ribSpaces[at];
        const PointMm axis = side == Side::left ? loft.axis.front() : mirrored(loft.axis.front());
        const LoftSheet sheet{ribSpaceRails(space, axis, meshOf(body, recipe, space.above, side),
                                            meshOf(body, recipe, space.below, side)),
                              space.thicknessMm, space.thicknessMm / 2, space.fibreMm, space.slantMm};
        const auto part = sheet.rails.empty() ? std::nullopt : sheetMesh(sheet);
        if (!part) {
            fail(loft, "rib_spaces/spaces", at, "the ribs have no space between them at these angles");
        }
        append(mesh, *part);
    }
    return mesh;
}

/// Nothing of a paired structure reaches over the midline: what would is pressed flat against it.
void pressToLeft(Mesh &mesh)
{
    for (PointMm &p : mesh.vertices) {
        p.x = std::max(p.x, 0.0);
    }
}

} // namespace

void addLofts(Body &body, const Recipe &recipe, const std::vector<LoftRecipe> &lofts)
{
    for (const LoftRecipe &loft : lofts) {
        const std::size_t structure = structureOf(body, recipe, loft);
        const bool midline = recipe.structures[structure].midline;
        Mesh left;
        Mesh whole;
        shapeParts(loft, midline, left, whole);
        if (!midline) {
            pressToLeft(left);
        }
        Mesh right = mirrored(left);
        append(left, ribSpaces(body, recipe, loft, Side::left));
        append(right, ribSpaces(body, recipe, loft, Side::right));
        if (midline) {
            append(whole, left);
            append(whole, right);
            body.regions.push_back({structure, Side::midline, std::move(whole), {}});
        } else {
            body.regions.push_back({structure, Side::left, std::move(left), {}});
            body.regions.push_back({structure, Side::right, std::move(right), {}});
        }
    }
}

} // namespace palpate::atlas
