// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/localday.h"
#include "record/pointoverview.h"
#include "record/stored.h"

namespace palpate {

class Database;

/// One day's answers to one question, over all points: carried-over values are left out.
struct DayLevels {
    LocalDay day;
    int count = 0;
    double mean = 0;
    PainLevel worst;

    friend bool operator==(const DayLevels &, const DayLevels &) = default;
};

/// How many records of a kind there are, without what is deleted.
struct RecordCount {
    std::string_view table;
    std::int64_t count = 0;

    friend bool operator==(const RecordCount &, const RecordCount &) = default;
};

/// Something that the person wrote.
struct Written {
    RecordRef record;
    std::optional<Instant> at; ///< when it was; of a factor its last value, if there is one
    std::string text;          ///< all words of the record, one member a line

    friend bool operator==(const Written &, const Written &) = default;
};

/// The questions that can be put to a journal. It answers in values. What is deleted is left out unless said otherwise.
/// Everything throws JournalError.
class JournalReader {
public:
    /// Opens a journal to read it only, also while it is open elsewhere: no lock is taken, nothing is written, and the
    /// file must be of this program's version. Not for files of unknown origin: those are imported.
    [[nodiscard]] static JournalReader open(const std::filesystem::path &file);

    /// Opens a copy that nobody will miss; an older one is brought up to date first.
    [[nodiscard]] static JournalReader ofScratch(const std::filesystem::path &file);

    JournalReader(JournalReader &&) noexcept;
    JournalReader &operator=(JournalReader &&) noexcept;
    ~JournalReader();

    /// The points that are looked after, oldest mark first, each with its last soreness.
    [[nodiscard]] std::vector<PointOverview> openPoints() const;
    /// Also a quiet one. Empty when the journal has no such point.
    [[nodiscard]] std::optional<PointOverview> point(PointId id) const;
    /// All ratings of a point, oldest first, whatever was asked.
    [[nodiscard]] std::vector<Rating> ratingsOf(PointId id) const;
    [[nodiscard]] std::vector<Rating> ratingsOf(PointId id, Asked asked, LocalDay from, LocalDay to) const;
    /// Days with an answer, in order.
    [[nodiscard]] std::vector<DayLevels> dayLevels(Asked asked, LocalDay from, LocalDay to) const;
    [[nodiscard]] std::vector<Rating> ratingsBetween(LocalDay from, LocalDay to) const;
    [[nodiscard]] std::optional<LocalDay> lastRatedDay() const;
    /// The first day with an answer to this question.
    [[nodiscard]] std::optional<LocalDay> firstRatedDay(Asked asked) const;
    /// The last answers to each question about a point, newest first, at most so many of all.
    [[nodiscard]] std::vector<Rating> lastRatingsOf(PointId id, int most) const;

    // Days on which anything stands; a check that was not answered is nothing. The cost does not grow with the journal.
    [[nodiscard]] std::optional<LocalDay> dayBefore(LocalDay day) const;
    [[nodiscard]] std::optional<LocalDay> dayAfter(LocalDay day) const;
    /// In order, each once.
    [[nodiscard]] std::vector<LocalDay> daysBetween(LocalDay from, LocalDay to) const;
    /// Flares and pauses of which a part lies on these days, in order of their beginning.
    [[nodiscard]] std::vector<Period> periodsOver(LocalDay from, LocalDay to) const;
    /// Newest first, at most so many.
    [[nodiscard]] std::vector<Note> notesOf(PointId point, int most) const;
    /// All that was written, newest first.
    [[nodiscard]] std::vector<Written> written() const;

    /// Records that stand at a moment, by local day, both days included, in order of time.
    template <Record T> [[nodiscard]] std::vector<T> between(LocalDay from, LocalDay to) const;
    /// In the order of ids, which is the order in which they were made.
    template <Record T> [[nodiscard]] std::vector<T> all() const;
    template <Record T> [[nodiscard]] std::optional<T> find(decltype(T::id) id) const;
    /// What was deleted in the last 30 days and can be restored.
    template <Record T> [[nodiscard]] std::vector<T> deleted() const;
    [[nodiscard]] std::optional<Profile> profile() const;
    [[nodiscard]] std::vector<PlanItem> itemsOf(PlanId plan) const;

    [[nodiscard]] std::vector<HistoryLine> historyOf(AnyId row) const;
    [[nodiscard]] std::vector<RecordCount> counts() const;
    /// Everything, also what is deleted.
    [[nodiscard]] JournalContents contents() const;

    /// Looks through the whole file: its pages, its references and what every row holds. One English sentence for each
    /// thing that is wrong; empty when all is well.
    [[nodiscard]] std::vector<std::string> check() const;

    [[nodiscard]] const std::filesystem::path &file() const noexcept;

private:
    friend class Journal;
    /// Reads from the database of an open journal, which must outlive it.
    explicit JournalReader(Database &database);

    std::unique_ptr<Database> m_own;
    Database *m_database;
};

} // namespace palpate
