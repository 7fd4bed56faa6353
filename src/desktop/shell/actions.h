// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QAction>
#include <QObject>

#include "desktop/theme/icons.h"

namespace palpate::desktop {

/// Part of the window that a command belongs to; the list of keys is ordered by it.
enum class ActionGroup { window, today, map, marking, painting, lookup, care, history, trends, learn };

/// What a command is called, where it belongs and which keys give it.
struct ActionInfo {
    QString id; ///< also its object name
    QString words;
    ActionGroup group = ActionGroup::window;
    QList<QKeySequence> keys;
    Icon icon = Icon::none;
    bool listed = true; ///< false for what the list has already, from another page
};

/// The one list of commands: keys, menus, the search and the list of keys all read it.
class Actions : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    struct Entry {
        ActionInfo info;
        QAction *action;
    };

    /// The keys work while `owner` is visible in the active window; the action is the owner's child.
    QAction &add(QWidget &owner, const ActionInfo &info, std::function<void()> run);

    [[nodiscard]] const std::vector<Entry> &all() const { return m_entries; }

    /// Keys as a person reads them: "Ctrl+Z"; empty when there are none.
    [[nodiscard]] static QString keysOf(const QAction &action);

private:
    std::vector<Entry> m_entries;
};

} // namespace palpate::desktop
