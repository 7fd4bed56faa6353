// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalbench.h"

#include <limits>
#include <random>

using namespace palpate;
using namespace palpate::testing;
using Kind = JournalError::Kind;

namespace {

/// Performs the verb, its inverse and the redo, and checks that each brings back the state it should, the inverse with
/// every stamp and line of history.
Snapshot checkBothWays(Journal &journal, const Verb &verb)
{
    const JournalContents before = journal.read().contents();
    const Verb undo = journal.perform(verb);
    Snapshot after = snapshotOf(journal);
    CHECK(journal.read().contents() != before);
    const Verb redo = journal.perform(undo);
    CHECK(journal.read().contents() == before);
    (void)journal.perform(redo);
    CHECK(snapshotOf(journal) == after);
    return after;
}

/// The point as it stands in the journal, changed.
template <typename Edit> Verb edited(const Journal &journal, PointId id, Edit edit)
{
    TriggerPoint point = journal.read().find<TriggerPoint>(id).value();
    edit(point);
    return change(point);
}

} // namespace

TEST_CASE("a marked point is found with its ratings, and unmarking leaves nothing")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    const std::vector ratings{bench.newRating(point.id, 6), bench.newRating(point.id, 8, Asked::tendernessPressed)};
    const Snapshot after = checkBothWays(journal, markPoint(point, ratings));
    CHECK(after.points == std::vector{PointOverview{point, ratings[0]}});
    CHECK(after.ratings.at(point.id) == ratings);
    CHECK(journal.read().point(point.id) == PointOverview{point, ratings[0]});
    CHECK_FALSE(journal.read().point(bench.ids.next<PointId>()));
    CHECK(journal.read().ratingsOf(bench.ids.next<PointId>()).empty());
}

TEST_CASE("removing a point takes its ratings along and no others; undo brings the same ids back")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint kept = bench.newPoint(Side::midline);
    const TriggerPoint removed = bench.newPoint(Side::right);
    journal.perform(markPoint(kept, {bench.newRating(kept.id, 2)}));
    journal.perform(markPoint(removed, {bench.newRating(removed.id, 5), bench.newRating(removed.id, 4)}));
    const Snapshot after = checkBothWays(journal, remove<TriggerPoint>(removed.id));
    CHECK(after.points.size() == 1);
    CHECK(after.ratings.at(kept.id).size() == 1);
    CHECK(journal.read().ratingsOf(removed.id).empty());
}

TEST_CASE("a point moves to another spot, muscle and side, and its kind changes")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint(Side::left);
    journal.perform(markPoint(point, {bench.newRating(point.id, 3)}));
    const Snapshot moved = checkBothWays(journal, edited(journal, point.id, [](TriggerPoint &one) {
                                             one.muscle = MuscleId{"teres-minor"};
                                             one.side = Side::right;
                                             one.position = {-60, 80, 1300};
                                         }));
    CHECK(moved.points[0].point.muscle == MuscleId{"teres-minor"});
    CHECK(moved.points[0].point.side == Side::right);
    CHECK(moved.points[0].point.position == PointMm{-60, 80, 1300});
    CHECK(moved.points[0].point.markedAt == point.markedAt);
    const Snapshot changed = checkBothWays(journal, edited(journal, point.id, [&bench](TriggerPoint &one) {
                                               one = withKind(one, PointKind::latent, bench.clock.now());
                                           }));
    CHECK(changed.points[0].point.kind == PointKind::latent);
}

TEST_CASE("ratings are added, corrected and removed")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    journal.perform(markPoint(point, {}));
    CHECK_FALSE(journal.read().point(point.id)->latestSoreness);
    const Rating rating = bench.newRating(point.id, 6);
    CHECK(checkBothWays(journal, add(rating)).points[0].latestSoreness == rating);
    const Snapshot corrected =
        checkBothWays(journal, change(Rating{rating.id, rating.point, rating.asked, *PainLevel::from(7), rating.at}));
    CHECK(corrected.points[0].latestSoreness->level.value() == 7);
    CHECK(corrected.points[0].latestSoreness->at == rating.at);
    CHECK_FALSE(checkBothWays(journal, remove<Rating>(rating.id)).points[0].latestSoreness);
}

