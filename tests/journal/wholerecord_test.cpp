// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalbench.h"
#include "rawdatabase.h"

#include <limits>
#include <set>

#include "journal/statements.h"
#include "support/randomrecords.h"

using namespace palpate;
using namespace palpate::testing;
using Kind = JournalError::Kind;

namespace {

/// A record of the kind, with whatever it belongs to already in the journal.
template <Record T> T drawn(RandomRecords &random, Journal &journal)
{
    T record = random.draw<T>();
    if constexpr (std::same_as<T, Rating>) {
        const auto point = random.draw<TriggerPoint>();
        journal.perform(add(point));
        record.point = point.id;
    } else if constexpr (std::same_as<T, FactorValue>) {
        const auto factor = random.draw<Factor>();
        journal.perform(add(factor));
        record.factor = factor.id;
    } else if constexpr (std::same_as<T, PlanItem>) {
        const auto plan = random.draw<Plan>();
        journal.perform(add(plan));
        record.plan = plan.id;
    } else if constexpr (std::same_as<T, PlanTick>) {
        const auto item = drawn<PlanItem>(random, journal);
        journal.perform(add(item));
        record.item = item.id;
    }
    return record;
}

} // namespace

TEST_CASE("every kind of record is added, changed, deleted and restored, and each step is taken back without a trace")
{
    const auto seed = GENERATE(range(1U, 9U));
    Bench bench;
    RandomRecords random{seed};
    Journal journal = bench.open();
    forEachKind([&]<typename T>(std::type_identity<T>) {
        INFO(Described<T>::table << ", seed " << seed);
        const T first = drawn<T>(random, journal);
        T second = drawn<T>(random, journal);
        second.id = first.id;
        const std::vector<Verb> verbs{add(first), change(second), remove<T>(first.id), restore<T>(first.id)};
        const std::vector<std::optional<T>> expected{first, second, std::nullopt, second};
        std::vector<JournalContents> states{journal.read().contents()};
        std::vector<Verb> inverses;
        for (std::size_t step = 0; step < verbs.size(); ++step) {
            bench.clock.advance(std::chrono::hours{1});
            inverses.push_back(journal.perform(verbs[step]));
            states.push_back(journal.read().contents());
            CHECK(journal.read().find<T>(first.id) == expected[step]);
        }
        for (std::size_t step = verbs.size(); step-- > 0;) {
            journal.perform(inverses[step]);
            CHECK(journal.read().contents() == states[step]);
        }
        journal.perform(add(second));
        if constexpr (std::same_as<T, Profile>) {
            journal.perform(remove<T>(second.id));
        }
    });
    CHECK(journal.read().check().empty());
}

TEST_CASE("what is described is what stands in the tables, column by column")
{
    Bench bench;
    (void)bench.open();
    RawDatabase raw{bench.file};
    const auto columns = [&raw](std::string_view table) {
        std::set<std::string> names;
        const auto count = std::stoi(raw.ask("SELECT count(*) FROM pragma_table_info('" + std::string{table} + "')"));
        for (int at = 0; at < count; ++at) {
            names.insert(raw.ask("SELECT name FROM pragma_table_info('" + std::string{table} + "') LIMIT 1 OFFSET " +
                                 std::to_string(at)));
        }
        return names;
    };
    forEachKind([&]<typename T>(std::type_identity<T>) {
        std::set<std::string> expected{"changes", "device", "deleted_utc_ms"};
        forEachColumn<T>([&](std::string_view name, std::string_view ending) {
            expected.insert(std::string{name} + std::string{ending});
        });
        INFO(Described<T>::table);
        CHECK(columns(Described<T>::table) == expected);
        forEachParts<T>([&]<typename Part>(const Parts<T, Part> &parts) {
            std::set<std::string> own{"owner_id", "place"};
            forEachColumn<Part>([&](std::string_view name, std::string_view ending) {
                own.insert(std::string{name} + std::string{ending});
            });
            INFO(parts.table);
            CHECK(columns(parts.table) == own);
        });
    });
}

TEST_CASE("a journal has one profile")
{
    Bench bench;
    RandomRecords random{3};
    Journal journal = bench.open();
    const auto profile = random.draw<Profile>();
    journal.perform(add(profile));
    CHECK(journal.read().profile() == profile);
    CHECK(refusalOf([&] { journal.perform(add(random.draw<Profile>())); }) == Kind::alreadyThere);
}

