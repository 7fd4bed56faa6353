// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <QAccessible>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "desktop/history/daypane.h"
#include "desktop/history/monthcalendar.h"
#include "desktop/history/pointpage.h"
#include "desktop/history/storymodel.h"
#include "openwindow.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"
#include "windowscenes.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::FixedClock;
using palpate::testing::OpenWindow;
using palpate::testing::TempDir;

namespace {

/// The clock of the tests stands at 09:30 on 2026-03-02, a Monday.
const LocalDay monday{std::chrono::days{20514}};
const LocalDay lastTuesday = monday - std::chrono::days{6};
const LocalDay november = monday - std::chrono::days{110};

Instant moment(LocalDay day, int hour, int minute = 0)
{
    const auto local = day.time_since_epoch() + std::chrono::hours{hour - 1} + std::chrono::minutes{minute};
    return {std::chrono::sys_time<std::chrono::milliseconds>{local}, std::chrono::minutes{60}};
}

/// A journal with a point, a day in November, and last Tuesday with a note.
struct Told {
    TempDir folder;
    FixedClock clock;
    OpenWindow open{folder.path() / "journal.palpate", Theme::light, {1280, 800}, clock};
    JournalSession &session = open.session();
    TriggerPoint point{session.next<PointId>(), MuscleId{"infraspinatus"}, Side::right,
                       {-71.25, 88.1, 1342.7},  PointKind::active,         moment(november, 8)};
    Rating old{session.next<RatingId>(), point.id, Asked::sorenessNow, *PainLevel::from(7), moment(november, 9)};
    Rating rating{session.next<RatingId>(), point.id, Asked::sorenessNow, *PainLevel::from(6), moment(lastTuesday, 9)};
    Note note{session.next<NoteId>(), moment(lastTuesday, 21), "Long day at the desk, naïvely without a break",
              std::nullopt};
    HistoryPage *page = nullptr;

    Told()
    {
        REQUIRE(session.perform(add(point, old, rating, note), QStringLiteral("told")));
        QTest::keyClick(open.window.get(), Qt::Key_5, Qt::ControlModifier);
        page = &open.window->historyPage();
        REQUIRE(page->isVisible());
    }

    QListView &list() { return open.find<QListView>("dayStory"); }
    const StoryModel &story() { return *static_cast<const StoryModel *>(list().model()); }
    void press(const char *button) { QTest::mouseClick(&open.find<QPushButton>(button), Qt::LeftButton); }
    void clickDay(LocalDay day)
    {
        auto &calendar = open.find<MonthCalendar>("monthCalendar");
        QTest::mouseClick(&calendar, Qt::LeftButton, {}, calendar.cellOf(day).center());
    }
    QString allWords()
    {
        QString words;
        for (int row = 0; row < story().rowCount(); ++row) {
            words += story().index(row).data(Qt::AccessibleTextRole).toString() + QLatin1Char('\n');
        }
        return words;
    }
    PainLevel levelNow() { return session.read().find<Rating>(rating.id)->level; }
};

} // namespace

