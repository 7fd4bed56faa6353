// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/actions.h"

#include <QWidget>

namespace palpate::desktop {

QAction &Actions::add(QWidget &owner, const ActionInfo &info, std::function<void()> run)
{
    auto *action = new QAction{info.words, &owner};
    action->setObjectName(info.id);
    action->setShortcuts(info.keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(false);
    owner.addAction(action);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    if (info.listed) {
        m_entries.push_back({info, action});
    }
    return *action;
}

QString Actions::keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts()) {
        keys << sequence.toString(QKeySequence::NativeText);
    }
    return keys.join(tr(" or "));
}

} // namespace palpate::desktop
