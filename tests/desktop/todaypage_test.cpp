// SPDX-License-Identifier: GPL-3.0-or-later
// The check-in in the real window, on a real journal file.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <ctime>

#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QUndoStack>

#include "desktop/controls/levelstrip.h"
#include "desktop/today/todaypage.h"
#include "insight/soreness.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"
#include "todaypoints.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::FixedClock;
using palpate::testing::markPoints;
using palpate::testing::OpenWindow;
using palpate::testing::TempDir;

namespace {

constexpr QSize usual{1280, 800};

/// A window on a new journal with so many points, one day later, on today's page.
struct Bench {
    TempDir folder;
    FixedClock clock;
    OpenWindow open{folder.path() / "journal.palpate", Theme::light, usual, clock};

    explicit Bench(int points)
    {
        markPoints(open, points);
        clock.advance(std::chrono::hours{24});
        open.window->showPage(MainWindow::Page::today);
        QApplication::processEvents();
    }

    [[nodiscard]] const JournalReader &read() { return open.session().read(); }
    [[nodiscard]] std::vector<Rating> today()
    {
        const LocalDay day = dayOf(clock.now());
        return read().ratingsBetween(day, day);
    }
    [[nodiscard]] LevelStrip &row(int number)
    {
        return open.find<LevelStrip>(qPrintable(QStringLiteral("pointLevel%1").arg(number)));
    }
    void key(int key) { QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key)); }
    void press(const char *button) { QTest::mouseClick(&open.find<QPushButton>(button), Qt::LeftButton); }
    [[nodiscard]] QString said() { return open.find<QLabel>("checkInSaid").text(); }
};

} // namespace

TEST_CASE("eight points are checked in with nine keys, the sorest first, each number kept as it is typed")
{
    Bench bench{8};
    int keys = 0;
    CHECK(QApplication::focusWidget() == &bench.row(0));
    for (int level = 1; level <= 8; ++level, ++keys) {
        bench.key(Qt::Key_0 + level);
        CHECK(bench.today().size() == static_cast<std::size_t>(level));
    }
    bench.key(Qt::Key_Return);
    ++keys;
    CHECK(keys <= 18);
    CHECK(bench.said() == QStringLiteral("Done, 8 answers kept."));
    // markPoints gave them 1 to 8; the sorest was asked first and got 1.
    for (const PointOverview &point : bench.read().openPoints()) {
        const auto ratings = bench.read().ratingsOf(point.point.id);
        REQUIRE(ratings.size() == 2);
        CHECK(ratings[1].level.value() == 9 - ratings[0].level.value());
        CHECK(ratings[1].asked == Asked::sorenessNow);
        CHECK_FALSE(ratings[1].carriedOver);
    }
}

TEST_CASE("more than eight points wait behind one button")
{
    Bench bench{11};
    CHECK(bench.open.find<QPushButton>("morePoints").text() == QStringLiteral("3 more points"));
    bench.press("morePoints");
    QApplication::processEvents();
    CHECK(bench.row(10).isVisible());
}

TEST_CASE("a second number for a row corrects the first; after Done it is a new one; undo takes one step back")
{
    Bench bench{1};
    bench.key(Qt::Key_4);
    QTest::keyClick(&bench.row(0), Qt::Key_X); // ten
    REQUIRE(bench.today().size() == 1);
    CHECK(bench.today().front().level.value() == 10);
    bench.open.session().undoStack().undo();
    CHECK(bench.today().front().level.value() == 4);
    CHECK(bench.row(0).level() == PainLevel::from(4));
    bench.open.session().undoStack().undo();
    CHECK(bench.today().empty());
    CHECK_FALSE(bench.row(0).level());
    QTest::keyClick(&bench.row(0), Qt::Key_3);
    bench.key(Qt::Key_Return);
    CHECK_FALSE(bench.row(0).level());
    bench.clock.advance(std::chrono::hours{3});
    QTest::keyClick(&bench.row(0), Qt::Key_5);
    CHECK(bench.today().size() == 2);
    QTest::keyClick(&bench.row(0), Qt::Key_Delete);
    CHECK(bench.today().size() == 1);
}

TEST_CASE("the mouse chooses a number where it stands")
{
    Bench bench{2};
    QTest::mouseClick(&bench.row(1), Qt::LeftButton, {}, bench.row(1).cell(7).center().toPoint());
    REQUIRE(bench.today().size() == 1);
    CHECK(bench.today().front().level.value() == 7);
}