TEST_CASE("the history opens on the last day with entries; from there last Tuesday's note is one step away")
{
    Told told;
    CHECK(told.page->day() == lastTuesday);
    QTest::keyClick(&told.open.find<MonthCalendar>("monthCalendar"), Qt::Key_Home, Qt::ControlModifier);
    CHECK(told.page->day() == monday);
    CHECK(told.open.find<QLabel>("dayNothing").isVisible());
    CHECK(told.story().rowCount() == 0);

    SECTION("a key")
    {
        QTest::keyClick(told.open.window.get(), Qt::Key_BracketLeft);
        CHECK(told.page->day() == lastTuesday);
        CHECK(told.allWords().contains(QStringLiteral("Long day at the desk")));
    }
    SECTION("a word, without its accents")
    {
        auto &field = told.open.find<QLineEdit>("findWords");
        field.setFocus();
        QTest::keyClicks(&field, QStringLiteral("NAIVE"));
        auto &found = told.open.find<QListView>("findResults");
        REQUIRE(QTest::qWaitFor([&found] { return found.isVisible(); }));
        REQUIRE(found.model()->rowCount() == 1);
        CHECK(found.model()->index(0, 0).data().toString().contains(QStringLiteral("naïvely")));
        QTest::mouseClick(found.viewport(), Qt::LeftButton, {}, found.visualRect(found.model()->index(0, 0)).center());
        CHECK(told.page->day() == lastTuesday);
        CHECK(told.story().at(told.list().currentIndex()).records.front() == AnyRecord{told.note});
        QTest::keyClick(&field, Qt::Key_Escape);
        CHECK_FALSE(found.isVisible());
        CHECK(told.open.find<MonthCalendar>("monthCalendar").isVisible());
    }
    SECTION("only where it is looked for")
    {
        auto &field = told.open.find<QLineEdit>("findWords");
        QTest::keyClicks(&field, QStringLiteral("desk"));
        auto &found = told.open.find<QListView>("findResults");
        REQUIRE(QTest::qWaitFor([&found] { return found.isVisible(); }));
        QTest::mouseClick(&told.open.find<QPushButton>("findPlace3"), Qt::LeftButton);
        CHECK_FALSE(found.isVisible());
        CHECK(told.open.find<QLabel>("findNothing").isVisible());
    }
}

TEST_CASE("a click on a day of the calendar shows what was entered, in order of time")
{
    Told told;
    QTest::keyClick(told.open.window.get(), Qt::Key_Home, Qt::ControlModifier);
    CHECK(told.page->day() == monday);
    told.press("monthBefore"); // to February
    told.clickDay(lastTuesday);
    REQUIRE(told.page->day() == lastTuesday);
    CHECK(told.open.find<QLabel>("dayLevels").text() == QStringLiteral("Worst 6, mean 6.0, 1 answer"));
    REQUIRE(told.story().rowCount() == 2);
    CHECK(told.story().index(0).data().toString() == QStringLiteral("Infraspinatus · your right"));
    CHECK(told.story().index(1).data().toString() == QStringLiteral("Note"));
}

TEST_CASE("previous and next day with entries reach over a gap of months, and end at the ends")
{
    Told told;
    told.press("dayBefore");
    CHECK(told.page->day() == november);
    QTest::keyClick(told.open.window.get(), Qt::Key_Left, Qt::AltModifier);
    CHECK(told.page->day() == november);
    QTest::keyClick(told.open.window.get(), Qt::Key_Right, Qt::AltModifier);
    CHECK(told.page->day() == lastTuesday);
    told.press("dayToday");
    CHECK(told.page->day() == monday);
}

TEST_CASE("a level is set right where it stands, in one step that can be taken back")
{
    Told told;
    told.list().setFocus();
    told.list().setCurrentIndex(told.story().index(0));
    QTest::keyClick(&told.list(), Qt::Key_Return);
    auto &editor = told.open.find<QWidget>("entryEditor");
    REQUIRE(editor.isVisible());
    SECTION("saved")
    {
        QTest::keyClick(&editor, Qt::Key_3);
        QTest::keyClick(&editor, Qt::Key_Return);
        CHECK(told.levelNow().value() == 3);
        CHECK(told.story().at(told.story().index(0)).level == PainLevel::from(3));
        CHECK(told.open.find<QLabel>("dayLevels").text().startsWith(QStringLiteral("Worst 3")));
        told.session.undoStack().undo();
        CHECK(told.levelNow().value() == 6);
        CHECK(told.story().at(told.story().index(0)).level == PainLevel::from(6));
        told.session.undoStack().redo();
        CHECK(told.levelNow().value() == 3);
    }
    SECTION("left")
    {
        QTest::keyClick(&editor, Qt::Key_3);
        QTest::keyClick(&editor, Qt::Key_Escape);
        CHECK(told.levelNow().value() == 6);
        CHECK(told.list().indexWidget(told.story().index(0)) == nullptr);
    }
    SECTION("moved to another time of its day, by its own offset")
    {
        auto &time = told.open.find<QLineEdit>("editTime");
        time.setFocus();
        time.selectAll();
        QTest::keyClicks(&time, QStringLiteral("22:15"));
        QTest::keyClick(&time, Qt::Key_Return);
        CHECK(told.session.read().find<Rating>(told.rating.id)->at == moment(lastTuesday, 22, 15));
        CHECK(told.story().index(0).data().toString() == QStringLiteral("Note"));
    }
    SECTION("nothing is no time, and is said so")
    {
        auto &time = told.open.find<QLineEdit>("editTime");
        time.selectAll();
        QTest::keyClicks(&time, QStringLiteral("25:00"));
        QTest::keyClick(&time, Qt::Key_Return);
        CHECK(told.open.find<QLabel>("editRefused").text().startsWith(QStringLiteral("That is no time")));
        CHECK(told.session.read().find<Rating>(told.rating.id)->at == told.rating.at);
    }
}

