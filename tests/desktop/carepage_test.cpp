// SPDX-License-Identifier: GPL-3.0-or-later
// Working on one's points, in the real window on a real journal; the clocks are the test's.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include "care/signalsounds.h"
#include "desktop/care/carechoice.h"
#include "desktop/care/carepage.h"
#include "desktop/care/carerow.h"
#include "desktop/care/planpane.h"
#include "desktop/care/planrow.h"
#include "desktop/care/sessionsounds.h"
#include "desktop/care/timerface.h"
#include "desktop/care/treatmentpane.h"
#include "desktop/controls/levelstrip.h"
#include "desktop/today/plantoday.h"
#include "opencare.h"

using namespace palpate;
using namespace palpate::desktop;
using namespace palpate::testing;
using std::chrono::hours;

TEST_CASE("without a point the page says what will stand there and leads to the map")
{
    OpenCare care;
    care.show();
    CHECK(care.rows().empty());
    care.press("careOpenMap");
    CHECK(care.open->window->mapPage().isVisible());
}

TEST_CASE("a session by keyboard alone: chosen, rated, held, let go, rated, kept")
{
    OpenCare care;
    care.mark();
    care.show();
    REQUIRE(care.rows().size() == 2);
    CHECK(care.row(*care.right).choice().isChecked());
    QTest::keyClick(care.open->window.get(), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(care.view().run() != nullptr);
    CHECK(care.view().run()->state() == RunState::waiting);
    care.key(Qt::Key_6);
    care.key(Qt::Key_Return);
    CHECK(care.view().run()->state() == RunState::running);
    care.until(BeatKind::hold);
    care.pass(std::chrono::seconds{20});
    CHECK(care.sessions().empty()); // nothing is over yet
    care.key(Qt::Key_Q);            // any key lets go
    CHECK(care.view().run()->current()->kind == BeatKind::letGo);
    REQUIRE(care.sessions().size() == 1);
    CHECK(care.sessions().front().end == SessionEnd::interrupted);
    care.key(Qt::Key_5); // how strong it was
    CHECK(care.sessions().front().steps.front().effort == PainLevel::from(5));
    CHECK(care.sessions().front().steps.front().letGo);
    CHECK(care.sessions().front().steps.front().doneSeconds == 20);
    care.until(BeatKind::rateAfter);
    care.key(Qt::Key_3);
    care.key(Qt::Key_Return);
    care.key(Qt::Key_4); // the other side
    care.key(Qt::Key_Return);
    care.until(BeatKind::rateAfter);
    care.key(Qt::Key_2);
    care.key(Qt::Key_Return);
    REQUIRE(care.sessions().size() == 1);
    const Session session = care.sessions().front();
    CHECK(session.end == SessionEnd::finished);
    REQUIRE(session.steps.size() == 6);
    CHECK(session.steps.front().before == PainLevel::from(6));
    CHECK(session.steps.front().after == PainLevel::from(3));
    CHECK(session.steps.back().side == Side::left);
    CHECK(session.steps.back().after == PainLevel::from(2));
    // What was said stands with the points, and it is asked how it went.
    CHECK(care.session().read().point(*care.right)->latestSoreness->level == PainLevel::from(3));
    const auto followUps = care.session().read().all<FollowUp>();
    REQUIRE(followUps.size() == 1);
    CHECK(followUps.front().at.utc - care.clock.now().utc <= hours{24});
    // All of it is one step to undo.
    care.session().undoStack().undo();
    CHECK(care.sessions().empty());
    CHECK(care.session().read().all<FollowUp>().empty());
    CHECK(care.session().read().point(*care.right)->latestSoreness->level == PainLevel::from(6));
    care.session().undoStack().redo();
    CHECK(care.sessions().size() == 1);
}

TEST_CASE("a click anywhere lets go")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("careStart");
    care.key(Qt::Key_Return);
    care.until(BeatKind::hold);
    QTest::mouseClick(&care.view(), Qt::LeftButton, {}, {20, 20});
    CHECK(care.view().run()->current()->kind == BeatKind::letGo);
}

TEST_CASE("closing the window in the middle of a hold keeps what was done")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("careStart");
    care.key(Qt::Key_6);
    care.key(Qt::Key_Return);
    care.until(BeatKind::hold);
    care.pass(std::chrono::seconds{33});
    care.open->window->close();
    care.reopen();
    REQUIRE(care.sessions().size() == 1);
    const Session session = care.sessions().front();
    CHECK(session.end == SessionEnd::interrupted);
    REQUIRE(session.steps.size() == 1);
    CHECK(session.steps.front().doneSeconds == 33);
    CHECK(session.steps.front().before == PainLevel::from(6));
    CHECK(care.session().read().all<FollowUp>().size() == 1);
}

