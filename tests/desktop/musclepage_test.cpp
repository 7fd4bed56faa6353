// SPDX-License-Identifier: GPL-3.0-or-later
// The muscle page in the real window: what stands on it, in which order, and what it never says.
#include <algorithm>
#include <vector>

#include <catch2/catch.hpp>

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include "desktop/bodymap/patternpreview.h"
#include "desktop/controls/fold.h"
#include "desktop/page/bestviews.h"
#include "desktop/page/keepoff.h"
#include "desktop/page/muscledetail.h"
#include "openwindow.h"
#include "referral/loadall.h"
#include "support/tempdir.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::OpenWindow;
using palpate::testing::TempDir;

namespace {

const LoadedAll &shipped()
{
    static const LoadedAll all =
        loadAll(palpate::testing::resources / "knowledge", palpate::testing::resources / "schema");
    return all;
}

/// The window on a journal of its own, with the muscle page before one.
class MusclePages {
public:
    /// Without rules, as the window shows it until they have been read.
    MusclePages() : m_open{m_folder.path() / "journal.palpate"}
    {
        (void)m_open.lookupData(); // so that they do not come in the middle of a test
        page().setRules(nullptr);
    }

    MuscleDetail &page() { return m_open.find<MuscleDetail>("muscleDetail"); }
    OpenWindow &open() { return m_open; }

    void setRules() { page().setRules(&shipped().rules, &shipped().surroundings); }

    void show(const char *muscle, Side side = Side::right)
    {
        m_open.window->mapPage().showMuscle(MuscleId{muscle}, side);
        QApplication::processEvents();
    }

