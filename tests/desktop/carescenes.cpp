// SPDX-License-Identifier: GPL-3.0-or-later
#include "carescenes.h"

#include <stdexcept>

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include "desktop/care/carepage.h"
#include "desktop/care/carerow.h"
#include "desktop/care/helperview.h"
#include "desktop/controls/fold.h"
#include "desktop/controls/levelstrip.h"

namespace palpate::testing {

namespace {

using desktop::CarePage;
using desktop::CareRow;
using desktop::Fold;
using desktop::MainWindow;
using desktop::SessionView;

void press(OpenWindow &open, const char *button) { QTest::mouseClick(&open.find<QPushButton>(button), Qt::LeftButton); }

void waitUntilSharp(desktop::BodyMap *map)
{
    if (!QTest::qWaitFor([map] { return map->isSharp(); })) {
        throw std::runtime_error{"the enlarged map did not get its pixels"};
    }
}

/// The page for working on points, its data read.
CarePage &showCare(OpenWindow &open)
{
    open.window->showPage(MainWindow::Page::care);
    (void)open.lookupData();
    QApplication::processEvents();
    return open.window->carePage();
}

/// A session of the points that are suggested, after so many seconds.
void showSession(OpenWindow &open, int seconds, std::chrono::hours away = {})
{
    SessionView &view = showCare(open).view();
    auto now = std::make_shared<Tick>();
    view.setTicker([now] { return *now; });
    press(open, "careStart");
    open.find<desktop::LevelStrip>("sessionSoreness").choose(*PainLevel::from(6));
    press(open, "sessionGoOn");
    for (int tenth = 0; tenth < seconds * 10; ++tenth) {
        now->steady += std::chrono::milliseconds{100};
        now->wall += std::chrono::milliseconds{100};
        view.tick();
    }
    now->wall += away;
    now->steady += std::chrono::milliseconds{100};
    view.tick();
}

} // namespace

std::vector<Scene> careScenes()
{
    return {{"care-empty", SceneJournal::empty, [](OpenWindow &open) { showCare(open); }},
            {"care", SceneJournal::tenYears, [](OpenWindow &open) { showCare(open); }},
            {"care-alarm", SceneJournal::tenYears,
             [](OpenWindow &open) {
                 showCare(open);
                 auto &words = open.find<QLineEdit>("careWords");
                 words.setFocus();
                 QTest::keyClicks(&words, QStringLiteral("fever and a stiff neck since yesterday"));
                 QTest::keyClick(&words, Qt::Key_Return);
             }},
            {"care-wishes", SceneJournal::tenYears,
             [](OpenWindow &open) {
                 CarePage &care = showCare(open);
                 press(open, "carePlace1");
                 press(open, "careMinutes6");
                 press(open, "careTool2");
                 care.findChild<Fold *>(QStringLiteral("careMoreWishes"))->setOpen(true);
             }},
            {"care-doses", SceneJournal::tenYears,
             [](OpenWindow &open) {
                 CareRow *row = nullptr;
                 for (CareRow *one : showCare(open).findChildren<CareRow *>()) {
                     row = row == nullptr && one->isVisible() ? one : row;
                 }
                 row->findChild<Fold *>(QStringLiteral("careDoses"))->setOpen(true);
                 QTest::mouseClick(row->findChild<QPushButton *>(QStringLiteral("careReach")), Qt::LeftButton);
                 auto &bar = *open.find<QWidget>("careChoices").findChild<QScrollArea *>()->verticalScrollBar();
                 QApplication::processEvents();
                 bar.setValue(bar.maximum() / 4);
             }},
            {"care-helper", SceneJournal::tenYears,
             [](OpenWindow &open) {
                 CarePage &care = showCare(open);
                 press(open, "careReach");
                 press(open, "careReachBy7");
                 QApplication::processEvents();
                 QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                 QTest::mouseClick(care.findChild<QPushButton *>(QStringLiteral("careHelper")), Qt::LeftButton);
                 waitUntilSharp(care.findChild<desktop::HelperView *>()->findChild<desktop::BodyMap *>());
             }},
            {"care-others", SceneJournal::tenYears,
             [](OpenWindow &open) {
                 showCare(open);
                 press(open, "careOthers");
                 press(open, "treatmentKind1");
                 press(open, "treatedPlace0");
             }},
            {"care-plan", SceneJournal::tenYears,
             [](OpenWindow &open) {
                 showCare(open);
                 press(open, "carePlan");
                 if (open.find<QPushButton>("planBegin").isVisible()) {
                     press(open, "planBegin");
                 }
                 QApplication::processEvents();
                 press(open, "planKept0");
             }},
            {"care-assessment", SceneJournal::tenYears,
             [](OpenWindow &open) {
                 showCare(open);
                 press(open, "careAssessment");
             }},
            {"session-rate", SceneJournal::tenYears,
             [](OpenWindow &open) {
                 showCare(open);
                 press(open, "careStart");
             }},
            {"session-hold", SceneJournal::tenYears, [](OpenWindow &open) { showSession(open, 22); }},
            {"session-release", SceneJournal::tenYears, [](OpenWindow &open) { showSession(open, 101); }},
            {"session-away", SceneJournal::tenYears,
             [](OpenWindow &open) { showSession(open, 30, std::chrono::hours{1}); }},
            {"care-summary", SceneJournal::tenYears, [](OpenWindow &open) {
                 showSession(open, 120);
                 press(open, "sessionTooPainful");
             }}};
}

} // namespace palpate::testing
