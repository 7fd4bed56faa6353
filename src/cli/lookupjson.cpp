// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lookupjson.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "cli/reasonwords.h"

namespace palpate::cli {

namespace {

using nlohmann::ordered_json;

template <typename Id> ordered_json idsOf(const std::vector<Id> &ids)
{
    ordered_json list = ordered_json::array();
    for (const Id &id : ids) {
        list.push_back(id.text());
    }
    return list;
}

/// Several zones that a word may mean share its weight.
void addZones(const KnowledgeBase &base, const FeltPlace &place, ordered_json &list)
{
    const double weight = std::round(place.weight / static_cast<double>(place.zones.size()) * 1000) / 1000;
    for (const ZoneId &id : place.zones) {
        const Zone *zone = base.zone(id);
        const auto add = [&](std::string_view side) {
            list.push_back({{"zone", id.text()}, {"side", side}, {"weight", weight}});
        };
        if (zone != nullptr && zone->laterality == Laterality::midline) {
            add("midline");
        } else if (place.side == FeltSide::both) {
            add("left");
            add("right");
        } else {
            add(toKey(place.side));
        }
    }
}

ordered_json queryOf(const KnowledgeBase &base, const Understood &understood)
{
    ordered_json felt = ordered_json::array();
    for (const FeltPlace &place : understood.query.felt) {
        addZones(base, place, felt);
    }
    ordered_json spared = ordered_json::array();
    for (const FeltPlace &place : understood.query.spared) {
        addZones(base, place, spared);
    }
    return {{"zones", felt},
            {"unmatched", understood.unmatched},
            {"spared", spared},
            {"provoked_by", idsOf(understood.query.provokedBy)},
            {"limited", idsOf(understood.query.limited)},
            {"qualities", idsOf(understood.qualities)},
            {"sides_contradict", understood.doSidesContradict}};
}

ordered_json alertOf(const RuleBase &rules, const RedFlag &flag)
{
    std::string advice;
    for (const AdviceId &id : flag.advice) {
        if (const Advice *one = rules.adviceOf(id)) {
            advice += (advice.empty() ? "" : " ") + one->text;
        }
    }
    ordered_json alert{{"urgency", toKey(flag.urgency)}, {"reason", flag.reason}, {"advice", advice}};
    alert["kind"] = flag.kind == RedFlagKind::despair ? "despair" : "alarm";
    // Null is the whole body.
    alert["keep_off"] = flag.places ? idsOf(*flag.places) : ordered_json(nullptr);
    return alert;
}

ordered_json candidateOf(const KnowledgeBase &base, const Candidate &candidate)
{
    return {{"referral_group", candidate.group.text()},
            {"muscles", idsOf(candidate.muscles)},
            {"side", toKey(candidate.side)},
            {"score", candidate.score},
            {"explains", candidate.explains},
            {"felt", candidate.felt},
            {"tied", candidate.tied},
            {"essential", idsOf(candidate.essential)},
            {"spillover", idsOf(candidate.spillover)},
            {"reason", reasonWords(base, candidate)},
            {"local", candidate.local}};
}

} // namespace

std::string lookupJson(const KnowledgeBase &base, const RuleBase &rules, const LookupAnswer &answer, std::size_t limit)
{
    ordered_json result{{"query", queryOf(base, answer.understood)}, {"alerts", ordered_json::array()}};
    for (const RedFlag *alert : answer.alerts) {
        result["alerts"].push_back(alertOf(rules, *alert));
    }
    result["candidates"] = ordered_json::array();
    for (const Candidate &candidate : answer.ranking.candidates) {
        if (result["candidates"].size() < limit) {
            result["candidates"].push_back(candidateOf(base, candidate));
        }
    }
    result["explaining_set"] = idsOf(answer.ranking.explainingSet);
    result["unexplained"] = idsOf(answer.ranking.unexplained);
    return result.dump(1) + "\n";
}

} // namespace palpate::cli