TEST_CASE("the latest soreness is the latest by time, whatever the order of entry, and answers no other question")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    journal.perform(markPoint(point, {}));
    const Rating early = bench.newRating(point.id, 3);
    const Rating late = bench.newRating(point.id, 5);
    const Rating tenderness = bench.newRating(point.id, 9, Asked::tendernessPressed);
    const Rating worst = bench.newRating(point.id, 10, Asked::worstSinceLastEntry);
    for (const Rating &rating : {late, worst, early, tenderness}) {
        journal.perform(add(rating));
    }
    CHECK(journal.read().point(point.id)->latestSoreness == late);
    CHECK(journal.read().ratingsOf(point.id) == std::vector{early, late, tenderness, worst});
}

TEST_CASE("points come in the order they were marked, by the moment and not by the local clock")
{
    Bench bench;
    Journal journal = bench.open();
    TriggerPoint first = bench.newPoint();
    TriggerPoint second = bench.newPoint();
    first.markedAt.offset = std::chrono::hours{14};
    second.markedAt.offset = -std::chrono::hours{11};
    journal.perform(markPoint(second, {}));
    journal.perform(markPoint(first, {}));
    const auto points = journal.read().openPoints();
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
    CHECK(refusalOf([&] { journal.perform(markPoint(wrong, {})); }) == Kind::contradiction);
    TriggerPoint nowhere = bench.newPoint(Side::midline);
    nowhere.position.z = std::numeric_limits<double>::quiet_NaN();
    CHECK(refusalOf([&] { journal.perform(markPoint(nowhere, {})); }) == Kind::contradiction);

    const TriggerPoint right = bench.newPoint(Side::right);
    journal.perform(markPoint(right, {}));
    const Snapshot before = snapshotOf(journal);
    CHECK(refusalOf([&] {
              journal.perform(edited(journal, right.id, [](TriggerPoint &moved) { moved.position = {5, 0, 0}; }));
          }) == Kind::contradiction);
    CHECK(snapshotOf(journal) == before);
}

TEST_CASE("a local clock farther than 18 hours from UTC is refused by the tables")
{
    Bench bench;
    Journal journal = bench.open();
    TriggerPoint point = bench.newPoint();
    point.markedAt.offset = std::chrono::hours{19};
    CHECK(refusalOf([&] { journal.perform(markPoint(point, {})); }) == Kind::contradiction);
    CHECK(journal.read().openPoints().empty());
}

TEST_CASE("when a later statement of a verb fails, the earlier ones leave no trace")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint first = bench.newPoint();
    const Rating taken = bench.newRating(first.id, 4);
    journal.perform(markPoint(first, {taken}));
    const Snapshot before = snapshotOf(journal);
    int calls = 0;
    journal.setListener([&](const JournalChange &) { ++calls; });

    const TriggerPoint second = bench.newPoint();
    Rating clash = bench.newRating(second.id, 5);
    clash.id = taken.id;
    CHECK(refusalOf([&] {
              journal.perform(markPoint(second, {bench.newRating(second.id, 1), clash}));
          }) == Kind::alreadyThere);
    CHECK(snapshotOf(journal) == before);
    CHECK(calls == 0);
    CHECK_NOTHROW(journal.perform(markPoint(second, {})));
    CHECK(calls == 1);
}

