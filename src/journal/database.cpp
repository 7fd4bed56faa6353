// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/database.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <new>
#include <sqlite3.h>
#include <stdexcept>
#include <unistd.h>
#include <utility>

#include "journal/journalfile.h"

namespace palpate {

namespace {

using Kind = JournalError::Kind;

// How long to wait for another program, such as a database browser, to finish writing.
constexpr int busyMilliseconds = 1000;

std::optional<Kind> kindOfConstraint(int extended)
{
    switch (extended) {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_UNIQUE:
        return Kind::alreadyThere;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return Kind::notFound;
    case SQLITE_CONSTRAINT_CHECK:
    case SQLITE_CONSTRAINT_NOTNULL:
    case SQLITE_CONSTRAINT_DATATYPE:
        return Kind::contradiction;
    default:
        return std::nullopt;
    }
}

/// Empty for what can only be a mistake in the program.
std::optional<Kind> kindOf(int extended)
{
    switch (extended & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Kind::damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Kind::inUse;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Kind::readOnly;
    case SQLITE_FULL:
        return Kind::noSpace;
    case SQLITE_CANTOPEN:
        return Kind::cannotOpen;
    case SQLITE_IOERR:
        return Kind::diskFault;
    case SQLITE_CONSTRAINT:
        return kindOfConstraint(extended);
    default:
        return std::nullopt;
    }
}

std::filesystem::path beside(const std::filesystem::path &file, const char *suffix) { return file.native() + suffix; }

bool isThere(const std::filesystem::path &file)
{
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(file, ignored));
}

/// For calls that only a mistake in the program makes fail: a parameter that the statement does not have.
template <typename Call> void checked(const Call &call)
{
    try {
        call();
    } catch (const SQLite::Exception &error) {
        throw std::logic_error{std::string{"database: "} + error.what()};
    }
}

/// Why the operating system refused the last write, to the log or else to the file; 0 when it did not say.
int lastSystemError(sqlite3 *handle)
{
    int reason = 0;
    sqlite3_file *log = nullptr;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (log != nullptr && log->pMethods != nullptr) {
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &reason);
    }
    if (reason == 0) {
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &reason);
    }
    return reason;
}

/// Runs a statement whose rows, if any, are of no interest. SQLiteCpp's exec() would hide the extended code.
int runAll(SQLite::Database &connection, const char *sql)
{
    return sqlite3_exec(connection.getHandle(), sql, nullptr, nullptr, nullptr);
}

} // namespace

ReadingTraces::ReadingTraces(const std::filesystem::path &file)
    : m_log{beside(file, "-wal")}, m_index{beside(file, "-shm")}, m_hadLog{isThere(m_log)}, m_hadIndex{isThere(m_index)}
{}

ReadingTraces::~ReadingTraces()
{
    if (!m_keep && !m_hadLog) {
        unlink(m_log.c_str());
    }
    if (!m_keep && !m_hadIndex) {
        unlink(m_index.c_str());
    }
}

Database::Database(const std::filesystem::path &file, std::filesystem::path journal)
    : m_journal{std::move(journal)}, m_traces{std::in_place, file}
{
    try {
        m_connection = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE, busyMilliseconds);
    } catch (const SQLite::Exception &error) {
        throw JournalError{kindOf(error.getExtendedErrorCode()).value_or(Kind::cannotOpen), m_journal, error.what()};
    }
    // SQLite opens for reading only, and says nothing, where writing is not allowed.
    if (sqlite3_db_readonly(m_connection->getHandle(), "main") != 0) {
        throw JournalError{Kind::readOnly, m_journal, "writing is not allowed"};
    }
    harden();
}

Database::Database(InMemory)
    : m_journal{":memory:"},
      m_mayWrite{true},
      m_connection{std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)}
{}

std::unique_ptr<Database> Database::inMemory() { return std::unique_ptr<Database>{new Database{InMemory{}}}; }

Database::~Database() = default;

