// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/theme/systemlook.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace palpate::desktop {

namespace {

const QString portal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settingsInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");

/// The portal's word for "dark windows, please"; 0 is no wish, 2 is light.
constexpr uint prefersDark = 1;

} // namespace

SystemLook::SystemLook(bool dark, QObject *parent) : QObject{parent}, m_dark{dark}
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(portal, portalPath, settingsInterface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(portal, portalPath, settingsInterface, QStringLiteral("Read"));
    question << appearance << colorScheme;
    auto *answer = new QDBusPendingCallWatcher{bus.asyncCall(question), this};
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (reply.isValid()) {
            take(reply.value().variant());
        }
        finished->deleteLater();
    });
}

void SystemLook::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme) {
        take(value.variant());
    }
}

void SystemLook::take(const QVariant &value)
{
    // Read() wraps the value twice, SettingChanged once.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const bool dark = inner.toUInt() == prefersDark;
    if (dark != m_dark) {
        m_dark = dark;
        Q_EMIT changed(dark);
    }
}

} // namespace palpate::desktop
