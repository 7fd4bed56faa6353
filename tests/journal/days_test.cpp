// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalbench.h"

using namespace palpate;
using namespace palpate::testing;

namespace {

Instant moment(int day, int hour, int offsetMinutes = 60)
{
    const auto local = std::chrono::days{20514 + day} + std::chrono::hours{hour}; // from 2026-03-02
    return {std::chrono::sys_time<std::chrono::milliseconds>{local - std::chrono::minutes{offsetMinutes}},
            std::chrono::minutes{offsetMinutes}};
}

LocalDay day(int number) { return LocalDay{std::chrono::days{20514 + number}}; }

} // namespace

TEST_CASE("the next and the previous day with anything on it, over a gap of months")
{
    Bench bench;
    Journal journal = bench.open();
    const JournalReader &read = journal.read();
    CHECK_FALSE(read.dayBefore(day(0)));
    CHECK_FALSE(read.dayAfter(day(0)));
    CHECK(read.daysBetween(day(-900), day(900)).empty());

    const TriggerPoint point = bench.newPoint();
    Rating rating = bench.newRating(point.id, 4, Asked::worstSinceLastEntry);
    rating.at = moment(10, 9);
    const Note note{bench.ids.next<NoteId>(), moment(200, 23, -600), "rain", std::nullopt};
    const Treatment treatment{bench.ids.next<TreatmentId>(), moment(3, 14), TreatmentKind::massage, {}, {}, {}, {}};
    (void)journal.perform(add(point, rating, note, treatment));
    CHECK(read.dayAfter(day(3)) == day(10));
    CHECK(read.dayAfter(day(10)) == day(200));
    CHECK_FALSE(read.dayAfter(day(200)));
    CHECK(read.dayBefore(day(200)) == day(10));
    CHECK(read.dayBefore(day(10)) == day(3));
    CHECK_FALSE(read.dayBefore(day(3)));
    CHECK(read.daysBetween(day(0), day(10)) == std::vector{day(3), day(10)});

    SECTION("what is deleted is not there, and is again when the deletion is taken back")
    {
        const Verb back = journal.perform(remove<Rating>(rating.id));
        CHECK(read.dayAfter(day(3)) == day(200));
        (void)journal.perform(back);
        CHECK(read.dayAfter(day(3)) == day(10));
    }
    SECTION("a check that is merely due is nothing that was entered")
    {
        FollowUp check{bench.ids.next<FollowUpId>(), AnyId{treatment.id.bytes()}, moment(50, 18), {}, {}, {}, {}, {}};
        (void)journal.perform(add(check));
        CHECK(read.dayAfter(day(10)) == day(200));
        check.answered = moment(50, 19);
        (void)journal.perform(change(check));
        CHECK(read.dayAfter(day(10)) == day(50));
    }
}

TEST_CASE("periods are found by every day that they lie on")
{
    Bench bench;
    Journal journal = bench.open();
    const Period flare{bench.ids.next<PeriodId>(), PeriodKind::flare, moment(5, 8), moment(8, 22), "warmth", {}};
    const Period pause{bench.ids.next<PeriodId>(), PeriodKind::pause, moment(20, 8), std::nullopt, {}, {}};
    (void)journal.perform(add(flare, pause));
    const JournalReader &read = journal.read();
    CHECK(read.periodsOver(day(6), day(7)) == std::vector{flare});
    CHECK(read.periodsOver(day(8), day(8)) == std::vector{flare});
    CHECK(read.periodsOver(day(9), day(19)).empty());
    CHECK(read.periodsOver(day(400), day(400)) == std::vector{pause});
    CHECK(read.periodsOver(day(0), day(30)) == std::vector{flare, pause});
}

TEST_CASE("the last ratings of a point, whatever was asked, and the notes about it")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    (void)journal.perform(markPoint(point));
    std::vector<Rating> ratings;
    for (int number = 0; number < 6; ++number) {
        ratings.push_back(
            bench.newRating(point.id, number, number % 2 == 0 ? Asked::sorenessNow : Asked::tendernessPressed));
        (void)journal.perform(add(ratings.back()));
    }
    CHECK(journal.read().lastRatingsOf(point.id, 3) == std::vector{ratings[5], ratings[4], ratings[3]});
    CHECK(journal.read().lastRatingsOf(point.id, 50).size() == 6);
    const Note first{bench.ids.next<NoteId>(), moment(1, 9), "knot", point.id};
    const Note second{bench.ids.next<NoteId>(), moment(2, 9), "softer", point.id};
    const Note other{bench.ids.next<NoteId>(), moment(3, 9), "rain", std::nullopt};
    (void)journal.perform(add(first, second, other));
    CHECK(journal.read().notesOf(point.id, 9) == std::vector{second, first});
    CHECK(journal.read().notesOf(point.id, 1) == std::vector{second});
}

TEST_CASE("all that was written, newest first, with the words of one entry together")
{
    Bench bench;
    Journal journal = bench.open();
    const Factor factor{bench.ids.next<FactorId>(), "Garden", Scale::yesNo, false};
    const Note note{bench.ids.next<NoteId>(), moment(9, 9), "rain", std::nullopt};
    const CheckIn silent{bench.ids.next<CheckInId>(), moment(8, 9), PainLevel::from(3), {}, {}, false, {}};
    const CheckIn spoken{bench.ids.next<CheckInId>(), moment(7, 9), {}, 4, "only a walk", false, "slept badly"};
    const Visit visit{bench.ids.next<VisitId>(), moment(11, 9), "Dr Berg", {}, "carry on"};
    (void)journal.perform(add(factor, note, silent, spoken, visit));
    (void)journal.perform(add(FactorValue{bench.ids.next<FactorValueId>(), factor.id, 1, moment(10, 9)}));
    const std::vector<Written> written = journal.read().written();
    REQUIRE(written.size() == 4);
    CHECK(written[0] == Written{refTo(visit), visit.at, "Dr Berg\n\ncarry on"});
    CHECK(written[1] == Written{refTo(factor), moment(10, 9), "Garden"});
    CHECK(written[2] == Written{refTo(note), note.at, "rain"});
    CHECK(written[3] == Written{refTo(spoken), spoken.at, "only a walk\nslept badly"});
}
