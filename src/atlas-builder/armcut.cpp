// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/armcut.h"

#include <cmath>
#include <utility>

namespace palpate::atlas {

namespace {

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

} // namespace

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
    return ArmCut{side,
                  middleAtHeight(bone->mesh, boundsOf(deltoid->mesh).low.z - belowDeltoid),
                  {along.x / length, along.y / length, along.z / length}};
}

void tellArmFromTrunk(const ArmCut &cut, const Mesh &skin, std::vector<BodyPart> &parts)
{
    constexpr double marginMm = 4;
    std::vector<std::vector<std::uint32_t>> beside(skin.vertices.size());
    const auto isBelow = [&](std::uint32_t at) {
        const PointMm &p = skin.vertices[at];
        return (p.x == 0 || cut.isOnSide(p)) && cut.distance(p) < ArmCut::fadeMm + marginMm;
    };
    for (const auto &[a, b, c] : skin.triangles) {
        for (const auto &[from, to] : {std::pair{a, b}, {b, c}, {c, a}}) {
            if (isBelow(from) && isBelow(to)) {
                beside[from].push_back(to);
                beside[to].push_back(from);
            }
        }
    }
    std::vector<bool> seen(skin.vertices.size(), false);
    for (std::uint32_t start = 0; start < seen.size(); ++start) {
        if (seen[start] || !isBelow(start)) {
            continue;
        }
        std::vector<std::uint32_t> piece{start};
        seen[start] = true;
        std::size_t onArm = 0;
        for (std::size_t at = 0; at < piece.size(); ++at) {
            onArm += parts[piece[at]] == BodyPart::arm ? 1U : 0U;
            for (const std::uint32_t other : beside[piece[at]]) {
                if (!seen[other]) {
                    seen[other] = true;
                    piece.push_back(other);
                }
            }
        }
        const bool isArm = 2 * onArm > piece.size();
        for (const std::uint32_t at : piece) {
            if (isArm || parts[at] == BodyPart::arm) {
                parts[at] = isArm ? BodyPart::arm : BodyPart::trunk;
            }
        }
    }
}

} // namespace palpate::atlas
