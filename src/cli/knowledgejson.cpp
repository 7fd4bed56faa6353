// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/knowledgejson.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace palpate::cli {

namespace {

using nlohmann::ordered_json;

ordered_json zoneIds(const std::vector<ZoneHit> &hits)
{
    ordered_json ids = ordered_json::array();
    for (const ZoneHit &hit : hits) {
        // A zone that is also felt on the other side is the same zone.
        if (std::ranges::find(ids, ordered_json(hit.zone.text())) == ids.end()) {
            ids.push_back(hit.zone.text());
        }
    }
    return ids;
}

ordered_json sourceOf(const KnowledgeBase &base, const Citation &citation)
{
    ordered_json result{{"id", citation.ref.text()}, {"grade", toKey(citation.grade)}};
    if (const Source *source = base.source(citation.ref)) {
        result["reference"] = source->reference;
        if (source->doi) {
            result["doi"] = *source->doi;
        }
        if (source->pmid) {
            result["pmid"] = *source->pmid;
        }
    }
    return result;
}

} // namespace

std::string muscleJson(const KnowledgeBase &base, const MusclePattern &pattern)
{
    ordered_json result;
    result["id"] = pattern.id.text();
    result["referral_group"] = pattern.referralGroup.text();
    result["names"] = {
        {"common", pattern.names.common}, {"latin", pattern.names.latin}, {"people", pattern.names.people}};
    result["pattern"] = toKey(pattern.kind);
    result["trigger_points"] = ordered_json::array();
    for (const SitePattern &site : pattern.triggerPoints) {
        result["trigger_points"].push_back({{"id", site.id.text()},
                                            {"name", site.name},
                                            {"sides", toKey(site.sides)},
                                            {"essential", zoneIds(site.essential)},
                                            {"spillover", zoneIds(site.spillover)}});
    }
    result["sources"] = ordered_json::array();
    for (const Citation &citation : pattern.sources) {
        result["sources"].push_back(sourceOf(base, citation));
    }
    return result.dump(1) + "\n";
}

std::string zonesJson(const KnowledgeBase &base)
{
    ordered_json zones = ordered_json::array();
    for (const Zone &zone : base.zones()) {
        zones.push_back({{"zone", zone.id.text()},
                         {"description", zone.description},
                         {"view", toKey(zone.view)},
                         {"laterality", toKey(zone.laterality)},
                         {"words", zone.words}});
    }
    return zones.dump(1) + "\n";
}

} // namespace palpate::cli
