// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/verbrunner.h"

#include <algorithm>

#include "journal/invariants.h"
#include "journal/recordtable.h"
#include "journal/valuetext.h"

namespace palpate {

namespace {

using Kind = JournalError::Kind;

/// Calls `use` with the std::type_identity of the kind that stands in a table.
template <typename Use> void withKind(std::string_view table, Use use)
{
    forEachKind([&]<typename T>(std::type_identity<T> kind) {
        if (Described<T>::table == table) {
            use(kind);
        }
    });
}

template <Record T> Stored<T> existing(Database &database, AnyId id)
{
    if (auto row = RecordTable<T>::find(database, id)) {
        return *std::move(row);
    }
    throw JournalError{Kind::notFound, database.journal(), std::string{Described<T>::table} + " " + id.text()};
}

void refuseObjectionable(const Database &database, const AnyRecord &record)
{
    if (const auto objection = objectionTo(record)) {
        throw JournalError{Kind::contradiction, database.journal(), *objection};
    }
}

} // namespace

VerbRunner::Outcome VerbRunner::run(const Verb &verb)
{
    m_inverse.clear();
    m_change = {};
    m_now = momentAfter(m_now); // one for all that belongs together
    for (const Step &step : verb.steps) {
        std::visit([this](const auto &one) { run(one); }, step);
    }
    std::ranges::reverse(m_inverse);
    return {{std::move(m_inverse)}, std::move(m_change)};
}

Instant VerbRunner::momentAfter(const Instant &last) const
{
    // What was deleted together is known by its moment, so no two verbs share one.
    constexpr std::chrono::seconds burst{1};
    Instant now = m_clock.now();
    if (now.utc <= last.utc && last.utc - now.utc < burst) {
        now.utc = last.utc + std::chrono::milliseconds{1};
    }
    return now;
}

void VerbRunner::done(const RecordRef &record, Step inverse)
{
    m_change.records.push_back(record);
    m_inverse.push_back(std::move(inverse));
}

void VerbRunner::run(const Add &step)
{
    refuseObjectionable(m_database, step.record);
    std::visit([this](const auto &record) { addRecord(record); }, step.record);
}

template <Record T> void VerbRunner::addRecord(const T &record)
{
    const RecordRef ref = refTo(record);
    if (m_history.isForgotten(ref.id)) {
        throw JournalError{Kind::alreadyThere, m_database.journal(), "forgotten: " + ref.id.text()};
    }
    RecordTable<T>::insert(m_database, {record, Stamp{1, m_device, std::nullopt}});
    done(ref, TakeBackAdd{ref});
}

void VerbRunner::run(const Change &step)
{
    refuseObjectionable(m_database, step.record);
    std::visit([this](const auto &record) { changeRecord(record); }, step.record);
}

template <Record T> void VerbRunner::changeRecord(const T &record)
{
    const RecordRef ref = refTo(record);
    Stored<T> before = existing<T>(m_database, ref.id);
    if (before.stamp.deleted) {
        throw JournalError{Kind::notFound, m_database.journal(), "deleted: " + ref.id.text()};
    }
    if (before.record == record) {
        return;
    }
    Stamp stamp{before.stamp.changes + 1, m_device, std::nullopt};
    writeHistory(before.record, record, stamp.changes);
    RecordTable<T>::update(m_database, {record, stamp});
    done(ref, TakeBackChange{std::move(before.record), before.stamp});
}

template <Record T> void VerbRunner::writeHistory(const T &before, const T &after, std::int64_t changes)
{
    const auto compare = [&](const auto &described) {
        if (before.*(described.member) != after.*(described.member)) {
            m_history.add({AnyId{after.id.bytes()}, changes, std::string{Described<T>::table},
                           std::string{described.name}, m_now, m_device, maybeTextOf(before.*(described.member)),
                           maybeTextOf(after.*(described.member))});
        }
    };
    forEachField<T>(compare);
    forEachParts<T>(compare);
}

void VerbRunner::run(const Delete &step)
{
    if (step.record.table == Described<TriggerPoint>::table) {
        deleteRatingsOf(step.record.id);
    }
    setDeleted(step.record, true);
}

void VerbRunner::deleteRatingsOf(AnyId point)
{
    static constexpr SqlText sql =
        Statements<Rating>::about("SELECT id FROM", "WHERE point_id = ?1 AND deleted_utc_ms IS NULL");
    std::vector<AnyId> ratings;
    {
        Query query{m_database, Sql{sql}, point.bytes()};
        while (query.next()) {
            ratings.emplace_back(query.blob(0));
        }
    }
    for (const AnyId &rating : ratings) {
        setDeleted({Described<Rating>::table, rating}, true);
    }
}

void VerbRunner::setDeleted(const RecordRef &record, bool deleted)
{
    withKind(record.table, [&]<typename T>(std::type_identity<T>) {
        const Stamp before = existing<T>(m_database, record.id).stamp;
        if (before.deleted.has_value() == deleted) {
            throw JournalError{Kind::notFound, m_database.journal(), "deleted already, or not: " + record.id.text()};
        }
        RecordTable<T>::setStamp(m_database, record.id,
                                 {before.changes + 1, m_device, deleted ? std::optional{m_now.utc} : std::nullopt});
        done(record, TakeBackStamp{record, before});
    });
}

void VerbRunner::run(const Restore &step)
{
    if (step.record.table == Described<TriggerPoint>::table) {
        // The ratings that went with it, and no others, come back with it.
        const auto point = existing<TriggerPoint>(m_database, step.record.id);
        static constexpr SqlText sql =
            Statements<Rating>::about("SELECT id FROM", "WHERE point_id = ?1 AND deleted_utc_ms = ?2");
        std::vector<AnyId> ratings;
        if (point.stamp.deleted) {
            Query query{m_database, Sql{sql}, step.record.id.bytes(),
                        std::int64_t{point.stamp.deleted->time_since_epoch().count()}};
            while (query.next()) {
                ratings.emplace_back(query.blob(0));
            }
        }
        for (const AnyId &rating : ratings) {
            setDeleted({Described<Rating>::table, rating}, false);
        }
    }
    setDeleted(step.record, false);
}

void VerbRunner::run(const TakeBackAdd &step)
{
    withKind(step.record.table, [&]<typename T>(std::type_identity<T>) {
        Stored<T> row = existing<T>(m_database, step.record.id);
        m_history.forgetAfter(step.record.id, 0);
        RecordTable<T>::remove(m_database, step.record.id);
        done(step.record, Add{std::move(row.record)});
    });
}

void VerbRunner::run(const TakeBackChange &step)
{
    std::visit([&](const auto &before) { putBack(before, step.stamp); }, step.before);
}

template <Record T> void VerbRunner::putBack(const T &before, const Stamp &stamp)
{
    const RecordRef ref = refTo(before);
    Stored<T> after = existing<T>(m_database, ref.id);
    m_history.forgetAfter(ref.id, stamp.changes);
    RecordTable<T>::update(m_database, {before, stamp});
    done(ref, Change{std::move(after.record)});
}

void VerbRunner::run(const TakeBackStamp &step)
{
    withKind(step.record.table, [&]<typename T>(std::type_identity<T>) {
        const bool wasDeleted = existing<T>(m_database, step.record.id).stamp.deleted.has_value();
        RecordTable<T>::setStamp(m_database, step.record.id, step.stamp);
        done(step.record, wasDeleted ? Step{Delete{step.record}} : Step{Restore{step.record}});
    });
}

} // namespace palpate
