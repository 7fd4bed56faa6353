// SPDX-License-Identifier: GPL-3.0-or-later
// From the side the near arm hides much of the trunk: the map puts it aside by itself where that is in the way.
#include <catch2/catch.hpp>

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include "desktop/shell/settings.h"
#include "openwindow.h"
#include "support/tempdir.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::OpenWindow;
using palpate::testing::TempDir;

namespace {

/// A muscle that hand and forearm hide in the view from the left, which shows it well without them.
const char *const hiddenMuscle = "tensor-fasciae-latae";

/// A window that opens with the view from the left and its superficial muscles; the next one opens as before.
class WindowFromLeft : public OpenWindow {
public:
    explicit WindowFromLeft(const TempDir &folder)
        : WindowFromLeft{folder, Settings{}.get(setting::view), Settings{}.get(setting::layer)}
    {}
    WindowFromLeft(const WindowFromLeft &) = delete;
    WindowFromLeft &operator=(const WindowFromLeft &) = delete;
    WindowFromLeft(WindowFromLeft &&) = delete;
    WindowFromLeft &operator=(WindowFromLeft &&) = delete;
    ~WindowFromLeft()
    {
        window.reset();
        Settings{}.set(setting::view, std::string{m_view});
        Settings{}.set(setting::layer, m_layer);
    }

private:
    WindowFromLeft(const TempDir &folder, std::string view, anatomy::Layer layer)
        : OpenWindow{journalIn(folder)}, m_view{std::move(view)}, m_layer{layer}
    {}

    static std::filesystem::path journalIn(const TempDir &folder)
    {
        Settings{}.set(setting::view, std::string{"left"});
        Settings{}.set(setting::layer, anatomy::Layer::superficial);
        return folder.path() / "journal.palpate";
    }

    std::string m_view;
    anatomy::Layer m_layer;
};

/// The pointer comes to rest on the first row of a list.
void pointAtFirstRow(QListView &list)
{
    const QModelIndex first = list.model()->index(0, 0);
    QTest::mouseMove(list.viewport(), list.visualRect(first).bottomRight() - QPoint{8, 4});
    QTest::mouseMove(list.viewport(), list.visualRect(first).center());
}

void leave(QListView &list)
{
    QEvent event{QEvent::Leave};
    QApplication::sendEvent(list.viewport(), &event);
}

} // namespace

TEST_CASE("the arm goes aside for a muscle it hides: for a glance under the pointer, for good when it is chosen")
{
    const TempDir folder;
    WindowFromLeft open{folder};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash);
    QTest::keyClicks(&open.find<QLineEdit>("search"), QStringLiteral("left tensor fasciae"));
    auto &hits = open.find<QListView>("hitList");
    REQUIRE(hits.model()->rowCount() > 0);
    const auto view = [&open] { return open.map().view().id; };
    pointAtFirstRow(hits);
    CHECK(view() == "left.aside");
    leave(hits);
    CHECK(view() == "left");
    pointAtFirstRow(hits);
    QTest::mouseClick(hits.viewport(), Qt::LeftButton, {}, hits.visualRect(hits.model()->index(0, 0)).center());
    CHECK(view() == "left.aside");
    leave(hits);
    CHECK(view() == "left.aside");
}

TEST_CASE("what the arm does not hide leaves it where it is, and so does what another layer shows")
{
    const TempDir folder;
    WindowFromLeft open{folder};
    auto &hits = open.find<QListView>("hitList");
    auto &search = open.find<QLineEdit>("search");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Slash);
    for (const char *muscle : {"left biceps brachii", "left iliacus"}) {
        search.clear();
        QTest::keyClicks(&search, QString::fromLatin1(muscle));
        REQUIRE(hits.model()->rowCount() > 0);
        pointAtFirstRow(hits);
        CHECK(open.map().view().id == "left");
    }
}

TEST_CASE("a point behind the arm shows when its row is pointed at or opened")
{
    const TempDir folder;
    WindowFromLeft open{folder};
    open.window->mapPage().showMuscle(MuscleId{hiddenMuscle}, Side::left);
    const auto region = open.scene().atlas().regionOf(MuscleId{hiddenMuscle}, Side::left);
    const auto spot = open.map().middleOf(*region);
    REQUIRE(spot);
    (void)open.session().mark(MuscleId{hiddenMuscle}, Side::left, spot->position, PointKind::active, PainLevel::from(5),
                              QStringLiteral("here"));
    REQUIRE(open.map().view().id == "left.aside");
    QTest::mouseClick(&open.find<QPushButton>("armAside"), Qt::LeftButton);
    REQUIRE(open.map().view().id == "left");
    REQUIRE_FALSE(open.map().shows(open.map().view(), spot->position));
    auto &points = open.find<QListView>("pointList");
    pointAtFirstRow(points);
    CHECK(open.map().view().id == "left.aside");
    leave(points);
    CHECK(open.map().view().id == "left");
    QTest::mouseClick(points.viewport(), Qt::LeftButton, {}, points.visualRect(points.model()->index(0, 0)).center());
    CHECK(open.map().view().id == "left.aside");
}