TEST_CASE("days are the days of the wall calendar, whatever the offset")
{
    Bench bench;
    Journal journal = bench.open();
    const TriggerPoint point = bench.newPoint();
    journal.perform(markPoint(point));
    const auto at = [](int day, int hour, int offsetHours) {
        return Instant{std::chrono::sys_days{std::chrono::year{2026} / 5 / day} + std::chrono::hours{hour},
                       std::chrono::hours{offsetHours}};
    };
    const auto rate = [&](int level, const Instant &when, Asked asked = Asked::sorenessNow, bool carried = false) {
        journal.perform(
            add(Rating{bench.ids.next<RatingId>(), point.id, asked, *PainLevel::from(level), when, carried}));
    };
    rate(4, at(10, 23, 1)); // 11 May, half past midnight in Berlin
    rate(8, at(11, 12, 1)); // 11 May
    rate(9, at(12, 3, -5)); // 11 May, ten in the evening in New York
    rate(2, at(12, 12, 1)); // 12 May
    rate(1, at(12, 13, 1), Asked::tendernessPressed);
    rate(7, at(12, 14, 1), Asked::sorenessNow, true); // carried over: in no statistic
    const LocalDay first{std::chrono::year{2026} / 5 / 11};
    const auto days = journal.read().dayLevels(Asked::sorenessNow, first, first + std::chrono::days{1});
    REQUIRE(days.size() == 2);
    CHECK(days[0] == DayLevels{first, 3, 7, *PainLevel::from(9)});
    CHECK(days[1] == DayLevels{first + std::chrono::days{1}, 1, 2, *PainLevel::from(2)});
    CHECK(journal.read().ratingsBetween(first, first).size() == 3);
    CHECK(journal.read().ratingsOf(point.id, Asked::sorenessNow, first, first).size() == 3);
    CHECK(journal.read().lastRatedDay() == first + std::chrono::days{1});
    journal.perform(remove<TriggerPoint>(point.id));
    CHECK(journal.read().dayLevels(Asked::sorenessNow, first, first).empty());
}

TEST_CASE("a quiet point is no open point, and comes back when it returns")
{
    Bench bench;
    Journal journal = bench.open();
    TriggerPoint point = bench.newPoint();
    journal.perform(markPoint(point, {bench.newRating(point.id, 3)}));
    point.quiet = true;
    CHECK(refusalOf([&] {
              TriggerPoint contradicting = point;
              contradicting.life = {{bench.clock.now(), LifeStage::active}};
              journal.perform(change(contradicting));
          }) == Kind::contradiction);
    point.life = {{bench.clock.now(), LifeStage::quiet}};
    journal.perform(change(point));
    CHECK(journal.read().openPoints().empty());
    CHECK(journal.read().point(point.id)->point == point);
    journal.perform(change(withKind(point, PointKind::active, bench.clock.now())));
    CHECK(journal.read().openPoints().size() == 1);
}

TEST_CASE("a stroke belongs to an area that is there")
{
    Bench bench;
    Journal journal = bench.open();
    PainEntry entry{bench.ids.next<PainEntryId>(), bench.clock.now(), {}};
    entry.areas = {{{Quality::aching, Quality::stiff}, PainLevel::from(6)}};
    entry.strokes = {{0, "back-left", 24, false, {{10, 20}, {30, 40}}}};
    entry.zones = {{0, ZoneId{"lumbar"}, Side::left, 0.4}};
    journal.perform(add(entry));
    CHECK(journal.read().find<PainEntry>(entry.id) == entry);
    entry.strokes[0].area = 1;
    CHECK(refusalOf([&] { journal.perform(change(entry)); }) == Kind::contradiction);
    entry.strokes[0].area = 0;
    entry.zones[0].coverage = 1.5;
    CHECK(refusalOf([&] { journal.perform(change(entry)); }) == Kind::contradiction);
    CHECK(journal.read().check().empty());
}

TEST_CASE("contents added to an empty journal are the same contents, and adding them again adds nothing")
{
    Bench one;
    Bench other;
    RandomRecords random{11};
    JournalContents contents;
    {
        Journal journal = one.open();
        forEachKind([&]<typename T>(std::type_identity<T>) {
            for (int count = 0; count < (std::same_as<T, Profile> ? 1 : 4); ++count) {
                const T record = drawn<T>(random, journal);
                journal.perform(add(record));
                if (count == 1) {
                    T changed = drawn<T>(random, journal);
                    changed.id = record.id;
                    journal.perform(change(changed));
                } else if (count == 2) {
                    journal.perform(remove<T>(record.id));
                }
            }
        });
        contents = journal.read().contents();
    }
    Journal journal = other.open();
    const int count = journal.countNew(contents);
    CHECK(count > 80);
    CHECK(journal.add(contents) == count);
    CHECK(journal.read().contents() == contents);
    CHECK(journal.add(contents) == 0);
    CHECK(journal.read().contents() == contents);
    CHECK(journal.read().check().empty());
}

