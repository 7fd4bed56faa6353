// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/accessibility.h"

#include <QAccessibleWidget>
#include <QButtonGroup>
#include <QKeySequence>
#include <QPushButton>

#include "desktop/bodymap/mapaccess.h"
#include "desktop/charts/chartwidget.h"
#include "desktop/controls/levelstrip.h"
#include "desktop/history/monthcalendar.h"

namespace palpate::desktop {

namespace {

/// Qt activates a checkable button by toggling it, which nobody who waits for its click hears: views, layers and
/// ratings would look chosen and change nothing. Here it is clicked. Those of which only one can be checked are radio
/// buttons.
class ButtonInterface : public QAccessibleWidget {
public:
    explicit ButtonInterface(QPushButton &button) : QAccessibleWidget{&button, QAccessible::PushButton} {}

    [[nodiscard]] QAccessible::Role role() const override
    {
        if (!button().isCheckable()) {
            return QAccessible::PushButton;
        }
        const bool isOneOfSeveral =
            button().autoExclusive() || (button().group() != nullptr && button().group()->exclusive());
        return isOneOfSeveral ? QAccessible::RadioButton : QAccessible::CheckBox;
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = button().isCheckable();
        state.checked = button().isChecked();
        state.pressed = button().isDown();
        state.defaultButton = button().isDefault();
        return state;
    }

    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        QString said = QAccessibleWidget::text(what);
        if (what != QAccessible::Name || !said.isEmpty()) {
            return said;
        }
        QString words = button().text();
        return words.remove(QLatin1Char('&')); // which underlines a letter
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (button().isEnabled()) {
            names.prepend(pressAction());
        }
        return names;
    }

    void doAction(const QString &actionName) override
    {
        if (actionName == pressAction()) {
            // Not at once: whoever asked must have the answer before the program goes to work.
            QMetaObject::invokeMethod(&button(), &QPushButton::click, Qt::QueuedConnection);
        } else {
            QAccessibleWidget::doAction(actionName);
        }
    }

    [[nodiscard]] QStringList keyBindingsForAction(const QString &actionName) const override
    {
        return actionName == pressAction() && !button().shortcut().isEmpty()
                   ? QStringList{button().shortcut().toString(QKeySequence::NativeText)}
                   : QAccessibleWidget::keyBindingsForAction(actionName);
    }

private:
    [[nodiscard]] QPushButton &button() const { return static_cast<QPushButton &>(*widget()); }
};

QAccessibleInterface *interfaceFor(const QString &className, QObject *object)
{
    // By the class as it is asked for, so that those who have an interface of their own keep it.
    auto *button = className == QStringLiteral("QPushButton") ? qobject_cast<QPushButton *>(object) : nullptr;
    return button == nullptr ? nullptr : new ButtonInterface{*button};
}

} // namespace

void installAccessibility()
{
    QAccessible::installFactory(interfaceFor);
    installMapAccess();
    installLevelStripAccess();
    installCalendarAccess();
    installChartAccess();
}

} // namespace palpate::desktop
