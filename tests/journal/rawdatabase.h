// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <sqlite3.h>
#include <stdexcept>
#include <string>

namespace palpate::testing {

/// A database opened past the journal, with nothing hardened, to make files that a journal must refuse and to see
/// what it wrote.
class RawDatabase {
public:
    explicit RawDatabase(const std::filesystem::path &file)
    {
        if (sqlite3_open(file.c_str(), &m_handle) != SQLITE_OK) {
            throw std::runtime_error{"cannot open " + file.string()};
        }
        sqlite3_extended_result_codes(m_handle, 1);
    }

    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;
    RawDatabase(RawDatabase &&) = delete;
    RawDatabase &operator=(RawDatabase &&) = delete;
    ~RawDatabase() { sqlite3_close(m_handle); }

    /// The extended result code.
    int tryRun(const std::string &sql) { return sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr); }

    void run(const std::string &sql)
    {
        if (tryRun(sql) != SQLITE_OK) {
            throw std::runtime_error{sql + ": " + sqlite3_errmsg(m_handle)};
        }
    }

    /// A column, counted from 0, of the first row as text; empty when there is no row.
    std::string ask(const std::string &sql, int column = 0)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
            throw std::runtime_error{sql + ": " + sqlite3_errmsg(m_handle)};
        }
        std::string answer;
        if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_type(statement, column) != SQLITE_NULL) {
            const unsigned char *text = sqlite3_column_text(statement, column);
            answer.assign(text, text + sqlite3_column_bytes(statement, column));
        }
        sqlite3_finalize(statement);
        return answer;
    }

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace palpate::testing