TEST_CASE("the same as last time is stored as carried over and counts in no day's mean")
{
    Bench bench{3};
    bench.key(Qt::Key_9);
    bench.key(Qt::Key_S);
    REQUIRE(bench.today().size() == 3);
    CHECK(std::ranges::count_if(bench.today(), &Rating::carriedOver) == 2);
    const LocalDay day = dayOf(bench.clock.now());
    const auto levels = sorenessByDay(bench.read(), day, day);
    REQUIRE(levels.size() == 1);
    CHECK(levels.front().count == 1);
    CHECK(levels.front().mean == 9);
    // A number typed over a carried one is an answer.
    QTest::keyClick(&bench.row(1), Qt::Key_2);
    CHECK(std::ranges::count_if(bench.today(), &Rating::carriedOver) == 1);
    bench.open.session().undoStack().undo();
    bench.open.session().undoStack().undo();
    CHECK(bench.today().size() == 1);
}

TEST_CASE("nothing today is one entry, from which each point's zero follows")
{
    Bench bench{3};
    bench.press("checkInNothing");
    CHECK(bench.today().empty());
    const LocalDay day = dayOf(bench.clock.now());
    const auto checkIns = bench.read().between<CheckIn>(day, day);
    REQUIRE(checkIns.size() == 1);
    CHECK(checkIns.front().noSoreness);
    CHECK(bench.row(2).level() == PainLevel::from(0));
    CHECK(sorenessByDay(bench.read(), day, day).front().count == 3);
}

TEST_CASE("another time stays as it was set until now is chosen again")
{
    Bench bench{2};
    bench.key(Qt::Key_T);
    auto &edit = bench.open.find<QDateTimeEdit>("whenEdit");
    REQUIRE(edit.isVisible());
    edit.setDateTime(QDateTime{QDate{2026, 3, 2}, QTime{21, 15}, Qt::UTC});
    QTest::keyClick(&bench.row(0), Qt::Key_6);
    QTest::keyClick(&bench.row(1), Qt::Key_3);
    bench.key(Qt::Key_Return);
    QTest::keyClick(&bench.row(0), Qt::Key_4); // another run of the same evening
    CHECK(bench.today().empty());
    const LocalDay before = dayOf(bench.clock.now()) - std::chrono::days{1};
    const auto entered = bench.read().ratingsBetween(before, before);
    CHECK(std::ranges::count_if(entered, [](const Rating &rating) {
              return rating.at.local() - std::chrono::floor<std::chrono::days>(rating.at.local()) ==
                     std::chrono::hours{21} + std::chrono::minutes{15};
          }) == 3);
    CHECK(bench.open.find<QLabel>("whenWarning").isVisible());
    bench.press("whenNow");
    QTest::keyClick(&bench.row(0), Qt::Key_5);
    CHECK(bench.today().size() == 1);
}

TEST_CASE("a time that is still to come cannot be set")
{
    Bench bench{1};
    bench.key(Qt::Key_T);
    auto &edit = bench.open.find<QDateTimeEdit>("whenEdit");
    edit.setDateTime(QDateTime{QDate{2030, 1, 1}, QTime{0, 0}, Qt::UTC});
    QTest::keyClick(&bench.row(0), Qt::Key_6);
    REQUIRE(bench.today().size() == 1);
    CHECK(bench.today().front().at.utc <= bench.clock.now().utc);
}

TEST_CASE("a line in words shows what it will store, is written out by Tab and stored by Enter")
{
    Bench bench{0};
    bench.key(Qt::Key_L);
    auto &line = bench.open.find<QLineEdit>("quickLine");
    REQUIRE(QApplication::focusWidget() == &line);
    QTest::keyClicks(&line, QStringLiteral("l inf"));
    CHECK(bench.open.find<QLabel>("quickPreview").text().contains(QStringLiteral("Tab: l infraspinatus")));
    QTest::keyClick(&line, Qt::Key_Tab);
    CHECK(line.text() == QStringLiteral("l infraspinatus "));
    QTest::keyClicks(&line, QStringLiteral("6 sharp @8:30"));
    CHECK(bench.open.find<QLabel>("quickPreview").text().contains(QStringLiteral("6 of 10, sharp, today 08:30")));
    QTest::keyClick(&line, Qt::Key_Return);
    CHECK(line.text().isEmpty());
    REQUIRE(bench.read().openPoints().size() == 1);
    CHECK(bench.read().openPoints().front().point.side == Side::left);
    QTest::keyClicks(&line, QStringLiteral("supraspinatus 4"));
    QTest::keyClick(&line, Qt::Key_Return);
    CHECK(bench.open.find<QLabel>("quickPreview").text().contains(QStringLiteral("which side?")));
    CHECK(bench.read().openPoints().size() == 1);
}