TEST_CASE("verbs about what is not there, or is there already, say so")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    const Rating rating = bench.newRating(point.id, 1);
    const std::vector<Verb> verbs{remove<TriggerPoint>(point.id),
                                  restore<TriggerPoint>(point.id),
                                  change(point),
                                  add(rating),
                                  remove<Rating>(rating.id),
                                  change(rating)};
    for (std::size_t at = 0; at < verbs.size(); ++at) {
        INFO("verb " << at);
        CHECK(refusalOf([&] { journal.perform(verbs[at]); }) == Kind::notFound);
    }
    journal.perform(markPoint(point, {rating}));
    CHECK(refusalOf([&] { journal.perform(markPoint(point, {})); }) == Kind::alreadyThere);
    CHECK(refusalOf([&] { journal.perform(add(rating)); }) == Kind::alreadyThere);
    CHECK(refusalOf([&] { journal.perform(restore<Rating>(rating.id)); }) == Kind::notFound);
    journal.perform(remove<TriggerPoint>(point.id));
    for (const Verb &verb : {remove<TriggerPoint>(point.id), change(point), change(rating)}) {
        CHECK(refusalOf([&] { journal.perform(verb); }) == Kind::notFound);
    }
}

TEST_CASE("the listener hears of each verb once, after the commit, with what it touched")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    const Rating rating = bench.newRating(point.id, 2);
    std::vector<JournalChange> heard;
    std::vector<std::size_t> seen;
    journal.setListener([&](const JournalChange &change) {
        heard.push_back(change);
        seen.push_back(journal.read().openPoints().size());
    });
    journal.perform(markPoint(point, {}));
    journal.perform(edited(journal, point.id, [](TriggerPoint &moved) { moved.position.z = 3; }));
    journal.perform(add(rating));
    journal.perform(remove<TriggerPoint>(point.id));
    CHECK(heard == std::vector<JournalChange>{
                       {{refTo(point)}}, {{refTo(point)}}, {{refTo(rating)}}, {{refTo(rating), refTo(point)}}});
    CHECK(heard[3].touches<Rating>());
    CHECK_FALSE(heard[1].touches<Rating>());
    CHECK(seen == std::vector<std::size_t>{1, 1, 1, 0});
    journal.setListener({});
    journal.perform(add(bench.newPoint()));
    CHECK(heard.size() == 4);
}

TEST_CASE("a listener may perform a verb of its own and give its place away")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    const Rating rating = bench.newRating(point.id, 2);
    journal.setListener([&](const JournalChange &) {
        journal.setListener({});
        journal.perform(add(rating));
    });
    journal.perform(markPoint(point, {}));
    CHECK(journal.read().point(point.id)->latestSoreness == rating);
}

TEST_CASE("a later edit leaves a line of history for each field that differs; undoing it leaves none")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint(Side::left);
    journal.perform(markPoint(point, {}));
    const AnyId row{point.id.bytes()};
    CHECK(journal.read().historyOf(row).empty());
    bench.clock.advance(std::chrono::hours{5});
    const Verb undo = journal.perform(edited(journal, point.id, [](TriggerPoint &one) {
        one.note = "under the blade";
        one.twitch = true;
        one.referral = {{0, "back", 18.5, false, {{-100, 250}, {-90, 240}}}};
    }));
    const auto lines = journal.read().historyOf(row);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].field == "note");
    CHECK(lines[0].before == "");
    CHECK(lines[0].after == "under the blade");
    CHECK(lines[0].at == bench.clock.now());
    CHECK(lines[0].device == bench.device);
    CHECK(lines[0].changes == 2);
    CHECK(lines[1].field == "referral");
    CHECK(lines[1].after == "0 | back | 18.5 | no | -100 250 -90 240");
    CHECK_FALSE(lines[2].before);
    CHECK(lines[2].after == "yes");
    journal.perform(undo);
    CHECK(journal.read().historyOf(row).empty());
    CHECK(journal.read().contents().of<TriggerPoint>()[0].stamp == Stamp{1, bench.device, std::nullopt});
}

TEST_CASE("a change that changes nothing writes nothing")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    journal.perform(markPoint(point, {}));
    const JournalContents before = journal.read().contents();
    CHECK(journal.perform(change(point)).steps.empty());
    CHECK(journal.read().contents() == before);
}

