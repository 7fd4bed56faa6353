// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/checking.h"

#include <algorithm>

#include "desktop/lookup/reasonphrases.h"
#include "desktop/page/pointlistmodel.h"

namespace palpate::desktop {

std::vector<Side> sidesOf(CandidateSide side)
{
    switch (side) {
    case CandidateSide::left:
        return {Side::left};
    case CandidateSide::right:
        return {Side::right};
    case CandidateSide::midline:
        return {Side::midline};
    case CandidateSide::both:
    case CandidateSide::either:
        break;
    }
    return {Side::right, Side::left};
}

Checking::Checking(JournalSession &session, const anatomy::Atlas &atlas, QObject *parent)
    : QObject{parent}, m_session{session}, m_atlas{atlas}
{
    connect(&session, &JournalSession::changed, this, &Checking::journalChanged);
}

std::vector<Checklist> Checking::recent() const
{
    const LocalDay today = dayOf(m_session.now());
    std::vector<Checklist> lists =
        m_session.read().between<Checklist>(today - std::chrono::days{365}, today + std::chrono::days{1});
    std::ranges::reverse(lists);
    return lists;
}

std::vector<ChecklistItem> Checking::itemsFor(const KnowledgeBase &base, const std::vector<Candidate> &candidates)
{
    std::vector<ChecklistItem> items;
    for (const Candidate &candidate : candidates) {
        for (const MuscleId &muscle : candidate.muscles) {
            const MusclePattern *pattern = base.pattern(muscle);
            if (pattern == nullptr || pattern->selfCare.pressure == PressureGrade::never) {
                continue;
            }
            for (const Side side : sidesOf(candidate.side)) {
                items.push_back({muscle, side, Palpated::notTried, std::nullopt});
            }
        }
    }
    return items;
}

bool Checking::begin(std::vector<ChecklistItem> items, const std::string &words)
{
    Checklist list{m_session.next<ChecklistId>(), m_session.now(), words, std::move(items)};
    m_list = list; // so that the journal's news finds it
    if (!m_session.perform(palpate::add(list), tr("Begin a checklist"))) {
        m_list.reset();
    }
    Q_EMIT changed();
    return m_list.has_value();
}

void Checking::open(ChecklistId list)
{
    m_list = m_session.read().find<Checklist>(list);
    Q_EMIT changed();
}

QString Checking::nameOfItem(std::size_t item) const
{
    return nameOf(m_atlas, m_list->items[item].muscle, m_list->items[item].side);
}

void Checking::set(std::size_t item, Palpated palpated)
{
    if (!m_list || item >= m_list->items.size() || m_list->items[item].palpated == palpated) {
        return;
    }
    Checklist list = *m_list;
    list.items[item].palpated = palpated;
    m_session.perform(palpate::change(list), tr("%1: %2").arg(nameOfItem(item), phrases::palpated(palpated)));
}

std::optional<PointId> Checking::mark(std::size_t item, PointMm position, bool isExact)
{
    if (!m_list || item >= m_list->items.size()) {
        return std::nullopt;
    }
    Checklist list = *m_list;
    ChecklistItem &found = list.items[item];
    if (found.point && m_session.read().point(*found.point)) {
        return std::nullopt;
    }
    const bool isMine = found.palpated == Palpated::thatIsMyPain;
    if (!isMine) {
        found.palpated = Palpated::tender; // who marks it has found it
    }
    TriggerPoint point{m_session.next<PointId>(),
                       found.muscle,
                       found.side,
                       position,
                       isMine ? PointKind::active : PointKind::unsure,
                       m_session.now()};
    point.tender = true;
    point.reproducesPain = isMine ? std::optional{true} : std::nullopt;
    point.certainty = isExact ? Certainty::aboutHere : Certainty::somewhereHere;
    found.point = point.id;
    const PointId id = point.id;
    Verb verb = palpate::markPoint(std::move(point));
    verb.steps.emplace_back(Change{list});
    return m_session.perform(verb, tr("Mark %1").arg(nameOfItem(item))) ? std::optional{id} : std::nullopt;
}

void Checking::journalChanged(const JournalChange &change)
{
    if (m_list && change.touches<Checklist>()) {
        m_list = m_session.read().find<Checklist>(m_list->id); // undone, it is gone
        Q_EMIT changed();
    }
}

} // namespace palpate::desktop
