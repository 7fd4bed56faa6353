// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <stdexcept>

#include <sqlite3.h>

#include "benchmarks/bench.h"
#include "journal/journal.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"

namespace palpate::bench {

namespace {

/// The same statement with the same settings and nothing else: what SQLite itself costs here.
class PlainRatings {
public:
    explicit PlainRatings(const std::filesystem::path &journal)
    {
        check(sqlite3_open(journal.c_str(), &m_database));
        for (const char *sql : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"}) {
            check(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr));
        }
        check(sqlite3_prepare_v2(m_database,
                                 "INSERT INTO rating (id, point_id, asked, level, at_utc_ms, at_offset_min)"
                                 " VALUES (?1, ?2, 'soreness-now', 5, ?3, 60)",
                                 -1, &m_insert, nullptr));
    }
    PlainRatings(const PlainRatings &) = delete;
    PlainRatings &operator=(const PlainRatings &) = delete;
    PlainRatings(PlainRatings &&) = delete;
    PlainRatings &operator=(PlainRatings &&) = delete;
    ~PlainRatings()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }

    void insert(const RatingId &id, const PointId &point, std::int64_t at)
    {
        check(sqlite3_exec(m_database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr));
        sqlite3_bind_blob(m_insert, 1, id.bytes().data(), 16, SQLITE_TRANSIENT);
        sqlite3_bind_blob(m_insert, 2, point.bytes().data(), 16, SQLITE_TRANSIENT);
        sqlite3_bind_int64(m_insert, 3, at);
        if (sqlite3_step(m_insert) != SQLITE_DONE) {
            throw std::runtime_error{sqlite3_errmsg(m_database)};
        }
        sqlite3_reset(m_insert);
        check(sqlite3_exec(m_database, "COMMIT", nullptr, nullptr, nullptr));
    }

private:
    void check(int result) const
    {
        if (result != SQLITE_OK) {
            throw std::runtime_error{sqlite3_errmsg(m_database)};
        }
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

} // namespace

void benchCommit()
{
    const testing::TempDir ours;
    const testing::TempDir theirs;
    testing::FixedClock clock;
    testing::CountingIds ids;
    const auto plainFile = theirs.path() / "plain.db";
    const TriggerPoint point{ids.next<PointId>(), MuscleId{"soleus"}, Side::left,
                             {80, -60, 200},      PointKind::active,  clock.now()};
    {
        Journal made = Journal::open(plainFile, {clock, ids.next<DeviceId>()}); // the same tables
        made.perform(markPoint(point, {}));
    }
    Journal journal = Journal::open(ours.path() / "journal.palpate", {clock, ids.next<DeviceId>()});
    journal.perform(markPoint(point, {}));
    PlainRatings plain{plainFile};
    std::vector<double> verbTimes;
    std::vector<double> plainTimes;
    for (int round = 0; round < 400; ++round) {
        clock.advance(std::chrono::minutes{1});
        const Rating rating{ids.next<RatingId>(), point.id, Asked::sorenessNow, *PainLevel::from(5), clock.now()};
        verbTimes.push_back(timed([&] { journal.perform(add(rating)); }));
        plainTimes.push_back(
            timed([&] { plain.insert(rating.id, point.id, rating.at.utc.time_since_epoch().count()); }));
    }
    report("commit of one rating, median of 400", median(verbTimes), "ms", "");
    report("the same in plain SQLite, median of 400", median(plainTimes), "ms", "");
    report("commit of one rating, 99th percentile", quantile(verbTimes, 0.99), "ms", "");
    report("the same in plain SQLite, 99th percentile", quantile(plainTimes, 0.99), "ms", "");
    report("ratio", median(verbTimes) / median(plainTimes), "", "(bound 2)");
}

} // namespace palpate::bench
