// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/daystory.h"

#include "insight/entryedit.h"
#include "insight/pointbench.h"
#include "insight/wordsearch.h"

using namespace palpate;
using namespace palpate::testing;
using std::chrono::minutes;

namespace {

struct StoryBench : PointBench {
    TempDir folder;
    FixedClock clock;
    Journal journal = Journal::open(folder.path() / "journal.palpate", {clock, DeviceId{{1}}});

    [[nodiscard]] DayStory story(int number) const { return dayStory(journal.read(), day(number)); }
    Note note(const Instant &at, const char *text) { return {ids.next<NoteId>(), at, text, std::nullopt}; }
};

/// A clock reading on a day counted as in PointBench, by an offset of its own.
Instant clockTime(int number, int hour, int minute, int offsetHours)
{
    const auto local = PointBench::day(number).time_since_epoch() + std::chrono::hours{hour} + minutes{minute};
    return {std::chrono::sys_time<std::chrono::milliseconds>{local - std::chrono::hours{offsetHours}},
            std::chrono::hours{offsetHours}};
}

template <typename T> std::vector<T> all(const DayStory &story)
{
    std::vector<T> found;
    for (const StoryEntry &entry : story.entries) {
        if (const T *one = std::get_if<T>(&entry.content)) {
            found.push_back(*one);
        }
    }
    return found;
}

} // namespace

TEST_CASE("points rated within a few minutes of each other stand together, and the rest by itself")
{
    StoryBench bench;
    const TriggerPoint first = bench.point(0);
    const TriggerPoint second = bench.point(0);
    Rating one = bench.rating(first, 1, 4);
    Rating two = bench.rating(second, 1, 6);
    two.at.utc += minutes{4};
    two.carriedOver = true;
    Rating later = bench.rating(first, 1, 2);
    later.at.utc += minutes{10};
    (void)bench.journal.perform(add(first, second, one, two, later));
    const DayStory story = bench.story(1);
    const auto groups = all<RatedTogether>(story);
    REQUIRE(groups.size() == 2);
    REQUIRE(groups[0].lines.size() == 2);
    CHECK(groups[0].lines[0].rating == one);
    CHECK(groups[0].lines[0].muscle == first.muscle);
    CHECK(groups[0].lines[1].origin == Origin::carriedOver);
    CHECK(groups[1].lines.front().rating == later);
    REQUIRE(story.levels);
    CHECK(story.levels->count == 2);
    CHECK(story.levels->mean == 3);
}

TEST_CASE("everything of a day stands in order of time, and \"nothing today\" with its zeros")
{
    StoryBench bench;
    const TriggerPoint point = bench.point(0);
    const CheckIn nothing = bench.nothing(2, 20);
    const Note note = bench.note(bench.moment(2, 9), "rain");
    const Treatment massage{bench.ids.next<TreatmentId>(), bench.moment(2, 14), TreatmentKind::massage, {}, {}, {}, {}};
    const Period flare{bench.ids.next<PeriodId>(), PeriodKind::flare, bench.moment(0, 8), bench.moment(2, 7), {}, {}};
    (void)bench.journal.perform(add(point, nothing, note, massage, flare));
    const DayStory story = bench.story(2);
    REQUIRE(story.entries.size() == 5);
    CHECK(std::get<PeriodEdge>(story.entries[0].content).begins == false);
    CHECK(std::get<PointNote>(story.entries[1].content).note == note);
    CHECK(std::get<Treatment>(story.entries[2].content) == massage);
    CHECK(std::get<CheckIn>(story.entries[3].content) == nothing);
    const auto &zeros = std::get<NothingToday>(story.entries[4].content).lines;
    REQUIRE(zeros.size() == 1);
    CHECK(zeros[0].origin == Origin::nothingToday);
    CHECK_FALSE(zeros[0].rating);
    CHECK(bench.story(1).entries.empty());
    CHECK_FALSE(bench.story(1).levels);
}

TEST_CASE("entries stay on the day of the clock they were made by, across a journey and a night of changing clocks")
{
    // 2026-03-29, 27 days on, the clocks of central Europe go from 02:00 to 03:00. The journey goes to California.
    StoryBench bench;
    const TriggerPoint point = bench.point(0);
    Rating before = bench.rating(point, 26, 5);
    before.at = clockTime(26, 23, 59, 1);
    Rating night = bench.rating(point, 27, 6);
    night.at = clockTime(27, 0, 1, 1);
    Rating summer = bench.rating(point, 27, 7);
    summer.at = clockTime(27, 23, 59, 2);
    Rating next = bench.rating(point, 28, 8);
    next.at = clockTime(28, 0, 1, 2);
    // Late in the evening over there it is the morning after at home.
    Rating away = bench.rating(point, 29, 9);
    away.at = clockTime(29, 22, 0, -7);
    Rating home = bench.rating(point, 30, 1);
    home.at = clockTime(30, 9, 0, 2);
    (void)bench.journal.perform(add(point, before, night, summer, next, away, home));

    const auto month = calendarDays(bench.journal.read(), bench.day(-1), bench.day(31));
    std::vector<int> worst;
    for (const CalendarDay &day : month) {
        worst.push_back(day.levels ? day.levels->worst.value() : -1);
        CHECK(day.hasEntries == day.levels.has_value());
    }
    CHECK(std::vector(worst.begin() + 26, worst.end()) == std::vector{-1, 5, 7, 8, 9, 1, -1});
    CHECK(all<RatedTogether>(bench.story(26)).front().lines.front().rating == before);
    const auto changing = all<RatedTogether>(bench.story(27));
    REQUIRE(changing.size() == 2);
    CHECK(changing[0].lines.front().rating == night);
    CHECK(changing[1].lines.front().rating == summer);
    CHECK(all<RatedTogether>(bench.story(29)).front().lines.front().rating == away);
    CHECK(all<RatedTogether>(bench.story(30)).front().lines.front().rating == home);
}

