// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "journal/journalerror.h"
#include "journal/sqltext.h"

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace palpate {

/// One whole SQL statement. Only a literal, or a text that the compiler puts together (see statements.h), makes one: no
/// value ever becomes part of it.
class Sql {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is to be written where an Sql is asked for.
    consteval Sql(const char *literal) noexcept : m_text{literal} {}
    /// The text must be a constant with static storage: prepared statements are known by its place.
    explicit constexpr Sql(const SqlText &built) noexcept : m_text{built.text()} {}

    [[nodiscard]] constexpr const char *text() const noexcept { return m_text; }

private:
    const char *m_text;
};

/// Removes, at the end of its life, the two files that merely reading a database makes beside it, unless they were
/// there before or the database is ours to write.
class ReadingTraces {
public:
    /// To be made before the database is opened.
    explicit ReadingTraces(const std::filesystem::path &file);

    ReadingTraces(const ReadingTraces &) = delete;
    ReadingTraces &operator=(const ReadingTraces &) = delete;
    ReadingTraces(ReadingTraces &&) = delete;
    ReadingTraces &operator=(ReadingTraces &&) = delete;
    ~ReadingTraces();

    void keep() noexcept { m_keep = true; }

private:
    std::filesystem::path m_log;
    std::filesystem::path m_index;
    bool m_hadLog;
    bool m_hadIndex;
    bool m_keep = false;
};

/// Owns the connection to the journal's database and checks every call on it: what goes wrong leaves as a
/// JournalError, or as std::logic_error where the statement itself is wrong.
/// A database starts out read-only: nothing is written to it until allowWriting(). Destroyed before that, it leaves
/// the file and its folder as they were (but for a rollback journal beside it, which SQLite plays back to read at all).
class Database {
public:
    /// Opens a file that exists. `journal` is the file to name in errors.
    Database(const std::filesystem::path &file, std::filesystem::path journal);

    /// An empty database in memory, for asking SQLite itself how something is spelled.
    [[nodiscard]] static std::unique_ptr<Database> inMemory();

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    Database(Database &&) = delete;
    Database &operator=(Database &&) = delete;
    ~Database();

    /// Says that the content was looked at and found to be ours.
    void allowWriting();

    /// Commits cost one sync and never touch the file's header. The normal way to work.
    void useWriteAheadLog();

    /// Commits go straight into the file, so that its header is true for whoever only looks: the way to migrate.
    void useRollbackJournal();

    /// For a database that somebody else may have open: what reading makes beside it may be theirs.
    void leaveTraces() noexcept;

    /// Brings all of the log into the file and empties it.
    void foldLog();

    /// Runs a statement that answers nothing of interest, once: schema and pragmas. It is not kept prepared.
    void execute(Sql sql);

    /// Writes the whole database into a file that exists and is empty; synced when it returns.
    void copyTo(const std::filesystem::path &file);

    [[nodiscard]] const std::filesystem::path &journal() const noexcept { return m_journal; }

    /// The error for a row that holds what no journal can hold.
    [[nodiscard]] JournalError damaged(std::string detail) const;

private:
    friend class Query;
    friend class ReadSnapshot;
    friend class Transaction;

    struct InMemory {};
    explicit Database(InMemory);

    void harden();
    [[nodiscard]] SQLite::Statement &prepared(Sql sql);
    [[noreturn]] void fail(int code) const;
    void rollBack() noexcept;

    std::filesystem::path m_journal;
    bool m_mayWrite = false;
    /// Declared before the connection: it tidies up after that has closed, also when opening fails half way.
    std::optional<ReadingTraces> m_traces;
    std::unique_ptr<SQLite::Database> m_connection;
    /// Keyed by the literal's address. Declared after the connection: statements must go before it.
    std::unordered_map<const char *, std::unique_ptr<SQLite::Statement>> m_prepared;
};

/// One run of a statement that is kept prepared in its database, which must outlive it. At most one run of the same
/// statement at a time. Everything throws as Database does.
class Query {
public:
    using Blob16 = std::array<std::uint8_t, 16>;

    /// Binds the values to ?1, ?2, … in this order; they need not outlive the call.
    template <typename... Values> Query(Database &database, Sql sql, const Values &...values)
        : m_database{database}, m_statement{start(sql)}
    {
        (add(values), ...);
    }

    /// Binds the next parameter.
    template <typename Value> void add(const Value &value) { bind(++m_bound, value); }
    void addNull();

    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;
    Query(Query &&) = delete;
    Query &operator=(Query &&) = delete;

    /// Resets the statement, so that no open read keeps the log from being folded back into the file.
    ~Query();

    /// Steps to the next row; false when there is none.
    [[nodiscard]] bool next();

    /// Runs a statement without rows to its end; returns how many rows it changed.
    int run();

    // Column values, counted from 0. Text and blobs that are not what they should be throw JournalError damaged.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Blob16 blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

    /// The error for a row that holds what no journal can hold.
    [[nodiscard]] JournalError damaged(std::string detail) const { return m_database.damaged(std::move(detail)); }

private:
    [[nodiscard]] SQLite::Statement &start(Sql sql);
    void bind(int at, std::int64_t value);
    void bind(int at, int value) { bind(at, std::int64_t{value}); }
    void bind(int at, double value);
    void bind(int at, std::string_view value);
    void bind(int at, const Blob16 &value);

    Database &m_database;
    SQLite::Statement &m_statement;
    int m_bound = 0;
};

/// For its life every question is answered of one and the same moment, whoever writes beside us. Nothing is written in
/// it, and it does not begin within a transaction.
class ReadSnapshot {
public:
    explicit ReadSnapshot(Database &database);

    ReadSnapshot(const ReadSnapshot &) = delete;
    ReadSnapshot &operator=(const ReadSnapshot &) = delete;
    ReadSnapshot(ReadSnapshot &&) = delete;
    ReadSnapshot &operator=(ReadSnapshot &&) = delete;
    ~ReadSnapshot();

private:
    Database &m_database;
};

/// Begins a write transaction and rolls it back at the end of the scope unless it was committed.
class Transaction {
public:
    explicit Transaction(Database &database);

    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Transaction(Transaction &&) = delete;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// When it returns the changes are on disk; when it throws they are not in the database. Only if the disk failed
    /// in the very sync, and the process then dies before the next write, may they come back from the log.
    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace palpate
