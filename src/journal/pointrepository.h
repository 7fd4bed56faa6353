// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "journal/database.h"
#include "record/triggerpoint.h"

namespace palpate {

/// The one place that knows the columns of trigger points. Everything throws as Database does.
class PointRepository {
public:
    /// The database must outlive the repository.
    explicit PointRepository(Database &database) noexcept : m_database{database} {}

    /// Oldest mark first.
    [[nodiscard]] std::vector<TriggerPoint> all() const;
    [[nodiscard]] std::optional<TriggerPoint> find(PointId id) const;

    void insert(const TriggerPoint &point);

    /// Replaces everything but the id; the point must be there.
    void update(const TriggerPoint &point);

    /// The point must be there and without ratings.
    void remove(PointId id);

private:
    Database &m_database;
};

} // namespace palpate