    /// The pane alone, for those who look at many.
    void showInPane(const MuscleId &muscle)
    {
        const anatomy::Atlas &atlas = m_open.scene().atlas();
        Side side = Side::right;
        auto region = atlas.regionOf(muscle, side);
        if (!region) {
            side = Side::midline;
            region = atlas.regionOf(muscle, side);
        }
        page().setSubject(DetailSubject{muscle, region ? side : Side::right, region.value_or(0)});
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    QWidget *section(const char *name) { return page().findChild<QWidget *>(QString::fromLatin1(name)); }

    QString wordsOf(const char *name)
    {
        QStringList words;
        for (const QLabel *label : section(name)->findChildren<QLabel *>()) {
            words << (label->accessibleName().isEmpty() ? label->text() : label->accessibleName());
        }
        return words.join(QLatin1Char('\n'));
    }

    Fold &fold(const char *name)
    {
        auto *fold = page().findChild<Fold *>(QString::fromLatin1(name));
        REQUIRE(fold != nullptr);
        return *fold;
    }

    QPushButton &headerOf(const char *name)
    {
        return *fold(name).findChild<QPushButton *>(QStringLiteral("foldHeader"));
    }

private:
    TempDir m_folder;
    OpenWindow m_open;
};

/// The sections and folds of the page from top to bottom, those in sight or not.
QStringList outlineOf(MuscleDetail &page)
{
    std::vector<std::pair<int, QString>> found;
    for (const QWidget *widget : page.widget()->findChildren<QWidget *>()) {
        const QString name = widget->objectName();
        const bool outer = name.startsWith(QStringLiteral("section")) && name != QStringLiteral("sectionTitle") &&
                           name != QStringLiteral("sectionFolds");
        if (outer || name.startsWith(QStringLiteral("fold"))) {
            if (name != QStringLiteral("foldHeader")) {
                found.emplace_back(widget->mapTo(page.widget(), QPoint{0, 0}).y(), name);
            }
        }
    }
    std::sort(found.begin(), found.end());
    QStringList names;
    for (const auto &[y, name] : found) {
        names << name;
    }
    return names;
}

int wordsUnder(const QWidget &widget)
{
    int count = 0;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        const bool says = !label->text().trimmed().isEmpty() && label->text() != QStringLiteral("•");
        count += says && label->objectName() != QStringLiteral("sectionTitle") ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE("the muscle page says what matters first, and folds what one looks up")
{
    MusclePages pages;
    pages.setRules();
    pages.show("infraspinatus");
    CHECK(outlineOf(pages.page()) == QStringList{QStringLiteral("sectionHeading"), QStringLiteral("sectionPictures"),
                                                 QStringLiteral("sectionInShort"), QStringLiteral("sectionDoThis"),
                                                 QStringLiteral("sectionMistakenFor"),
                                                 QStringLiteral("foldKeepsItGoing"), QStringLiteral("foldHowToFind"),
                                                 QStringLiteral("foldAnatomy"), QStringLiteral("foldRestsOn")});
    CHECK(pages.open().find<QLabel>("detailTitle").text() == QStringLiteral("Infraspinatus · your right"));
    CHECK(pages.wordsOf("sectionInShort").contains(QStringLiteral("Most people feel it here: Your right: ")));
    CHECK(pages.open().find<QPushButton>("markHere").isEnabled());

    // Picture and short words need no scrolling where the texts are no longer than most.
    pages.show("biceps-brachii");
    const QWidget *inShort = pages.section("sectionInShort");
    const int end = inShort->mapTo(pages.page().viewport(), QPoint{0, inShort->height()}).y();
    CHECK(end <= pages.page().viewport()->height());

    pages.show("subscapularis");
    CHECK(pages.section("sectionKeepOff")->mapTo(pages.page().widget(), QPoint{}).y() >
          pages.section("sectionDoThis")->mapTo(pages.page().widget(), QPoint{}).y());
    CHECK(pages.wordsOf("sectionKeepOff").contains(QStringLiteral("Rear wall of the armpit · fingertips only")));
    CHECK(pages.section("fingertipsOnly") != nullptr);
    // The warning stands before everything else that is to be read.
    const auto *warning = pages.section("warning");
    REQUIRE(warning != nullptr);
    CHECK(warning->mapTo(pages.page().widget(), QPoint{}).y() <
          pages.section("sectionInShort")->mapTo(pages.page().widget(), QPoint{}).y());
}

TEST_CASE("a fold opens by mouse, Space and Enter, tells so, and stays as it was left")
{
    MusclePages pages;
    pages.show("infraspinatus");
    CHECK_FALSE(pages.fold("foldAnatomy").isOpen());
    CHECK(pages.headerOf("foldAnatomy").accessibleName() == QStringLiteral("Anatomy, closed"));
    QTest::mouseClick(&pages.headerOf("foldAnatomy"), Qt::LeftButton);
    CHECK(pages.fold("foldAnatomy").isOpen());
    CHECK(pages.headerOf("foldAnatomy").accessibleName() == QStringLiteral("Anatomy, open"));
    CHECK(pages.wordsOf("foldAnatomy").contains(QStringLiteral("FMA")));

    QPushButton &header = pages.headerOf("foldHowToFind");
    CHECK(header.focusPolicy() == Qt::StrongFocus);
    header.setFocus();
    QTest::keyClick(&header, Qt::Key_Space);
    CHECK(pages.fold("foldHowToFind").isOpen());
    QTest::keyClick(&header, Qt::Key_Return);
    CHECK_FALSE(pages.fold("foldHowToFind").isOpen());
    QTest::keyClick(&header, Qt::Key_Enter);
    CHECK(pages.fold("foldHowToFind").isOpen());

    // What was opened comes into sight.
    QPushButton &last = pages.headerOf("foldRestsOn");
    QTest::mouseClick(&last, Qt::LeftButton);
    const auto endOf = [&pages](const char *fold) {
        return pages.fold(fold).mapTo(pages.page().viewport(), QPoint{0, pages.fold(fold).height()}).y();
    };
    CHECK(QTest::qWaitFor([&] { return endOf("foldRestsOn") <= pages.page().viewport()->height(); }));

    pages.show("gastrocnemius-medial");
    CHECK(pages.fold("foldAnatomy").isOpen());
    CHECK(pages.fold("foldHowToFind").isOpen());
    CHECK_FALSE(pages.fold("foldKeepsItGoing").isOpen());
    CHECK(pages.page().verticalScrollBar()->value() == 0);
}

TEST_CASE("steps and places to keep off come with the rules")
{
    MusclePages pages;
    pages.show("soleus");
    CHECK(pages.section("sectionKeepOff") == nullptr);
    CHECK(pages.section("technique-pressure-steady") == nullptr);
    CHECK(pages.wordsOf("sectionDoThis").contains(QStringLiteral("Steady pressure: ")));
    pages.page().verticalScrollBar()->setValue(40);

    pages.setRules();
    QApplication::processEvents();
    CHECK(pages.page().verticalScrollBar()->value() == 40); // who is reading stays where they are
    CHECK(pages.fold("technique-pressure-steady").isOpen());
    CHECK_FALSE(pages.fold("technique-stretch").isOpen());
    const QString steps = pages.wordsOf("technique-pressure-steady");
    CHECK(steps.contains(QStringLiteral("never past your ceiling. (90 seconds)")));
    CHECK(steps.contains(QStringLiteral("about 5 of 10, never above 7")));
    CHECK(pages.wordsOf("technique-contract-relax").contains(QStringLiteral("(3 to 10 seconds, usually 7)")));
    CHECK(pages.wordsOf("technique-heat").contains(QStringLiteral("(10 to 20 minutes, usually 15)")));
    // The step itself says how often.
    CHECK_FALSE(steps.contains(QStringLiteral("(3 times)")));
    REQUIRE(pages.section("sectionKeepOff") != nullptr);
    CHECK(pages.wordsOf("sectionKeepOff").contains(QStringLiteral("Outer calf just below the knee")));
}

TEST_CASE("where only one way of pressing is safe, the page tells that way and no other")
{
    MusclePages pages;
    pages.setRules();
    pages.show("scm-sternal");
    for (const char *section : {"sectionInShort", "sectionDoThis"}) {
        CHECK(pages.wordsOf(section).contains(QStringLiteral("Pinch it between finger and thumb")));
        CHECK_FALSE(pages.wordsOf(section).contains(QStringLiteral("lat fingertips only")));
    }
    pages.show("vastus-medialis");
    CHECK(pages.wordsOf("sectionDoThis").contains(QStringLiteral("Flat fingertips only.")));
}

TEST_CASE("where nothing may press, the page says so and why, and tells no way of pressing")
{
    MusclePages pages;
    pages.setRules();
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        if (pattern.selfCare.pressure != PressureGrade::never) {
            continue;
        }
        INFO(pattern.id.text());
        pages.showInPane(pattern.id);
        auto *why = qobject_cast<QLabel *>(pages.section("whyNoPressing"));
        REQUIRE(why != nullptr);
        CHECK(why->accessibleName().size() > 60);
        for (const char *technique : {"pressure-steady", "pressure-intermittent", "stroking"}) {
            CHECK(pages.section((std::string{"technique-"} + technique).c_str()) == nullptr);
        }
        if (pages.section("sectionKeepOff") != nullptr) {
            CHECK_FALSE(pages.wordsOf("sectionKeepOff").contains(QStringLiteral("ingertips")));
        }
        if (pattern.selfCare.techniques.empty()) {
            CHECK(pages.wordsOf("firstToTry").isEmpty());
            CHECK(pages.wordsOf("sectionInShort").contains(QStringLiteral("clinician")));
        }
    }
    pages.showInPane(MuscleId{"superior-oblique-eye"});
    CHECK(pages.wordsOf("sectionDoThis").contains(QStringLiteral("Pressure on the eye can slow the heart")));
    pages.showInPane(MuscleId{"popliteus"});
    CHECK(pages.wordsOf("sectionDoThis").contains(QStringLiteral("Nerve and vein run close under the skin.")));
    CHECK(pages.section("technique-stretch") != nullptr);
}

TEST_CASE("every pattern has its page, and no title stands over nothing")
{
    const bool withRules = GENERATE(false, true);
    MusclePages pages;
    if (withRules) {
        pages.setRules();
    }
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        INFO(pattern.id.text());
        pages.showInPane(pattern.id);
        int titles = 0;
        for (const QLabel *title : pages.page().findChildren<QLabel *>(QStringLiteral("sectionTitle"))) {
            const QWidget &section = *title->parentWidget();
            CHECK(wordsUnder(section) > 0);
            ++titles;
        }
        CHECK(titles >= 3);
        for (const Fold *fold : pages.page().findChildren<Fold *>()) {
            INFO(fold->objectName().toStdString());
            CHECK(wordsUnder(*fold) > 0);
        }
        const bool shown = !pages.page().findChildren<PatternPreview *>().isEmpty();
        CHECK(shown == (pattern.kind != PatternKind::none));
        CHECK(pages.page().findChildren<PatternPreview *>().size() <= 2);
    }
}

TEST_CASE("the pictures are of the sides that show the pattern best")
{
    MusclePages pages;
    const auto viewsOf = [&pages](const char *muscle) {
        const MusclePattern &pattern = *shipped().base.pattern(MuscleId{muscle});
        const auto region = pages.open().scene().atlas().regionOf(pattern.id, Side::left);
        std::vector<std::string> ids;
        for (const anatomy::ViewInfo *view : bestViews(pages.open().scene(), shipped().base, region.value_or(0),
                                                       referralOf(pattern, Side::left).zones)) {
            ids.push_back(view->id);
        }
        return ids;
    };
    CHECK(viewsOf("infraspinatus") == std::vector<std::string>{"front", "back"});
    CHECK(viewsOf("quadratus-plantae").front() == "soles");
    const auto temple = viewsOf("temporalis");
    CHECK(std::ranges::find(temple, "left") != temple.end());
}

TEST_CASE("areas to keep off lie on the muscle that is told of them")
{
    MusclePages pages;
    const auto areasOf = [&pages](const char *muscle, Side side) {
        const MusclePattern &pattern = *shipped().base.pattern(MuscleId{muscle});
        const auto region = pages.open().scene().atlas().regionOf(pattern.id, side);
        std::vector<std::string> ids;
        for (const KeepOff &one :
             keepOff(pages.open().scene(), shipped().rules, &shipped().surroundings, pattern, region.value_or(0))) {
            ids.push_back(one.area->id.text());
        }
        return ids;
    };
    const auto has = [](const std::vector<std::string> &ids, const char *id) {
        return std::ranges::find(ids, id) != ids.end();
    };
    CHECK(areasOf("infraspinatus", Side::right).empty());
    CHECK(has(areasOf("quadratus-lumborum", Side::right), "kidney-angle"));
    CHECK(has(areasOf("scm-sternal", Side::left), "neck-pulse"));
    CHECK(has(areasOf("scm-sternal", Side::right), "both-sides-of-neck"));
    CHECK(has(areasOf("rectus-abdominis", Side::left), "belly"));
    CHECK(has(areasOf("biceps-femoris", Side::left), "knee-hollow")); // free, but not there
    CHECK_FALSE(has(areasOf("latissimus-dorsi", Side::left), "ulnar-groove"));
    // What may never be pressed comes first.
    CHECK(areasOf("scm-sternal", Side::left).back() == "sternomastoid");
}
