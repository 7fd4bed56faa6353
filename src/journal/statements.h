// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "journal/columns.h"
#include "record/described.h"

// The statements of every table, put together by the compiler from the description of its records.
namespace palpate {

/// "?7"; at most 99.
constexpr void addNumber(SqlText &sql, int number)
{
    const std::array<char, 2> digits{static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
    sql << "?" << std::string_view{digits.data(), digits.size()}.substr(number < 10 ? 1 : 0);
}

/// "?1, ?2, ?3"
constexpr void addNumbers(SqlText &sql, int count)
{
    for (int number = 1; number <= count; ++number) {
        sql << (number > 1 ? ", " : "");
        addNumber(sql, number);
    }
}

/// Calls `use` with the two halves of every column's name.
template <typename T, typename Use> constexpr void forEachColumn(Use use)
{
    forEachField<T>([&use]<typename Value>(const Field<T, Value> &field) {
        for (std::size_t at = 0; at < Column<Value>::endings.size(); ++at) {
            if constexpr (std::same_as<Value, PointMm>) {
                use(Column<PointMm>::names.at(at), std::string_view{});
            } else {
                use(field.name, Column<Value>::endings.at(at));
            }
        }
    });
}

/// The names of all columns of a record or part, with commas between.
template <typename T> constexpr void addColumns(SqlText &sql)
{
    bool first = true;
    forEachColumn<T>([&](std::string_view name, std::string_view ending) {
        sql << (first ? "" : ", ") << name << ending;
        first = false;
    });
}

template <typename T> constexpr int columnsOf()
{
    int count = 0;
    forEachField<T>([&count]<typename Value>(const Field<T, Value> &) { count += columnCount<Value>; });
    return count;
}

/// Statements about whole records. A row's columns are those of its fields in order, then the stamp's.
template <Record T> struct Statements {
    static constexpr int columns = columnsOf<T>();

    /// All columns, and a tail that a question adds.
    static constexpr SqlText select(std::string_view tail)
    {
        SqlText sql;
        sql << "SELECT ";
        addColumns<T>(sql);
        sql << ", changes, device, deleted_utc_ms FROM " << Described<T>::table << " " << tail;
        return sql;
    }
    static constexpr SqlText put()
    {
        SqlText sql;
        sql << "INSERT INTO " << Described<T>::table << " (";
        addColumns<T>(sql);
        sql << ", changes, device, deleted_utc_ms) VALUES (";
        addNumbers(sql, columns + 3);
        sql << ")";
        return sql;
    }
    /// The id is the first parameter, as in put().
    static constexpr SqlText change()
    {
        SqlText sql;
        sql << "UPDATE " << Described<T>::table << " SET ";
        int number = 0;
        forEachColumn<T>([&](std::string_view name, std::string_view ending) {
            if (++number > 1) {
                sql << (number > 2 ? ", " : "") << name << ending << " = ";
                addNumber(sql, number);
            }
        });
        for (const std::string_view name : {"changes", "device", "deleted_utc_ms"}) {
            sql << ", " << name << " = ";
            addNumber(sql, ++number);
        }
        sql << " WHERE id = ?1";
        return sql;
    }
    static constexpr SqlText about(std::string_view begin, std::string_view end)
    {
        SqlText sql;
        sql << begin << " " << Described<T>::table << " " << end;
        return sql;
    }

    static constexpr SqlText insert = put();
    static constexpr SqlText update = change();
    static constexpr SqlText find = select("WHERE id = ?1");
    static constexpr SqlText all = select("ORDER BY id");
    static constexpr SqlText ids = about("SELECT id FROM", "ORDER BY id");
    static constexpr SqlText shown = select("WHERE deleted_utc_ms IS NULL ORDER BY id");
    static constexpr SqlText remove = about("DELETE FROM", "WHERE id = ?1");
    static constexpr SqlText stamp =
        about("UPDATE", "SET changes = ?2, device = ?3, deleted_utc_ms = ?4 WHERE id = ?1");
    static constexpr SqlText deletedBefore = about("SELECT id, deleted_utc_ms FROM", "WHERE deleted_utc_ms < ?1");
    static constexpr SqlText count = about("SELECT count(*) FROM", "WHERE deleted_utc_ms IS NULL");
};

/// Statements about the n-th list of parts of a record.
template <Record T, std::size_t n> struct PartStatements {
    static constexpr auto parts = std::get<n>(Described<T>::parts);
    using Part = typename std::remove_cvref_t<decltype(std::declval<T>().*(parts.member))>::value_type;

    static constexpr SqlText put()
    {
        SqlText sql;
        sql << "INSERT INTO " << parts.table << " (owner_id, place, ";
        addColumns<Part>(sql);
        sql << ") VALUES (";
        addNumbers(sql, columnsOf<Part>() + 2);
        sql << ")";
        return sql;
    }
    static constexpr SqlText get()
    {
        SqlText sql;
        sql << "SELECT ";
        addColumns<Part>(sql);
        sql << " FROM " << parts.table << " WHERE owner_id = ?1 ORDER BY place";
        return sql;
    }
    static constexpr SqlText clear()
    {
        SqlText sql;
        sql << "DELETE FROM " << parts.table << " WHERE owner_id = ?1";
        return sql;
    }

    static constexpr SqlText insert = put();
    static constexpr SqlText select = get();
    static constexpr SqlText remove = clear();
};

} // namespace palpate
