// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to read, in the real window with the shipped texts.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <QLineEdit>
#include <QListView>
#include <QPrinter>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>

#include "desktop/learn/learnmodel.h"
#include "desktop/learn/learnpage.h"
#include "desktop/learn/readingview.h"
#include "openwindow.h"
#include "support/tempdir.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::OpenWindow;
using palpate::testing::TempDir;

namespace {

struct OpenReading {
    TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    LearnPage *page = nullptr;

    OpenReading()
    {
        QTest::keyClick(open.window.get(), Qt::Key_7, Qt::ControlModifier);
        (void)open.lookupData();
        page = &open.window->learnPage();
        REQUIRE(page->isVisible());
    }

    ReadingView &view() { return open.find<ReadingView>("readingView"); }
    QListView &list() { return open.find<QListView>("learnList"); }
    const LearnModel &model() { return *static_cast<const LearnModel *>(list().model()); }
    QString text() { return view().toPlainText(); }
    void press(const char *button) { QTest::mouseClick(&open.find<QPushButton>(button), Qt::LeftButton); }
    void find(const char *words)
    {
        auto &field = open.find<QLineEdit>("learnFind");
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, QString::fromUtf8(words));
    }
    /// As a click on a link of the text does.
    void follow(const ReadingTarget &target) { Q_EMIT view().anchorClicked(urlOf(target)); }
};

} // namespace

TEST_CASE("reading begins with what is known; every text can be opened and says something")
{
    OpenReading reading;
    CHECK(reading.page->shown() == ReadingTarget{ArticleId{"what-is-known"}});
    CHECK(reading.text().contains(QStringLiteral("What this rests on")));
    const int rows = reading.model().rowCount();
    CHECK(rows >= 22 + 175);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = reading.model().index(row);
        reading.page->open(reading.model().at(index));
        const QString title = index.data().toString();
        INFO(title.toStdString());
        CHECK(reading.text().startsWith(title));
        CHECK(reading.text().size() > 200);
    }
}

TEST_CASE("a search finds names first, then what texts say; Enter opens the first")
{
    OpenReading reading;
    reading.find("infraspinatus");
    CHECK(reading.model().at(reading.model().index(0)) == ReadingTarget{MuscleId{"infraspinatus"}});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK(reading.page->shown() == ReadingTarget{MuscleId{"infraspinatus"}});
    CHECK(reading.text().contains(QStringLiteral("What you can do")));
    CHECK(reading.text().contains(QStringLiteral("90 seconds")));
    reading.find("xyzzy");
    CHECK(reading.model().rowCount() == 0);
}

TEST_CASE("links lead from muscle to place to muscle to article, and back the same way")
{
    OpenReading reading;
    const ReadingTarget muscle{MuscleId{"infraspinatus"}};
    const ReadingTarget zone{ZoneId{"shoulder-front"}};
    const ReadingTarget article{ArticleId{"manual-pressure"}};
    reading.page->open(muscle);
    CHECK(reading.view().toHtml().contains(urlOf(zone).toString()));
    CHECK(reading.view().toHtml().contains(urlOf(article).toString()));
    reading.follow(zone);
    CHECK(reading.page->shown() == zone);
    CHECK(reading.view().toHtml().contains(urlOf(muscle).toString()));
    reading.follow(article);
    CHECK(reading.page->shown() == article);
    QTest::keyClick(reading.open.window.get(), Qt::Key_Left, Qt::AltModifier);
    CHECK(reading.page->shown() == zone);
    reading.press("learnBack");
    CHECK(reading.page->shown() == muscle);
    reading.press("learnForward");
    CHECK(reading.page->shown() == zone);
    reading.follow(muscle); // from here on there is nothing ahead
    CHECK_FALSE(reading.open.find<QPushButton>("learnForward").isEnabled());
}

TEST_CASE("a text opens nothing outside the program")
{
    OpenReading reading;
    reading.page->open(MuscleId{"infraspinatus"});
    const auto before = reading.page->shown();
    for (const char *address : {"https://example.org/", "file:///etc/hostname", "article:Not An Id"}) {
        Q_EMIT reading.view().anchorClicked(QUrl{QString::fromLatin1(address)});
    }
    CHECK(reading.page->shown() == before);
    CHECK(reading.text().startsWith(QStringLiteral("Infraspinatus")));
    CHECK_FALSE(targetOf(QUrl{QStringLiteral("https://example.org/")}));
    CHECK_FALSE(targetOf(QUrl{QStringLiteral("article:Not An Id")}));
}

TEST_CASE("the muscle page leads to its leaflet, the leaflet to the map")
{
    OpenReading reading;
    reading.open.window->showPage(MainWindow::Page::map);
    reading.open.window->mapPage().showMuscle(MuscleId{"levator-scapulae"}, Side::left);
    reading.press("readLeaflet");
    REQUIRE(reading.page->isVisible());
    CHECK(reading.page->shown() == ReadingTarget{MuscleId{"levator-scapulae"}});
    reading.press("learnMap");
    CHECK(reading.open.window->mapPage().isVisible());
    reading.open.window->showPage(MainWindow::Page::learn);
    reading.page->open(ArticleId{"sleep"});
    CHECK_FALSE(reading.open.find<QPushButton>("learnMap").isVisible());
}

TEST_CASE("lines stay readable however wide the window is")
{
    OpenReading reading;
    reading.open.window->resize(2400, 900);
    reading.page->open(ArticleId{"sleep"});
    QApplication::processEvents();
    int longest = 0;
    for (QTextBlock block = reading.view().document()->begin(); block.isValid(); block = block.next()) {
        for (int line = 0; block.isVisible() && line < block.layout()->lineCount(); ++line) {
            longest = std::max(longest, block.layout()->lineAt(line).textLength());
        }
    }
    CHECK(longest > 50);
    CHECK(longest <= 90);
}

TEST_CASE("what is shown can be printed")
{
    OpenReading reading;
    reading.page->open(MuscleId{"infraspinatus"});
    QPrinter printer{QPrinter::HighResolution};
    printer.setOutputFormat(QPrinter::PdfFormat);
    const auto file = reading.folder.path() / "leaflet.pdf";
    printer.setOutputFileName(QString::fromStdString(file.string()));
    reading.page->printTo(printer);
    REQUIRE(std::filesystem::exists(file));
    CHECK(std::filesystem::file_size(file) > 10'000);
    // In letters that can be read a leaflet with its sources fills more than one page.
    std::ostringstream bytes;
    bytes << std::ifstream{file, std::ios::binary}.rdbuf();
    const std::string pdf = bytes.str();
    std::size_t pages = 0;
    for (std::size_t at = pdf.find("/Type /Page\n"); at != std::string::npos; at = pdf.find("/Type /Page\n", at + 1)) {
        ++pages;
    }
    CHECK(pages >= 2);
}
