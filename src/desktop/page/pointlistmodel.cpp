// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/pointlistmodel.h"

#include <algorithm>

#include "desktop/page/rowdelegate.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

bool isSamePoint(const PointOverview &a, const PointOverview &b) { return a.point.id == b.point.id; }

} // namespace

QString nameOf(const anatomy::Atlas &atlas, const MuscleId &muscle, Side side)
{
    const anatomy::Structure *structure = atlas.findStructure(muscle);
    return phrases::withSide(phrases::text(structure == nullptr ? muscle.text() : structure->common), side);
}

void PointListModel::setPoints(const std::vector<PointOverview> &points)
{
    const bool sameRows = std::equal(points.begin(), points.end(), m_points.begin(), m_points.end(), isSamePoint);
    if (!sameRows) {
        beginResetModel();
        m_points = points;
        endResetModel();
        return;
    }
    m_points = points;
    if (!m_points.empty()) {
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_points.size()) - 1));
    }
}

QModelIndex PointListModel::indexOf(PointId point) const
{
    const auto found = std::find_if(m_points.begin(), m_points.end(),
                                    [point](const PointOverview &row) { return row.point.id == point; });
    return found == m_points.end() ? QModelIndex{} : index(static_cast<int>(found - m_points.begin()));
}

int PointListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_points.size());
}

QVariant PointListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PointOverview &row = at(index);
    const QString name = nameOf(m_atlas, row.point.muscle, row.point.side);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case subtitleRole:
        return row.latestSoreness
                   ? tr("%1 · %2").arg(phrases::kind(row.point.kind), phrases::day(row.latestSoreness->at))
                   : phrases::kind(row.point.kind);
    case kindRole:
        return static_cast<int>(row.point.kind);
    case sorenessRole:
        return row.latestSoreness ? QVariant{row.latestSoreness->level.value()} : QVariant{};
    case Qt::AccessibleTextRole:
        return row.latestSoreness ? tr("%1, soreness %2 of 10, %3")
                                        .arg(name)
                                        .arg(row.latestSoreness->level.value())
                                        .arg(phrases::kind(row.point.kind))
                                  : tr("%1, not rated, %2").arg(name, phrases::kind(row.point.kind));
    default:
        return {};
    }
}

} // namespace palpate::desktop