TEST_CASE("a point that is sorer than before its last session is held back, with the reason, and a reason frees it")
{
    OpenCare care;
    care.mark();
    Session before{care.session().next<SessionId>(), {care.clock.now().utc - hours{20}, care.clock.now().offset}};
    SessionStep step{
        MuscleId{"infraspinatus"}, Side::right, care.right, SessionTechnique::pressureSteady, Tool::fingers, 90, 90};
    step.before = PainLevel::from(3); // it is 6 now
    before.steps.push_back(step);
    care.session().perform(add(before), QStringLiteral("before"));
    care.show();
    CHECK_FALSE(care.row(*care.right).choice().isEnabled());
    CHECK(OpenCare::words(care.row(*care.right)).contains(QStringLiteral("Sorer than before")));
    CHECK(care.row(*care.left).choice().isChecked()); // the other one is free
    auto *reason = care.row(*care.right).findChild<QLineEdit *>(QStringLiteral("careReason"));
    REQUIRE(reason != nullptr);
    reason->setFocus();
    QTest::keyClicks(reason, QStringLiteral("my physiotherapist said so"));
    QTest::keyClick(reason, Qt::Key_Return);
    QApplication::processEvents();
    CareRow &row = care.row(*care.right);
    REQUIRE(row.choice().isEnabled());
    row.choice().click();
    CHECK(care.page().choice().chosen().overrideReason == QStringLiteral("my physiotherapist said so"));
    care.press("careStart");
    care.key(Qt::Key_Return);
    care.until(BeatKind::letGo);
    const std::vector<Session> kept = care.sessions();
    CHECK(std::ranges::any_of(kept, [](const Session &session) {
        return session.overrideReason == "my physiotherapist said so" && session.steps.front().doneSeconds == 90;
    }));
}

TEST_CASE("pressed lately and nothing said since: it is asked, and the answer decides")
{
    OpenCare care;
    care.mark();
    care.clock.advance(std::chrono::minutes{1}); // what was said when it was marked came before
    Session before{care.session().next<SessionId>(), care.clock.now()};
    before.steps.push_back(
        {MuscleId{"infraspinatus"}, Side::right, care.right, SessionTechnique::pressureSteady, Tool::fingers, 90, 90});
    care.session().perform(add(before), QStringLiteral("before"));
    care.clock.advance(hours{3});
    care.show();
    CHECK_FALSE(care.row(*care.right).choice().isChecked());
    QTest::mouseClick(care.row(*care.right).findChild<QPushButton *>(QStringLiteral("stillSore1")), Qt::LeftButton);
    QApplication::processEvents();
    CHECK_FALSE(care.row(*care.right).choice().isEnabled());
    CHECK(OpenCare::words(care.row(*care.right)).contains(QStringLiteral("Still sore")));
}

TEST_CASE("a condition that is told rules out what it is unsafe for")
{
    OpenCare care;
    care.mark();
    care.show();
    auto *first = care.page().findChild<QPushButton *>(QStringLiteral("careCondition0"));
    REQUIRE(first != nullptr);
    const QString before = OpenCare::words(care.row(*care.right));
    QTest::mouseClick(first, Qt::LeftButton);
    QApplication::processEvents();
    CHECK(OpenCare::words(care.row(*care.right)) != before);
}

TEST_CASE("a danger sign stops it, is kept, and striking the words leads back")
{
    OpenCare care;
    care.mark();
    care.show();
    auto &words = care.open->find<QLineEdit>("careWords");
    words.setFocus();
    QTest::keyClicks(&words, QStringLiteral("chest pain and short of breath"));
    QTest::keyClick(&words, Qt::Key_Return);
    QApplication::processEvents();
    CHECK(care.open->find<QWidget>("careAlarm").isVisible());
    // Beside the call no easier way is named.
    CHECK(OpenCare::words(care.open->find<QWidget>("careAlarm")).contains(QStringLiteral("emergency number")));
    CHECK_FALSE(OpenCare::words(care.open->find<QWidget>("careAlarm")).contains(QStringLiteral("appointment")));
    CHECK_FALSE(care.open->find<QPushButton>("careStart").isEnabled());
    CHECK_FALSE(care.session().read().all<Alert>().empty());
    care.press("careStrike");
    QApplication::processEvents();
    CHECK(care.open->find<QPushButton>("careStart").isEnabled());
    CHECK(care.open->find<QLineEdit>("careWords").text().isEmpty());
}

