// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/body.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <unordered_map>

#include "atlas-builder/drape.h"
#include "atlas-builder/loft.h"
#include "atlas-builder/split.h"
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
    void add(const PointMm &p, BodyPart part) { m_cells[key(cell(p.x), cell(p.y), cell(p.z))].push_back({p, part}); }

    [[nodiscard]] BodyPart partAt(const PointMm &p) const
    {
        const std::array<int, 3> centre{cell(p.x), cell(p.y), cell(p.z)};
        double best = std::numeric_limits<double>::max();
        BodyPart part = BodyPart::trunk;
        for (int shell = 0; shell < 40; ++shell) {
            // A shell further out than the best so far cannot hold a nearer point.
            if (shell > 0 && best <= std::pow((shell - 1) * cellMm, 2)) {
                break;
            }
            visitShell(centre, shell, [&](const Entry &entry) {
                const double distance =
                    std::pow(entry.at.x - p.x, 2) + std::pow(entry.at.y - p.y, 2) + std::pow(entry.at.z - p.z, 2);
                if (distance < best) {
                    best = distance;
                    part = entry.part;
                }
            });
        }
        return part;
    }

private:
    struct Entry {
        PointMm at;
        BodyPart part;
    };
    static constexpr double cellMm = 12;

    static int cell(double mm) { return static_cast<int>(std::floor(mm / cellMm)); }

    static std::int64_t key(int x, int y, int z)
    {
        constexpr std::int64_t span = 4096;
        return ((x + span / 2) * span + (y + span / 2)) * span + (z + span / 2);
    }

    template <typename Visit> void visitShell(const std::array<int, 3> &c, int shell, const Visit &visit) const
    {
        for (int dx = -shell; dx <= shell; ++dx) {
            for (int dy = -shell; dy <= shell; ++dy) {
                const bool onSide = std::abs(dx) == shell || std::abs(dy) == shell;
                for (int dz = -shell; dz <= shell; dz += onSide || shell == 0 ? 1 : 2 * shell) {
                    const auto found = m_cells.find(key(c[0] + dx, c[1] + dy, c[2] + dz));
                    if (found != m_cells.end()) {
                        std::for_each(found->second.begin(), found->second.end(), visit);
                    }
                }
            }
        }
    }

    std::unordered_map<std::int64_t, std::vector<Entry>> m_cells;
};

/// Where an arm is cut to look behind it: across the upper arm bone, just below the deltoid.
struct ArmCut {
    PointMm at;
    PointMm upwards; ///< along the bone

    [[nodiscard]] double distance(const PointMm &p) const
    {
        return (p.x - at.x) * upwards.x + (p.y - at.y) * upwards.y + (p.z - at.z) * upwards.z;
    }
};

/// The middle of the vertices within a few millimetres of a height.
PointMm middleAtHeight(const Mesh &mesh, double z)
{
    constexpr double reach = 12;
    PointMm sum;
    double count = 0;
    for (const PointMm &p : mesh.vertices) {
        if (std::abs(p.z - z) <= reach) {
            sum = {sum.x + p.x, sum.y + p.y, sum.z + p.z};
            ++count;
        }
    }
    return count == 0 ? PointMm{0, 0, z} : PointMm{sum.x / count, sum.y / count, sum.z / count};
}

const BodyRegion *findRegion(const Body &body, const Recipe &recipe, const std::string &id, Side side)
{
    const auto found = std::find_if(body.regions.begin(), body.regions.end(), [&](const BodyRegion &region) {
        return region.side == side && recipe.structures[region.structure].id == id;
    });
    return found == body.regions.end() ? nullptr : &*found;
}

