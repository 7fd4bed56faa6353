// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace palpate::desktop {

/// Whether the desktop asks for dark windows, from the portal's setting org.freedesktop.appearance color-scheme, which
/// Qt 6.4 does not read. Asked over the session's own message bus, in the background; where nobody answers, it stays
/// as it was.
class SystemLook : public QObject {
    Q_OBJECT

public:
    /// `dark` is what holds until the desktop answers.
    explicit SystemLook(bool dark, QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &colorScheme);

    bool m_dark;
};

} // namespace palpate::desktop
