// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/changehistory.h"

#include "journal/columns.h"

namespace palpate {

namespace {

using Text = Column<std::string>;
using MaybeText = Column<std::optional<std::string>>;

HistoryLine lineFrom(const Query &row)
{
    return {AnyId{row.blob(0)},
            row.integer(1),
            row.text(2),
            row.text(3),
            Column<Instant>::take(row, 4),
            DeviceId{row.blob(6)},
            MaybeText::take(row, 7),
            MaybeText::take(row, 8)};
}

std::vector<HistoryLine> linesOf(Query query)
{
    std::vector<HistoryLine> lines;
    while (query.next()) {
        lines.push_back(lineFrom(query));
    }
    return lines;
}

} // namespace

std::vector<HistoryLine> ChangeHistory::of(AnyId row) const
{
    return linesOf(Query{m_database,
                         "SELECT row_id, changes, table_name, field, at_utc_ms, at_offset_min, device, before, after"
                         " FROM change_history WHERE row_id = ?1 ORDER BY changes, field",
                         row.bytes()});
}

std::vector<HistoryLine> ChangeHistory::all() const
{
    return linesOf(Query{m_database, "SELECT row_id, changes, table_name, field, at_utc_ms, at_offset_min, device,"
                                     " before, after FROM change_history ORDER BY row_id, changes, field"});
}

void ChangeHistory::add(const HistoryLine &line)
{
    Query query{m_database,
                "INSERT INTO change_history (row_id, changes, table_name, field, at_utc_ms, at_offset_min, device,"
                " before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                line.row.bytes(),
                line.changes,
                std::string_view{line.table},
                std::string_view{line.field}};
    Column<Instant>::put(query, line.at);
    query.add(line.device.bytes());
    MaybeText::put(query, line.before);
    MaybeText::put(query, line.after);
    query.run();
}

void ChangeHistory::forgetAfter(AnyId row, std::int64_t changes)
{
    Query{m_database, "DELETE FROM change_history WHERE row_id = ?1 AND changes > ?2", row.bytes(), changes}.run();
}

std::vector<Forgotten> ChangeHistory::forgotten() const
{
    std::vector<Forgotten> rows;
    Query query{m_database, "SELECT id, table_name, deleted_utc_ms FROM forgotten ORDER BY id"};
    while (query.next()) {
        rows.push_back({AnyId{query.blob(0)}, query.text(1),
                        std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{query.integer(2)}}});
    }
    return rows;
}

bool ChangeHistory::isForgotten(AnyId row) const
{
    return Query{m_database, "SELECT 1 FROM forgotten WHERE id = ?1", row.bytes()}.next();
}

void ChangeHistory::addForgotten(const Forgotten &row)
{
    // Forgetting runs when the journal is opened: an id that is forgotten already must not stand in the way of that.
    Query{m_database,
          "INSERT INTO forgotten (id, table_name, deleted_utc_ms) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO NOTHING",
          row.row.bytes(), std::string_view{row.table}, std::int64_t{row.deleted.time_since_epoch().count()}}
        .run();
}

} // namespace palpate
