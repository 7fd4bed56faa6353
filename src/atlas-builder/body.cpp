// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/body.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "atlas-builder/armcut.h"
#include "atlas-builder/drape.h"
#include "atlas-builder/loft.h"
#include "atlas-builder/split.h"
#include "atlas-builder/vectormm.h"
#include "core/error.h"

namespace palpate::atlas {

namespace {

/// The half in which most of the surface lies: by summed triangle area, so that neither a name nor specks decide.
std::optional<Half> halfOf(const Mesh &mesh)
{
    std::array<double, 2> area{};
    for (const auto &[a, b, c] : mesh.triangles) {
        const PointMm &p = mesh.vertices[a];
        const PointMm &q = mesh.vertices[b];
        const PointMm &r = mesh.vertices[c];
        const PointMm u{q.x - p.x, q.y - p.y, q.z - p.z};
        const PointMm v{r.x - p.x, r.y - p.y, r.z - p.z};
        const PointMm n{u.y * v.z - u.z * v.y, u.z * v.x - u.x * v.z, u.x * v.y - u.y * v.x};
        area[p.x + q.x + r.x > 0 ? 1 : 0] += std::sqrt(n.x * n.x + n.y * n.y + n.z * n.z);
    }
    constexpr double clearly = 1.5; // the tongue's muscles reach 1.5 mm over the midline
    if (area[1] > clearly * area[0]) {
        return Half::left;
    }
    if (area[0] > clearly * area[1]) {
        return Half::right;
    }
    return std::nullopt;
}

/// Finds the nearest of many points: a grid of cubes, searched shell by shell.
class NearestBone {
public:
    void add(const PointMm &p, BodyPart part) { m_added.push_back({p, part}); }

    /// Call once, when all points are in.
    void prepare()
    {
        if (m_added.empty()) {
            return;
        }
        std::array<int, 3> high{};
        for (const Entry &entry : m_added) {
            const auto cells = cellsOf(entry.at);
            for (std::size_t axis = 0; axis < 3; ++axis) {
                m_low[axis] = &entry == m_added.data() ? cells[axis] : std::min(m_low[axis], cells[axis]);
                high[axis] = &entry == m_added.data() ? cells[axis] : std::max(high[axis], cells[axis]);
            }
        }
        for (std::size_t axis = 0; axis < 3; ++axis) {
            m_size[axis] = high[axis] - m_low[axis] + 1;
        }
        m_cells.resize(static_cast<std::size_t>(m_size[0]) * static_cast<std::size_t>(m_size[1]) *
                       static_cast<std::size_t>(m_size[2]));
        for (const Entry &entry : m_added) {
            const auto [x, y, z] = cellsOf(entry.at);
            m_cells[place(x - m_low[0], y - m_low[1], z - m_low[2])].push_back(entry);
        }
        m_added.clear();
    }

    [[nodiscard]] BodyPart partAt(const PointMm &p) const
    {
        return nearest(p, [](const PointMm &) { return true; }).value_or(BodyPart::trunk);
    }

    /// The same for a point of the skin and the direction that it faces: a bone beside the skin, across the gap of the
    /// armpit or between two fingers, does not count.
    [[nodiscard]] BodyPart partUnder(const PointMm &p, const PointMm &outwards) const
    {
        constexpr double straightEnough = 0.6;
        const auto isUnder = [&](const PointMm &bone) {
            const PointMm step = minus(bone, p);
            return dot(step, outwards) < -straightEnough * length(step);
        };
        const auto under = nearest(p, isUnder);
        return under ? *under : partAt(p);
    }

private:
    struct Entry {
        PointMm at;
        BodyPart part;
    };
    static constexpr double cellMm = 12;

    static std::array<int, 3> cellsOf(const PointMm &p)
    {
        return {static_cast<int>(std::floor(p.x / cellMm)), static_cast<int>(std::floor(p.y / cellMm)),
                static_cast<int>(std::floor(p.z / cellMm))};
    }

