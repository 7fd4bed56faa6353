// SPDX-License-Identifier: GPL-3.0-or-later
// The map for those who hear it or go over it by keyboard, in the real window. tests/access meets it from outside.
#include <catch2/catch.hpp>

#include <algorithm>
#include <stdexcept>

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "desktop/bodymap/mapaccess.h"
#include "desktop/bodymap/ratingpopover.h"
#include "openwindow.h"
#include "support/tempdir.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::OpenWindow;
using palpate::testing::TempDir;

namespace {

struct Told {
    QAccessible::Event what;
    QString name;
};

/// Listens as assistive technology does, which the offscreen platform knows nothing of.
class Listening {
public:
    explicit Listening(OpenWindow &open) : m_access{*MapAccess::of(&open.map())}
    {
        m_access.setListener(
            {[] { return true; },
             [this](QAccessibleEvent &event) {
                 m_told.push_back({event.type(), event.accessibleInterface()->text(QAccessible::Name)});
             }});
    }
    ~Listening()
    {
        m_access.setListener({[] { return false; }, {}});
    }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;
    Listening(Listening &&) = delete;
    Listening &operator=(Listening &&) = delete;

    [[nodiscard]] bool heard(QAccessible::Event what, const QString &name) const
    {
        return std::any_of(m_told.begin(), m_told.end(),
                           [&](const Told &event) { return event.what == what && event.name == name; });
    }
    void forget() { m_told.clear(); }

private:
    MapAccess &m_access;
    std::vector<Told> m_told;
};

QAccessibleInterface &interfaceOf(QWidget &widget)
{
    QAccessibleInterface *found = QAccessible::queryAccessibleInterface(&widget);
    if (found == nullptr) {
        throw std::runtime_error{"no interface"};
    }
    return *found;
}

QAccessibleInterface &mapInterface(OpenWindow &open) { return interfaceOf(open.map()); }

/// The window remembers the view from one test to the next.
void lookAt(OpenWindow &open, const char *view)
{
    QTest::mouseClick(&open.find<QPushButton>((std::string{"view-"} + view).c_str()), Qt::LeftButton);
    QTest::mouseClick(&open.find<QPushButton>("layer-superficial"), Qt::LeftButton);
    REQUIRE(open.map().view().id == view);
}

/// As a screen reader that activates something: its first action.
void act(QAccessibleInterface &on)
{
    QAccessibleActionInterface *actions = on.actionInterface();
    if (actions == nullptr) {
        throw std::runtime_error{"nothing to act on"};
    }
    actions->doAction(actions->actionNames().value(0));
}

/// The first below `above` of this name.
QAccessibleInterface *named(const QAccessibleInterface &above, const QString &name)
{
    for (int at = 0; at < above.childCount(); ++at) {
        QAccessibleInterface *child = above.child(at);
        if (child->text(QAccessible::Name) == name) {
            return child;
        }
        if (QAccessibleInterface *found = named(*child, name)) {
            return found;
        }
    }
    return nullptr;
}

QString keyboardName(OpenWindow &open)
{
    QAccessibleInterface *focus = mapInterface(open).focusChild();
    return focus == nullptr ? QString{} : focus->text(QAccessible::Name);
}

const QString infraspinatus = QStringLiteral("Infraspinatus, your right");

} // namespace

