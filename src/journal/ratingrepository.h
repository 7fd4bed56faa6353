// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "journal/database.h"
#include "record/rating.h"

namespace palpate {

/// The one place that knows the columns of ratings. Everything throws as Database does.
class RatingRepository {
public:
    /// The database must outlive the repository.
    explicit RatingRepository(Database &database) noexcept : m_database{database} {}

    [[nodiscard]] std::optional<Rating> find(RatingId id) const;

    /// Oldest first.
    [[nodiscard]] std::vector<Rating> ofPoint(PointId point) const;
    [[nodiscard]] std::optional<Rating> latest(PointId point, Asked asked) const;

    /// The rating's point must be there.
    void insert(const Rating &rating);

    /// Replaces everything but the id; the rating must be there.
    void update(const Rating &rating);

    /// The rating must be there.
    void remove(RatingId id);
    void removeOfPoint(PointId point);

private:
    Database &m_database;
};

} // namespace palpate
