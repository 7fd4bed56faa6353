// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "journal/statements.h"
#include "record/stored.h"

// Rows to records and back, for every kind of record. Everything throws as Database does.
namespace palpate {

template <typename T> void putFields(Query &query, const T &record)
{
    forEachField<T>(
        [&]<typename Value>(const Field<T, Value> &field) { Column<Value>::put(query, record.*(field.member)); });
}

/// Reads a record or part from the columns beginning with `at`. Members stand in the order of their description.
template <typename T> [[nodiscard]] T takeFields(const Query &row, int at = 0)
{
    const auto next = [&row, &at]<typename Value>(const Field<T, Value> &) {
        const int column = at;
        at += columnCount<Value>;
        return Column<Value>::take(row, column);
    };
    // Braces: the fields are taken from left to right.
    return std::apply([&next](const auto &...field) { return T{next(field)...}; }, Described<T>::fields);
}

template <Record T> struct RecordTable {
    static void insert(Database &database, const Stored<T> &stored)
    {
        Query query{database, Sql{Statements<T>::insert}};
        putFields(query, stored.record);
        putStamp(query, stored.stamp);
        query.run();
        insertParts(database, stored.record);
    }

    [[nodiscard]] static std::optional<Stored<T>> find(Database &database, AnyId id)
    {
        Query query{database, Sql{Statements<T>::find}, id.bytes()};
        if (!query.next()) {
            return std::nullopt;
        }
        Stored<T> stored = takeRow(query);
        takeParts(database, stored.record);
        return stored;
    }

    /// The rows of a statement that selects all columns, in its order.
    template <typename... Values>
    [[nodiscard]] static std::vector<Stored<T>> list(Database &database, Sql sql, const Values &...values)
    {
        std::vector<Stored<T>> rows;
        Query query{database, sql, values...};
        while (query.next()) {
            rows.push_back(takeRow(query));
            takeParts(database, rows.back().record);
        }
        return rows;
    }

    /// Replaces all but the id, parts and stamp too; the row must be there.
    static void update(Database &database, const Stored<T> &stored)
    {
        Query query{database, Sql{Statements<T>::update}};
        putFields(query, stored.record);
        putStamp(query, stored.stamp);
        query.run();
        removeParts(database, AnyId{stored.record.id.bytes()});
        insertParts(database, stored.record);
    }

    static void setStamp(Database &database, AnyId id, const Stamp &stamp)
    {
        Query query{database, Sql{Statements<T>::stamp}, id.bytes()};
        putStamp(query, stamp);
        query.run();
    }

    static void remove(Database &database, AnyId id)
    {
        removeParts(database, id);
        Query{database, Sql{Statements<T>::remove}, id.bytes()}.run();
    }

    static Stored<T> takeRow(const Query &row, int at = 0)
    {
        const int stamp = at + Statements<T>::columns;
        Stored<T> stored{takeFields<T>(row, at), takeStamp(row, stamp)};
        if constexpr (std::same_as<T, TriggerPoint>) {
            // Side is never wrong: not even a file that somebody else wrote into may say so.
            if (!fits(stored.record.side, stored.record.position)) {
                throw row.damaged("the side does not fit the position");
            }
        }
        return stored;
    }

private:
    using Milliseconds = std::chrono::sys_time<std::chrono::milliseconds>;
    static constexpr std::size_t partLists = std::tuple_size_v<decltype(Described<T>::parts)>;

    static void putStamp(Query &query, const Stamp &stamp)
    {
        query.add(stamp.changes);
        query.add(stamp.device.bytes());
        if (stamp.deleted) {
            query.add(std::int64_t{stamp.deleted->time_since_epoch().count()});
        } else {
            query.addNull();
        }
    }

    static Stamp takeStamp(const Query &row, int at)
    {
        Stamp stamp{row.integer(at), DeviceId{row.blob(at + 1)}, std::nullopt};
        if (!row.isNull(at + 2)) {
            stamp.deleted = Milliseconds{std::chrono::milliseconds{row.integer(at + 2)}};
        }
        return stamp;
    }

    /// Calls `use` with std::integral_constant 0, 1, … for each list of parts.
    template <typename Use> static void forEachList(Use use)
    {
        [&use]<std::size_t... n>(std::index_sequence<n...>) { (use(std::integral_constant<std::size_t, n>{}), ...); }
        (std::make_index_sequence<partLists>{});
    }

    static void insertParts(Database &database, const T &record)
    {
        forEachList([&](auto n) {
            using List = PartStatements<T, n()>;
            int place = 0;
            for (const auto &part : record.*(List::parts.member)) {
                Query query{database, Sql{List::insert}, record.id.bytes(), place++};
                putFields(query, part);
                query.run();
            }
        });
    }

    static void takeParts(Database &database, T &record)
    {
        forEachList([&](auto n) {
            using List = PartStatements<T, n()>;
            Query query{database, Sql{List::select}, record.id.bytes()};
            while (query.next()) {
                (record.*(List::parts.member)).push_back(takeFields<typename List::Part>(query));
            }
        });
    }

    static void removeParts(Database &database, AnyId id)
    {
        forEachList([&](auto n) { Query{database, Sql{PartStatements<T, n()>::remove}, id.bytes()}.run(); });
    }
};

} // namespace palpate