    [[nodiscard]] std::size_t place(int x, int y, int z) const
    {
        return (static_cast<std::size_t>(x) * static_cast<std::size_t>(m_size[1]) + static_cast<std::size_t>(y)) *
                   static_cast<std::size_t>(m_size[2]) +
               static_cast<std::size_t>(z);
    }

    template <typename Accept>
    [[nodiscard]] std::optional<BodyPart> nearest(const PointMm &p, const Accept &accept) const
    {
        std::array<int, 3> centre = cellsOf(p);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            centre[axis] -= m_low[axis];
        }
        double best = std::numeric_limits<double>::max();
        std::optional<BodyPart> part;
        for (int shell = 0; shell < 40; ++shell) {
            // A shell further out than the best so far cannot hold a nearer point.
            if (shell > 0 && best <= std::pow((shell - 1) * cellMm, 2)) {
                break;
            }
            visitShell(centre, shell, [&](const Entry &entry) {
                const double distance =
                    std::pow(entry.at.x - p.x, 2) + std::pow(entry.at.y - p.y, 2) + std::pow(entry.at.z - p.z, 2);
                if (distance < best && accept(entry.at)) {
                    best = distance;
                    part = entry.part;
                }
            });
        }
        return part;
    }

    template <typename Visit> void visitShell(const std::array<int, 3> &c, int shell, const Visit &visit) const
    {
        const auto from = [&](std::size_t axis) { return std::max(c[axis] - shell, 0); };
        const auto to = [&](std::size_t axis) { return std::min(c[axis] + shell, m_size[axis] - 1); };
        for (int x = from(0); x <= to(0); ++x) {
            for (int y = from(1); y <= to(1); ++y) {
                const auto visitCell = [&](int z) {
                    const auto &cell = m_cells[place(x, y, z)];
                    std::for_each(cell.begin(), cell.end(), visit);
                };
                if (std::abs(x - c[0]) == shell || std::abs(y - c[1]) == shell) {
                    for (int z = from(2); z <= to(2); ++z) {
                        visitCell(z);
                    }
                    continue;
                }
                for (const int z : {c[2] - shell, c[2] + shell}) {
                    if (z >= 0 && z < m_size[2]) {
                        visitCell(z);
                    }
                }
            }
        }
    }

    std::vector<Entry> m_added;
    std::array<int, 3> m_low{};
    std::array<int, 3> m_size{};
    std::vector<std::vector<Entry>> m_cells;
};

class BodyBuilder {
public:
    BodyBuilder(const std::filesystem::path &anatomy, const Recipe &recipe, const Progress &progress)
        : m_anatomy{anatomy}, m_recipe{recipe}, m_progress{progress}
    {}

    Body build()
    {
        for (std::size_t at = 0; at < m_recipe.structures.size(); ++at) {
            m_progress(static_cast<double>(at) / static_cast<double>(m_recipe.structures.size()), "reading meshes");
            addStructure(at);
        }
        applySplits(m_body, m_recipe, m_recipe.splits);
        addLofts(m_body, m_recipe, m_recipe.lofts);
        addDrapes(m_body, m_recipe, m_recipe.drapes);
        for (BodyRegion &region : m_body.regions) {
            region.normals = vertexNormals(region.mesh);
        }
        m_progress(1, "laying the skin over the bones");
        addSkin();
        return std::move(m_body);
    }

private:
    [[nodiscard]] Mesh read(const std::string &element) const
    {
        return readObj(m_anatomy / "bodyparts3d" / (element + ".obj"));
    }