TEST_CASE("a deleted point comes back with the ratings that went with it and no others")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    const Rating gone = bench.newRating(point.id, 3);
    const Rating kept = bench.newRating(point.id, 4);
    journal.perform(markPoint(point, {gone, kept}));
    journal.perform(remove<Rating>(gone.id));
    bench.clock.advance(std::chrono::minutes{1});
    journal.perform(remove<TriggerPoint>(point.id));
    CHECK(journal.read().deleted<TriggerPoint>() == std::vector{point});
    CHECK_FALSE(journal.read().find<TriggerPoint>(point.id));
    const Snapshot after = checkBothWays(journal, restore<TriggerPoint>(point.id));
    CHECK(after.ratings.at(point.id) == std::vector{kept});
    CHECK(journal.read().deleted<Rating>() == std::vector{gone});
}

TEST_CASE("after 30 days only the id of what was deleted is left, and it cannot be added again")
{
    Bench bench;
    const TriggerPoint point = bench.newPoint();
    const Rating rating = bench.newRating(point.id, 3);
    {
        Journal journal = bench.open();
        journal.perform(markPoint(point, {rating}));
        journal.perform(edited(journal, point.id, [](TriggerPoint &one) { one.note = "secret"; }));
        journal.perform(remove<TriggerPoint>(point.id));
    }
    bench.clock.advance(std::chrono::days{29});
    CHECK(bench.open().read().deleted<TriggerPoint>().size() == 1);
    bench.clock.advance(std::chrono::days{1} + std::chrono::seconds{1});
    Journal journal = bench.open();
    const JournalContents left = journal.read().contents();
    CHECK(left.of<TriggerPoint>().empty());
    CHECK(left.of<Rating>().empty());
    CHECK(left.history.empty());
    CHECK(left.forgotten.size() == 2);
    CHECK(refusalOf([&] { journal.perform(add(point)); }) == Kind::alreadyThere);
    CHECK(journal.read().check().empty());
}

TEST_CASE("what nobody deleted is not forgotten with the factor, point or plan it belongs to")
{
    Bench bench;
    const Factor factor{bench.ids.next<FactorId>(), "stress", Scale::zeroToTen, true};
    const FactorValue value{bench.ids.next<FactorValueId>(), factor.id, 7, bench.clock.now()};
    {
        Journal journal = bench.open();
        journal.perform(add(factor, value));
        journal.perform(remove<Factor>(factor.id));
    }
    bench.clock.advance(std::chrono::days{31});
    {
        Journal journal = bench.open();
        CHECK(journal.read().find<FactorValue>(value.id) == value);
        CHECK(journal.read().deleted<Factor>() == std::vector{factor});
        journal.perform(remove<FactorValue>(value.id));
    }
    bench.clock.advance(std::chrono::days{29});
    CHECK(bench.open().read().deleted<FactorValue>().size() == 1);
    bench.clock.advance(std::chrono::days{2});
    const Journal journal = bench.open();
    CHECK(journal.read().contents().forgotten.size() == 2);
    CHECK(journal.read().deleted<Factor>().empty());
}

TEST_CASE("a clock that goes backwards forgets nothing")
{
    Bench bench;
    const TriggerPoint point = bench.newPoint();
    {
        Journal journal = bench.open();
        journal.perform(markPoint(point, {}));
        journal.perform(remove<TriggerPoint>(point.id));
    }
    bench.clock.set({std::chrono::sys_days{std::chrono::year{1971} / 1 / 1}, {}});
    Journal journal = bench.open();
    CHECK(journal.read().deleted<TriggerPoint>().size() == 1);
    journal.perform(restore<TriggerPoint>(point.id));
    CHECK(journal.read().openPoints().size() == 1);
}

TEST_CASE("text that is not UTF-8, or holds a NUL, is refused wherever it stands")
{
    Bench bench;
    Journal journal = bench.open();
    for (const std::string &text : {std::string{"\xff"}, std::string{"a\0b", 3}, std::string{"\xed\xa0\x80"}}) {
        TriggerPoint point = bench.newPoint();
        point.note = text;
        CHECK(refusalOf([&] { journal.perform(add(point)); }) == Kind::contradiction);
        PainEntry entry{bench.ids.next<PainEntryId>(), bench.clock.now(), {}};
        entry.areas.resize(1);
        entry.strokes = {{0, text, 20, false, {}}};
        CHECK(refusalOf([&] { journal.perform(add(entry)); }) == Kind::contradiction);
    }
}

