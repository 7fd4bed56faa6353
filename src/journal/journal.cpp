// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include <algorithm>
#include <string>
#include <utility>

#include "journal/database.h"
#include "journal/journalerror.h"
#include "journal/journalfile.h"
#include "journal/journallock.h"
#include "journal/migrations.h"
#include "journal/pointrepository.h"
#include "journal/ratingrepository.h"

namespace palpate {

namespace {

using Kind = JournalError::Kind;
using What = JournalChange::What;

/// What running a verb comes to: the verb that takes it back, and the news.
struct Outcome {
    Verb inverse;
    JournalChange change;
};

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
    explicit Impl(std::filesystem::path file);

    Verb perform(const Verb &verb);
    [[nodiscard]] PointOverview overview(TriggerPoint point) const;

    // In this order: the database is closed before the lock is let go.
    std::filesystem::path m_file;
    JournalLock m_lock;
    Database m_database;
    PointRepository m_points{m_database};
    RatingRepository m_ratings{m_database};
    Listener m_listener;

private:
    [[nodiscard]] Outcome run(const MarkPoint &verb);
    [[nodiscard]] Outcome run(const RemovePoint &verb);
    [[nodiscard]] Outcome run(const MovePoint &verb);
    [[nodiscard]] Outcome run(const ChangeKind &verb);
    [[nodiscard]] Outcome run(const RatePoint &verb);
    [[nodiscard]] Outcome run(const RemoveRating &verb);
    [[nodiscard]] Outcome run(const ChangeRating &verb);

    [[nodiscard]] TriggerPoint existing(PointId id) const;
    [[nodiscard]] Rating existing(RatingId id) const;
    void refuseUnless(bool agrees, const char *detail) const;
    void tell(const JournalChange &change) const noexcept;
};

Journal::Impl::Impl(std::filesystem::path file)
    : m_file{std::move(file)}, m_lock{m_file}, m_database{madeSureOf(m_file), m_file}
{
    bringUpToDate(m_database, migrations());
    makePrivate(m_file);
    m_database.useWriteAheadLog();
}

Verb Journal::Impl::perform(const Verb &verb)
{
    Transaction transaction{m_database};
    Outcome outcome = std::visit([this](const auto &one) { return run(one); }, verb);
    transaction.commit();
    tell(outcome.change);
    return std::move(outcome.inverse);
}

Outcome Journal::Impl::run(const MarkPoint &verb)
{
    const PointId id = verb.point.id;
    refuseUnless(fits(verb.point.side, verb.point.position), "the side does not fit the position");
    refuseUnless(std::ranges::all_of(verb.ratings, [&](const Rating &rating) { return rating.point == id; }),
                 "a rating of another point");
    m_points.insert(verb.point);
    for (const Rating &rating : verb.ratings) {
        m_ratings.insert(rating);
    }
    return {RemovePoint{id}, {What::pointAdded, id}};
}

Outcome Journal::Impl::run(const RemovePoint &verb)
{
    MarkPoint inverse{existing(verb.point), m_ratings.ofPoint(verb.point)};
    m_ratings.removeOfPoint(verb.point);
    m_points.remove(verb.point);
    return {std::move(inverse), {What::pointRemoved, verb.point}};
}

Outcome Journal::Impl::run(const MovePoint &verb)
{
    refuseUnless(fits(verb.side, verb.position), "the side does not fit the position");
    const TriggerPoint before = existing(verb.point);
    TriggerPoint after = before;
    after.muscle = verb.muscle;
    after.side = verb.side;
    after.position = verb.position;
    m_points.update(after);
    return {MovePoint{before.id, before.muscle, before.side, before.position}, {What::pointChanged, verb.point}};
}

Outcome Journal::Impl::run(const ChangeKind &verb)
{
    const TriggerPoint before = existing(verb.point);
    TriggerPoint after = before;
    after.kind = verb.kind;
    m_points.update(after);
    return {ChangeKind{before.id, before.kind}, {What::pointChanged, verb.point}};
}

Outcome Journal::Impl::run(const RatePoint &verb)
{
    m_ratings.insert(verb.rating);
    return {RemoveRating{verb.rating.id}, {What::ratingsChanged, verb.rating.point}};
}

Outcome Journal::Impl::run(const RemoveRating &verb)
{
    const Rating before = existing(verb.rating);
    m_ratings.remove(verb.rating);
    return {RatePoint{before}, {What::ratingsChanged, before.point}};
}

Outcome Journal::Impl::run(const ChangeRating &verb)
{
    const Rating before = existing(verb.rating);
    Rating after = before;
    after.level = verb.level;
    m_ratings.update(after);
    return {ChangeRating{before.id, before.level}, {What::ratingsChanged, before.point}};
}

TriggerPoint Journal::Impl::existing(PointId id) const
{
    if (auto point = m_points.find(id)) {
        return *std::move(point);
    }
    throw JournalError{Kind::notFound, m_file, "point " + id.text()};
}

Rating Journal::Impl::existing(RatingId id) const
{
    if (const auto rating = m_ratings.find(id)) {
        return *rating;
    }
    throw JournalError{Kind::notFound, m_file, "rating " + id.text()};
}

void Journal::Impl::refuseUnless(bool agrees, const char *detail) const
{
    if (!agrees) {
        throw JournalError{Kind::contradiction, m_file, detail};
    }
}

void Journal::Impl::tell(const JournalChange &change) const noexcept
{
    // A copy: the listener may set another one while it runs.
    if (const Listener listener = m_listener) {
        listener(change);
    }
}

PointOverview Journal::Impl::overview(TriggerPoint point) const
{
    auto soreness = m_ratings.latest(point.id, Asked::sorenessNow);
    return {std::move(point), soreness};
}

Journal::Journal(std::unique_ptr<Impl> impl) noexcept : m_impl{std::move(impl)} {}
Journal::Journal(Journal &&) noexcept = default;
Journal &Journal::operator=(Journal &&) noexcept = default;
Journal::~Journal() = default;

Journal Journal::open(const std::filesystem::path &file)
{
    const auto path = resolved(file);
    // Looked at once before the lock is taken, so that beside a file that is refused not even the lock appears.
    if (!looksLikeAJournal(path, newestVersion())) {
        makePrivateFolder(path.parent_path(), path);
    }
    return Journal{std::make_unique<Impl>(path)};
}

Verb Journal::perform(const Verb &verb) { return m_impl->perform(verb); }

std::vector<PointOverview> Journal::openPoints() const
{
    std::vector<PointOverview> overviews;
    for (TriggerPoint &point : m_impl->m_points.all()) {
        overviews.push_back(m_impl->overview(std::move(point)));
    }
    return overviews;
}

std::optional<PointOverview> Journal::point(PointId id) const
{
    auto point = m_impl->m_points.find(id);
    return point ? std::optional{m_impl->overview(*std::move(point))} : std::nullopt;
}

std::vector<Rating> Journal::ratingsOf(PointId id) const { return m_impl->m_ratings.ofPoint(id); }

void Journal::setListener(Listener listener) { m_impl->m_listener = std::move(listener); }

const std::filesystem::path &Journal::file() const noexcept { return m_impl->m_file; }

} // namespace palpate