TEST_CASE("the machine slept: the session waits, says so, and goes on")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("careStart");
    care.key(Qt::Key_Return);
    care.until(BeatKind::hold);
    care.pass(std::chrono::seconds{10});
    care.ticks.wall += hours{2};
    care.pass(std::chrono::seconds{1});
    CHECK(care.view().run()->state() == RunState::away);
    CHECK_FALSE(care.open->find<TimerFace>("timerFace").content().sentence.isEmpty());
    care.key(Qt::Key_Space);
    CHECK(care.view().run()->state() == RunState::running);
}

TEST_CASE("another page is shown meanwhile: the session waits where it was")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("careStart");
    care.key(Qt::Key_Return);
    care.until(BeatKind::hold);
    const auto left = care.view().run()->left();
    QTest::keyClick(care.open->window.get(), Qt::Key_2, Qt::ControlModifier);
    care.ticks.steady += std::chrono::minutes{5};
    care.ticks.wall += std::chrono::minutes{5};
    QTest::keyClick(care.open->window.get(), Qt::Key_4, Qt::ControlModifier);
    CHECK(care.view().run()->state() == RunState::away);
    CHECK(care.view().run()->left() == left);
}

TEST_CASE("the digits are as high as 38 % of the window, and stay in the face")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("careStart");
    care.key(Qt::Key_Return);
    care.until(BeatKind::hold);
    const auto &face = care.open->find<TimerFace>("timerFace");
    CHECK(face.digitHeight() >= 0.38 * care.open->window->height());
    CHECK(face.digitHeight() < face.height());
}

TEST_CASE("a dry needling is written down, followed up, and holds its place back")
{
    OpenCare care;
    care.mark();
    care.show();
    QTest::keyClick(care.open->window.get(), Qt::Key_B, Qt::ControlModifier);
    REQUIRE(care.page().treatments().isVisible());
    auto &save = care.open->find<QPushButton>("treatmentSave");
    CHECK_FALSE(save.isEnabled()); // nothing was said yet
    care.press("treatmentKind1");
    care.open->find<QLineEdit>("treatmentProvider").setText(QStringLiteral("Anna"));
    care.press("treatedPlace0"); // the sorest point
    auto &muscle = care.open->find<QLineEdit>("treatmentMuscle");
    muscle.setFocus();
    QTest::keyClicks(&muscle, QStringLiteral("soleus · your l")); // by its Latin name
    QTest::keyClick(muscle.completer()->popup(), Qt::Key_Down);
    QTest::keyClick(muscle.completer()->popup(), Qt::Key_Return);
    QApplication::processEvents();
    CHECK(muscle.text().isEmpty()); // it stands as a chip now
    care.open->find<QPlainTextEdit>("treatmentNote").setPlainText(QStringLiteral("Rest for two days"));
    care.press("treatmentSave");
    const auto treatments = care.session().read().all<Treatment>();
    REQUIRE(treatments.size() == 1);
    const Treatment &treatment = treatments.front();
    CHECK(treatment.kind == TreatmentKind::dryNeedling);
    CHECK(treatment.provider == "Anna");
    CHECK_FALSE(treatment.minutes);
    CHECK(treatment.note == "Rest for two days");
    REQUIRE(treatment.places.size() == 2);
    CHECK(treatment.places[0].point == care.right);
    CHECK(treatment.places[1].muscle == MuscleId{"soleus"});
    CHECK(treatment.places[1].side == Side::left);
    CHECK(care.session().read().all<FollowUp>().size() == 4);
    CHECK(care.open->find<QLabel>("treatmentAfter").text().contains(QStringLiteral("72")));
    CHECK(care.open->find<QLineEdit>("treatmentProvider").text().isEmpty());
    care.press("careOwn");
    QApplication::processEvents();
    CHECK_FALSE(care.row(*care.right).choice().isChecked());
    CHECK(OpenCare::words(care.row(*care.right)).contains(QStringLiteral("needle"), Qt::CaseInsensitive));
    CHECK(care.row(*care.left).choice().isChecked());
    // One step to undo, follow-ups and all.
    care.session().undoStack().undo();
    CHECK(care.session().read().all<Treatment>().empty());
    CHECK(care.session().read().all<FollowUp>().empty());
    QApplication::processEvents();
    CHECK(care.row(*care.right).choice().isEnabled());
}