    void addStructure(std::size_t at)
    {
        const StructureRecipe &structure = m_recipe.structures[at];
        std::map<Side, Mesh> bySide;
        for (const std::string &element : structure.elements) {
            const Mesh mesh = read(element);
            if (structure.midline) {
                append(bySide[Side::midline], mesh);
                continue;
            }
            const auto half = halfOf(mesh);
            if (!half) {
                throw DataFileError{element + ".obj", "",
                                    "spans both sides of the body, but the recipe gives \"" + structure.id +
                                        "\" a left and a right"};
            }
            const Cleaned cleaned = keepHalf(mesh, *half);
            if (cleaned.droppedPieces > 0) {
                m_body.cleaning.push_back(element + " (" + structure.id + "): dropped " +
                                          std::to_string(cleaned.droppedPieces) + " pieces, " +
                                          std::to_string(cleaned.droppedTriangles) +
                                          " triangles, on the other side of the body");
            }
            append(bySide[*half == Half::left ? Side::left : Side::right], cleaned.mesh);
        }
        if (structure.mirror) {
            mirrorMissing(bySide);
        }
        for (const auto &[side, mesh] : bySide) {
            m_body.regions.push_back({at, side, mesh, {}});
        }
    }

    static void mirrorMissing(std::map<Side, Mesh> &bySide)
    {
        for (const Side side : {Side::left, Side::right}) {
            if (bySide.contains(side) && !bySide.contains(mirrored(side))) {
                bySide[mirrored(side)] = mirrored(bySide[side]);
            }
        }
    }

    void addSkin()
    {
        NearestBone bones;
        for (const CatalogueRow &row : readCatalogue(m_anatomy / "catalog.tsv")) {
            if (row.kind == "skeleton") {
                const BodyPart part = partOfBone(row.name);
                for (const PointMm &p : read(row.element).vertices) {
                    bones.add(p, part);
                }
            }
        }
        bones.prepare();
        for (BodyRegion &region : m_body.regions) {
            region.isArm = liesAlongArm(region, bones);
        }
        std::vector<const Mesh *> leftTissue;
        for (const BodyRegion &region : m_body.regions) {
            if (region.side == Side::left) {
                leftTissue.push_back(&region.mesh);
            }
        }
        m_body.skin = mendSkin(readObj(m_anatomy / "makehuman" / "skin-male-posed.obj"), m_recipe.skin, leftTissue);
        m_body.skinNormals = vertexNormals(m_body.skin);
        std::vector<BodyPart> parts(m_body.skin.vertices.size(), BodyPart::trunk);
        for (std::size_t at = 0; at < parts.size(); ++at) {
            // The right half is the mirror image of the left.
            if (m_body.skin.vertices[at].x >= 0) {
                parts[at] = bones.partUnder(m_body.skin.vertices[at], m_body.skinNormals[at]);
            }
        }
        if (const auto cut = armCut(m_body, m_recipe, Side::left)) {
            tellArmFromTrunk(*cut, m_body.skin, parts);
        }
        m_body.skinZones = tileSkin(m_body.skin, std::move(parts), m_recipe.zones);
    }

    /// Muscles say so in the recipe; what the list does not know is told by the bones that most of it lies at.
    [[nodiscard]] bool liesAlongArm(const BodyRegion &region, const NearestBone &bones) const
    {
        const StructureRecipe &structure = m_recipe.structures[region.structure];
        if (structure.listed) {
            return structure.bodyRegion == "arm" || structure.bodyRegion == "forearm" || structure.bodyRegion == "hand";
        }
        std::size_t atArm = 0;
        std::size_t asked = 0;
        const std::size_t stride = std::max<std::size_t>(1, region.mesh.vertices.size() / 40);
        for (std::size_t at = 0; at < region.mesh.vertices.size(); at += stride, ++asked) {
            atArm += bones.partAt(region.mesh.vertices[at]) == BodyPart::arm ? 1U : 0U;
        }
        return 2 * atArm > asked;
    }

    const std::filesystem::path &m_anatomy;
    const Recipe &m_recipe;
    const Progress &m_progress;
    Body m_body;
};

} // namespace

Body buildBody(const std::filesystem::path &anatomy, const Recipe &recipe, const Progress &progress)
{
    return BodyBuilder{anatomy, recipe, progress}.build();
}

} // namespace palpate::atlas
