// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalbench.h"

#include <limits>
#include <random>

using namespace palpate;
using namespace palpate::testing;
using Kind = JournalError::Kind;

namespace {

/// Performs the verb, its inverse and the redo, and checks that each brings back the state it should.
Snapshot checkBothWays(Journal &journal, const Verb &verb)
{
    const Snapshot before = snapshotOf(journal);
    const Verb undo = journal.perform(verb);
    Snapshot after = snapshotOf(journal);
    const Verb redo = journal.perform(undo);
    CHECK(snapshotOf(journal) == before);
    CHECK(redo == verb);
    CHECK(journal.perform(redo) == undo);
    CHECK(snapshotOf(journal) == after);
    return after;
}

} // namespace

TEST_CASE("a marked point is found with its ratings, and unmarking leaves nothing")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    const std::vector ratings{bench.newRating(point.id, 6), bench.newRating(point.id, 8, Asked::tendernessPressed)};
    const Snapshot after = checkBothWays(journal, MarkPoint{point, ratings});
    CHECK(after.points == std::vector{PointOverview{point, ratings[0]}});
    CHECK(after.ratings.at(point.id) == ratings);
    CHECK(journal.point(point.id) == PointOverview{point, ratings[0]});
    CHECK_FALSE(journal.point(bench.ids.next<PointId>()));
    CHECK(journal.ratingsOf(bench.ids.next<PointId>()).empty());
}

TEST_CASE("removing a point takes its ratings along and no others; undo brings the same ids back")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint kept = bench.newPoint(Side::midline);
    const TriggerPoint removed = bench.newPoint(Side::right);
    journal.perform(MarkPoint{kept, {bench.newRating(kept.id, 2)}});
    journal.perform(MarkPoint{removed, {bench.newRating(removed.id, 5), bench.newRating(removed.id, 4)}});
    const Snapshot after = checkBothWays(journal, RemovePoint{removed.id});
    CHECK(after.points.size() == 1);
    CHECK(after.ratings.at(kept.id).size() == 1);
    CHECK(journal.ratingsOf(removed.id).empty());
}

TEST_CASE("a point moves to another spot, muscle and side, and its kind changes")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint(Side::left);
    journal.perform(MarkPoint{point, {bench.newRating(point.id, 3)}});
    const Snapshot moved =
        checkBothWays(journal, MovePoint{point.id, MuscleId{"teres-minor"}, Side::right, {-60, 80, 1300}});
    CHECK(moved.points[0].point.muscle == MuscleId{"teres-minor"});
    CHECK(moved.points[0].point.side == Side::right);
    CHECK(moved.points[0].point.position == PointMm{-60, 80, 1300});
    CHECK(moved.points[0].point.markedAt == point.markedAt);
    const Snapshot changed = checkBothWays(journal, ChangeKind{point.id, PointKind::latent});
    CHECK(changed.points[0].point.kind == PointKind::latent);
}

TEST_CASE("ratings are added, corrected and removed")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    journal.perform(MarkPoint{point, {}});
    CHECK_FALSE(journal.point(point.id)->latestSoreness);
    const Rating rating = bench.newRating(point.id, 6);
    CHECK(checkBothWays(journal, RatePoint{rating}).points[0].latestSoreness == rating);
    const Snapshot corrected = checkBothWays(journal, ChangeRating{rating.id, PainLevel::from(7).value()});
    CHECK(corrected.points[0].latestSoreness->level.value() == 7);
    CHECK(corrected.points[0].latestSoreness->at == rating.at);
    CHECK_FALSE(checkBothWays(journal, RemoveRating{rating.id}).points[0].latestSoreness);
}

TEST_CASE("the latest soreness is the latest by time, whatever the order of entry, and answers no other question")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    journal.perform(MarkPoint{point, {}});
    const Rating early = bench.newRating(point.id, 3);
    const Rating late = bench.newRating(point.id, 5);
    const Rating tenderness = bench.newRating(point.id, 9, Asked::tendernessPressed);
    const Rating worst = bench.newRating(point.id, 10, Asked::worstSinceLastEntry);
    for (const Rating &rating : {late, worst, early, tenderness}) {
        journal.perform(RatePoint{rating});
    }
    CHECK(journal.point(point.id)->latestSoreness == late);
    CHECK(journal.ratingsOf(point.id) == std::vector{early, late, tenderness, worst});
}

