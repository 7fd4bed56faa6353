// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include <map>
#include <utility>

#include "journal/database.h"
#include "journal/forgetting.h"
#include "journal/invariants.h"
#include "journal/journalerror.h"
#include "journal/journalfile.h"
#include "journal/journallock.h"
#include "journal/migrations.h"
#include "journal/recordtable.h"
#include "journal/verbrunner.h"

namespace palpate {

namespace {

using Kind = JournalError::Kind;

/// More than anybody changes one record: a counter at its end could never count the next change.
constexpr std::int64_t mostChanges = 1'000'000'000;

void createJournal(const std::filesystem::path &file)
{
    setOrphansAside(file);
    DraftFile draft{file, file};
    {
        Database database{draft.file(), file};
        bringUpToDate(database, migrations());
        database.useWriteAheadLog();
    }
    draft.putInPlace();
}

/// The same path, with a journal behind it. To be called under the lock: nobody else is making or changing it then.
const std::filesystem::path &madeSureOf(const std::filesystem::path &file)
{
    if (!looksLikeAJournal(file, newestVersion())) {
        createJournal(file);
    }
    return file;
}

} // namespace

class Journal::Impl {
public:
    /// With the lock that a caller holds, who then outlives this, or else with one of its own.
    Impl(std::filesystem::path file, const Writer &writer, const JournalLock *held);

    Verb perform(const Verb &verb);
    int add(const JournalContents &contents);
    [[nodiscard]] int countNew(const JournalContents &contents);
    void erase(const Erasure &erasure);

    // In this order: the database is closed before the lock is let go.
    std::filesystem::path m_file;
    std::unique_ptr<JournalLock> m_lock;
    Database m_database;
    JournalReader m_reader{m_database};
    VerbRunner m_runner;
    Listener m_listener;

private:
    template <Record T> [[nodiscard]] bool isNew(const Stored<T> &row);
    [[nodiscard]] bool holds(AnyId id);
    void tell(const JournalChange &change) const noexcept;
};

Journal::Impl::Impl(std::filesystem::path file, const Writer &writer, const JournalLock *held)
    : m_file{std::move(file)},
      m_lock{held != nullptr ? nullptr : std::make_unique<JournalLock>(m_file)},
      m_database{madeSureOf(m_file), m_file},
      m_runner{m_database, writer.clock, writer.device}
{
    bringUpToDate(m_database, migrations());
    makePrivate(m_file);
    m_database.useWriteAheadLog();
    forgetDeleted(m_database, writer.clock.now().utc - deletedAreKept);
}

Verb Journal::Impl::perform(const Verb &verb)
{
    Transaction transaction{m_database};
    VerbRunner::Outcome outcome = m_runner.run(verb);
    transaction.commit();
    tell(outcome.change);
    return std::move(outcome.inverse);
}

template <Record T> bool Journal::Impl::isNew(const Stored<T> &row)
{
    const AnyId id{row.record.id.bytes()};
    if constexpr (std::same_as<T, Profile>) {
        // A journal has one; that of the other file stays out.
        if (!row.stamp.deleted && m_reader.profile()) {
            return false;
        }
    }
    return !ChangeHistory{m_database}.isForgotten(id) && !RecordTable<T>::find(m_database, id);
}

bool Journal::Impl::holds(AnyId id)
{
    bool found = false;
    forEachKind([&]<typename T>(std::type_identity<T>) { found = found || RecordTable<T>::find(m_database, id); });
    return found;
}

int Journal::Impl::countNew(const JournalContents &contents)
{
    int count = 0;
    forEachKind([&]<typename T>(std::type_identity<T>) {
        for (const Stored<T> &row : contents.of<T>()) {
            count += isNew(row) ? 1 : 0;
        }
    });
    return count;
}

int Journal::Impl::add(const JournalContents &contents)
{
    Transaction transaction{m_database};
    ChangeHistory history{m_database};
    JournalChange change;
    for (const Forgotten &row : contents.forgotten) {
        // What is here stays here: only what was never in this journal, or is gone from it too, is forgotten with it.
        if (!holds(row.row)) {
            history.addForgotten(row);
        }
    }
    std::map<AnyId, std::int64_t> added; // and how often it was changed
    forEachKind([&]<typename T>(std::type_identity<T>) {
        for (const Stored<T> &row : contents.of<T>()) {
            if (!isNew(row)) {
                continue;
            }
            if (const auto objection = objectionTo(row.record)) {
                throw JournalError{Kind::contradiction, m_file, *objection};
            }
            change.records.push_back(refTo(row.record));
            if (row.stamp.changes > mostChanges) {
                throw JournalError{Kind::contradiction, m_file, "a record that was changed too often"};
            }
            if (!added.emplace(change.records.back().id, row.stamp.changes).second) {
                throw JournalError{Kind::contradiction, m_file, "two records of one id"};
            }
            RecordTable<T>::insert(m_database, row);
        }
    });
    for (const HistoryLine &line : contents.history) {
        const auto row = added.find(line.row);
        if (row == added.end()) {
            continue;
        }
        if (line.changes > row->second) {
            // It would stand in the way of the line that the person's own next change writes.
            throw JournalError{Kind::contradiction, m_file, "a line of history from after the last change"};
        }
        history.add(line);
    }
    if (Query violation{m_database, "PRAGMA foreign_key_check"}; violation.next()) {
        throw JournalError{Kind::notFound, m_file, "rows without their owner in " + violation.text(0)};
    }
    transaction.commit();
    tell(change);
    return static_cast<int>(added.size());
}

void Journal::Impl::erase(const Erasure &erasure)
{
    const JournalChange change{eraseForGood(m_database, erasure)};
    tell(change); // at once: what is erased is gone, also where the disk has no room to write the file anew
    removeTraces(m_database);
}

void Journal::Impl::tell(const JournalChange &change) const noexcept
{
    // A copy: the listener may set another one while it runs.
    if (const Listener listener = m_listener) {
        listener(change);
    }
}

Journal::Journal(std::unique_ptr<Impl> impl) noexcept : m_impl{std::move(impl)} {}
Journal::Journal(Journal &&) noexcept = default;
Journal &Journal::operator=(Journal &&) noexcept = default;
Journal::~Journal() = default;

Journal Journal::open(const std::filesystem::path &file, const Writer &writer)
{
    const auto path = resolved(file);
    // Looked at once before the lock is taken, so that beside a file that is refused not even the lock appears.
    if (!looksLikeAJournal(path, newestVersion())) {
        makePrivateFolder(path.parent_path(), path);
    }
    refuseNetworkFolder(path);
    return Journal{std::make_unique<Impl>(path, writer, nullptr)};
}

Journal Journal::openUnder(const JournalLock &lock, const std::filesystem::path &file, const Writer &writer)
{
    return Journal{std::make_unique<Impl>(resolved(file), writer, &lock)};
}

Verb Journal::perform(const Verb &verb) { return m_impl->perform(verb); }

const JournalReader &Journal::read() const noexcept { return m_impl->m_reader; }

void Journal::setListener(Listener listener) { m_impl->m_listener = std::move(listener); }

int Journal::add(const JournalContents &contents) { return m_impl->add(contents); }

int Journal::countNew(const JournalContents &contents) const { return m_impl->countNew(contents); }

void Journal::erase(const Erasure &erasure) { m_impl->erase(erasure); }

void Journal::copyTo(const std::filesystem::path &file) { m_impl->m_database.copyTo(file); }

const std::filesystem::path &Journal::file() const noexcept { return m_impl->m_file; }

} // namespace palpate