TEST_CASE("the same treatment written down twice is asked about; an unknown muscle is said and nothing is lost")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("careOthers");
    care.press("treatmentKind0");
    care.press("treatmentSave");
    care.press("treatmentKind0");
    const auto &warning = care.open->find<QLabel>("treatmentWarning");
    CHECK(warning.isVisible());
    auto &muscle = care.open->find<QLineEdit>("treatmentMuscle");
    muscle.setText(QStringLiteral("elbow grease"));
    care.press("treatmentSave");
    CHECK(care.session().read().all<Treatment>().size() == 1);
    CHECK(warning.text().contains(QStringLiteral("elbow grease")));
    CHECK(muscle.text() == QStringLiteral("elbow grease"));
    muscle.clear();
    care.press("treatmentSave");
    CHECK(care.session().read().all<Treatment>().size() == 2);
}

TEST_CASE("what the sound system plays are the signals' sounds, and silence is silence")
{
    // The real library and its real driver, on a device that writes down what it hears.
    const TempDir folder;
    const std::string heard = (folder.path() / "heard.raw").string();
    std::ofstream{folder.path() / "asound.conf"} << "pcm.!default { type file file \"" << heard
                                                 << "\" format \"raw\" slave.pcm { type null } }\n";
    qputenv("ALSA_CONFIG_PATH", QByteArray::fromStdString((folder.path() / "asound.conf").string()));
    qputenv("CANBERRA_DRIVER", "alsa");
    SessionSounds sounds;
    CHECK_FALSE(sounds.play(Signal::release, Loudness::off));
    REQUIRE(sounds.play(Signal::release, Loudness::loud));
    const auto wav = soundOf(Signal::release);
    const QByteArray samples{reinterpret_cast<const char *>(wav.data()) + 44, static_cast<qsizetype>(wav.size()) - 44};
    QByteArray played;
    (void)QTest::qWaitFor([&] {
        QFile file{QString::fromStdString(heard)};
        played = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
        return played.size() >= samples.size();
    });
    CHECK(played == samples);
    qunsetenv("ALSA_CONFIG_PATH");
    qunsetenv("CANBERRA_DRIVER");
}

TEST_CASE("how loud the sounds are is remembered")
{
    OpenCare care;
    care.mark();
    care.show();
    care.press("careLoudness0");
    CHECK(Settings{}.get(setting::loudness) == Loudness::off);
    care.press("careLoudness2");
    CHECK(Settings{}.get(setting::loudness) == Loudness::normal);
}

TEST_CASE("from a point on the map one comes to work on it alone")
{
    OpenCare care;
    care.mark();
    care.show();
    QTest::keyClick(care.open->window.get(), Qt::Key_2, Qt::ControlModifier);
    Q_EMIT care.open->window->mapPage().careRequested(*care.left);
    QApplication::processEvents();
    CHECK(care.page().isVisible());
    CHECK(care.row(*care.left).choice().isChecked());
    CHECK_FALSE(care.row(*care.right).choice().isChecked());
    CHECK(care.page().choice().chosen().care.size() == 1);
}

TEST_CASE("what a condition rules out is free again once a professional has checked it")
{
    OpenCare care;
    care.mark();
    Profile profile{care.session().next<ProfileId>(),
                    {},
                    Pregnancy::notSaid,
                    {},
                    {},
                    {},
                    false,
                    false,
                    false,
                    false,
                    {},
                    Handedness::notSaid,
                    {},
                    {},
                    {}};
    profile.conditions = {{ConditionId{"child"}}};
    care.session().perform(add(profile), QStringLiteral("profile"));
    care.show();
    const auto suggested = [&] {
        const auto chosen = care.page().choice().chosen().care;
        return !chosen.empty() && chosen.front().techniques.front() == CareTechnique::pressureSteady;
    };
    CHECK_FALSE(suggested());
    CareRow &row = care.row(*care.right);
    QTest::mouseClick(row.findChild<QPushButton *>(QStringLiteral("careChecked")), Qt::LeftButton);
    row.findChild<QLineEdit *>(QStringLiteral("checkedBy"))->setText(QStringLiteral("Dr Rossi"));
    QTest::mouseClick(row.findChild<QPushButton *>(QStringLiteral("checkedSave")), Qt::LeftButton);
    QApplication::processEvents();
    const auto alerts = care.session().read().all<Alert>();
    REQUIRE(alerts.size() == 1);
    CHECK(alerts.front().rule == RuleId{"condition-child"});
    CHECK(alerts.front().checkedBy == "Dr Rossi");
    care.row(*care.right).choice().setChecked(false);
    care.row(*care.right).choice().click();
    CHECK(suggested());
    // And the history can tell of it.
    (void)care.open->history();
    care.session().undoStack().undo();
    CHECK(care.session().read().all<Alert>().empty());
}