TEST_CASE("the map is a tree for assistive technology, and its buttons do what a click in their middle does")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    lookAt(open, "back");
    QAccessibleInterface &map = mapInterface(open);
    CHECK(map.role() == QAccessible::Canvas);
    CHECK(map.text(QAccessible::Name) == QStringLiteral("Body map, back, surface muscles"));

    QAccessibleInterface *part = named(map, QStringLiteral("Shoulder, your right"));
    REQUIRE(part != nullptr);
    CHECK(part->role() == QAccessible::Grouping);
    CHECK(part->actionInterface() == nullptr);
    CHECK(part->parent() == &map);
    CHECK(map.child(map.indexOfChild(part)) == part);
    QAccessibleInterface *muscle = named(*part, infraspinatus);
    REQUIRE(muscle != nullptr);
    CHECK(muscle->parent() == part);
    CHECK(part->child(part->indexOfChild(muscle)) == muscle);
    CHECK(muscle->role() == QAccessible::PushButton);

    // Where it says, it is: on the screen its right lies at the right, seen from behind.
    const QRect box = muscle->rect();
    const QRect onScreen{open.map().mapToGlobal(QPoint{0, 0}), open.map().size()};
    CHECK(onScreen.contains(box));
    CHECK(box.center().x() > onScreen.center().x());
    const auto region = open.scene().atlas().regionOf(MuscleId{"infraspinatus"}, Side::right);
    const QPoint middle = open.map().mapToGlobal(open.map().middleOf(*region)->at.toPoint());
    CHECK(box.contains(middle));
    CHECK(map.childAt(middle.x(), middle.y()) == muscle);
    CHECK(part->childAt(middle.x(), middle.y()) == muscle);

    act(*muscle);
    REQUIRE(open.find<RatingPopover>("ratingPopover").isVisible());
    QTest::keyClicks(&open.find<RatingPopover>("ratingPopover"), QStringLiteral("7"));
    QTest::keyClick(&open.find<RatingPopover>("ratingPopover"), Qt::Key_Return);
    const auto points = open.session().read().openPoints();
    REQUIRE(points.size() == 1);
    CHECK(points.front().point.side == Side::right);
    CHECK(points.front().point.position.x < 0);

    // The same muscle is the same thing as before, with a point below it that opens.
    CHECK(named(map, infraspinatus) == muscle);
    CHECK(muscle->text(QAccessible::Description) ==
          QStringLiteral("surface muscle, M. infraspinatus, 1 of your points, worst 7 of 10"));
    REQUIRE(muscle->childCount() == 1);
    CHECK(muscle->child(0)->text(QAccessible::Name) == QStringLiteral("Point 1, soreness 7 of 10, not sure"));
    act(*muscle->child(0));
    CHECK(open.find<QPushButton>("removePoint").isVisible());
    QTest::keyClick(&open.find<RatingPopover>("ratingPopover"), Qt::Key_Escape);
    // And so does the muscle itself, as the marker takes a click on its middle.
    act(*muscle);
    CHECK(open.find<QPushButton>("removePoint").isVisible());
    QTest::keyClick(&open.find<RatingPopover>("ratingPopover"), Qt::Key_Escape);
}

TEST_CASE("a see-through muscle can be pressed, although another lies under its middle")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    lookAt(open, "front");
    const auto region = open.scene().atlas().regionOf(MuscleId{"platysma"}, Side::left);
    REQUIRE(region);
    auto *access = MapAccess::of(&open.map());
    REQUIRE(access != nullptr);
    const MapItem *item = access->tree().regionItem(*region);
    REQUIRE(item != nullptr);
    access->press(std::string{item->key});
    QTest::keyClicks(&open.find<RatingPopover>("ratingPopover"), QStringLiteral("2"));
    QTest::keyClick(&open.find<RatingPopover>("ratingPopover"), Qt::Key_Return);
    const auto points = open.session().read().openPoints();
    REQUIRE(points.size() == 1);
    CHECK(points.front().point.muscle.text() == "platysma");
    CHECK(points.front().point.side == Side::left);
}

TEST_CASE("every muscle of every layer can be pressed and stored")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    lookAt(open, "front");
    auto *access = MapAccess::of(&open.map());
    REQUIRE(access != nullptr);
    // Seen aslant: here nearness alone would put some of them on the wrong side.
    for (const char *layer : {"intermediate", "deep"}) {
        open.map().showView(*open.scene().atlas().findView("front-right.aside"), *anatomy::layerFromKey(layer));
        std::vector<std::string> keys;
        for (const MapItem &item : access->tree().items) {
            if (item.kind == MapItem::Kind::muscle) {
                keys.push_back(item.key);
            }
        }
        CHECK(keys.size() > 60);
        int unfit = 0;
        const auto connection =
            QObject::connect(&open.map(), &BodyMap::spotClicked, &open.map(), [&](const MapSpot &spot) {
                unfit += fits(open.scene().atlas().region(spot.region).side, spot.position) ? 0 : 1;
            });
        for (const std::string &key : keys) {
            access->press(key);
        }
        QObject::disconnect(connection);
        CHECK(unfit == 0);
    }
}