TEST_CASE("a calendar tells flares, pauses, treatments and days of nothing, and leaves gaps")
{
    StoryBench bench;
    const Period flare{bench.ids.next<PeriodId>(), PeriodKind::flare, bench.moment(-3), bench.moment(1, 22), {}, {}};
    const Period pause{bench.ids.next<PeriodId>(), PeriodKind::pause, bench.moment(4), std::nullopt, {}, {}};
    const Treatment massage{bench.ids.next<TreatmentId>(), bench.moment(2), TreatmentKind::massage, {}, {}, {}, {}};
    (void)bench.journal.perform(add(flare, pause, massage, bench.nothing(3)));
    const auto days = calendarDays(bench.journal.read(), bench.day(0), bench.day(5));
    REQUIRE(days.size() == 6);
    CHECK((days[0].flare && days[1].flare && !days[2].flare));
    CHECK((!days[3].pause && days[4].pause && days[5].pause));
    CHECK(days[2].treatments == 1);
    CHECK(days[3].nothing);
    REQUIRE(days[3].levels);
    CHECK(days[3].levels->count == 0);
    CHECK_FALSE(days[2].levels);
    CHECK_FALSE(days[5].hasEntries);
}

TEST_CASE("words are found without case and accents, and it is told where they stand")
{
    CHECK(findWords("Schmerz im Rücken", "rucken") == std::vector<TextPart>{{11, 18}});
    CHECK(findWords("Ru\xcc\x88"
                    "cken zog",
                    "RÜCKEN") == std::vector<TextPart>{{0, 8}});
    CHECK(findWords("Stra\xc3\x9f"
                    "e",
                    "STRASSE") == std::vector<TextPart>{{0, 7}});
    CHECK(findWords("long day at the desk", "desk long") == std::vector<TextPart>{{0, 4}, {16, 20}});
    CHECK_FALSE(findWords("long day at the desk", "desk lang"));
    CHECK_FALSE(findWords("long day", "   "));
}

TEST_CASE("everything written is searched, newest first, and points by their names")
{
    StoryBench bench;
    TriggerPoint point = bench.point(0);
    point.note = "found by the garden gate";
    const Note old = bench.note(bench.moment(1), "dug the Garden");
    const Note recent = bench.note(bench.moment(9), "no gardening today");
    const Treatment massage{
        bench.ids.next<TreatmentId>(), bench.moment(5), TreatmentKind::massage, "Garden clinic", {}, {}, {}};
    (void)bench.journal.perform(add(point, old, recent, massage));
    const auto name = [](const MuscleId &muscle, Side) { return muscle.text(); };
    const auto tables = [&](const char *query, Flags<WordPlace> places) {
        std::vector<AnyId> ids;
        for (const WordHit &hit : findWritten(bench.journal.read(), query, places, name, 10)) {
            ids.push_back(hit.written.record.id);
        }
        return ids;
    };
    const auto id = [](const auto &record) { return AnyId{record.id.bytes()}; };
    CHECK(tables("garden", {}) == std::vector{id(point), id(recent), id(massage), id(old)});
    CHECK(tables("garden", {WordPlace::note}) == std::vector{id(recent), id(old)});
    CHECK(tables("INFRA", {}) == std::vector{id(point)});
    CHECK(tables("infra", {WordPlace::treatment}).empty());
    CHECK(tables("", {}).empty());
}

TEST_CASE("an entry is moved within its day, by its own clock, and what belongs to it moves along")
{
    const Instant at = clockTime(29, 22, 0, -7);
    const Instant moved = atTimeOfDay(at, minutes{7 * 60 + 30});
    CHECK(moved == clockTime(29, 7, 30, -7));
    CHECK(dayOf(moved) == dayOf(at));
    Session session{SessionId{{1}}, at, Instant{at.utc + minutes{12}, at.offset}, SessionEnd::finished, {}, {}};
    const AnyRecord later = movedTo(session, moved);
    CHECK(std::get<Session>(later).ended->utc - moved.utc == minutes{12});
    CHECK(momentOf(later) == moved);
    CHECK(std::get<Session>(withWords(later, "soft")).note == "soft");
    CHECK_FALSE(wordsOf(Factor{FactorId{{1}}, "sleep"}));
    CHECK_FALSE(momentOf(Factor{FactorId{{1}}, "sleep"}));
}

TEST_CASE("a corrected number is no longer one carried over")
{
    StoryBench bench;
    Rating rating = bench.rating(bench.point(0), 1, 4);
    rating.carriedOver = true;
    CHECK(std::get<Rating>(withLevel(rating, *PainLevel::from(4))).carriedOver);
    CHECK_FALSE(std::get<Rating>(withLevel(rating, *PainLevel::from(5))).carriedOver);
    CHECK(levelOf(rating) == PainLevel::from(4));
    CHECK_FALSE(levelOf(bench.note(bench.moment(1), "rain")));
}
