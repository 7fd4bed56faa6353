// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/cases.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

namespace palpate::test {

namespace {

const std::filesystem::path root{PALPATE_SOURCE_DIR};

FeltPlace placeIn(const nlohmann::json &zone)
{
    const auto side = fromKey<FeltSide>(zone.at("side").get<std::string>());
    return {
        {ZoneId{zone.at("zone").get<std::string>()}}, side.value_or(FeltSide::either), zone.at("weight").get<double>()};
}

} // namespace

std::vector<Case> casesOf(std::string_view name, Part part)
{
    const std::string file = std::string{name} + (part == Part::open ? "-open.json" : "-counted.json");
    std::ifstream stream{root / "tests/data/lookup" / file};
    const nlohmann::json document = nlohmann::json::parse(stream);
    std::vector<Case> cases;
    for (const auto &entry : document.at("cases")) {
        Case one{entry.at("id"), entry.at("text"), entry.value("group", ""), {}, entry.value("urgency", "")};
        const nlohmann::json zones = entry.value("zones", nlohmann::json::array());
        for (const auto &zone : zones) {
            one.zones.push_back(placeIn(zone));
        }
        cases.push_back(std::move(one));
    }
    return cases;
}

std::uint32_t hashOf(std::string_view text) noexcept
{
    std::uint32_t hash = 2166136261;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
    }
    return hash;
}

const LoadedAll &world()
{
    static const LoadedAll loaded = loadAll(root / "resources/knowledge", root / "resources/schema");
    return loaded;
}

const Lookup &theLookup()
{
    static const Lookup made{world().base, world().rules, world().surroundings};
    return made;
}

std::optional<std::size_t> placeOf(const Ranking &ranking, std::string_view group)
{
    const auto &list = ranking.candidates;
    const auto at = std::ranges::find(list, group, [](const Candidate &one) { return one.group.text(); });
    if (at == list.end()) {
        return std::nullopt;
    }
    auto last = at;
    while (last + 1 != list.end() && (last + 1)->tied) {
        ++last;
    }
    return static_cast<std::size_t>(last - list.begin()) + 1;
}

} // namespace palpate::test