void Database::harden()
{
    sqlite3 *handle = m_connection->getHandle();
    sqlite3_extended_result_codes(handle, 1);
    // All of this before the first byte of the schema is read: the file may come from anybody.
    for (const auto &[option, value] :
         {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1}, std::pair{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
          std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, std::pair{SQLITE_DBCONFIG_ENABLE_VIEW, 0},
          std::pair{SQLITE_DBCONFIG_DQS_DDL, 0}, std::pair{SQLITE_DBCONFIG_DQS_DML, 0},
          std::pair{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
          // Folding the log into the file on closing would change what was refused.
          std::pair{SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1}}) {
        if (const int code = sqlite3_db_config(handle, option, value, nullptr); code != SQLITE_OK) {
            fail(code);
        }
    }
    execute("PRAGMA query_only = ON");
    execute("PRAGMA cell_size_check = ON");
    // Sorting never spills the record into a temporary file elsewhere on the disk.
    execute("PRAGMA temp_store = MEMORY");
    execute("PRAGMA synchronous = FULL");
}

void Database::allowWriting()
{
    execute("PRAGMA query_only = OFF");
    if (const int code = sqlite3_db_config(m_connection->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
        code != SQLITE_OK) {
        fail(code);
    }
    m_mayWrite = true;
    if (m_traces) {
        m_traces->keep();
    }
}

void Database::useWriteAheadLog()
{
    execute("PRAGMA journal_mode = WAL");
    Query mode{*this, "PRAGMA journal_mode"};
    if (!mode.next() || mode.text(0) != "wal") {
        throw JournalError{Kind::cannotOpen, m_journal, "the file system cannot hold a write-ahead log"};
    }
}

void Database::useRollbackJournal()
{
    // A statement that is prepared but not running does not stand in the way; one that is would make this fail.
    execute("PRAGMA journal_mode = DELETE");
    Query mode{*this, "PRAGMA journal_mode"};
    if (!mode.next() || mode.text(0) != "delete") {
        throw JournalError{Kind::inUse, m_journal, "the write-ahead log cannot be left"};
    }
}

void Database::leaveTraces() noexcept { m_traces->keep(); }

void Database::foldLog()
{
    Query fold{*this, "PRAGMA wal_checkpoint(TRUNCATE)"};
    if (!fold.next() || fold.integer(0) != 0) {
        throw JournalError{JournalError::Kind::inUse, m_journal, "somebody reads the log"};
    }
}

void Database::execute(Sql sql)
{
    if (const int code = runAll(*m_connection, sql.text()); code != SQLITE_OK) {
        fail(code);
    }
}

void Database::copyTo(const std::filesystem::path &file)
{
    try {
        SQLite::Database copy{file.string(), SQLite::OPEN_READWRITE, busyMilliseconds};
        SQLite::Backup backup{copy, *m_connection};
        if (const int code = backup.executeStep(-1); code != SQLITE_DONE) {
            throw JournalError{kindOf(code).value_or(Kind::diskFault), m_journal, "the copy was not finished"};
        }
    } catch (const SQLite::Exception &error) {
        throw JournalError{kindOf(error.getExtendedErrorCode()).value_or(Kind::diskFault), m_journal, error.what()};
    }
}

JournalError Database::damaged(std::string detail) const { return {Kind::damaged, m_journal, std::move(detail)}; }

SQLite::Statement &Database::prepared(Sql sql)
{
    auto &statement = m_prepared[sql.text()];
    if (!statement) {
        try {
            statement = std::make_unique<SQLite::Statement>(*m_connection, sql.text());
        } catch (const SQLite::Exception &) {
            fail(sqlite3_extended_errcode(m_connection->getHandle()));
        }
    }
    return *statement;
}

void Database::fail(int code) const
{
    sqlite3 *handle = m_connection->getHandle();
    const std::string detail = sqlite3_errmsg(handle) + (" (" + std::to_string(code) + ")");
    if ((code & 0xff) == SQLITE_NOMEM) {
        throw std::bad_alloc{};
    }
    if (code == SQLITE_IOERR_WRITE &&
        errorFromSystem(lastSystemError(handle), m_journal, "write").kind() == Kind::noSpace) {
        // SQLite knows a full disk, but takes a used-up quota or a size limit for a fault of the disk.
        throw JournalError{Kind::noSpace, m_journal, detail};
    }
    if (const auto kind = kindOf(code)) {
        throw JournalError{*kind, m_journal, detail};
    }
    if (!m_mayWrite) {
        // The schema is not ours yet: a statement that fails here fails because of the file.
        throw damaged(detail);
    }
    throw std::logic_error{"database: " + detail};
}

void Database::rollBack() noexcept
{
    // After a full disk or a fault SQLite may have rolled back by itself; saying it twice would be an error.
    if (sqlite3_get_autocommit(m_connection->getHandle()) == 0) {
        runAll(*m_connection, "ROLLBACK");
    }
}

SQLite::Statement &Query::start(Sql sql) { return m_database.prepared(sql); }

Query::~Query() { m_statement.tryReset(); }

bool Query::next()
{
    const int code = m_statement.tryExecuteStep();
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        m_database.fail(code);
    }
    return code == SQLITE_ROW;
}

int Query::run()
{
    if (next()) {
        throw std::logic_error{"database: a statement to run answered with a row"};
    }
    return sqlite3_changes(m_database.m_connection->getHandle());
}

void Query::bind(int at, std::int64_t value)
{
    checked([&] { m_statement.bind(at, value); });
}

void Query::bind(int at, double value)
{
    checked([&] { m_statement.bind(at, value); });
}

void Query::bind(int at, std::string_view value)
{
    checked([&] { m_statement.bind(at, std::string{value}); });
}

void Query::bind(int at, const Blob16 &value)
{
    checked([&] { m_statement.bind(at, value.data(), static_cast<int>(value.size())); });
}

void Query::addNull()
{
    checked([&] { m_statement.bind(++m_bound); });
}

bool Query::isNull(int column) const { return m_statement.getColumn(column).isNull(); }

std::int64_t Query::integer(int column) const { return m_statement.getColumn(column).getInt64(); }

double Query::real(int column) const { return m_statement.getColumn(column).getDouble(); }

std::string Query::text(int column) const
{
    const SQLite::Column value = m_statement.getColumn(column);
    if (!value.isText()) {
        throw m_database.damaged("a text is missing");
    }
    return value.getString();
}

Query::Blob16 Query::blob(int column) const
{
    const SQLite::Column column16 = m_statement.getColumn(column);
    Blob16 value{};
    if (!column16.isBlob() || column16.size() != static_cast<int>(value.size())) {
        throw m_database.damaged("an id is not 16 bytes");
    }
    std::copy_n(static_cast<const std::uint8_t *>(column16.getBlob()), value.size(), value.begin());
    return value;
}

ReadSnapshot::ReadSnapshot(Database &database) : m_database{database} { Query{database, "BEGIN"}.run(); }

ReadSnapshot::~ReadSnapshot() { m_database.rollBack(); }

Transaction::Transaction(Database &database) : m_database{database}
{
    // Immediate: the lock for writing is taken now, not in the middle of the work.
    Query{database, "BEGIN IMMEDIATE"}.run();
}

Transaction::~Transaction()
{
    if (m_open) {
        m_database.rollBack();
    }
}

void Transaction::commit()
{
    Query{m_database, "COMMIT"}.run();
    m_open = false;
}

} // namespace palpate