TEST_CASE("a time that is still to come is refused")
{
    Told told;
    told.press("dayToday");
    told.press("addNote");
    QTest::keyClicks(&told.open.find<QPlainTextEdit>("editWords"), QStringLiteral("stiff in the morning"));
    auto &time = told.open.find<QLineEdit>("editTime");
    time.selectAll();
    QTest::keyClicks(&time, QStringLiteral("9:31"));
    QTest::keyClick(&time, Qt::Key_Return);
    CHECK(told.session.read().between<Note>(monday, monday).empty());
    CHECK(told.open.find<QLabel>("editRefused").text().startsWith(QStringLiteral("That time is still to come")));
    time.selectAll();
    QTest::keyClicks(&time, QStringLiteral("9:10"));
    QTest::keyClick(&time, Qt::Key_Return);
    const auto notes = told.session.read().between<Note>(monday, monday);
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().text == "stiff in the morning");
    CHECK(notes.front().at == moment(monday, 9, 10));
    CHECK(told.allWords().contains(QStringLiteral("stiff in the morning")));
}

TEST_CASE("an entry is removed without a question, and undo brings it back")
{
    Told told;
    told.list().setFocus();
    told.list().setCurrentIndex(told.story().index(1));
    QTest::keyClick(&told.list(), Qt::Key_Delete);
    CHECK_FALSE(told.session.read().find<Note>(told.note.id));
    CHECK(told.story().rowCount() == 1);
    CHECK(told.session.undoStack().undoText().startsWith(QStringLiteral("Remove Note")));
    told.session.undoStack().undo();
    CHECK(told.session.read().find<Note>(told.note.id) == told.note);
    CHECK(told.story().rowCount() == 2);
}

TEST_CASE("the words of a note are changed in its row")
{
    Told told;
    told.list().setCurrentIndex(told.story().index(1));
    told.press("entryEdit");
    auto &words = told.open.find<QPlainTextEdit>("editWords");
    words.selectAll();
    QTest::keyClicks(&words, QStringLiteral("Short day"));
    QTest::keyClick(&words, Qt::Key_Return, Qt::ControlModifier);
    CHECK(told.session.read().find<Note>(told.note.id)->text == "Short day");
    told.session.undoStack().undo();
    CHECK(told.session.read().find<Note>(told.note.id) == told.note);
}

TEST_CASE("soreness for a day past is asked of the window, and only where it offers that")
{
    Told told;
    CHECK(told.open.find<QPushButton>("addSoreness").isVisible());
    told.page->setBackDating(false);
    CHECK_FALSE(told.open.find<QPushButton>("addSoreness").isVisible());
    told.page->setBackDating(true);
    QSignalSpy asked{told.page, &HistoryPage::backDate};
    told.press("addSoreness");
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().front().value<std::chrono::local_days>() == lastTuesday);
    CHECK(told.open.find<QWidget>("todayPage").isVisible());
    CHECK(told.open.find<QWidget>("whenWarning").isVisible());
}