TEST_CASE("points come in the order they were marked, by the moment and not by the local clock")
{
    Bench bench;
    Journal journal = bench.open();
    TriggerPoint first = bench.newPoint();
    TriggerPoint second = bench.newPoint();
    first.markedAt.offset = std::chrono::hours{14};
    second.markedAt.offset = -std::chrono::hours{11};
    journal.perform(MarkPoint{second, {}});
    journal.perform(MarkPoint{first, {}});
    const auto points = journal.openPoints();
    REQUIRE(points.size() == 2);
    CHECK(points[0].point == first);
    CHECK(points[1].point == second);
}

TEST_CASE("a side that does not fit the position is refused, and nothing is left of the verb")
{
    Bench bench;
    Journal journal = bench.open();
    TriggerPoint wrong = bench.newPoint(Side::left);
    wrong.side = Side::right;
    CHECK(refusalOf([&] { journal.perform(MarkPoint{wrong, {}}); }) == Kind::contradiction);
    TriggerPoint nowhere = bench.newPoint(Side::midline);
    nowhere.position.z = std::numeric_limits<double>::quiet_NaN();
    CHECK(refusalOf([&] { journal.perform(MarkPoint{nowhere, {}}); }) == Kind::contradiction);

    const TriggerPoint right = bench.newPoint(Side::right);
    journal.perform(MarkPoint{right, {}});
    const Snapshot before = snapshotOf(journal);
    CHECK(refusalOf([&] {
              journal.perform(MovePoint{right.id, right.muscle, right.side, {5, 0, 0}});
          }) == Kind::contradiction);
    CHECK(snapshotOf(journal) == before);
}

TEST_CASE("a point is not marked with the ratings of another")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint one = bench.newPoint();
    const TriggerPoint other = bench.newPoint();
    journal.perform(MarkPoint{other, {}});
    CHECK(refusalOf([&] { journal.perform(MarkPoint{one, {bench.newRating(other.id, 4)}}); }) == Kind::contradiction);
    CHECK(journal.openPoints().size() == 1);
}

TEST_CASE("a local clock farther than 18 hours from UTC is refused by the tables")
{
    Bench bench;
    Journal journal = bench.open();
    TriggerPoint point = bench.newPoint();
    point.markedAt.offset = std::chrono::hours{19};
    CHECK(refusalOf([&] { journal.perform(MarkPoint{point, {}}); }) == Kind::contradiction);
    CHECK(journal.openPoints().empty());
}

TEST_CASE("when a later statement of a verb fails, the earlier ones leave no trace")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint first = bench.newPoint();
    const Rating taken = bench.newRating(first.id, 4);
    journal.perform(MarkPoint{first, {taken}});
    const Snapshot before = snapshotOf(journal);
    int calls = 0;
    journal.setListener([&](const JournalChange &) { ++calls; });

    const TriggerPoint second = bench.newPoint();
    Rating clash = bench.newRating(second.id, 5);
    clash.id = taken.id;
    CHECK(refusalOf([&] {
              journal.perform(MarkPoint{second, {bench.newRating(second.id, 1), clash}});
          }) == Kind::alreadyThere);
    CHECK(snapshotOf(journal) == before);
    CHECK(calls == 0);
    CHECK_NOTHROW(journal.perform(MarkPoint{second, {}}));
    CHECK(calls == 1);
}

TEST_CASE("verbs about what is not there, or is there already, say so")
{
    Bench bench;
    Journal journal = bench.open();
    const auto noPoint = bench.ids.next<PointId>();
    const auto noRating = bench.ids.next<RatingId>();
    const auto level = PainLevel::from(1).value();
    const std::vector<Verb> verbs{RemovePoint{noPoint},
                                  MovePoint{noPoint, MuscleId{"soleus"}, Side::midline, {}},
                                  ChangeKind{noPoint, PointKind::latent},
                                  RatePoint{bench.newRating(noPoint, 1)},
                                  RemoveRating{noRating},
                                  ChangeRating{noRating, level}};
    for (const Verb &verb : verbs) {
        INFO("verb " << verb.index());
        CHECK(refusalOf([&] { journal.perform(verb); }) == Kind::notFound);
    }
    const TriggerPoint point = bench.newPoint();
    const Rating rating = bench.newRating(point.id, 1);
    journal.perform(MarkPoint{point, {rating}});
    CHECK(refusalOf([&] { journal.perform(MarkPoint{point, {}}); }) == Kind::alreadyThere);
    CHECK(refusalOf([&] { journal.perform(RatePoint{rating}); }) == Kind::alreadyThere);
}