TEST_CASE("the whole body, what one could do, factors and words are one check-in")
{
    Bench bench{1};
    QTest::keyClick(&bench.row(0), Qt::Key_4);
    bench.key(Qt::Key_3); // the whole body
    bench.key(Qt::Key_7); // what I could do
    bench.key(Qt::Key_5); // sleep
    bench.key(Qt::Key_2); // stress
    bench.key(Qt::Key_W);
    auto &note = bench.open.find<QPlainTextEdit>("checkInNote");
    QTest::keyClicks(&note, QStringLiteral("long drive"));
    bench.press("checkInDone");
    const LocalDay day = dayOf(bench.clock.now());
    const auto checkIns = bench.read().between<CheckIn>(day, day);
    REQUIRE(checkIns.size() == 1);
    CHECK(checkIns.front().wholeBody == PainLevel::from(3));
    CHECK(checkIns.front().couldDo == 7);
    CHECK(checkIns.front().note == "long drive");
    const auto values = bench.read().between<FactorValue>(day, day);
    REQUIRE(values.size() == 2);
    CHECK(std::ranges::count(values, 5, &FactorValue::value) == 1);
    CHECK(std::ranges::count(values, 2, &FactorValue::value) == 1);
    CHECK(bench.read().all<Factor>().size() == 2);
    CHECK(bench.said() == QStringLiteral("Done, 4 answers kept."));
}

TEST_CASE("a flare day is one key: one number and one line; it ends with what helped")
{
    Bench bench{2};
    bench.key(Qt::Key_F);
    CHECK_FALSE(bench.row(0).isVisible());
    REQUIRE(QApplication::focusWidget() == &bench.open.find<LevelStrip>("flareLevel"));
    bench.key(Qt::Key_8);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("could not sit"));
    auto &helped = bench.open.find<QLineEdit>("flareHelped");
    helped.setFocus();
    QTest::keyClicks(&helped, QStringLiteral("warm bath"));
    bench.clock.advance(std::chrono::hours{20});
    bench.press("restOver");
    CHECK(bench.row(0).isVisible());
    const auto periods = bench.read().all<Period>();
    REQUIRE(periods.size() == 1);
    CHECK(periods.front().kind == PeriodKind::flare);
    CHECK(periods.front().ended == bench.clock.now());
    CHECK(periods.front().helped == "warm bath");
    const auto checkIns = bench.read().all<CheckIn>();
    REQUIRE(checkIns.size() == 1);
    CHECK(checkIns.front().wholeBody == PainLevel::from(8));
    CHECK(checkIns.front().note == "could not sit");
}

TEST_CASE("during a pause nothing is asked, unless one wants to be")
{
    Bench bench{2};
    bench.press("pauseDays");
    CHECK_FALSE(bench.row(0).isVisible());
    bench.press("allQuestions");
    CHECK(bench.row(0).isVisible());
    bench.press("restOver");
    CHECK(bench.row(0).isVisible());
    CHECK(bench.read().all<Period>().front().ended);
}

TEST_CASE("a point without soreness for two weeks may be called quiet, and is not before one does")
{
    Bench bench{2};
    for (int day = 0; day < 16; ++day) {
        bench.clock.advance(std::chrono::hours{24});
        bench.press("checkInNothing");
        bench.press("checkInDone");
    }
    CHECK(bench.read().openPoints().size() == 2);
    bench.press("callQuiet");
    CHECK(bench.read().openPoints().size() == 1);
    bench.open.session().undoStack().undo();
    CHECK(bench.read().openPoints().size() == 2);
}

