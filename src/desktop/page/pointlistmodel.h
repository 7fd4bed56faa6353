// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "anatomy/atlas.h"
#include "record/pointoverview.h"

namespace palpate::desktop {

/// The person's points as list rows, in the journal's order.
class PointListModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// The atlas must outlive the model.
    explicit PointListModel(const anatomy::Atlas &atlas, QObject *parent = nullptr)
        : QAbstractListModel{parent}, m_atlas{atlas}
    {}

    /// Rows that stay keep their place in the views.
    void setPoints(const std::vector<PointOverview> &points);

    [[nodiscard]] const PointOverview &at(const QModelIndex &index) const
    {
        return m_points.at(static_cast<std::size_t>(index.row()));
    }
    /// Invalid when the list has no such point.
    [[nodiscard]] QModelIndex indexOf(PointId point) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    const anatomy::Atlas &m_atlas;
    std::vector<PointOverview> m_points;
};

/// "Infraspinatus · your right": what a point is called everywhere.
[[nodiscard]] QString nameOf(const anatomy::Atlas &atlas, const MuscleId &muscle, Side side);

} // namespace palpate::desktop