TEST_CASE("the listener hears of each verb once, after the commit, with what changed")
{
    using What = JournalChange::What;
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    const Rating rating = bench.newRating(point.id, 2);
    std::vector<JournalChange> heard;
    std::vector<std::size_t> seen;
    journal.setListener([&](const JournalChange &change) {
        heard.push_back(change);
        seen.push_back(journal.openPoints().size());
    });
    journal.perform(MarkPoint{point, {}});
    journal.perform(MovePoint{point.id, point.muscle, point.side, {1, 2, 3}});
    journal.perform(ChangeKind{point.id, PointKind::latent});
    journal.perform(RatePoint{rating});
    journal.perform(ChangeRating{rating.id, PainLevel::from(3).value()});
    journal.perform(RemoveRating{rating.id});
    journal.perform(RemovePoint{point.id});
    std::vector<JournalChange> expected;
    for (const What what : {What::pointAdded, What::pointChanged, What::pointChanged, What::ratingsChanged,
                            What::ratingsChanged, What::ratingsChanged, What::pointRemoved}) {
        expected.push_back({what, point.id});
    }
    CHECK(heard == expected);
    CHECK(seen == std::vector<std::size_t>{1, 1, 1, 1, 1, 1, 0});
    journal.setListener({});
    journal.perform(MarkPoint{point, {}});
    CHECK(heard.size() == expected.size());
}

TEST_CASE("a listener may perform a verb of its own and give its place away")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    const Rating rating = bench.newRating(point.id, 2);
    journal.setListener([&](const JournalChange &) {
        journal.setListener({});
        journal.perform(RatePoint{rating});
    });
    journal.perform(MarkPoint{point, {}});
    CHECK(journal.point(point.id)->latestSoreness == rating);
}

namespace {

/// Draws verbs that can be done in the journal as it stands.
class VerbSource {
public:
    VerbSource(Bench &bench, const Journal &journal, std::uint32_t seed)
        : m_bench{bench}, m_journal{journal}, m_random{seed}
    {}

    Verb next()
    {
        const auto points = m_journal.openPoints();
        if (points.empty() || draw(6) == 0) {
            return mark();
        }
        const TriggerPoint &point = points[draw(points.size())].point;
        const auto ratings = m_journal.ratingsOf(point.id);
        const auto choice = draw(ratings.empty() ? 4 : 6);
        switch (choice) {
        case 0:
            return draw(3) == 0 ? Verb{RemovePoint{point.id}} : Verb{ChangeKind{point.id, kind()}};
        case 1:
            return MovePoint{point.id, MuscleId{"subscapularis"}, mirrored(point.side), mirrored(point.position)};
        case 4:
            return RemoveRating{ratings[draw(ratings.size())].id};
        case 5:
            return ChangeRating{ratings[draw(ratings.size())].id, PainLevel::from(int(draw(11))).value()};
        default:
            return RatePoint{rating(point.id)};
        }
    }

private:
    std::size_t draw(std::size_t below) { return std::uniform_int_distribution<std::size_t>{0, below - 1}(m_random); }
    PointKind kind() { return std::array{PointKind::active, PointKind::latent, PointKind::unsure}[draw(3)]; }
    Rating rating(PointId point)
    {
        return m_bench.newRating(point, int(draw(11)), draw(2) == 0 ? Asked::sorenessNow : Asked::worstSinceLastEntry);
    }
    Verb mark()
    {
        MarkPoint verb{m_bench.newPoint(std::array{Side::left, Side::right, Side::midline}[draw(3)]), {}};
        for (auto left = draw(3); left > 0; --left) {
            verb.ratings.push_back(rating(verb.point.id));
        }
        return verb;
    }

    Bench &m_bench;
    const Journal &m_journal;
    std::mt19937 m_random;
};

} // namespace

TEST_CASE("any sequence of verbs can be undone and redone step by step, also across reopening")
{
    const auto seed = GENERATE(1U, 2U, 3U, 4U);
    Bench bench;
    std::optional<Journal> journal{bench.open()};
    VerbSource source{bench, *journal, seed};
    std::vector<Snapshot> states{snapshotOf(*journal)};
    std::vector<Verb> undo;
    for (int step = 0; step < 60; ++step) {
        undo.push_back(journal->perform(source.next()));
        states.push_back(snapshotOf(*journal));
    }
    journal.reset();
    journal.emplace(bench.open());
    REQUIRE(snapshotOf(*journal) == states.back());
    std::vector<Verb> redo;
    for (auto step = undo.size(); step-- > 0;) {
        redo.push_back(journal->perform(undo[step]));
        REQUIRE(snapshotOf(*journal) == states[step]);
    }
    for (std::size_t step = 0; step < undo.size(); ++step) {
        REQUIRE(journal->perform(redo[undo.size() - 1 - step]) == undo[step]);
        REQUIRE(snapshotOf(*journal) == states[step + 1]);
    }
}