TEST_CASE("a point's page offers what its numbers suggest; taken up it can be taken back")
{
    Told told;
    std::vector<Rating> zeros;
    for (const int daysAgo : {16, 9, 1}) {
        zeros.push_back({told.session.next<RatingId>(), told.point.id, Asked::sorenessNow, *PainLevel::from(0),
                         moment(monday - std::chrono::days{daysAgo}, 9)});
    }
    REQUIRE(told.session.perform(add(zeros[0], zeros[1], zeros[2]), QStringLiteral("zeros")));
    // Last Tuesday's 6 stands between them.
    told.list().setCurrentIndex(told.story().index(0));
    told.press("entryPoint");
    CHECK(told.open.find<QLabel>("pointPageTitle").text() == QStringLiteral("Infraspinatus · your right"));
    CHECK_FALSE(told.open.find<QLabel>("suggestion").isVisible());
    CHECK(told.open.find<QListView>("pointRatings").model()->rowCount() == 5);
    REQUIRE(told.session.perform(remove<Rating>(told.rating.id), QStringLiteral("remove")));
    REQUIRE(told.open.find<QLabel>("suggestion").isVisible());
    CHECK(told.open.find<QLabel>("suggestion").text() == QStringLiteral("No soreness for 14 days. Call it quiet?"));

    QApplication::processEvents();
    told.press("suggestionTake");
    CHECK(told.session.read().find<TriggerPoint>(told.point.id)->quiet);
    CHECK_FALSE(told.open.find<QLabel>("suggestion").isVisible());
    CHECK(told.open.find<QWidget>("lifeLine").accessibleName().contains(QStringLiteral("quiet")));
    told.session.undoStack().undo();
    CHECK_FALSE(told.session.read().find<TriggerPoint>(told.point.id)->quiet);
    CHECK(told.open.find<QLabel>("suggestion").isVisible());

    auto &note = told.open.find<QPlainTextEdit>("pointPageNote");
    QTest::keyClicks(&note, QStringLiteral("softer now"));
    told.press("pointNoteAdd");
    CHECK(told.open.find<QLabel>("pointNotes").text().contains(QStringLiteral("softer now")));
    CHECK(told.session.read().notesOf(told.point.id, 5).size() == 1);
}

TEST_CASE("a change made elsewhere is seen when the history is shown again")
{
    Told told;
    told.open.window->showPage(MainWindow::Page::map);
    REQUIRE(told.session.perform(remove<Note>(told.note.id), QStringLiteral("remove")));
    (void)told.open.history();
    CHECK(told.story().rowCount() == 1);
}

TEST_CASE("each day of the calendar is heard with what was entered, and can be pressed")
{
    Told told;
    auto &calendar = told.open.find<MonthCalendar>("monthCalendar");
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&calendar);
    REQUIRE(heard != nullptr);
    REQUIRE(heard->childCount() == 28);
    CHECK(heard->child(23)->text(QAccessible::Name) ==
          QStringLiteral("Tuesday, 24 February 2026, worst 6, mean 6.0, 1 answer"));
    CHECK(heard->child(22)->text(QAccessible::Name) == QStringLiteral("Monday, 23 February 2026, nothing entered"));
    CHECK(heard->focusChild() == heard->child(23));
    heard->child(22)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    CHECK(told.page->day() == lastTuesday - std::chrono::days{1});
    // Every cell lies in the calendar and none over another.
    for (int day = 1; day < heard->childCount(); ++day) {
        CHECK_FALSE(heard->child(day)->rect().intersects(heard->child(day - 1)->rect()));
    }
}

TEST_CASE("last Tuesday's note is two actions away from today's page: its word and Enter")
{
    const TempDir folder;
    const FixedClock clock;
    const auto file = folder.path() / "journal.palpate";
    testing::writeTenYears(file); // other notes, and entries on each day since
    OpenWindow open{file, Theme::light, {1280, 800}, clock};
    Instant at = clock.now();
    at.utc -= std::chrono::days{6};
    const Note note{open.session().next<NoteId>(), at, "The ladder, all afternoon", std::nullopt};
    REQUIRE(open.session().perform(add(note), QStringLiteral("Note")));
    open.window->showPage(MainWindow::Page::today);

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ladder"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    REQUIRE(open.window->historyPage().isVisible());
    CHECK(open.window->historyPage().day() == lastTuesday);
    auto &list = open.find<QListView>("dayStory");
    CHECK(list.currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("The ladder")));
}
