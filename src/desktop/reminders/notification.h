// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace palpate::desktop {

/// Shows a notification of the desktop, each line as plain text, through the session's message bus. Needs a
/// QCoreApplication. Throws WorldError where nothing there shows notifications.
void showNotification(const QString &title, const QStringList &lines);

} // namespace palpate::desktop
