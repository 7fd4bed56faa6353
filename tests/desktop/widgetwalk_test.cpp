// SPDX-License-Identifier: GPL-3.0-or-later
// Every page, in English and in a language a third longer, from left to right and from right to left: no words wider
// than their place, no widget outside its parent.
#include <catch2/catch.hpp>

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>

#include "pseudolanguage.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"
#include "windowscenes.h"

using namespace palpate;
using palpate::testing::OpenWindow;

namespace {

std::string nameOf(const QWidget &widget)
{
    QString words = widget.objectName();
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        words += QStringLiteral(" \"%1\"").arg(label->text());
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        words += QStringLiteral(" \"%1\"").arg(button->text());
    }
    const QRect box = widget.geometry();
    return QStringLiteral("%1 %2 at %3, %4, %5 by %6")
        .arg(QLatin1String(widget.metaObject()->className()), words)
        .arg(box.x())
        .arg(box.y())
        .arg(box.width())
        .arg(box.height())
        .toStdString();
}

/// The content of a scroll area is meant to be taller than its place; cards reach over an edge with their shadow.
bool mayLeaveParent(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return (parent != nullptr && parent->objectName() == QStringLiteral("qt_scrollarea_viewport")) ||
           widget.objectName() == QStringLiteral("ratingPopover") || widget.objectName() == QStringLiteral("searchBox");
}

std::vector<std::string> faultsIn(const QWidget &window)
{
    std::vector<std::string> faults;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible()) {
            continue;
        }
        // From right to left Qt 6.4's splitter lays its first pane one pixel too far out.
        const QRect room = widget->parentWidget()->rect().adjusted(0, 0, 1, 0);
        if (!mayLeaveParent(*widget) && !room.contains(widget->geometry()) && !widget->geometry().isEmpty()) {
            faults.push_back("outside its parent: " + nameOf(*widget));
        }
        if (const auto *label = qobject_cast<const QLabel *>(widget); label != nullptr && !label->text().isEmpty()) {
            const bool fits = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height()
                                                : label->sizeHint().width() <= label->width();
            if (!fits) {
                faults.push_back("too little room: " + nameOf(*label));
            }
            // A long word cannot be broken.
            for (const QString &word : label->text().split(QLatin1Char(' '))) {
                if (label->wordWrap() && label->fontMetrics().horizontalAdvance(word) > label->width() &&
                    !word.contains(QLatin1Char('/'))) {
                    faults.push_back("a word is too wide: " + nameOf(*label));
                }
            }
        }
        if (const auto *button = qobject_cast<const QPushButton *>(widget);
            button != nullptr && button->sizeHint().width() > button->width() &&
            button->fontMetrics().horizontalAdvance(button->text()) + 8 > button->width()) {
            faults.push_back("too little room: " + nameOf(*button));
        }
    }
    return faults;
}

void walk(QSize size, bool pseudo, Qt::LayoutDirection direction)
{
    testing::PseudoLanguage language;
    const auto restore = qScopeGuard([&language] {
        QApplication::removeTranslator(&language);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    });
    if (pseudo) {
        QApplication::installTranslator(&language);
    }
    QApplication::setLayoutDirection(direction);
    const testing::TempDir folder;
    const testing::SceneJournals journals{folder.path()};
    for (const testing::Scene &scene : testing::allScenes()) {
        const testing::TempDir home;
        const auto open = journals.open(scene, home.path() / "journal.palpate", desktop::Theme::light, size);
        INFO(scene.name);
        CHECK(faultsIn(*open->window) == std::vector<std::string>{});
    }
}

} // namespace

TEST_CASE("no page clips words or loses a widget over its parent's edge") { walk({1280, 800}, false, Qt::LeftToRight); }

TEST_CASE("nor does it in the smallest window") { walk({1024, 640}, false, Qt::LeftToRight); }

TEST_CASE("nor in a language a third longer") { walk({1280, 800}, true, Qt::LeftToRight); }

TEST_CASE("nor from right to left, in the smallest window") { walk({1024, 640}, true, Qt::RightToLeft); }
