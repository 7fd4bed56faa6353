// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "core/instant.h"
#include "journal/changehistory.h"
#include "journal/journalchange.h"
#include "journal/verbs.h"

namespace palpate {

/// Runs the steps of verbs inside a transaction that someone else began. Throws JournalError.
class VerbRunner {
public:
    /// Database and clock must outlive it.
    VerbRunner(Database &database, const Clock &clock, DeviceId device)
        : m_database{database}, m_history{database}, m_clock{clock}, m_device{device}
    {}

    struct Outcome {
        Verb inverse;
        JournalChange change;
    };
    [[nodiscard]] Outcome run(const Verb &verb);

private:
    void run(const Add &step);
    void run(const Change &step);
    void run(const Delete &step);
    void run(const Restore &step);
    void run(const TakeBackAdd &step);
    void run(const TakeBackChange &step);
    void run(const TakeBackStamp &step);

    template <Record T> void addRecord(const T &record);
    template <Record T> void changeRecord(const T &record);
    template <Record T> void putBack(const T &before, const Stamp &stamp);
    /// Hides or shows a record, one change more.
    void setDeleted(const RecordRef &record, bool deleted);
    void deleteRatingsOf(AnyId point);
    template <Record T> void writeHistory(const T &before, const T &after, std::int64_t changes);
    [[nodiscard]] Instant momentAfter(const Instant &last) const;
    void done(const RecordRef &record, Step inverse);

    Database &m_database;
    ChangeHistory m_history;
    const Clock &m_clock;
    DeviceId m_device;
    Instant m_now;
    std::vector<Step> m_inverse; ///< of the verb being run, in order of its steps
    JournalChange m_change;
};

} // namespace palpate
