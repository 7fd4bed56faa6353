// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalreader.h"

#include <set>

#include "journal/changehistory.h"
#include "journal/invariants.h"
#include "journal/journalfile.h"
#include "journal/migrations.h"
#include "journal/recordtable.h"

namespace palpate {

namespace {

std::int64_t number(LocalDay day) { return day.time_since_epoch().count(); }

template <Record T> std::vector<T> recordsOf(std::vector<Stored<T>> rows)
{
    std::vector<T> records;
    records.reserve(rows.size());
    for (Stored<T> &row : rows) {
        records.push_back(std::move(row.record));
    }
    return records;
}

} // namespace

JournalReader::JournalReader(Database &database) : m_database{&database} {}
JournalReader::JournalReader(JournalReader &&) noexcept = default;
JournalReader &JournalReader::operator=(JournalReader &&) noexcept = default;
JournalReader::~JournalReader() = default;

JournalReader JournalReader::open(const std::filesystem::path &file)
{
    const auto path = resolved(file);
    if (!looksLikeAJournal(path, newestVersion())) {
        throw JournalError{JournalError::Kind::cannotOpen, path, "there is no such file"};
    }
    auto own = std::make_unique<Database>(path, path);
    own->leaveTraces(); // they may be the window's by now
    expectNewest(*own, migrations());
    JournalReader reader{*own};
    reader.m_own = std::move(own);
    return reader;
}

JournalReader JournalReader::ofScratch(const std::filesystem::path &file)
{
    auto own = std::make_unique<Database>(file, file);
    bringScratchUpToDate(*own, migrations());
    JournalReader reader{*own};
    reader.m_own = std::move(own);
    return reader;
}

std::vector<PointOverview> JournalReader::openPoints() const
{
    // One statement: for each point the index leads to its last answer.
    static constexpr SqlText latest = [] {
        SqlText sql;
        sql << "SELECT r.id, r.point_id, r.asked, r.level, r.at_utc_ms, r.at_offset_min, r.carried_over,"
            << " r.qualities"
            << " FROM trigger_point p JOIN rating r ON r.id = (SELECT id FROM rating WHERE point_id = p.id"
            << " AND asked = 'soreness-now' AND deleted_utc_ms IS NULL ORDER BY at_utc_ms DESC, id DESC LIMIT 1)"
            << " WHERE p.deleted_utc_ms IS NULL AND p.quiet = 0 ORDER BY p.marked_utc_ms, p.id";
        return sql;
    }();
    static constexpr SqlText points =
        Statements<TriggerPoint>::select("WHERE deleted_utc_ms IS NULL AND quiet = 0 ORDER BY marked_utc_ms, id");
    const ReadSnapshot moment{*m_database};
    std::vector<PointOverview> overviews;
    for (Stored<TriggerPoint> &row : RecordTable<TriggerPoint>::list(*m_database, Sql{points})) {
        overviews.push_back({std::move(row.record), std::nullopt});
    }
    Query query{*m_database, Sql{latest}};
    auto overview = overviews.begin();
    while (query.next()) {
        const auto rating = takeFields<Rating>(query);
        while (overview != overviews.end() && overview->point.id != rating.point) {
            ++overview;
        }
        if (overview != overviews.end()) {
            overview->latestSoreness = rating;
        }
    }
    return overviews;
}

std::optional<PointOverview> JournalReader::point(PointId id) const
{
    auto point = find<TriggerPoint>(id);
    if (!point) {
        return std::nullopt;
    }
    static constexpr SqlText latest =
        Statements<Rating>::select("WHERE point_id = ?1 AND asked = 'soreness-now' AND deleted_utc_ms IS NULL"
                                   " ORDER BY at_utc_ms DESC, id DESC LIMIT 1");
    const auto rows = RecordTable<Rating>::list(*m_database, Sql{latest}, id.bytes());
    return PointOverview{*std::move(point), rows.empty() ? std::nullopt : std::optional{rows.front().record}};
}

std::vector<Rating> JournalReader::ratingsOf(PointId id) const
{
    static constexpr SqlText sql =
        Statements<Rating>::select("WHERE point_id = ?1 AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, id");
    return recordsOf(RecordTable<Rating>::list(*m_database, Sql{sql}, id.bytes()));
}

std::vector<Rating> JournalReader::ratingsOf(PointId id, Asked asked, LocalDay from, LocalDay to) const
{
    // The moment's bounds let the index serve; a local day begins up to 18 hours before or after the day in UTC.
    static constexpr SqlText sql = Statements<Rating>::select(
        "WHERE point_id = ?1 AND asked = ?2 AND at_utc_ms BETWEEN (?3 - 1) * 86400000 AND (?4 + 2) * 86400000"
        " AND local_day BETWEEN ?3 AND ?4 AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, id");
    return recordsOf(
        RecordTable<Rating>::list(*m_database, Sql{sql}, id.bytes(), toKey(asked), number(from), number(to)));
}

std::vector<DayLevels> JournalReader::dayLevels(Asked asked, LocalDay from, LocalDay to) const
{
    std::vector<DayLevels> days;
    Query query{*m_database,
                "SELECT local_day, count(*), avg(level), max(level) FROM rating WHERE asked = ?1"
                " AND local_day BETWEEN ?2 AND ?3 AND deleted_utc_ms IS NULL AND carried_over = 0 GROUP BY local_day",
                toKey(asked), number(from), number(to)};
    while (query.next()) {
        days.push_back({Column<LocalDay>::take(query, 0), Column<int>::take(query, 1), query.real(2),
                        Column<PainLevel>::take(query, 3)});
    }
    return days;
}

std::vector<Rating> JournalReader::ratingsBetween(LocalDay from, LocalDay to) const
{
    // The index begins with the question: asked for one after the other.
    static constexpr SqlText sql = Statements<Rating>::select(
        "WHERE asked IN ('soreness-now', 'tenderness-pressed', 'worst-since-last-entry', 'average-of-day')"
        " AND local_day BETWEEN ?1 AND ?2 AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, id");
    return recordsOf(RecordTable<Rating>::list(*m_database, Sql{sql}, number(from), number(to)));
}

std::optional<LocalDay> JournalReader::lastRatedDay() const
{
    Query query{*m_database, "SELECT max(local_day) FROM rating WHERE deleted_utc_ms IS NULL"};
    return query.next() ? Column<std::optional<LocalDay>>::take(query, 0) : std::nullopt;
}

std::optional<LocalDay> JournalReader::firstRatedDay(Asked asked) const
{
    // In this order the index leads to the first one at once.
    Query query{*m_database,
                "SELECT local_day FROM rating WHERE asked = ?1 AND deleted_utc_ms IS NULL ORDER BY local_day LIMIT 1",
                toKey(asked)};
    return query.next() ? std::optional{Column<LocalDay>::take(query, 0)} : std::nullopt;
}

template <Record T> std::vector<T> JournalReader::between(LocalDay from, LocalDay to) const
{
    static constexpr SqlText sql =
        Statements<T>::select("WHERE local_day BETWEEN ?1 AND ?2 AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, id");
    return recordsOf(RecordTable<T>::list(*m_database, Sql{sql}, number(from), number(to)));
}

template <Record T> std::vector<T> JournalReader::all() const
{
    return recordsOf(RecordTable<T>::list(*m_database, Sql{Statements<T>::shown}));
}

template <Record T> std::optional<T> JournalReader::find(decltype(T::id) id) const
{
    auto row = RecordTable<T>::find(*m_database, AnyId{id.bytes()});
    return row && !row->stamp.deleted ? std::optional{std::move(row->record)} : std::nullopt;
}

template <Record T> std::vector<T> JournalReader::deleted() const
{
    static constexpr SqlText sql = Statements<T>::select("WHERE deleted_utc_ms IS NOT NULL ORDER BY id");
    return recordsOf(RecordTable<T>::list(*m_database, Sql{sql}));
}

std::optional<Profile> JournalReader::profile() const
{
    auto all = this->all<Profile>();
    return all.empty() ? std::nullopt : std::optional{std::move(all.front())};
}

std::vector<PlanItem> JournalReader::itemsOf(PlanId plan) const
{
    static constexpr SqlText sql =
        Statements<PlanItem>::select("WHERE plan_id = ?1 AND deleted_utc_ms IS NULL ORDER BY id");
    return recordsOf(RecordTable<PlanItem>::list(*m_database, Sql{sql}, plan.bytes()));
}

std::vector<HistoryLine> JournalReader::historyOf(AnyId row) const { return ChangeHistory{*m_database}.of(row); }

std::vector<RecordCount> JournalReader::counts() const
{
    std::vector<RecordCount> counts;
    forEachKind([&]<typename T>(std::type_identity<T>) {
        Query query{*m_database, Sql{Statements<T>::count}};
        counts.push_back({Described<T>::table, query.next() ? query.integer(0) : 0});
    });
    return counts;
}

JournalContents JournalReader::contents() const
{
    const ReadSnapshot moment{*m_database};
    JournalContents contents;
    forEachKind([&]<typename T>(std::type_identity<T>) {
        contents.of<T>() = RecordTable<T>::list(*m_database, Sql{Statements<T>::all});
    });
    const ChangeHistory history{*m_database};
    contents.history = history.all();
    contents.forgotten = history.forgotten();
    return contents;
}

std::vector<std::string> JournalReader::check() const
{
    std::vector<std::string> wrong;
    Query pages{*m_database, "PRAGMA integrity_check"};
    while (pages.next()) {
        if (const std::string answer = pages.text(0); answer != "ok") {
            wrong.push_back("The file itself is damaged: " + answer + ".");
        }
    }
    Query references{*m_database, "PRAGMA foreign_key_check"};
    while (references.next()) {
        wrong.push_back("A row of " + references.text(0) + " belongs to a row of " + references.text(2) +
                        " that is not there.");
    }
    forEachKind([&]<typename T>(std::type_identity<T>) {
        Query ids{*m_database, Sql{Statements<T>::ids}};
        while (ids.next()) {
            const AnyId id{ids.blob(0)};
            try {
                const auto row = RecordTable<T>::find(*m_database, id);
                if (const auto objection = row ? objectionTo(row->record) : std::nullopt) {
                    wrong.push_back(std::string{Described<T>::table} + " " + id.text() + ": " + *objection + ".");
                }
            } catch (const JournalError &error) {
                wrong.push_back(std::string{Described<T>::table} + " " + id.text() + ": " + error.detail() + ".");
            }
        }
    });
    return wrong;
}

const std::filesystem::path &JournalReader::file() const noexcept { return m_database->journal(); }

// Every kind can be asked for by id; by day only those that stand at a moment.
#define PALPATE_KIND(T)                                                                                                \
    template std::vector<T> JournalReader::all<T>() const;                                                             \
    template std::vector<T> JournalReader::deleted<T>() const;                                                         \
    template std::optional<T> JournalReader::find<T>(decltype(T::id)) const;
#define PALPATE_DATED_KIND(T)                                                                                          \
    PALPATE_KIND(T)                                                                                                    \
    template std::vector<T> JournalReader::between<T>(LocalDay, LocalDay) const;
PALPATE_KIND(Profile)
PALPATE_KIND(TriggerPoint)
PALPATE_KIND(Rating)
PALPATE_KIND(Factor)
PALPATE_KIND(Plan)
PALPATE_KIND(PlanItem)
PALPATE_KIND(Reminder)
PALPATE_DATED_KIND(PainEntry)
PALPATE_DATED_KIND(CheckIn)
PALPATE_DATED_KIND(FactorValue)
PALPATE_DATED_KIND(Period)
PALPATE_DATED_KIND(Session)
PALPATE_DATED_KIND(Treatment)
PALPATE_DATED_KIND(FollowUp)
PALPATE_DATED_KIND(Measure)
PALPATE_DATED_KIND(PlanTick)
PALPATE_DATED_KIND(Checklist)
PALPATE_DATED_KIND(Alert)
PALPATE_DATED_KIND(Visit)
PALPATE_DATED_KIND(Note)
#undef PALPATE_DATED_KIND
#undef PALPATE_KIND

} // namespace palpate
