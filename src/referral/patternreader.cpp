// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/patternreader.h"

#include <algorithm>
#include <set>

namespace palpate::knowledge {

namespace {

constexpr auto sidesWords = keysOf(allSiteSides);
constexpr auto kindWords = keysOf(allPatternKinds);
constexpr auto layerWords = keysOf(allMuscleLayers);
constexpr auto pressureWords = keysOf(allPressureGrades);
constexpr auto techniqueWords = keysOf(allTechniques);
constexpr auto gradeWords = keysOf(allEvidenceGrades);
constexpr auto agreementWords = keysOf(allAgreements);

/// Reads an id that has to be among the known ones.
template <typename Id>
[[nodiscard]] Id readKnown(const Node &node, const std::unordered_set<Id> &known, const char *what)
{
    auto id = readId<Id>(node);
    if (!known.contains(id)) {
        throw node.fault(std::string{"no such "} + what + ": " + id.text());
    }
    return id;
}

class Reader {
public:
    explicit Reader(const KnownIds &known) noexcept : m_known{known} {}

    [[nodiscard]] MusclePattern read(const Node &node) const
    {
        const Node names = node.at("names");
        MusclePattern pattern{
            readId<MuscleId>(node.at("id")),
            readId<ReferralGroupId>(node.at("referral_group")),
            {names.at("common").text(), names.at("latin").text(), readList(names.at("people"), readText)},
            node.at("action").text(),
            node.at("explanation").text(),
            readOptionalText(node, "warning"),
            readList(node.at("trigger_points"), [this](const Node &site) { return readSite(site); }),
            readList(node.at("sources"), [this](const Node &citation) { return readCitation(citation); }),
            readWord(node.at("pattern"), kindWords),
            readId<BodyRegionId>(node.at("region")),
            readWord(node.at("layer"), layerWords),
            readOptional(node, "fma"),
            readListIfThere(node, "provokes",
                            [this](const Node &id) { return readKnown(id, m_known.activities, "activity"); }),
            readListIfThere(node, "limits",
                            [this](const Node &id) { return readKnown(id, m_known.movements, "movement"); }),
            readListIfThere(node, "look_alikes", readText),
            readSelfCare(node.at("self_care")),
            readSecondLook(node)};
        checkZones(node, pattern);
        return pattern;
    }

private:
    [[nodiscard]] static SelfCare readSelfCare(const Node &node)
    {
        SelfCare care{readWord(node.at("pressure"), pressureWords),
                      readList(node.at("techniques"), [](const Node &word) { return readWord(word, techniqueWords); })};
        if (contradictsItself(care)) {
            throw node.fault("a place that is never pressed has a technique that presses");
        }
        return care;
    }

    [[nodiscard]] static std::optional<SecondLook> readSecondLook(const Node &muscle)
    {
        if (!muscle.has("second_look")) {
            return std::nullopt;
        }
        const Node node = muscle.at("second_look");
        return SecondLook{readWord(node.at("agreement"), agreementWords), readOptionalText(node, "settled")};
    }

    static void checkZones(const Node &node, const MusclePattern &pattern)
    {
        const Node sites = node.at("trigger_points");
        const bool hasPattern = pattern.kind != PatternKind::none;
        if (hasPattern &&
            std::ranges::all_of(pattern.triggerPoints, &std::vector<ZoneHit>::empty, &SitePattern::essential)) {
            throw sites.fault("no trigger point has an essential zone, though a pattern is published");
        }
        for (std::size_t at = 0; at < sites.size(); ++at) {
            const SitePattern &site = pattern.triggerPoints[at];
            if (hasPattern && site.essential.empty() && site.otherEffects.empty()) {
                throw sites.at(at).fault("neither an essential zone nor another effect");
            }
            if (!hasPattern && !(site.essential.empty() && site.spillover.empty())) {
                throw sites.at(at).fault("a zone, though no pattern is published");
            }
        }
    }

    [[nodiscard]] SitePattern readSite(const Node &node) const
    {
        std::set<std::pair<ZoneId, FeltOn>> seen;
        const auto read = [this, &seen](const Node &hitNode) {
            ZoneHit hit = readHit(hitNode);
            if (!seen.emplace(hit.zone, hit.on).second) {
                throw hitNode.fault("this zone stands twice for one trigger point: " + hit.zone.text());
            }
            return hit;
        };
        return {readId<SiteId>(node.at("id")),
                node.at("name").text(),
                node.at("site").text(),
                readWord(node.at("sides"), sidesWords),
                readList(node.at("essential"), read),
                readList(node.at("spillover"), read),
                readListIfThere(node, "other_effects", readText)};
    }

    [[nodiscard]] ZoneHit readHit(const Node &node) const
    {
        const Node zoneNode = node.at("zone");
        auto zone = readId<ZoneId>(zoneNode);
        const auto laterality = m_known.zones.find(zone);
        if (laterality == m_known.zones.end()) {
            throw zoneNode.fault("no such zone: " + zone.text());
        }
        const bool isMidline = laterality->second == Laterality::midline;
        if (isMidline && node.has("crosses")) {
            throw node.fault("a zone of the midline has no other side: " + zone.text());
        }
        const FeltOn paired = node.has("crosses") ? FeltOn::otherSide : FeltOn::sameSide;
        return {std::move(zone), node.at("weight").number(), isMidline ? FeltOn::midline : paired};
    }

    [[nodiscard]] Citation readCitation(const Node &node) const
    {
        const Node refNode = node.at("ref");
        return {readKnown(refNode, m_known.sources, "source"), readWord(node.at("grade"), gradeWords)};
    }

    const KnownIds &m_known;
};

} // namespace

MusclePattern readPattern(const Node &node, const KnownIds &known) { return Reader{known}.read(node); }

} // namespace palpate::knowledge