TEST_CASE("contents that do not fit together are refused whole")
{
    Bench bench;
    Journal journal = bench.open();
    JournalContents contents;
    const TriggerPoint point = bench.newPoint(Side::left);
    const Stamp stamp{1, bench.device, std::nullopt};
    contents.of<TriggerPoint>() = {{point, stamp}};
    contents.of<Rating>() = {{bench.newRating(bench.ids.next<PointId>(), 4), stamp}};
    CHECK(refusalOf([&] { (void)journal.add(contents); }) == Kind::notFound);
    contents.of<Rating>().clear();
    contents.of<TriggerPoint>()[0].record.side = Side::right;
    CHECK(refusalOf([&] { (void)journal.add(contents); }) == Kind::contradiction);
    CHECK(journal.read().contents() == JournalContents{});
}

TEST_CASE("an id that another journal has forgotten and this one still holds stays a record like any other")
{
    Bench bench;
    const TriggerPoint point = bench.newPoint();
    {
        Journal journal = bench.open();
        journal.perform(add(point));
        JournalContents contents;
        contents.forgotten = {{AnyId{point.id.bytes()}, "trigger_point", bench.clock.now().utc}};
        CHECK(journal.add(contents) == 0);
        CHECK(journal.read().contents().forgotten.empty());
        journal.perform(remove<TriggerPoint>(point.id));
    }
    bench.clock.advance(std::chrono::days{31});
    const Journal journal = bench.open();
    CHECK(journal.read().contents().forgotten.size() == 1);
    CHECK(journal.read().contents().of<TriggerPoint>().empty());
}

TEST_CASE("one id in two tables of a foreign file does not keep the journal from opening")
{
    Bench bench;
    Note note{bench.ids.next<NoteId>(), bench.clock.now(), "one id", std::nullopt};
    Visit visit{VisitId{note.id.bytes()}, bench.clock.now(), {}, {}, {}};
    {
        Journal journal = bench.open();
        JournalContents contents;
        const Stamp stamp{1, bench.device, bench.clock.now().utc};
        contents.of<Note>() = {{note, stamp}};
        contents.of<Visit>() = {{visit, stamp}};
        CHECK(refusalOf([&] { (void)journal.add(contents); }) == Kind::contradiction);
        contents.of<Visit>().clear();
        CHECK(journal.add(contents) == 1);
        contents.of<Note>().clear();
        contents.of<Visit>() = {{visit, stamp}};
        (void)journal.add(contents);
    }
    bench.clock.advance(std::chrono::days{31});
    CHECK(bench.open().read().contents().forgotten.size() == 1);
}

TEST_CASE("rows whose counters are at their end, or behind their history, are not taken over")
{
    Bench bench;
    Journal journal = bench.open();
    Note note{bench.ids.next<NoteId>(), bench.clock.now(), "a note", std::nullopt};
    JournalContents contents;
    contents.of<Note>() = {{note, {std::numeric_limits<std::int64_t>::max(), bench.device, std::nullopt}}};
    CHECK(refusalOf([&] { (void)journal.add(contents); }) == Kind::contradiction);
    contents.of<Note>() = {{note, {1, bench.device, std::nullopt}}};
    contents.history = {{AnyId{note.id.bytes()}, 2, "note", "text", bench.clock.now(), bench.device, "", "a note"}};
    CHECK(refusalOf([&] { (void)journal.add(contents); }) == Kind::contradiction);
    CHECK(journal.read().contents() == JournalContents{});
    contents.of<Note>()[0].stamp.changes = 2;
    CHECK(journal.add(contents) == 1);
    note.text = "another";
    CHECK_NOTHROW(journal.perform(change(note)));
}

TEST_CASE("a check names each row that holds what it must not")
{
    Bench bench;
    const TriggerPoint point = bench.newPoint(Side::left);
    {
        Journal journal = bench.open();
        journal.perform(markPoint(point, {bench.newRating(point.id, 4)}));
        CHECK(journal.read().check().empty());
    }
    RawDatabase{bench.file}.run(
        "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;"
        " UPDATE trigger_point SET side = 'right'; UPDATE rating SET point_id = randomblob(16)");
    const auto wrong = bench.open().read().check();
    REQUIRE(wrong.size() >= 2);
    std::string all;
    for (const std::string &sentence : wrong) {
        all += sentence + "\n";
    }
    CHECK_THAT(all, Catch::Contains("rating belongs to a row of trigger_point") && Catch::Contains(point.id.text()));
}
