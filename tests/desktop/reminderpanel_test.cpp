// SPDX-License-Identifier: GPL-3.0-or-later
// The reminders in the settings, by mouse and by keyboard.
#include <catch2/catch.hpp>

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTimeEdit>
#include <QUndoStack>

#include "desktop/reminders/reminderservice.h"
#include "openwindow.h"
#include "support/tempdir.h"

using namespace palpate;
using desktop::MainWindow;
using palpate::testing::OpenWindow;
using palpate::testing::TempDir;

namespace {

/// Before every other program called systemctl: it answers yes to all, and nothing of the machine is touched.
class WillingSystemctl {
public:
    WillingSystemctl() : m_path{qgetenv("PATH")}, m_config{qgetenv("XDG_CONFIG_HOME")}
    {
        const QString script = QString::fromStdString((m_folder.path() / "systemctl").string());
        QFile::link(QStringLiteral("/bin/true"), script);
        const QByteArray folder = QByteArray::fromStdString(m_folder.path().string());
        qputenv("PATH", folder + ":" + m_path);
        qputenv("XDG_CONFIG_HOME", folder + "/config");
    }
    WillingSystemctl(const WillingSystemctl &) = delete;
    WillingSystemctl &operator=(const WillingSystemctl &) = delete;
    WillingSystemctl(WillingSystemctl &&) = delete;
    WillingSystemctl &operator=(WillingSystemctl &&) = delete;
    ~WillingSystemctl()
    {
        qputenv("PATH", m_path);
        qputenv("XDG_CONFIG_HOME", m_config);
    }

private:
    TempDir m_folder;
    QByteArray m_path;
    QByteArray m_config;
};

std::vector<Reminder> stored(OpenWindow &open) { return open.session().read().all<Reminder>(); }

QString wayWords(OpenWindow &open)
{
    REQUIRE(QTest::qWaitFor([&open] { return !open.window->reminders().isBusy(); }, 20000));
    return open.find<QLabel>("reminderWay").text();
}

} // namespace

TEST_CASE("a reminder is added, set, taken back and removed, all by keyboard")
{
    const WillingSystemctl systemctl;
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    open.window->showPage(MainWindow::Page::settings);
    CHECK(wayWords(open) == QStringLiteral("No reminder is on."));
    open.find<QPushButton>("addReminder-own").setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    REQUIRE(stored(open).size() == 1);
    CHECK(stored(open)[0].kind == ReminderKind::own);
    CHECK(stored(open)[0].enabled);
    CHECK(wayWords(open) == QStringLiteral("Your system reminds you, also while Palpate is closed."));

    auto &time = open.find<QTimeEdit>("reminderTime");
    REQUIRE(QApplication::focusWidget() == &time);
    const int steps = open.session().undoStack().count();
    QTest::keyClick(&time, Qt::Key_Up);
    QTest::keyClick(&time, Qt::Key_Up);
    QTest::keyClick(&time, Qt::Key_Return);
    CHECK(stored(open)[0].minuteOfDay == 12 * 60);
    CHECK(open.session().undoStack().count() == steps + 1);

    auto &words = open.find<QLineEdit>("reminderWords");
    words.setFocus();
    QTest::keyClicks(&words, QStringLiteral("water the plants"));
    QTest::keyClick(&words, Qt::Key_Return);
    CHECK(stored(open)[0].words == "water the plants");
    for (const char *day : {"reminderDay0", "reminderDay6"}) {
        open.find<QPushButton>(day).setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    }
    CHECK(stored(open)[0].days == Flags{Weekday::monday, Weekday::sunday});
    open.session().undoStack().undo();
    CHECK(stored(open)[0].days == Flags{Weekday::monday});
    CHECK_FALSE(open.find<QPushButton>("reminderDay6").isChecked());

    open.find<QCheckBox>("reminderEnabled").setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    CHECK_FALSE(stored(open)[0].enabled);
    CHECK(wayWords(open) == QStringLiteral("No reminder is on."));
    open.find<QPushButton>("reminderRemove").setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    CHECK(stored(open).empty());
    CHECK(QApplication::focusWidget() == &open.find<QPushButton>("addReminder-check-in"));
    open.session().undoStack().undo();
    REQUIRE(stored(open).size() == 1);
    CHECK(stored(open)[0].words == "water the plants");
    (void)wayWords(open);
}

TEST_CASE("several reminders stand in the order of their making, and a time is kept when the page is left")
{
    const WillingSystemctl systemctl;
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    open.window->showPage(MainWindow::Page::settings);
    for (const char *kind : {"addReminder-check-in", "addReminder-posture-break", "addReminder-check-in"}) {
        QTest::mouseClick(&open.find<QPushButton>(kind), Qt::LeftButton);
    }
    const auto times = open.window->findChildren<QTimeEdit *>(QStringLiteral("reminderTime"));
    REQUIRE(times.size() == 3);
    CHECK(open.window->findChildren<QLineEdit *>(QStringLiteral("reminderWords")).size() == 1);
    times[2]->setFocus();
    times[2]->setSelectedSection(QDateTimeEdit::HourSection);
    QTest::keyClicks(times[2], QStringLiteral("7"));
    open.window->showPage(MainWindow::Page::map);
    CHECK(stored(open)[2].minuteOfDay % (12 * 60) == 7 * 60);
    CHECK(stored(open)[0].minuteOfDay == 20 * 60);
    (void)wayWords(open);
}

TEST_CASE("what notifications may say is remembered, and is nothing at first")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    open.window->showPage(MainWindow::Page::settings);
    CHECK_FALSE(desktop::Settings{}.get(desktop::setting::remindersSayMore));
    auto &box = open.find<QCheckBox>("remindersSayMore");
    CHECK_FALSE(box.isChecked());
    box.click();
    CHECK(desktop::Settings{}.get(desktop::setting::remindersSayMore));
    box.click();
    CHECK_FALSE(desktop::Settings{}.get(desktop::setting::remindersSayMore));
}
