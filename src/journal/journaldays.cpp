// SPDX-License-Identifier: GPL-3.0-or-later
// The reader's questions about days. One small statement a table: each is answered from the end of an index.
#include "journal/journalreader.h"

#include <algorithm>
#include <set>

#include "journal/recordtable.h"

namespace palpate {

namespace {

std::int64_t number(LocalDay day) { return day.time_since_epoch().count(); }

/// What must hold for a row to be something that was entered on its day.
template <Record T> constexpr std::string_view entered()
{
    if constexpr (std::same_as<T, FollowUp>) {
        return " AND answered_utc_ms IS NOT NULL AND deleted_utc_ms IS NULL";
    } else {
        return " AND deleted_utc_ms IS NULL";
    }
}

template <Record T> constexpr SqlText dayQuestion(std::string_view begin, std::string_view where, std::string_view end)
{
    SqlText sql;
    sql << begin << Described<T>::table << where << entered<T>() << end;
    return sql;
}

template <Record T> struct DayStatements {
    static constexpr SqlText before =
        dayQuestion<T>("SELECT local_day FROM ", " WHERE local_day < ?1", " ORDER BY local_day DESC LIMIT 1");
    static constexpr SqlText after =
        dayQuestion<T>("SELECT local_day FROM ", " WHERE local_day > ?1", " ORDER BY local_day LIMIT 1");
    static constexpr SqlText between =
        dayQuestion<T>("SELECT DISTINCT local_day FROM ", " WHERE local_day BETWEEN ?1 AND ?2", "");
};

/// Calls `use` with a std::type_identity of each kind that has an index by day alone; ratings have another.
template <typename Use> void forEachDatedKind(Use use)
{
    [&use]<typename... T>(std::type_identity<std::tuple<T...>>) {
        (use(std::type_identity<T>{}), ...);
    }(std::type_identity<std::tuple<PainEntry, CheckIn, FactorValue, Period, Session, Treatment, FollowUp, Measure,
                                    PlanTick, Checklist, Alert, Visit, Note>>{});
}

/// The one day that each statement answers with, if it does.
class Nearest {
public:
    explicit Nearest(bool latest) : m_latest{latest} {}

    void look(const Query &row)
    {
        const auto day = Column<LocalDay>::take(row, 0);
        if (!m_day || (m_latest ? day > *m_day : day < *m_day)) {
            m_day = day;
        }
    }
    [[nodiscard]] const std::optional<LocalDay> &day() const { return m_day; }

private:
    bool m_latest;
    std::optional<LocalDay> m_day;
};

void lookOnce(Query &query, Nearest &nearest)
{
    if (query.next()) {
        nearest.look(query);
    }
}

} // namespace

std::optional<LocalDay> JournalReader::dayBefore(LocalDay day) const
{
    Nearest nearest{true};
    for (const auto &[asked, key] : Keys<Asked>::all) {
        Query query{*m_database,
                    "SELECT local_day FROM rating WHERE asked = ?1 AND local_day < ?2 AND deleted_utc_ms IS NULL"
                    " ORDER BY local_day DESC LIMIT 1",
                    key, number(day)};
        lookOnce(query, nearest);
    }
    forEachDatedKind([&]<typename T>(std::type_identity<T>) {
        Query query{*m_database, Sql{DayStatements<T>::before}, number(day)};
        lookOnce(query, nearest);
    });
    return nearest.day();
}

std::optional<LocalDay> JournalReader::dayAfter(LocalDay day) const
{
    Nearest nearest{false};
    for (const auto &[asked, key] : Keys<Asked>::all) {
        Query query{*m_database,
                    "SELECT local_day FROM rating WHERE asked = ?1 AND local_day > ?2 AND deleted_utc_ms IS NULL"
                    " ORDER BY local_day LIMIT 1",
                    key, number(day)};
        lookOnce(query, nearest);
    }
    forEachDatedKind([&]<typename T>(std::type_identity<T>) {
        Query query{*m_database, Sql{DayStatements<T>::after}, number(day)};
        lookOnce(query, nearest);
    });
    return nearest.day();
}

std::vector<LocalDay> JournalReader::daysBetween(LocalDay from, LocalDay to) const
{
    std::set<LocalDay> days;
    const auto take = [&days](Query &query) {
        while (query.next()) {
            days.insert(Column<LocalDay>::take(query, 0));
        }
    };
    Query rated{*m_database,
                "SELECT DISTINCT local_day FROM rating WHERE asked IN ('soreness-now', 'tenderness-pressed',"
                " 'worst-since-last-entry', 'average-of-day') AND local_day BETWEEN ?1 AND ?2"
                " AND deleted_utc_ms IS NULL",
                number(from), number(to)};
    take(rated);
    forEachDatedKind([&]<typename T>(std::type_identity<T>) {
        Query query{*m_database, Sql{DayStatements<T>::between}, number(from), number(to)};
        take(query);
    });
    return {days.begin(), days.end()};
}

std::vector<Period> JournalReader::periodsOver(LocalDay from, LocalDay to) const
{
    static constexpr SqlText sql = Statements<Period>::select(
        "WHERE local_day <= ?2 AND (ended_utc_ms IS NULL OR (ended_utc_ms + ended_offset_min * 60000) / 86400000 >= ?1)"
        " AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, id");
    std::vector<Period> periods;
    for (Stored<Period> &row : RecordTable<Period>::list(*m_database, Sql{sql}, number(from), number(to))) {
        periods.push_back(std::move(row.record));
    }
    return periods;
}

std::vector<Note> JournalReader::notesOf(PointId point, int most) const
{
    static constexpr SqlText sql = Statements<Note>::select(
        "WHERE point_id = ?1 AND deleted_utc_ms IS NULL ORDER BY at_utc_ms DESC, id DESC LIMIT ?2");
    std::vector<Note> notes;
    for (Stored<Note> &row : RecordTable<Note>::list(*m_database, Sql{sql}, point.bytes(), most)) {
        notes.push_back(std::move(row.record));
    }
    return notes;
}

std::vector<Rating> JournalReader::lastRatingsOf(PointId id, int most) const
{
    // Question by question, as the index has them: the whole of a long life need not be sorted for its end.
    static constexpr SqlText sql =
        Statements<Rating>::select("WHERE point_id = ?1 AND asked = ?2 AND deleted_utc_ms IS NULL"
                                   " ORDER BY at_utc_ms DESC, id DESC LIMIT ?3");
    std::vector<Rating> ratings;
    for (const auto &[asked, key] : Keys<Asked>::all) {
        for (const Stored<Rating> &row : RecordTable<Rating>::list(*m_database, Sql{sql}, id.bytes(), key, most)) {
            ratings.push_back(row.record);
        }
    }
    std::ranges::sort(ratings, [](const Rating &a, const Rating &b) {
        return a.at.utc != b.at.utc ? a.at.utc > b.at.utc : a.id > b.id;
    });
    if (ratings.size() > static_cast<std::size_t>(most)) {
        ratings.erase(ratings.begin() + most, ratings.end());
    }
    return ratings;
}

} // namespace palpate