TEST_CASE("the window opens on the map while there is no point, then on today's page")
{
    const TempDir folder;
    const FixedClock clock;
    const auto journal = folder.path() / "journal.palpate";
    const auto shown = [](OpenWindow &open) {
        MainWindow fresh{open.scene(), testing::shippedKnowledge(), open.session(), open.source(), Theme::light};
        return fresh.findChild<QWidget *>(QStringLiteral("todayPage")) != nullptr;
    };
    OpenWindow open{journal, Theme::light, usual, clock};
    CHECK_FALSE(shown(open));
    markPoints(open, 1);
    CHECK(shown(open));
}

namespace {

/// A treatment that long ago, with a question 24 hours after it.
void treat(Bench &bench, TreatmentKind kind, std::chrono::hours ago)
{
    JournalSession &session = bench.open.session();
    const Instant care{session.now().utc - ago, session.now().offset};
    Treatment treatment{session.next<TreatmentId>(), care, kind, {}, std::nullopt, {}};
    treatment.places.push_back({MuscleId{"upper-trapezius"}, Side::left, std::nullopt});
    const FollowUp ask{session.next<FollowUpId>(),
                       AnyId{treatment.id.bytes()},
                       Instant{care.utc + std::chrono::hours{24}, care.offset},
                       std::nullopt,
                       std::nullopt,
                       std::nullopt,
                       {},
                       {}};
    REQUIRE(session.perform(add(treatment, ask), QStringLiteral("treated")));
    bench.open.window->showPage(MainWindow::Page::map);
    bench.open.window->showPage(MainWindow::Page::today);
    (void)bench.open.lookupData();
    QApplication::processEvents();
}

QStringList wordsIn(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        words << label->text();
    }
    return words;
}

} // namespace

TEST_CASE("a day after needling one is asked how it is and for the danger signs of that place; a tick says what to do")
{
    Bench bench{1};
    treat(bench, TreatmentKind::dryNeedling, std::chrono::hours{26});
    auto &card = bench.open.find<QWidget>("followUp");
    CHECK(wordsIn(card).contains(QStringLiteral("26 hours after dry needling (yesterday)")));
    auto &breath = bench.open.find<QPushButton>("sign0");
    CHECK(breath.text() == QStringLiteral("Short of breath, chest pain or a new cough"));
    QTest::keyClick(&bench.open.find<LevelStrip>("followUpLevel"), Qt::Key_5);
    bench.press("easing1");
    CHECK(card.findChild<QWidget *>(QStringLiteral("followUpAlarm")) == nullptr);
    bench.press("sign0");
    auto *alarm = card.findChild<QWidget *>(QStringLiteral("followUpAlarm"));
    REQUIRE(alarm != nullptr);
    CHECK(wordsIn(*alarm).join(QLatin1Char(' ')).contains(QStringLiteral("Call your emergency number now")));
    bench.press("followUpSave");
    const auto asked = bench.read().all<FollowUp>();
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().answered == bench.clock.now());
    CHECK(asked.front().soreness == PainLevel::from(5));
    CHECK(asked.front().easing == true);
    CHECK(asked.front().dangerSigns == "chest");
    const auto alerts = bench.read().all<Alert>();
    REQUIRE(alerts.size() == 1);
    CHECK(alerts.front().rule == RuleId{"after-needle-chest"});
    CHECK(alerts.front().urgency == Urgency::emergency);
    CHECK(card.isVisible()); // until it has been read
    bench.press("followUpRead");
    CHECK_FALSE(card.isVisible());
    bench.open.session().undoStack().undo();
    CHECK_FALSE(bench.read().all<FollowUp>().front().answered);
    CHECK(bench.read().all<Alert>().empty());
}

TEST_CASE("what is written after a treatment is read for danger signs")
{
    Bench bench{1};
    treat(bench, TreatmentKind::dryNeedling, std::chrono::hours{30});
    auto &line = bench.open.find<QLineEdit>("followUpLine");
    line.setFocus();
    QTest::keyClicks(&line, QStringLiteral("I cannot catch my breath"));
    bench.press("followUpSave");
    const auto alerts = bench.read().all<Alert>();
    CHECK(std::ranges::count(alerts, RuleId{"after-needle-chest"}, &Alert::rule) == 1);
    CHECK(bench.open.find<QWidget>("followUp").findChild<QWidget *>(QStringLiteral("followUpAlarm")) != nullptr);
}

