// SPDX-License-Identifier: GPL-3.0-or-later
// What the lookup page shows on the body.
#include "desktop/lookup/lookuppage.h"

#include <algorithm>

#include "desktop/lookup/checkpane.h"
#include "desktop/lookup/forwardpane.h"
#include "desktop/lookup/reversepane.h"
#include "desktop/page/mappane.h"

namespace palpate::desktop {

using anatomy::RegionNumber;

namespace {

/// A place on its side; on both where that was not said.
void addPlace(const ZoneId &zone, FeltSide side, HitKind kind, std::vector<ReferredZone> &zones)
{
    if (side != FeltSide::right) {
        zones.push_back({zone, Side::left, kind, 1});
    }
    if (side != FeltSide::left) {
        zones.push_back({zone, Side::right, kind, 1});
    }
}

} // namespace

std::vector<ReferredZone> LookupPage::patternOf(const Candidate &candidate) const
{
    std::vector<ReferredZone> zones;
    for (const MuscleId &muscle : candidate.muscles) {
        for (const Side side : sidesOf(candidate.side)) {
            if (const MusclePattern *pattern = m_knowledge.pattern(muscle)) {
                std::ranges::copy(referralOf(*pattern, side).zones, std::back_inserter(zones));
            }
        }
    }
    return zones;
}

std::vector<ReferredZone> LookupPage::feltZones() const
{
    const Question &question = m_enquiry.question();
    std::vector<ReferredZone> zones;
    for (const anatomy::ZonePlace &zone : question.zones) {
        zones.push_back({zone.zone, zone.side, HitKind::essential, 1});
    }
    // What is painted shows as paint.
    const auto isPainted = [this](const ZoneId &zone) {
        return std::ranges::any_of(m_enquiry.coverage(), [&zone](const ZoneCoverage &one) { return one.zone == zone; });
    };
    for (const FeltPlace &place : m_enquiry.answer().understood.query.felt) {
        if (place.zones.size() == 1 && !isPainted(place.zones.front())) {
            addPlace(place.zones.front(), place.side, HitKind::essential, zones);
        }
    }
    return zones;
}

std::vector<ReferredZone> LookupPage::unexplained() const
{
    std::vector<ReferredZone> zones;
    const LookupAnswer &answer = m_enquiry.answer();
    for (const FeltPlace &place : answer.understood.query.felt) {
        for (const ZoneId &zone : place.zones) {
            if (std::ranges::find(answer.ranking.unexplained, zone) != answer.ranking.unexplained.end()) {
                addPlace(zone, place.side, HitKind::spillover, zones);
            }
        }
    }
    return zones;
}

void LookupPage::turnToFelt()
{
    const auto &felt = m_enquiry.answer().understood.query.felt;
    if (!m_enquiry.question().words.empty() && !felt.empty() && m_enquiry.question().strokes.empty()) {
        m_pane->showZone({felt.front().zones.front(), felt.front().side == FeltSide::left ? Side::left : Side::right});
        refreshMap();
    }
}

RegionNumber LookupPage::regionOf(const Candidate &candidate) const
{
    return m_scene.atlas()
        .regionOf(candidate.muscles.front(), sidesOf(candidate.side).front())
        .value_or(RegionNumber{0});
}

RegionNumber LookupPage::regionSeen(RegionNumber region)
{
    if (region == 0) {
        return 0;
    }
    const anatomy::ViewInfo *best = m_scene.bestView(region);
    const double here = m_scene.visibleArea(m_map->view(), m_scene.atlas().structureOf(region).layer, region);
    return best != nullptr && 4 * here >= best->ownPixels[region] ? region : RegionNumber{0};
}

void LookupPage::showPoints(bool on)
{
    if (on != m_showsPoints) {
        m_showsPoints = on;
        m_map->setPoints(on ? m_session.read().openPoints() : std::vector<PointOverview>{});
    }
}

void LookupPage::refreshMap()
{
    // While somebody asks, numbers of saved points beside numbered rows would only mislead.
    showPoints(!isReverse());
    if (isReverse()) {
        refreshReverse();
        return;
    }
    m_map->setDrawing(std::nullopt, std::nullopt);
    m_map->setFelt({});
    if (isChecklist()) {
        const auto item = m_check->current();
        m_map->setPattern({});
        m_map->setOwnReferral({});
        m_map->setSelectedRegion(
            item ? m_scene.atlas()
                       .regionOf(m_checking.list()->items[*item].muscle, m_checking.list()->items[*item].side)
                       .value_or(RegionNumber{0})
                 : RegionNumber{0});
        return;
    }
    const auto &subject = m_forward->subject();
    m_forward->setWithheld(subject && m_enquiry.data() != nullptr && m_enquiry.isWithheld(subject->muscle));
    const MusclePattern *pattern = subject ? m_knowledge.pattern(subject->muscle) : nullptr;
    m_map->setSelectedRegion(regionSeen(subject ? subject->region : RegionNumber{0}));
    m_map->setPattern(pattern == nullptr ? std::vector<ReferredZone>{} : referralOf(*pattern, subject->side).zones);
    const auto own = m_forward->point();
    m_map->setOwnReferral(own ? own->referral : std::vector<Stroke>{});
    m_map->setSelectedPoint(own ? std::optional{own->id} : std::nullopt);
}

void LookupPage::refreshReverse()
{
    if (m_isGrowing) {
        return; // while somebody paints, the list moves and the body stands still
    }
    const Question &question = m_enquiry.question();
    PainEntry drawing{PainEntryId{PainEntryId::Bytes{}}, {}, {}, {PainArea{}}, question.strokes};
    m_map->setDrawing(question.strokes.empty() ? std::nullopt : std::optional{drawing}, std::nullopt);
    m_map->setOwnReferral({});
    m_map->setSelectedPoint(std::nullopt);
    std::vector<ReferredZone> felt = feltZones();
    std::vector<ReferredZone> pattern;
    RegionNumber region = 0;
    if (const Candidate *pointed = m_reverse->pointed()) {
        pattern = patternOf(*pointed);
        region = regionSeen(regionOf(*pointed));
    } else if (m_reverse->isExplaining()) {
        const Ranking &ranking = m_enquiry.answer().ranking;
        for (const Candidate &candidate : ranking.candidates) {
            if (std::ranges::find(ranking.explainingSet, candidate.group) != ranking.explainingSet.end()) {
                std::ranges::copy(patternOf(candidate), std::back_inserter(pattern));
            }
        }
    }
    if (m_reverse->isExplaining()) {
        std::ranges::copy(unexplained(), std::back_inserter(felt));
    }
    m_map->setFelt(std::move(felt));
    m_map->setPattern(std::move(pattern));
    m_map->setSelectedRegion(region);
}

} // namespace palpate::desktop
