// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/forgetting.h"

#include <algorithm>

#include "journal/changehistory.h"
#include "journal/recordtable.h"

namespace palpate {

namespace {

using Milliseconds = std::chrono::sys_time<std::chrono::milliseconds>;

template <typename T>
concept Dated = Record<T> && requires(T record)
{
    {
        record.at
        } -> std::same_as<Instant &>;
};

struct Leaving {
    RecordRef record;
    Milliseconds deleted;
};

/// Removes rows and their history; their ids are kept. Rows that others belong to come first in AnyRecord, so the other
/// way round.
void removeRows(Database &database, std::vector<Leaving> leaving)
{
    ChangeHistory history{database};
    std::vector<std::string_view> order;
    forEachKind([&]<typename T>(std::type_identity<T>) { order.push_back(Described<T>::table); });
    const auto place = [&order](const Leaving &one) {
        return std::ranges::find(order, one.record.table) - order.begin();
    };
    std::ranges::stable_sort(leaving, [&](const Leaving &a, const Leaving &b) { return place(a) > place(b); });
    for (const Leaving &one : leaving) {
        const RecordRef &record = one.record;
        history.forgetAfter(record.id, 0);
        forEachKind([&]<typename T>(std::type_identity<T>) {
            if (Described<T>::table == record.table) {
                RecordTable<T>::remove(database, record.id);
            }
        });
        history.addForgotten({record.id, std::string{record.table}, one.deleted});
    }
}

template <Record T> void addRows(Database &database, std::vector<Leaving> &leaving, Sql sql, const auto &...values)
{
    Query query{database, sql, values...};
    while (query.next()) {
        leaving.push_back(
            {{Described<T>::table, AnyId{query.blob(0)}}, Milliseconds{std::chrono::milliseconds{query.integer(1)}}});
    }
}

/// What belongs to a row and goes with it.
void addDependants(Database &database, std::vector<Leaving> &leaving)
{
    for (std::size_t at = 0; at < leaving.size(); ++at) {
        const auto [record, deleted] = leaving[at];
        if (record.table == Described<TriggerPoint>::table) {
            addRows<Rating>(database, leaving, "SELECT id, ?2 FROM rating WHERE point_id = ?1", record.id.bytes(),
                            std::int64_t{deleted.time_since_epoch().count()});
        } else if (record.table == Described<Factor>::table) {
            addRows<FactorValue>(database, leaving, "SELECT id, ?2 FROM factor_value WHERE factor_id = ?1",
                                 record.id.bytes(), std::int64_t{deleted.time_since_epoch().count()});
        } else if (record.table == Described<Plan>::table) {
            addRows<PlanItem>(database, leaving, "SELECT id, ?2 FROM plan_item WHERE plan_id = ?1", record.id.bytes(),
                              std::int64_t{deleted.time_since_epoch().count()});
        } else if (record.table == Described<PlanItem>::table) {
            addRows<PlanTick>(database, leaving, "SELECT id, ?2 FROM plan_tick WHERE item_id = ?1", record.id.bytes(),
                              std::int64_t{deleted.time_since_epoch().count()});
        }
    }
    const auto byRow = [](const Leaving &one) { return std::pair{one.record.table, one.record.id}; };
    std::ranges::sort(leaving, {}, byRow);
    const auto isTwice = [&byRow](const Leaving &a, const Leaving &b) { return byRow(a) == byRow(b); };
    leaving.erase(std::unique(leaving.begin(), leaving.end(), isTwice), leaving.end());
}

/// Whether all that belongs to a deleted row was itself deleted before this moment. As long as something else belongs
/// to it the row stays: nobody has asked for that to go.
bool isAlone(Database &database, const Leaving &row, Milliseconds before)
{
    std::vector<Leaving> family{row};
    addDependants(database, family);
    bool alone = true;
    for (const Leaving &one : family) {
        const RecordRef &record = one.record;
        forEachKind([&]<typename T>(std::type_identity<T>) {
            static constexpr SqlText sql = Statements<T>::about(
                "SELECT 1 FROM", "WHERE id = ?1 AND (deleted_utc_ms IS NULL OR deleted_utc_ms >= ?2)");
            if (alone && Described<T>::table == record.table) {
                alone = !Query{database, Sql{sql}, record.id.bytes(), std::int64_t{before.time_since_epoch().count()}}
                             .next();
            }
        });
    }
    return alone;
}

std::vector<Leaving> rowsMeant(Database &database, const Erasure &erasure)
{
    std::vector<Leaving> leaving;
    if (erasure.what == Erasure::What::record && erasure.record) {
        leaving.push_back({*erasure.record, {}});
    }
    if (erasure.what == Erasure::What::days) {
        forEachKind([&]<typename T>(std::type_identity<T>) {
            if constexpr (Dated<T>) {
                static constexpr SqlText sql =
                    Statements<T>::about("SELECT id, 0 FROM", "WHERE local_day BETWEEN ?1 AND ?2");
                addRows<T>(database, leaving, Sql{sql}, std::int64_t{erasure.from.time_since_epoch().count()},
                           std::int64_t{erasure.to.time_since_epoch().count()});
            }
        });
    }
    if (erasure.what == Erasure::What::everything) {
        forEachKind([&]<typename T>(std::type_identity<T>) {
            static constexpr SqlText sql = Statements<T>::about("SELECT id, 0 FROM", "");
            addRows<T>(database, leaving, Sql{sql});
        });
    }
    addDependants(database, leaving);
    return leaving;
}

} // namespace

void forgetDeleted(Database &database, Milliseconds before)
{
    std::vector<Leaving> leaving;
    forEachKind([&]<typename T>(std::type_identity<T>) {
        addRows<T>(database, leaving, Sql{Statements<T>::deletedBefore},
                   std::int64_t{before.time_since_epoch().count()});
    });
    std::erase_if(leaving, [&](const Leaving &row) { return !isAlone(database, row, before); });
    if (leaving.empty()) {
        return;
    }
    Transaction transaction{database};
    removeRows(database, std::move(leaving));
    transaction.commit();
}

std::vector<RecordRef> eraseForGood(Database &database, const Erasure &erasure)
{
    // Before anything is gone: while somebody reads, the log cannot be emptied and would keep what is erased.
    database.foldLog();
    database.execute("PRAGMA secure_delete = ON");
    std::vector<Leaving> leaving = rowsMeant(database, erasure);
    std::vector<RecordRef> erased;
    for (const Leaving &one : leaving) {
        erased.push_back(one.record);
    }
    {
        Transaction transaction{database};
        removeRows(database, std::move(leaving));
        if (erasure.what == Erasure::What::everything) {
            Query{database, "DELETE FROM change_history"}.run();
            Query{database, "DELETE FROM forgotten"}.run();
        }
        transaction.commit();
    }
    return erased;
}

void removeTraces(Database &database)
{
    // Into the file, the file written anew, the log emptied: in this order nothing is left of the pages as they were.
    database.foldLog();
    database.execute("VACUUM");
    database.foldLog();
}

} // namespace palpate
