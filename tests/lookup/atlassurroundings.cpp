// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/atlassurroundings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "anatomy/view.h"

namespace palpate::test {

namespace {

using namespace anatomy;
using nlohmann::ordered_json;

using ZonePair = std::pair<std::string, std::string>;

struct Counts {
    /// Pixels at which two zones meet on the skin, in all views.
    std::map<ZonePair, int> borders;
    std::map<std::string, int> borderOf;
    /// Pixels of a muscle under a zone, in all views.
    std::map<std::string, std::map<std::string, int>> under;
    std::set<std::string> unpaired;
};

/// Skin that lies side by side in the picture need not do so on the body: an arm hangs before a hip.
constexpr double farthestMm = 12;
/// Of a zone's border that it must share with a neighbour, and of a muscle's area that must lie under a zone.
constexpr double smallestShare = 0.06;

/// The arm hangs beside the trunk and the thigh, and belongs to them at the shoulder only.
bool isOfArm(const std::string &zone)
{
    static constexpr std::array<std::string_view, 12> beginnings{"arm-",   "elbow-",  "forearm-",   "wrist-",
                                                                 "hand-",  "palm",    "hypothenar", "thumb",
                                                                 "index-", "middle-", "ring-",      "little-"};
    return std::ranges::any_of(beginnings, [&zone](std::string_view one) { return zone.starts_with(one); });
}

bool mayMeet(const ZonePlace &one, const ZonePlace &other)
{
    if (one.zone == other.zone ||
        (one.side != other.side && one.side != Side::midline && other.side != Side::midline)) {
        return false;
    }
    const auto isShoulder = [](const ZonePlace &place) {
        return place.zone.text().starts_with("shoulder-") || place.zone.text() == "axilla";
    };
    return isOfArm(one.zone.text()) == isOfArm(other.zone.text()) || isShoulder(one) || isShoulder(other);
}

bool areBeside(const ViewInfo &view, const GrayImage16 &nearness, int x, int y, int otherX, int otherY)
{
    const auto one = bodyPointAt(view.frame, nearness, {x + 0.5, y + 0.5});
    const auto other = bodyPointAt(view.frame, nearness, {otherX + 0.5, otherY + 0.5});
    return one && other && std::hypot(one->x - other->x, one->y - other->y, one->z - other->z) < farthestMm;
}

void countBorders(const Atlas &atlas, const ViewInfo &view, Counts &counts)
{
    const GrayImage8 zones = loadZones(atlas, view);
    const GrayImage16 nearness = loadNearness(atlas, view, Layer::skin);
    for (int y = 0; y + 1 < zones.height(); ++y) {
        for (int x = 0; x + 1 < zones.width(); ++x) {
            for (const auto &[otherX, otherY] : {std::pair{x + 1, y}, std::pair{x, y + 1}}) {
                const auto one = atlas.zoneAt(zones.at(x, y));
                const auto other = atlas.zoneAt(zones.at(otherX, otherY));
                if (!one || !other || !mayMeet(*one, *other) || !areBeside(view, nearness, x, y, otherX, otherY)) {
                    continue;
                }
                ++counts.borders[std::minmax(one->zone.text(), other->zone.text())];
                ++counts.borderOf[one->zone.text()];
                ++counts.borderOf[other->zone.text()];
            }
        }
    }
}

/// A muscle is under the zone that is seen over it, unless an arm hangs between them: the side views leave the arm out,
/// and so many bodies deep nothing is meant.
void countMuscles(const Atlas &atlas, const ViewInfo &view, Counts &counts)
{
    const GrayImage8 zones = loadZones(atlas, view);
    const StackMap stacks = StackMap::load(atlas, view);
    for (int y = 0; y < zones.height(); y += 2) {
        for (int x = 0; x < zones.width(); x += 2) {
            const auto zone = atlas.zoneAt(zones.at(x, y));
            int depth = 0;
            for (const RegionNumber number : stacks.stackAt(x, y)) {
                const Structure &structure = atlas.structureOf(number);
                const Side side = atlas.region(number).side;
                const bool isSameSide =
                    zone && (zone->side == side || zone->side == Side::midline || side == Side::midline);
                constexpr int deepest = 5;
                if (++depth > deepest || structure.tissue == Tissue::bone) {
                    break;
                }
                if (isSameSide && structure.listed) {
                    ++counts.under[structure.id.text()][zone->zone.text()];
                }
            }
        }
    }
}

ordered_json neighbours(const Counts &counts)
{
    std::map<std::string, std::set<std::string>> near;
    for (const auto &[pair, count] : counts.borders) {
        const int smaller = std::min(counts.borderOf.at(pair.first), counts.borderOf.at(pair.second));
        if (count >= smallestShare * smaller) {
            near[pair.first].insert(pair.second);
        }
    }
    ordered_json list = ordered_json::array();
    for (const auto &[zone, others] : near) {
        list.push_back({{"zone", zone}, {"near", others}});
    }
    return list;
}

ordered_json muscles(const Counts &counts)
{
    ordered_json list = ordered_json::array();
    for (const auto &[muscle, zones] : counts.under) {
        int all = 0;
        for (const auto &[zone, count] : zones) {
            all += count;
        }
        std::set<std::string> under;
        for (const auto &[zone, count] : zones) {
            if (count >= 2 * smallestShare * all) {
                under.insert(zone);
            }
        }
        if (under.empty()) {
            continue;
        }
        ordered_json entry{{"muscle", muscle}, {"under", under}};
        if (counts.unpaired.contains(muscle)) {
            entry["unpaired"] = true;
        }
        list.push_back(std::move(entry));
    }
    return list;
}

/// One entry a line, so that a change can be read.
std::string lines(const ordered_json &list)
{
    std::string text;
    for (const ordered_json &entry : list) {
        text += (text.empty() ? "    " : ",\n    ") + entry.dump();
    }
    return "[\n" + text + "\n  ]";
}

} // namespace

std::string surroundingsIn(const Atlas &atlas, const KnowledgeBase &base)
{
    Counts counts;
    for (const ViewInfo &view : atlas.views()) {
        countBorders(atlas, view, counts);
        countMuscles(atlas, view, counts);
    }
    for (const MusclePattern &pattern : base.patterns()) {
        if (atlas.regionOf(pattern.id, Side::midline) && !atlas.regionOf(pattern.id, Side::left)) {
            counts.unpaired.insert(pattern.id.text());
        }
    }
    return "{\n  \"format\": 1,\n  \"license\": \"CC-BY-SA-4.0\",\n  \"neighbours\": " + lines(neighbours(counts)) +
           ",\n  \"muscles\": " + lines(muscles(counts)) + "\n}\n";
}

} // namespace palpate::test
