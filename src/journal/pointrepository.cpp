// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/pointrepository.h"

#include "journal/rowvalues.h"

namespace palpate {

namespace {

/// From the columns id, muscle, side, x_mm, y_mm, z_mm, kind, marked_utc_ms, marked_offset_min.
TriggerPoint read(const Database &database, const Query &row)
{
    const auto muscle = MuscleId::parse(row.text(1));
    const auto side = sideFromKey(row.text(2));
    const PointMm position{row.real(3), row.real(4), row.real(5)};
    const auto kind = pointKindFromKey(row.text(6));
    // The tables refuse all this, but not when somebody else switched their checks off.
    if (!muscle || !side || !kind || !fits(*side, position)) {
        throw database.damaged("a trigger point that cannot be");
    }
    return {PointId{row.blob(0)}, *muscle, *side, position, *kind, instantFrom(row, 7)};
}

} // namespace

std::vector<TriggerPoint> PointRepository::all() const
{
    Query query{m_database, "SELECT id, muscle, side, x_mm, y_mm, z_mm, kind, marked_utc_ms, marked_offset_min"
                            " FROM trigger_point ORDER BY marked_utc_ms, id"};
    std::vector<TriggerPoint> points;
    while (query.next()) {
        points.push_back(read(m_database, query));
    }
    return points;
}

std::optional<TriggerPoint> PointRepository::find(PointId id) const
{
    Query query{m_database,
                "SELECT id, muscle, side, x_mm, y_mm, z_mm, kind, marked_utc_ms, marked_offset_min"
                " FROM trigger_point WHERE id = ?1",
                id.bytes()};
    return query.next() ? std::optional{read(m_database, query)} : std::nullopt;
}

void PointRepository::insert(const TriggerPoint &point)
{
    Query{m_database,
          "INSERT INTO trigger_point"
          " (id, muscle, side, x_mm, y_mm, z_mm, kind, marked_utc_ms, marked_offset_min)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
          point.id.bytes(),
          point.muscle.text(),
          toKey(point.side),
          point.position.x,
          point.position.y,
          point.position.z,
          toKey(point.kind),
          utcMilliseconds(point.markedAt),
          offsetMinutes(point.markedAt)}
        .run();
}

void PointRepository::update(const TriggerPoint &point)
{
    Query{m_database,
          "UPDATE trigger_point SET muscle = ?2, side = ?3, x_mm = ?4, y_mm = ?5, z_mm = ?6, kind = ?7,"
          " marked_utc_ms = ?8, marked_offset_min = ?9 WHERE id = ?1",
          point.id.bytes(),
          point.muscle.text(),
          toKey(point.side),
          point.position.x,
          point.position.y,
          point.position.z,
          toKey(point.kind),
          utcMilliseconds(point.markedAt),
          offsetMinutes(point.markedAt)}
        .run();
}

void PointRepository::remove(PointId id)
{
    Query{m_database, "DELETE FROM trigger_point WHERE id = ?1", id.bytes()}.run();
}

} // namespace palpate