/// Nothing for a body without these two structures.
std::optional<ArmCut> armCut(const Body &body, const Recipe &recipe, Side side)
{
    const BodyRegion *bone = findRegion(body, recipe, "humerus", side);
    const BodyRegion *deltoid = findRegion(body, recipe, "deltoid-middle", side);
    if (bone == nullptr || deltoid == nullptr) {
        return std::nullopt;
    }
    const Box box = boundsOf(bone->mesh);
    const PointMm top = middleAtHeight(bone->mesh, box.high.z - 30);
    const PointMm bottom = middleAtHeight(bone->mesh, box.low.z + 30);
    const PointMm along{top.x - bottom.x, top.y - bottom.y, top.z - bottom.z};
    const double length = std::sqrt(along.x * along.x + along.y * along.y + along.z * along.z);
    constexpr double belowDeltoid = 4;
    return ArmCut{middleAtHeight(bone->mesh, boundsOf(deltoid->mesh).low.z - belowDeltoid),
                  {along.x / length, along.y / length, along.z / length}};
}

/// One number a skin vertex: negative on the arm below the cut.
std::vector<double> skinDistances(const Body &body, const ArmCut &cut, Side side)
{
    std::vector<double> distances;
    distances.reserve(body.skin.vertices.size());
    for (std::size_t at = 0; at < body.skin.vertices.size(); ++at) {
        const PointMm &p = body.skin.vertices[at];
        const bool onArm = body.skinParts[at] == BodyPart::arm && (p.x > 0) == (side == Side::left);
        distances.push_back(onArm ? cut.distance(p) : 1.0);
    }
    return distances;
}

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
        for (BodyRegion &region : m_body.regions) {
            region.isArm = liesAlongArm(region, bones);
        }
        m_body.skin = readObj(m_anatomy / "makehuman" / "skin-male-posed.obj");
        m_body.skinNormals = vertexNormals(m_body.skin);
        m_body.skinParts.reserve(m_body.skin.vertices.size());
        for (const PointMm &p : m_body.skin.vertices) {
            m_body.skinParts.push_back(bones.partAt(p));
        }
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

Body withoutArm(const Body &body, const Recipe &recipe, Side side)
{
    const auto cut = armCut(body, recipe, side);
    if (!cut) {
        return body;
    }
    Body result = body;
    for (BodyRegion &region : result.regions) {
        if (!region.isArm || region.side != side) {
            continue;
        }
        std::vector<double> distances;
        for (const PointMm &p : region.mesh.vertices) {
            distances.push_back(cut->distance(p));
        }
        region.mesh = keepPositive(region.mesh, distances);
        region.normals = vertexNormals(region.mesh);
    }
    // The parts of the skin that stay are found again from the vertices, whose numbers change.
    const std::vector<double> distances = skinDistances(body, *cut, side);
    Mesh skin;
    std::vector<PointMm> normals;
    std::vector<BodyPart> parts;
    std::vector<std::uint32_t> numbers(body.skin.vertices.size());
    for (std::size_t at = 0; at < body.skin.vertices.size(); ++at) {
        numbers[at] = static_cast<std::uint32_t>(skin.vertices.size());
        if (distances[at] >= 0) {
            skin.vertices.push_back(body.skin.vertices[at]);
            normals.push_back(body.skinNormals[at]);
            parts.push_back(body.skinParts[at]);
        }
    }
    for (const auto &[a, b, c] : body.skin.triangles) {
        if (distances[a] >= 0 && distances[b] >= 0 && distances[c] >= 0) {
            skin.triangles.push_back({numbers[a], numbers[b], numbers[c]});
        }
    }
    result.skin = std::move(skin);
    result.skinNormals = std::move(normals);
    result.skinParts = std::move(parts);
    return result;
}

Mesh armSkin(const Body &body, const Recipe &recipe, Side side)
{
    const auto cut = armCut(body, recipe, side);
    if (!cut) {
        return {};
    }
    std::vector<double> distances = skinDistances(body, *cut, side);
    for (double &distance : distances) {
        distance = -distance;
    }
    return keepPositive(body.skin, distances);
}

Body buildBody(const std::filesystem::path &anatomy, const Recipe &recipe, const Progress &progress)
{
    return BodyBuilder{anatomy, recipe, progress}.build();
}

} // namespace palpate::atlas
