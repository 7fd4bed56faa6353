// SPDX-License-Identifier: GPL-3.0-or-later
// Looking around in the sample journal, and leaving it, in the real window with a real file.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "desktop/shell/journalswitch.h"
#include "desktop/shell/settingspage.h"
#include "desktop/shell/statusline.h"
#include "desktop/today/todaypage.h"
#include "journal/journalerror.h"
#include "openwindow.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::FixedClock;
using palpate::testing::TempDir;

namespace fs = std::filesystem;

namespace {

/// The window as main() opens it.
struct Program {
    explicit Program(const fs::path &journal) : file{journal}
    {
        applyTheme(*qApp, Theme::light);
        opened.knowledgeLoaded({});
        opened.window().show();
        REQUIRE(QTest::qWaitForWindowExposed(&opened.window()));
    }

    [[nodiscard]] Journal openJournal() { return Journal::open(file, {clock, ids.next<DeviceId>()}); }
    [[nodiscard]] QPushButton &button(const char *name)
    {
        auto *found = opened.window().findChild<QPushButton *>(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    void openSample()
    {
        opened.window().showPage(MainWindow::Page::today);
        QTest::mouseClick(&button("todayOpenSample"), Qt::LeftButton);
        REQUIRE(QTest::qWaitFor([this] { return opened.isSample(); }));
    }
    void leaveSample()
    {
        QTest::mouseClick(&button("removeSample"), Qt::LeftButton);
        REQUIRE(QTest::qWaitFor([this] { return !opened.isSample(); }));
    }

    fs::path file;
    FixedClock clock;
    Uuid7Source ids{clock};
    MapScene scene{testing::shippedAtlas()};
    LookupSource source{testing::shippedAtlas(),
                        [] { return loadAll(testing::resources / "knowledge", testing::resources / "schema"); }};
    JournalSwitch opened{{scene, testing::shippedKnowledge(), source, clock, ids, Theme::light}, openJournal(), [this] {
                             return openJournal();
                         }};
};

std::string bytesOf(const fs::path &file)
{
    std::ostringstream bytes;
    bytes << std::ifstream{file, std::ios::binary}.rdbuf();
    return bytes.str();
}

} // namespace

TEST_CASE("the sample is marked on every page, and gone with one click; the own journal stays as it was")
{
    const TempDir folder;
    const fs::path file = folder.path() / "journal.palpate";
    Program program{file};
    CHECK(program.opened.window().findChild<QWidget *>(QStringLiteral("sampleStrip")) == nullptr);
    program.openSample();
    const std::string before = bytesOf(file);

    MainWindow &window = program.opened.window();
    const fs::path sample = program.opened.session().read().file();
    CHECK(sample != file);
    CHECK(program.opened.session().read().openPoints().size() >= 4);
    for (const MainWindow::Page page : {MainWindow::Page::today, MainWindow::Page::map, MainWindow::Page::history,
                                        MainWindow::Page::trends, MainWindow::Page::settings}) {
        window.showPage(page);
        CHECK(program.button("removeSample").isVisible());
    }
    // Three months, up to now and no further.
    const LocalDay today = dayOf(program.clock.now());
    const JournalReader &read = program.opened.session().read();
    CHECK(read.ratingsBetween(today + std::chrono::days{1}, today + std::chrono::days{9}).empty());
    CHECK_FALSE(read.ratingsBetween(today - std::chrono::days{91}, today - std::chrono::days{70}).empty());
    CHECK(read.ratingsBetween(today - std::chrono::days{400}, today - std::chrono::days{92}).empty());
    // What is entered in it goes into it alone.
    REQUIRE(program.opened.session().perform(
        add(Note{program.opened.session().next<NoteId>(), program.clock.now(), "tried it", std::nullopt}),
        QStringLiteral("Note")));

    program.leaveSample();
    CHECK_FALSE(fs::exists(sample));
    CHECK_FALSE(fs::exists(sample.parent_path()));
    CHECK(program.opened.session().read().file() == fs::weakly_canonical(file));
    CHECK(program.opened.session().read().all<Note>().empty());
    CHECK(program.opened.session().read().openPoints().empty());
    CHECK(program.opened.window().isVisible());
    CHECK(bytesOf(file) == before);
}

TEST_CASE("the sample has no reminders to set up, and offers no further sample")
{
    const TempDir folder;
    Program program{folder.path() / "journal.palpate"};
    program.openSample();
    program.opened.window().showPage(MainWindow::Page::settings);
    auto *settings = program.opened.window().findChild<SettingsPage *>();
    REQUIRE(settings != nullptr);
    CHECK(settings->findChild<QWidget *>(QStringLiteral("openSample")) == nullptr);
    CHECK(settings->findChild<QWidget *>(QStringLiteral("reminderWay")) == nullptr);
    program.leaveSample();
    program.opened.window().showPage(MainWindow::Page::settings);
    CHECK(program.opened.window().findChild<QWidget *>(QStringLiteral("openSample")) != nullptr);
    CHECK(program.opened.window().findChild<QWidget *>(QStringLiteral("reminderWay")) != nullptr);
}

TEST_CASE("while another program holds the own journal the sample stays open and says why")
{
    const TempDir folder;
    Program program{folder.path() / "journal.palpate"};
    program.openSample();
    {
        const Journal elsewhere = program.openJournal();
        QTest::mouseClick(&program.button("removeSample"), Qt::LeftButton);
        auto *words = program.opened.window().findChild<QLabel *>(QStringLiteral("status"));
        REQUIRE(words != nullptr);
        REQUIRE(QTest::qWaitFor([words] { return !words->text().isEmpty(); }));
        CHECK(program.opened.isSample());
    }
    program.leaveSample();
    CHECK(program.opened.session().read().file().filename() == "journal.palpate");
}

TEST_CASE("a window that was turned dark stays so in the sample and back")
{
    const TempDir folder;
    Program program{folder.path() / "journal.palpate"};
    program.opened.window().choose(ThemeChoice::dark);
    program.openSample();
    CHECK(program.opened.window().theme() == Theme::dark);
    program.leaveSample();
    CHECK(program.opened.window().theme() == Theme::dark);
    program.opened.window().choose(ThemeChoice::light);
}
