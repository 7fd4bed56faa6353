// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/migrations.h"

#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "journal/journalfile.h"

namespace palpate {

namespace {

// Whole statements; the numbers of application and version stand in them because a pragma takes no parameters.
// 1348562032 is journalApplicationId. Instants are UTC milliseconds and the local offset in minutes; no place on
// Earth is farther than 18 hours from UTC. The tables have no row numbers: rows are known by their ids alone.
std::vector<Migration> makeMigrations()
{
    return {{1,
             "trigger points and their ratings",
             {"CREATE TABLE trigger_point ("
              " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
              " muscle TEXT NOT NULL CHECK (muscle <> '' AND muscle NOT GLOB '*[^a-z0-9-]*'),"
              " side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),"
              " x_mm REAL NOT NULL CHECK (x_mm BETWEEN -5000 AND 5000),"
              " y_mm REAL NOT NULL CHECK (y_mm BETWEEN -5000 AND 5000),"
              " z_mm REAL NOT NULL CHECK (z_mm BETWEEN -5000 AND 5000),"
              " kind TEXT NOT NULL CHECK (kind IN ('active', 'latent', 'unsure')),"
              " marked_utc_ms INTEGER NOT NULL,"
              " marked_offset_min INTEGER NOT NULL CHECK (marked_offset_min BETWEEN -1080 AND 1080),"
              " CHECK (side <> 'left' OR x_mm > 0),"
              " CHECK (side <> 'right' OR x_mm < 0)"
              ") STRICT, WITHOUT ROWID",

              "CREATE TABLE rating ("
              " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
              " point_id BLOB NOT NULL REFERENCES trigger_point (id),"
              " asked TEXT NOT NULL CHECK (asked IN"
              " ('soreness-now', 'tenderness-pressed', 'worst-since-last-entry', 'average-of-day')),"
              " level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 10),"
              " at_utc_ms INTEGER NOT NULL,"
              " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080)"
              ") STRICT, WITHOUT ROWID",

              // Finds the latest answer to one question, and all ratings of a point, without reading the rest.
              "CREATE INDEX rating_by_point ON rating (point_id, asked, at_utc_ms)",

              "PRAGMA application_id = 1348562032", "PRAGMA user_version = 1"}},
            wholeRecord(),
            careInFull()};
}

int versionOf(Database &database)
{
    Query version{database, "PRAGMA user_version"};
    if (!version.next()) {
        throw database.damaged("no version");
    }
    return static_cast<int>(version.integer(0));
}

struct SchemaObject {
    std::string type;
    std::string name;
    std::string sql;

    friend bool operator==(const SchemaObject &, const SchemaObject &) = default;
};

std::vector<SchemaObject> schemaOf(Database &database)
{
    std::vector<SchemaObject> objects;
    Query query{database, "SELECT type, name, ifnull(sql, '') FROM sqlite_schema ORDER BY type, name"};
    while (query.next()) {
        objects.push_back({query.text(0), query.text(1), query.text(2)});
    }
    return objects;
}

void run(Database &database, const Migration &step)
{
    Transaction transaction{database};
    for (const Sql sql : step.statements) {
        database.execute(sql);
    }
    if (versionOf(database) != step.to) {
        throw std::logic_error{"migration does not set its version: " + std::string{step.description}};
    }
    if (Query violation{database, "PRAGMA foreign_key_check"}; violation.next()) {
        throw database.damaged("rows without their owner in " + violation.text(0));
    }
    transaction.commit();
}

/// The tables as the steps up to a version make them: the same steps, in memory, so there is no second description
/// that could drift away from the first.
std::vector<SchemaObject> expectedSchema(std::span<const Migration> steps, int version)
{
    const auto pristine = Database::inMemory();
    for (const Migration &step : steps) {
        if (step.to <= version) {
            run(*pristine, step);
        }
    }
    return schemaOf(*pristine);
}

/// The version, if the tables are those of it.
int expectKnown(Database &database, std::span<const Migration> steps)
{
    const int version = versionOf(database);
    if (version > steps.back().to) {
        throw JournalError{JournalError::Kind::newer, database.journal(), "version " + std::to_string(version)};
    }
    if (schemaOf(database) != expectedSchema(steps, version)) {
        throw database.damaged("the tables are not those of version " + std::to_string(version));
    }
    return version;
}

void backUp(Database &database, int version)
{
    const auto plain = database.journal().native() + ".v" + std::to_string(version) + "-backup";
    std::filesystem::path target = plain;
    for (int number = 2; std::filesystem::exists(target); ++number) {
        target = plain + "-" + std::to_string(number);
    }
    DraftFile draft{target, database.journal()};
    database.copyTo(draft.file());
    draft.putInPlace();
}

} // namespace

std::span<const Migration> migrations()
{
    static const std::vector<Migration> all = makeMigrations();
    return all;
}

int newestVersion() { return migrations().back().to; }

void expectNewest(Database &database, std::span<const Migration> steps)
{
    const int version = expectKnown(database, steps);
    if (version < steps.back().to) {
        throw JournalError{JournalError::Kind::older, database.journal(), "version " + std::to_string(version)};
    }
}

void bringScratchUpToDate(Database &scratch, std::span<const Migration> steps)
{
    const int version = expectKnown(scratch, steps);
    scratch.allowWriting();
    scratch.useRollbackJournal();
    for (const Migration &step : steps) {
        if (step.to > version) {
            run(scratch, step);
        }
    }
}

void bringUpToDate(Database &database, std::span<const Migration> steps)
{
    const int version = expectKnown(database, steps);
    database.allowWriting();
    for (const Migration &step : steps) {
        if (step.to <= version) {
            continue;
        }
        database.useRollbackJournal();
        if (version > 0) {
            backUp(database, step.to - 1);
        }
        run(database, step);
    }
}

} // namespace palpate