namespace {

/// Draws verbs about points and ratings that can be done in the journal as it stands.
class VerbSource {
public:
    VerbSource(Bench &bench, const Journal &journal, std::uint32_t seed)
        : m_bench{bench}, m_journal{journal}, m_random{seed}
    {}

    Verb next()
    {
        m_bench.clock.advance(std::chrono::seconds{1});
        const auto points = m_journal.read().openPoints();
        const auto deleted = m_journal.read().deleted<TriggerPoint>();
        if (!deleted.empty() && draw(5) == 0) {
            return restore<TriggerPoint>(deleted[draw(deleted.size())].id);
        }
        if (points.empty() || draw(6) == 0) {
            return mark();
        }
        TriggerPoint point = points[draw(points.size())].point;
        const auto ratings = m_journal.read().ratingsOf(point.id);
        switch (draw(ratings.empty() ? 4 : 6)) {
        case 0:
            return draw(3) == 0 ? remove<TriggerPoint>(point.id) : change(withKind(point, kind(), m_bench.clock.now()));
        case 1:
            point.side = mirrored(point.side);
            point.position = mirrored(point.position);
            return change(point);
        case 4:
            return remove<Rating>(ratings[draw(ratings.size())].id);
        case 5: {
            Rating rating = ratings[draw(ratings.size())];
            rating.level = *PainLevel::from(static_cast<int>(draw(11)));
            return change(rating);
        }
        default:
            return add(rating(point.id));
        }
    }

private:
    std::size_t draw(std::size_t below) { return std::uniform_int_distribution<std::size_t>{0, below - 1}(m_random); }
    PointKind kind() { return std::array{PointKind::active, PointKind::latent, PointKind::unsure}[draw(3)]; }
    Rating rating(PointId point)
    {
        return m_bench.newRating(point, static_cast<int>(draw(11)),
                                 draw(2) == 0 ? Asked::sorenessNow : Asked::worstSinceLastEntry);
    }
    Verb mark()
    {
        const TriggerPoint point = m_bench.newPoint(std::array{Side::left, Side::right, Side::midline}[draw(3)]);
        std::vector<Rating> ratings;
        for (auto left = draw(3); left > 0; --left) {
            ratings.push_back(rating(point.id));
        }
        return markPoint(point, ratings);
    }

    Bench &m_bench;
    const Journal &m_journal;
    std::mt19937 m_random;
};

} // namespace

TEST_CASE("any sequence of verbs can be undone step by step without a trace, and redone, also across reopening")
{
    const auto seed = GENERATE(1U, 2U, 3U, 4U);
    Bench bench;
    std::optional<Journal> journal{bench.open()};
    VerbSource source{bench, *journal, seed};
    std::vector<JournalContents> states{journal->read().contents()};
    std::vector<Snapshot> shown{snapshotOf(*journal)};
    std::vector<Verb> undo;
    for (int step = 0; step < 60; ++step) {
        undo.push_back(journal->perform(source.next()));
        states.push_back(journal->read().contents());
        shown.push_back(snapshotOf(*journal));
    }
    journal.reset();
    journal.emplace(bench.open());
    REQUIRE(journal->read().contents() == states.back());
    std::vector<Verb> redo;
    for (auto step = undo.size(); step-- > 0;) {
        redo.push_back(journal->perform(undo[step]));
        REQUIRE(journal->read().contents() == states[step]);
    }
    for (std::size_t step = 0; step < undo.size(); ++step) {
        (void)journal->perform(redo[undo.size() - 1 - step]);
        REQUIRE(snapshotOf(*journal) == shown[step + 1]);
    }
    CHECK(journal->read().check().empty());
}