TEST_CASE("without a sign a follow-up is two answers; after 72 hours of soreness one is told to ask who treated one")
{
    Bench bench{1};
    treat(bench, TreatmentKind::massage, std::chrono::hours{25});
    CHECK(bench.open.find<QPushButton>("sign0").text().contains(QStringLiteral("dizziness"))); // neck, no needle
    QTest::keyClick(&bench.open.find<LevelStrip>("followUpLevel"), Qt::Key_2);
    bench.press("followUpSave");
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(bench.open.window->findChild<QWidget *>(QStringLiteral("followUp")) == nullptr);
    CHECK(bench.read().all<Alert>().empty());
    FollowUp late = bench.read().all<FollowUp>().front();
    late.id = bench.open.session().next<FollowUpId>();
    late.answered.reset();
    late.at.utc = bench.clock.now().utc + std::chrono::hours{47};
    REQUIRE(bench.open.session().perform(add(late), QStringLiteral("asked")));
    bench.clock.advance(std::chrono::hours{48});
    bench.open.window->showPage(MainWindow::Page::map);
    bench.open.window->todayPage().backDate(dayOf(bench.clock.now())); // reads the page again
    bench.open.window->showPage(MainWindow::Page::today);
    QTest::keyClick(&bench.open.find<LevelStrip>("followUpLevel"), Qt::Key_2);
    const auto *alarm = bench.open.find<QWidget>("followUp").findChild<QWidget *>(QStringLiteral("followUpAlarm"));
    REQUIRE(alarm != nullptr);
    CHECK(wordsIn(*alarm).first() == QStringLiteral("Ask the person who treated you"));
}

namespace {

/// A clock on the wall of a place whose rule of time can change under way.
class WallClock final : public Clock {
public:
    explicit WallClock(const char *rule) { move(rule); }
    WallClock(const WallClock &) = delete;
    WallClock &operator=(const WallClock &) = delete;
    WallClock(WallClock &&) = delete;
    WallClock &operator=(WallClock &&) = delete;
    ~WallClock() override { move("UTC0"); }

    static void move(const char *rule)
    {
        setenv("TZ", rule, 1);
        tzset();
    }
    void set(std::chrono::local_time<std::chrono::minutes> wall) { m_now = SystemClock{}.at(wall); }
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] Instant at(std::chrono::local_time<std::chrono::minutes> wall) const override
    {
        return SystemClock{}.at(wall);
    }

private:
    Instant m_now{SystemClock{}.now()};
};

} // namespace

TEST_CASE("a month across a change of the clock and of the time zone lands on its days")
{
    using namespace std::chrono;
    const TempDir folder;
    WallClock clock{"CET-1CEST,M3.5.0,M10.5.0/3"};
    const local_days first{year{2026} / 3 / 15};
    clock.set(first + hours{12});
    OpenWindow open{folder.path() / "journal.palpate", Theme::light, usual, clock};
    markPoints(open, 1);
    open.window->showPage(MainWindow::Page::today);
    auto &row = open.find<LevelStrip>("pointLevel0");
    for (int number = 0; number < 31; ++number) {
        if (number == 24) {
            WallClock::move("PST8PDT,M3.2.0,M11.1.0"); // a journey
        }
        // Late in the evening and early in the night, when a wrong offset shows; 29 March has no half past two.
        for (const minutes time : {minutes{2 * 60 + 30}, minutes{23 * 60 + 45}}) {
            clock.set(first + days{number} + time);
            QTest::keyClick(&row, static_cast<Qt::Key>(Qt::Key_1 + number % 8));
            QTest::keyClick(&row, Qt::Key_Return);
        }
    }
    // One day is entered afterwards, from the other side of the change.
    open.window->todayPage().backDate(first - days{1});
    QTest::keyClick(&row, Qt::Key_9);
    const auto levels = sorenessByDay(open.session().read(), first - days{10}, first + days{40});
    REQUIRE(levels.size() == 32);
    CHECK(levels.front().day == first - days{1});
    CHECK(levels.front().worst.value() == 9);
    for (int number = 0; number < 31; ++number) {
        const DayLevels &day = levels[static_cast<std::size_t>(number) + 1];
        CHECK(day.day == first + days{number});
        CHECK(day.count == (number == 0 ? 3 : 2));
        CHECK(day.worst.value() == 1 + number % 8);
    }
}
