// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/backups.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <set>
#include <unistd.h>

#include "core/isotime.h"
#include "journal/database.h"
#include "journal/journalfile.h"
#include "journal/journallock.h"
#include "journal/migrations.h"

namespace palpate {

namespace {

namespace fs = std::filesystem;
using Kind = JournalError::Kind;

constexpr std::string_view ending = ".palpate";
constexpr std::size_t days = 7;
constexpr std::size_t weeks = 4;
constexpr std::size_t months = 12;

/// "2026-03-02T093000.000+0100.palpate": the time without colons, which some disks do not take.
std::string nameOf(const Instant &made)
{
    std::string name = isoText(made);
    std::erase(name, ':');
    return name + std::string{ending};
}

std::optional<Instant> madeFrom(std::string name)
{
    // 0123456789a12345678901234
    // 2026-03-02T093000.000+0100.palpate
    if (name.size() != 26 + ending.size() || !name.ends_with(ending)) {
        return std::nullopt;
    }
    name.resize(26);
    for (const std::size_t colon : {24U, 15U, 13U}) {
        name.insert(colon, 1, ':');
    }
    return instantFromIso(name);
}

/// The days since 1970 began on a Thursday; weeks begin on Mondays.
int weekOf(LocalDay day) { return static_cast<int>((day.time_since_epoch().count() + 3) / 7); }

int monthOf(LocalDay day)
{
    const std::chrono::year_month_day date{day};
    return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
}

/// Gives a damaged journal a second name, so that there is no moment without a journal in its place.
void keepAside(const fs::path &journal)
{
    std::string aside = journal.native() + ".set-aside";
    for (int number = 2; fs::exists(aside); ++number) {
        aside = journal.native() + ".set-aside-" + std::to_string(number);
    }
    // Some file systems know no second names: there it gives up the first.
    if (link(journal.c_str(), aside.c_str()) != 0 && std::rename(journal.c_str(), aside.c_str()) != 0 &&
        errno != ENOENT) {
        throw errorFromSystem(errno, journal, "keep the damaged journal as " + aside);
    }
}

/// Overwrites a file's content before its name is taken away.
void overwrite(const fs::path &file, const fs::path &journal)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) {
        throw errorFromSystem(errno, journal, "open the backup " + file.string());
    }
    const std::array<char, 65536> zeros{};
    auto left = static_cast<std::int64_t>(lseek(descriptor, 0, SEEK_END));
    lseek(descriptor, 0, SEEK_SET);
    while (left > 0) {
        const auto part = std::min<std::int64_t>(left, zeros.size());
        const ssize_t written = write(descriptor, zeros.data(), static_cast<std::size_t>(part));
        if (written <= 0) {
            const int reason = errno;
            close(descriptor);
            throw errorFromSystem(reason, journal, "overwrite the backup " + file.string());
        }
        left -= written;
    }
    const bool synced = fsync(descriptor) == 0;
    const int reason = errno;
    close(descriptor);
    if (!synced) {
        throw errorFromSystem(reason, journal, "overwrite the backup " + file.string());
    }
}

/// Overwrites and removes the files of a folder whose names are among those that are `meant`.
void overwriteFiles(const fs::path &folder, const fs::path &journal,
                    const std::function<bool(const std::string &name)> &meant)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (meant(at->path().filename().string()) && fs::is_regular_file(at->symlink_status(ignored))) {
            files.push_back(at->path());
        }
    }
    for (const fs::path &file : files) {
        overwrite(file, journal);
        unlink(file.c_str());
    }
}

} // namespace

Backups::Backups(const fs::path &journal) : m_journal{resolved(journal)}, m_folder{m_journal}
{
    m_folder += ".backups";
}

std::vector<Backups::Backup> Backups::list() const
{
    std::vector<Backup> backups;
    std::error_code error;
    for (fs::directory_iterator at{m_folder, error}, end; !error && at != end; at.increment(error)) {
        const auto made = madeFrom(at->path().filename().string());
        if (made && at->is_regular_file(error)) {
            backups.push_back({at->path(), *made, at->file_size(error)});
        }
    }
    if (error && error != std::errc::no_such_file_or_directory) {
        throw errorFromSystem(error.value(), m_journal, "read the folder " + m_folder.string());
    }
    std::ranges::sort(backups, [](const Backup &a, const Backup &b) { return a.made.utc > b.made.utc; });
    return backups;
}

std::vector<std::size_t> Backups::superfluous(std::span<const Instant> made)
{
    // Counted by days, weeks and months that have a backup, not by the calendar: a clock that jumps removes nothing.
    std::set<LocalDay> keptDays;
    std::set<int> keptWeeks;
    std::set<int> keptMonths;
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < made.size(); ++place) {
        const LocalDay day = dayOf(made[place]);
        const bool newDay = keptDays.size() < days && keptDays.insert(day).second;
        const bool newWeek = keptWeeks.size() < weeks && keptWeeks.insert(weekOf(day)).second;
        const bool newMonth = keptMonths.size() < months && keptMonths.insert(monthOf(day)).second;
        if (!newDay && !newWeek && !newMonth) {
            places.push_back(place);
        }
    }
    return places;
}