TEST_CASE("by keyboard: arrows go to the neighbour, Home to the head, Enter marks; the name shows and is told")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    lookAt(open, "front");
    Listening listening{open};
    open.map().setFocus();
    CHECK(mapInterface(open).focusChild() == &mapInterface(open)); // nobody has moved yet
    QTest::keyClick(&open.map(), Qt::Key_Home);
    const QString head = keyboardName(open);
    CHECK_FALSE(head.isEmpty());
    CHECK(listening.heard(QAccessible::Focus, head));
    CHECK(open.find<QLabel>("hoverName").isVisible());
    QTest::keyClick(&open.map(), Qt::Key_Down);
    const QString below = keyboardName(open);
    CHECK(below != head);
    CHECK(listening.heard(QAccessible::Focus, below));
    CHECK(open.find<QLabel>("hoverName").text() ==
          QString{below}.replace(QStringLiteral(", your"), QStringLiteral(" · your")));
    QTest::keyClick(&open.map(), Qt::Key_Up, Qt::KeypadModifier);
    CHECK(keyboardName(open) == head);
    QTest::keyClick(&open.map(), Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(&open.map(), Qt::Key_Left, Qt::ControlModifier);
    CHECK(keyboardName(open) == head);
    QTest::keyClick(&open.map(), Qt::Key_Down, Qt::ShiftModifier); // not ours
    CHECK(keyboardName(open) == head);

    // From the front the person's left is at the right of the picture.
    auto *access = MapAccess::of(&open.map());
    access->goTo("region/" + std::to_string(*open.scene().atlas().regionOf(MuscleId{"rectus-abdominis"}, Side::right)));
    const QString right = keyboardName(open);
    CHECK(right.endsWith(QStringLiteral(", your right")));
    QTest::keyClick(&open.map(), Qt::Key_Right);
    CHECK(keyboardName(open).endsWith(QStringLiteral(", your left")));
    // A window that is read from right to left is mirrored, the body is not.
    open.window->setLayoutDirection(Qt::RightToLeft);
    QTest::keyClick(&open.map(), Qt::Key_Left);
    CHECK(keyboardName(open) == right);
    QTest::keyClick(&open.map(), Qt::Key_Right);
    CHECK(keyboardName(open).endsWith(QStringLiteral(", your left")));
    open.window->setLayoutDirection(Qt::LeftToRight);

    QTest::keyClick(&open.map(), Qt::Key_Return);
    auto &popover = open.find<RatingPopover>("ratingPopover");
    REQUIRE(popover.isVisible());
    const QString marked = access->current()->name;
    QTest::keyClick(&popover, Qt::Key_Down); // left over by the popover, but not meant for the map
    CHECK(access->current()->name == marked);
    QTest::keyClicks(&popover, QStringLiteral("5"));
    QTest::keyClick(&popover, Qt::Key_Return);
    REQUIRE(open.session().read().openPoints().size() == 1);
    CHECK(open.session().read().openPoints().front().point.side == Side::left);
    listening.forget();
    REQUIRE(QTest::qWaitFor([&] { return listening.heard(QAccessible::Focus, marked); })); // back where one was
    CHECK(keyboardName(open) == marked);
}

TEST_CASE("turning the body is heard, as are new points; what no longer shows is gone")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    lookAt(open, "back");
    Listening listening{open};
    open.map().setFocus();
    auto *access = MapAccess::of(&open.map());
    const std::string key =
        "region/" + std::to_string(*open.scene().atlas().regionOf(MuscleId{"infraspinatus"}, Side::right));
    QAccessibleInterface *muscle = access->interfaceOf(key);
    REQUIRE(muscle != nullptr);
    access->goTo(key);
    CHECK(keyboardName(open) == infraspinatus);

    access->press(key);
    QTest::keyClicks(&open.find<RatingPopover>("ratingPopover"), QStringLiteral("3"));
    QTest::keyClick(&open.find<RatingPopover>("ratingPopover"), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return listening.heard(QAccessible::ObjectReorder, infraspinatus); }));
    CHECK(listening.heard(QAccessible::DescriptionChanged, infraspinatus));

    const QString front = QStringLiteral("Body map, front, surface muscles");
    lookAt(open, "front");
    REQUIRE(QTest::qWaitFor([&] { return listening.heard(QAccessible::NameChanged, front); }));
    CHECK(listening.heard(QAccessible::ObjectReorder, front));
    CHECK(access->interfaceOf(key) == nullptr);
    CHECK(mapInterface(open).focusChild() == &mapInterface(open));

    // Turned back, the next key begins where one was.
    lookAt(open, "back");
    open.map().setFocus();
    QTest::keyClick(&open.map(), Qt::Key_Left);
    CHECK(keyboardName(open) == infraspinatus);
}

TEST_CASE("checkable buttons are clicked by assistive technology, not only checked")
{
    const TempDir folder;
    OpenWindow open{folder.path() / "journal.palpate"};
    lookAt(open, "front");
    auto &button = open.find<QPushButton>("view-back");
    QAccessibleInterface &back = interfaceOf(button);
    CHECK(back.role() == QAccessible::RadioButton);
    CHECK(back.text(QAccessible::Name) == QStringLiteral("Back"));
    CHECK_FALSE(back.state().checked);
    act(back);
    CHECK(QTest::qWaitFor([&] { return open.map().view().id == "back"; }));
    CHECK(back.state().checked);
    QAccessibleInterface &save = interfaceOf(open.find<QPushButton>("savePoint"));
    CHECK(save.role() == QAccessible::PushButton);
    CHECK(save.text(QAccessible::Name) == QStringLiteral("Save"));
}
