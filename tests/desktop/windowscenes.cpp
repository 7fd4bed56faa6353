// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowscenes.h"

#include <algorithm>
#include <stdexcept>

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTreeWidget>

#include "carescenes.h"
#include "core/localday.h"
#include "desktop/bodymap/ratingpopover.h"
#include "desktop/controls/levelstrip.h"
#include "desktop/history/daypane.h"
#include "desktop/history/historypage.h"
#include "desktop/learn/learnpage.h"
#include "sample/samplejournal.h"
#include "support/fixedclock.h"

namespace palpate::testing {

namespace {

using anatomy::Layer;
using desktop::MainWindow;

void showView(OpenWindow &open, const char *view, Layer layer)
{
    open.window->mapPage().showView(*open.scene().atlas().findView(view), layer);
}

void press(OpenWindow &open, const char *button) { QTest::mouseClick(&open.find<QPushButton>(button), Qt::LeftButton); }

void waitUntilSharp(OpenWindow &open)
{
    if (!QTest::qWaitFor([&open] { return open.map().isSharp(); })) {
        throw std::runtime_error{"the enlarged map did not get its pixels"};
    }
}

void paintShoulder(OpenWindow &open)
{
    showView(open, "front", Layer::skin);
    const QPoint shoulder = middleOfZone(open, "shoulder-front", Side::right);
    drag(open.map(), {shoulder, shoulder + QPoint{6, 8}, shoulder + QPoint{-4, 18}, shoulder + QPoint{-8, 34}});
    press(open, "intensity6");
    press(open, "quality0");
    press(open, "area1000");
    const QPoint thigh = middleOfZone(open, "thigh-front", Side::left);
    drag(open.map(), {thigh, thigh + QPoint{2, 30}});
    press(open, "intensity3");
}

void markInfraspinatus(OpenWindow &open)
{
    showView(open, "back", Layer::superficial);
    open.window->mapPage().showMuscle(MuscleId{"infraspinatus"}, Side::right);
    press(open, "markHere");
    QTest::keyClick(&open.find<desktop::RatingPopover>("ratingPopover"), Qt::Key_6);
}

void say(OpenWindow &open, const char *words)
{
    auto &field = open.find<QLineEdit>("lookupWords");
    field.setFocus();
    QTest::keyClicks(&field, QString::fromUtf8(words));
    QTest::keyClick(&field, Qt::Key_Return);
}

void askForShoulder(OpenWindow &open)
{
    (void)open.lookup();
    say(open, "deep ache in the front of my right shoulder, can't lie on it");
}

void paintLookup(OpenWindow &open)
{
    open.lookup().showView(*shippedAtlas().findView("front"), Layer::skin);
    desktop::BodyMap &map = open.lookup().map();
    const QPoint shoulder = middleOfZone(open, map, "shoulder-front", Side::right);
    drag(map, {shoulder + QPoint{4, -8}, shoulder, shoulder + QPoint{-4, 10}, shoulder + QPoint{-8, 24}});
    const QPoint thigh = middleOfZone(open, map, "thigh-front", Side::left);
    drag(map, {thigh, thigh + QPoint{2, 30}, thigh + QPoint{-4, 44}});
}

/// They were set up before the page is shown: nothing of the machine is touched.
void showReminders(OpenWindow &open)
{
    const auto id = [&open] { return open.session().next<ReminderId>(); };
    open.session().perform(add(Reminder{id(), ReminderKind::checkIn, 20 * 60, {}, "", true}),
                           QStringLiteral("Add a reminder"));
    open.session().perform(add(Reminder{id(),
                                        ReminderKind::postureBreak,
                                        10 * 60 + 30,
                                        {Weekday::monday, Weekday::tuesday, Weekday::wednesday, Weekday::thursday},
                                        "Stand up and look out of the window",
                                        false}),
                           QStringLiteral("Add a reminder"));
    open.window->showPage(MainWindow::Page::settings);
    auto &way = open.find<QLabel>("reminderWay");
    QApplication::processEvents();
    open.find<QScrollArea>("settingsPage").ensureWidgetVisible(&way);
}

void paintOwnReferral(OpenWindow &open)
{
    markInfraspinatus(open);
    QTest::keyClick(&open.find<desktop::RatingPopover>("ratingPopover"), Qt::Key_Return);
    desktop::LookupPage &page = open.lookup();
    page.showPoint(open.session().read().openPoints().front().point.id);
    press(open, "paintReferral");
    page.showView(*shippedAtlas().findView("front"), Layer::skin);
    const QPoint shoulder = middleOfZone(open, page.map(), "shoulder-front", Side::right);
    drag(page.map(), {shoulder + QPoint{4, -8}, shoulder, shoulder + QPoint{-4, 10}, shoulder + QPoint{-8, 30}});
    press(open, "paintReferral");
}

/// The last day with a treatment and a drawing, once the drawing's pictures are painted.
void showFullDay(OpenWindow &open)
{
    const JournalReader &journal = open.session().read();
    desktop::HistoryPage &page = open.history();
    const auto treatments = journal.all<Treatment>();
    for (auto treatment = treatments.rbegin(); treatment != treatments.rend(); ++treatment) {
        const LocalDay day = dayOf(treatment->at);
        const auto drawings = journal.between<PainEntry>(day, day);
        if (!drawings.empty()) {
            page.showDay(day);
            page.dayPane().reveal(refTo(drawings.front()));
            QApplication::processEvents();
            if (!QTest::qWaitFor([&page] { return page.dayPane().pictures().isDone(); })) {
                throw std::runtime_error{"the drawing was not painted"};
            }
            return;
        }
    }
    throw std::runtime_error{"no day has a treatment and a drawing"};
}

void findWritten(OpenWindow &open, const char *words)
{
    (void)open.history();
    auto &field = open.find<QLineEdit>("findWords");
    field.setFocus();
    QTest::keyClicks(&field, QString::fromUtf8(words));
    if (!QTest::qWaitFor([&open] { return open.find<QListView>("findResults").isVisible(); })) {
        throw std::runtime_error{"nothing was found"};
    }
}

/// The point that has come back most often.
void showEventfulPoint(OpenWindow &open)
{
    const auto points = open.session().read().all<TriggerPoint>();
    const auto most = std::ranges::max_element(points, {}, [](const TriggerPoint &point) { return point.life.size(); });
    open.history().showPoint(most->id);
}

void openToday(OpenWindow &open)
{
    open.window->showPage(MainWindow::Page::today);
    QApplication::processEvents();
}

/// Of a needling yesterday, with the treated points of the journal.
void askAfterNeedling(OpenWindow &open)
{
    desktop::JournalSession &session = open.session();
    const Instant care{session.now().utc - std::chrono::hours{25}, session.now().offset};
    Treatment treatment{session.next<TreatmentId>(), care, TreatmentKind::dryNeedling, "Ms Okafor", 40, {}};
    for (const PointOverview &point : session.read().openPoints()) {
        if (treatment.places.size() < 3) {
            treatment.places.push_back({point.point.muscle, point.point.side, point.point.id});
        }
    }
    const FollowUp followUp{session.next<FollowUpId>(),
                            AnyId{treatment.id.bytes()},
                            Instant{care.utc + std::chrono::hours{24}, care.offset},
                            std::nullopt,
                            std::nullopt,
                            std::nullopt,
                            {},
                            {}};
    (void)session.perform(add(treatment, followUp), QStringLiteral("Dry needling"));
    (void)open.lookupData(); // the signs to ask for
    openToday(open);
}

void showReading(OpenWindow &open, const desktop::ReadingTarget &target)
{
    open.window->showPage(MainWindow::Page::learn);
    (void)open.lookupData();
    open.window->learnPage().open(target);
}

} // namespace

void writeTenYears(const std::filesystem::path &file)
{
    const FixedClock clock;
    CountingIds ids;
    sample::SampleRequest request;
    request.days = sample::daysOfYears(10);
    request.until = dayOf(clock.now()) - std::chrono::days{1};
    Journal journal = Journal::open(file, {clock, ids.next<DeviceId>()});
    (void)journal.add(sample::SampleJournal{shippedAtlas(), request}.write());
}

SceneJournals::SceneJournals(std::filesystem::path folder)
    : m_tenYears{folder / "ten-years.palpate"}, m_sample{folder / "sample.palpate"}
{
    writeTenYears(m_tenYears);
    CountingIds ids;
    Journal journal = Journal::open(m_sample, {m_clock, ids.next<DeviceId>()});
    (void)journal.add(sample::threeMonths(shippedAtlas(), m_clock.now()));
}

std::unique_ptr<OpenWindow> SceneJournals::open(const Scene &scene, const std::filesystem::path &file,
                                                desktop::Theme theme, QSize size) const
{
    if (scene.journal != SceneJournal::empty) {
        std::filesystem::copy_file(scene.journal == SceneJournal::sample ? m_sample : m_tenYears, file);
    }
    const auto whose =
        scene.journal == SceneJournal::sample ? desktop::WhoseJournal::sample : desktop::WhoseJournal::own;
    auto open = std::make_unique<OpenWindow>(file, theme, size, m_clock, whose);
    scene.arrange(*open);
    // What was read meanwhile is put in by the first round; what that moves is laid out by the second.
    for (int round = 0; round < 2; ++round) {
        QApplication::processEvents();
    }
    return open;
}

QPoint middleOfZone(OpenWindow &open, const char *zone, Side side)
{
    return middleOfZone(open, open.map(), zone, side);
}

QPoint middleOfZone(OpenWindow &open, const desktop::BodyMap &map, const char *zone, Side side)
{
    const anatomy::GrayImage8 &zones = open.scene().zones(map.view());
    const std::uint8_t number = shippedAtlas().zoneNumber(ZoneId{zone}, side);
    std::vector<anatomy::PicturePx> places;
    for (int y = 0; y < zones.height(); ++y) {
        for (int x = 0; x < zones.width(); ++x) {
            if (zones.at(x, y) == number) {
                places.push_back({double(x), double(y)});
            }
        }
    }
    if (places.empty()) {
        throw std::runtime_error{std::string{"the map shows nothing of "} + zone};
    }
    // The place in the middle of the row in the middle.
    const double row = places[places.size() / 2].y;
    std::erase_if(places, [row](const anatomy::PicturePx &place) { return place.y != row; });
    return map.screenPosition(places[places.size() / 2]).toPoint();
}

void drag(desktop::BodyMap &map, const std::vector<QPoint> &path)
{
    QTest::mousePress(&map, Qt::LeftButton, {}, path.front());
    for (const QPoint &at : path) {
        QMouseEvent move{QEvent::MouseMove, QPointF{at},    map.mapToGlobal(QPointF{at}),
                         Qt::NoButton,      Qt::LeftButton, Qt::NoModifier};
        QApplication::sendEvent(&map, &move);
    }
    QTest::mouseRelease(&map, Qt::LeftButton, {}, path.back());
}

namespace {

/// All but those of the care page.
std::vector<Scene> pageScenes()
{
    return {
        {"start", SceneJournal::empty, [](OpenWindow &open) { showView(open, "front", Layer::superficial); }},
        {"points", SceneJournal::tenYears, [](OpenWindow &open) { showView(open, "back", Layer::superficial); }},
        {"muscle", SceneJournal::tenYears,
         [](OpenWindow &open) {
             showView(open, "front", Layer::superficial);
             open.window->mapPage().showMuscle(MuscleId{"pectoralis-major-sternal"}, Side::left);
         }},
        {"marking", SceneJournal::empty, markInfraspinatus},
        {"near", SceneJournal::tenYears,
         [](OpenWindow &open) {
             showView(open, "back", Layer::intermediate);
             const auto region = shippedAtlas().regionOf(MuscleId{"levator-scapulae"}, Side::left);
             open.map().fitRegion(region.value());
             waitUntilSharp(open);
         }},
        {"search", SceneJournal::tenYears,
         [](OpenWindow &open) {
             showView(open, "back", Layer::superficial);
             QTest::keyClick(&open.map(), Qt::Key_Slash);
             QTest::keyClicks(&open.find<QLineEdit>("search"), QStringLiteral("shoulder"));
         }},
        {"point", SceneJournal::empty,
         [](OpenWindow &open) {
             markInfraspinatus(open);
             press(open, "morePoint");
             press(open, "band1");
             press(open, "mine1");
         }},
        {"skin", SceneJournal::empty, [](OpenWindow &open) { showView(open, "back", Layer::skin); }},
        {"painting", SceneJournal::empty, paintShoulder},
        {"lookup", SceneJournal::empty, [](OpenWindow &open) { (void)open.lookup(); }},
        {"lookup-words", SceneJournal::tenYears,
         [](OpenWindow &open) {
             askForShoulder(open);
             QTest::keyClick(&open.find<QListView>("candidates"), Qt::Key_3);
         }},
        {"lookup-paint", SceneJournal::empty, paintLookup},
        {"lookup-explain", SceneJournal::empty,
         [](OpenWindow &open) {
             paintLookup(open);
             open.lookup().addZone({ZoneId{"nose"}, Side::right});
             press(open, "explainAll");
         }},
        {"lookup-places", SceneJournal::empty,
         [](OpenWindow &open) {
             (void)open.lookup();
             press(open, "placesTree");
             auto &tree = open.find<QTreeWidget>("zoneTree");
             tree.expandItem(tree.topLevelItem(1));
         }},
        {"lookup-alert", SceneJournal::empty,
         [](OpenWindow &open) {
             (void)open.lookup();
             say(open, "crushing chest pain and short of breath, and my left arm aches");
         }},
        {"lookup-told", SceneJournal::empty,
         [](OpenWindow &open) {
             (void)open.lookup();
             say(open, "back pain and a fever");
             press(open, "alertShow");
         }},
        {"checklist", SceneJournal::empty,
         [](OpenWindow &open) {
             askForShoulder(open);
             QTest::keyClick(&open.find<QListView>("candidates"), Qt::Key_3);
             QTest::keyClick(&open.find<QListView>("candidates"), Qt::Key_C);
             QTest::keyClick(&open.find<QListView>("checklist"), Qt::Key_T);
         }},
        {"lookup-muscle", SceneJournal::empty, paintOwnReferral},
        {"history", SceneJournal::tenYears, showFullDay},
        {"history-search", SceneJournal::tenYears, [](OpenWindow &open) { findWritten(open, "shoulder"); }},
        {"history-point", SceneJournal::tenYears, showEventfulPoint},
        {"history-editing", SceneJournal::tenYears,
         [](OpenWindow &open) {
             const auto rating =
                 open.session().read().lastRatingsOf(open.session().read().openPoints().front().point.id, 1);
             open.history().showDay(dayOf(rating.front().at));
             open.history().dayPane().reveal(refTo(rating.front()));
             QTest::keyClick(&open.find<QListView>("dayStory"), Qt::Key_Return);
         }},
        {"history-empty", SceneJournal::empty, [](OpenWindow &open) { (void)open.history(); }},
        {"trends", SceneJournal::tenYears,
         [](OpenWindow &open) {
             open.window->showPage(MainWindow::Page::trends);
             press(open, "trendsLength2");
             QApplication::processEvents(); // the calendar learns its height after its width
         }},
        {"trends-point", SceneJournal::tenYears,
         [](OpenWindow &open) {
             open.window->showPage(MainWindow::Page::trends);
             press(open, "trendsLength0");
             press(open, "pointTable");
         }},
        {"trends-days", SceneJournal::tenYears,
         [](OpenWindow &open) {
             open.window->showPage(MainWindow::Page::trends);
             press(open, "trendsLength3");
             QApplication::processEvents(); // so that it is laid out
             auto &scroll = open.find<QScrollArea>("trendsScroll");
             scroll.verticalScrollBar()->setValue(scroll.verticalScrollBar()->maximum());
         }},
        {"trends-empty", SceneJournal::empty,
         [](OpenWindow &open) { open.window->showPage(MainWindow::Page::trends); }},
        {"sample", SceneJournal::sample, openToday},
        {"today-empty", SceneJournal::empty, openToday},
        {"today", SceneJournal::tenYears,
         [](OpenWindow &open) {
             openToday(open);
             for (const auto key : {Qt::Key_6, Qt::Key_4, Qt::Key_0}) {
                 QTest::keyClick(QApplication::focusWidget(), key);
             }
         }},
        {"today-same", SceneJournal::tenYears,
         [](OpenWindow &open) {
             openToday(open);
             press(open, "checkInSame");
             press(open, "morePoints");
         }},
        {"today-flare", SceneJournal::tenYears,
         [](OpenWindow &open) {
             openToday(open);
             press(open, "flareDay");
             QTest::keyClick(QApplication::focusWidget(), Qt::Key_7);
         }},
        {"today-back-dated", SceneJournal::tenYears,
         [](OpenWindow &open) {
             openToday(open);
             press(open, "whenOther");
         }},
        {"today-follow-up", SceneJournal::tenYears, askAfterNeedling},
        {"today-alarm", SceneJournal::tenYears,
         [](OpenWindow &open) {
             askAfterNeedling(open);
             press(open, "sign0");
         }},
        {"learn", SceneJournal::empty, [](OpenWindow &open) { showReading(open, MuscleId{"infraspinatus"}); }},
        {"learn-article", SceneJournal::empty, [](OpenWindow &open) { showReading(open, ArticleId{"what-is-known"}); }},
        {"learn-place", SceneJournal::empty, [](OpenWindow &open) { showReading(open, ZoneId{"shoulder-front"}); }},
        {"settings", SceneJournal::empty, [](OpenWindow &open) { open.window->showPage(MainWindow::Page::settings); }},
        {"reminders", SceneJournal::empty, showReminders},
        {"keys", SceneJournal::empty, [](OpenWindow &open) { open.window->showPage(MainWindow::Page::help); }},
        {"cover", SceneJournal::tenYears, [](OpenWindow &open) { press(open, "coverButton"); }}};
}

} // namespace

const std::vector<Scene> &allScenes()
{
    static const std::vector<Scene> scenes = [] {
        std::vector<Scene> all = pageScenes();
        std::ranges::move(careScenes(), std::back_inserter(all));
        return all;
    }();
    return scenes;
}

} // namespace palpate::testing