Backups::Backup Backups::make(Journal &journal, const Instant &now) const
{
    Backup backup = write(journal, now);
    thin(backup.file);
    return backup;
}

Backups::Backup Backups::write(Journal &journal, const Instant &now) const
{
    makePrivateFolder(m_folder, m_journal);
    Instant made = now;
    while (fs::exists(m_folder / nameOf(made))) {
        made.utc += std::chrono::milliseconds{1}; // never over another one
    }
    const fs::path target = m_folder / nameOf(made);
    DraftFile draft{target, m_journal};
    journal.copyTo(draft.file());
    if (const Preview copy = preview(draft.file()); !copy.wrong.empty()) {
        // A true copy of a journal that is wrong itself is no fault of the disk; restoring then sets that one aside.
        const Kind kind = journal.read().check().empty() ? Kind::diskFault : Kind::damaged;
        throw JournalError{kind, m_journal, "the backup reads back wrong: " + copy.wrong.front()};
    }
    draft.putInPlace();
    return {target, made, fs::file_size(target)};
}

void Backups::thin(const fs::path &newest) const
{
    std::vector<Instant> made;
    const std::vector<Backup> all = list();
    for (const Backup &backup : all) {
        made.push_back(backup.made);
    }
    for (const std::size_t place : superfluous(made)) {
        if (all[place].file != newest) {
            unlink(all[place].file.c_str());
        }
    }
}

std::optional<Backups::Backup> Backups::makeIfDue(Journal &journal, const Instant &now) const
{
    const auto all = list();
    const bool hasToday =
        std::ranges::any_of(all, [&now](const Backup &backup) { return dayOf(backup.made) == dayOf(now); });
    return hasToday ? std::nullopt : std::optional{make(journal, now)};
}

Backups::Preview Backups::preview(const fs::path &backup) const
{
    if (!looksLikeAJournal(backup, newestVersion())) {
        throw JournalError{Kind::cannotOpen, backup, "there is no such file"};
    }
    // Read from a copy: an older one is brought up to date for it, and the backup itself stays to the byte what it is.
    makePrivateFolder(m_folder, m_journal);
    const DraftFile scratch{m_folder / "preview", m_journal};
    {
        Database original{backup, backup};
        original.copyTo(scratch.file());
    }
    const JournalReader reader = JournalReader::ofScratch(scratch.file());
    return {reader.counts(), reader.lastRatedDay(), reader.check()};
}

void Backups::restore(const fs::path &backup, const Journal::Writer &writer) const
{
    const fs::path chosen = resolved(backup);
    if (const Preview copy = preview(chosen); !copy.wrong.empty()) {
        throw JournalError{Kind::damaged, chosen, copy.wrong.front()};
    }
    refuseNetworkFolder(m_journal);
    // Held to the end: what somebody entered between the backup and the replacement would be in neither.
    const JournalLock lock{m_journal};
    std::optional<Backup> before;
    try {
        Journal journal = Journal::openUnder(lock, m_journal, writer);
        before = write(journal, writer.clock.now()); // thinned only at the end: the chosen one may be one too many
    } catch (const JournalError &error) {
        if (error.kind() != Kind::damaged && error.kind() != Kind::notAJournal) {
            throw;
        }
    }
    DraftFile draft{m_journal, m_journal};
    {
        Database copy{chosen, m_journal};
        copy.copyTo(draft.file());
    }
    // Whatever could fail for want of room is done; until now all that stood there stands there still.
    if (before) {
        removeLog(m_journal); // left where somebody reads beside us; the backup has what is in it
    } else {
        keepAside(m_journal);
        setOrphansAside(m_journal);
    }
    draft.putInPlace();
    if (before) {
        thin(before->file);
    }
}

void Backups::overwriteAll() const
{
    // Drafts and previews too, which a crash may have left half done: nothing else has a place in that folder.
    overwriteFiles(m_folder, m_journal, [](const std::string &) { return true; });
    // And what migrations, restores and set-aside logs have left beside the journal.
    const std::string journal = m_journal.filename().string();
    overwriteFiles(m_journal.parent_path(), m_journal, [&journal](const std::string &name) {
        const auto begins = [&](const char *ending) { return name.starts_with(journal + ending); };
        return (begins(".v") && name.find("-backup") != std::string::npos) || begins(".set-aside") ||
               begins("-wal.orphan") || begins("-journal.orphan") || name == journal + ".new";
    });
}

} // namespace palpate
