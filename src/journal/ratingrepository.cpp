// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/ratingrepository.h"

#include "journal/rowvalues.h"

namespace palpate {

namespace {

/// From the columns id, point_id, asked, level, at_utc_ms, at_offset_min.
Rating read(const Database &database, const Query &row)
{
    const auto asked = askedFromKey(row.text(2));
    const std::int64_t number = row.integer(3);
    const auto level = number >= PainLevel::lowest && number <= PainLevel::highest
                           ? PainLevel::from(static_cast<int>(number))
                           : std::nullopt;
    // The tables refuse all this, but not when somebody else switched their checks off.
    if (!asked || !level) {
        throw database.damaged("a rating that cannot be");
    }
    return {RatingId{row.blob(0)}, PointId{row.blob(1)}, *asked, *level, instantFrom(row, 4)};
}

} // namespace

std::optional<Rating> RatingRepository::find(RatingId id) const
{
    Query query{m_database, "SELECT id, point_id, asked, level, at_utc_ms, at_offset_min FROM rating WHERE id = ?1",
                id.bytes()};
    return query.next() ? std::optional{read(m_database, query)} : std::nullopt;
}

std::vector<Rating> RatingRepository::ofPoint(PointId point) const
{
    Query query{m_database,
                "SELECT id, point_id, asked, level, at_utc_ms, at_offset_min FROM rating"
                " WHERE point_id = ?1 ORDER BY at_utc_ms, id",
                point.bytes()};
    std::vector<Rating> ratings;
    while (query.next()) {
        ratings.push_back(read(m_database, query));
    }
    return ratings;
}

std::optional<Rating> RatingRepository::latest(PointId point, Asked asked) const
{
    Query query{m_database,
                "SELECT id, point_id, asked, level, at_utc_ms, at_offset_min FROM rating"
                " WHERE point_id = ?1 AND asked = ?2 ORDER BY at_utc_ms DESC, id DESC LIMIT 1",
                point.bytes(), toKey(asked)};
    return query.next() ? std::optional{read(m_database, query)} : std::nullopt;
}

void RatingRepository::insert(const Rating &rating)
{
    Query{m_database,
          "INSERT INTO rating (id, point_id, asked, level, at_utc_ms, at_offset_min)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
          rating.id.bytes(),
          rating.point.bytes(),
          toKey(rating.asked),
          rating.level.value(),
          utcMilliseconds(rating.at),
          offsetMinutes(rating.at)}
        .run();
}

void RatingRepository::update(const Rating &rating)
{
    Query{m_database,
          "UPDATE rating SET point_id = ?2, asked = ?3, level = ?4, at_utc_ms = ?5, at_offset_min = ?6 WHERE id = ?1",
          rating.id.bytes(),
          rating.point.bytes(),
          toKey(rating.asked),
          rating.level.value(),
          utcMilliseconds(rating.at),
          offsetMinutes(rating.at)}
        .run();
}

void RatingRepository::remove(RatingId id) { Query{m_database, "DELETE FROM rating WHERE id = ?1", id.bytes()}.run(); }

void RatingRepository::removeOfPoint(PointId point)
{
    Query{m_database, "DELETE FROM rating WHERE point_id = ?1", point.bytes()}.run();
}

} // namespace palpate
