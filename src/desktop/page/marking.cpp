// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/marking.h"

#include <algorithm>

#include "desktop/page/pointlistmodel.h"

namespace palpate::desktop {

using anatomy::RegionNumber;

Marking::Marking(BodyMap &map, QWidget &host, const anatomy::Atlas &atlas, JournalSession &session, Theme theme,
                 QObject *parent)
    : QObject{parent}, m_map{map}, m_atlas{atlas}, m_session{session}, m_popover{new RatingPopover{theme, &host}}
{
    connect(m_popover, &RatingPopover::saved, this, &Marking::save);
    connect(m_popover, &RatingPopover::depthChosen, this, &Marking::chooseDepth);
    connect(m_popover, &RatingPopover::dropped, this, [this] {
        forget();
        m_map.setSelectedPoint(std::nullopt);
        m_map.setFocus();
    });
    connect(m_popover, &RatingPopover::removeRequested, this, [this] {
        if (const auto point = m_point ? m_session.read().point(*m_point) : std::nullopt) {
            m_session.remove(point->point.id, nameOf(m_atlas, point->point.muscle, point->point.side));
        }
        forget();
        m_map.setFocus();
    });
    connect(m_popover, &RatingPopover::moreRequested, this, [this] {
        if (m_last) {
            Q_EMIT moreAsked(*m_last);
        }
    });
}

QString Marking::nameOfRegion(RegionNumber region) const
{
    return nameOf(m_atlas, m_atlas.structureOf(region).id, m_atlas.region(region).side);
}

void Marking::ask(const MapSpot &spot)
{
    finish();
    m_spot = spot;
    m_point.reset();
    m_depth = m_map.stackAt(spot.at);
    if (std::find(m_depth.begin(), m_depth.end(), spot.region) == m_depth.end()) {
        m_depth.insert(m_depth.begin(), spot.region); // the pointer was only near it
    }
    RatingPopover::Depth depth;
    depth.names.resize(m_depth.size());
    std::transform(m_depth.begin(), m_depth.end(), depth.names.begin(),
                   [this](RegionNumber region) { return nameOfRegion(region); });
    depth.chosen = static_cast<std::size_t>(std::find(m_depth.begin(), m_depth.end(), spot.region) - m_depth.begin());
    m_map.setSelectedPoint(std::nullopt);
    m_map.setAskedSpot(spot.position);
    m_popover->ask(depth, spot.at, std::nullopt);
    Q_EMIT askingChanged();
}

void Marking::chooseDepth(std::size_t place)
{
    if (m_spot && place < m_depth.size()) {
        m_spot = m_map.spotIn(m_depth[place], m_spot->at);
        m_map.setAskedSpot(m_spot->position);
        Q_EMIT regionChosen(m_spot->region);
    }
}

void Marking::ask(PointId point)
{
    finish();
    const auto known = m_session.read().point(point);
    if (!known) {
        return;
    }
    const TriggerPoint &own = known->point;
    m_point = point;
    m_spot.reset();
    m_map.setSelectedPoint(point);
    m_popover->ask(
        RatingPopover::Depth{std::vector<QString>(1, nameOf(m_atlas, own.muscle, own.side)), 0},
        m_map.screenPosition(own.position),
        PointDraft{known->latestSoreness ? std::optional{known->latestSoreness->level} : std::nullopt, own.kind});
    Q_EMIT askingChanged();
}

void Marking::move(PointId point, const MapSpot &spot)
{
    finish();
    auto known = m_session.read().find<TriggerPoint>(point);
    if (!known || !m_atlas.structureOf(spot.region).listed) {
        return;
    }
    known->muscle = m_atlas.structureOf(spot.region).id;
    known->side = m_atlas.region(spot.region).side;
    known->position = spot.position;
    m_session.change(*known, tr("Move to %1").arg(nameOfRegion(spot.region)));
    m_map.setSelectedPoint(point);
    Q_EMIT regionChosen(spot.region);
}

void Marking::save(const PointDraft &draft)
{
    if (m_spot) {
        const RegionNumber region = m_spot->region;
        m_last = m_session.mark(m_atlas.structureOf(region).id, m_atlas.region(region).side, m_spot->position,
                                draft.kind, draft.soreness, nameOfRegion(region));
        m_map.setSelectedPoint(m_last);
    } else if (const auto known = m_point ? m_session.read().point(*m_point) : std::nullopt) {
        const QString name = nameOf(m_atlas, known->point.muscle, known->point.side);
        m_last = m_point;
        if (draft.soreness) {
            m_session.rate(*known, *draft.soreness, name);
        }
        if (draft.kind != known->point.kind) {
            m_session.changeKind(known->point.id, draft.kind, name);
        }
    }
    forget();
    m_map.setFocus();
}

void Marking::forget()
{
    m_spot.reset();
    m_point.reset();
    m_map.setAskedSpot(std::nullopt);
    Q_EMIT askingChanged();
}

} // namespace palpate::desktop
