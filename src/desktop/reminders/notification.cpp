// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/reminders/notification.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

#include "core/error.h"

namespace palpate::desktop {

namespace {

/// The service may have to be started first.
constexpr int patienceMs = 10000;

QVariant answerTo(const QString &method, const QVariantList &arguments)
{
    QDBusMessage question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"),
                                                           QStringLiteral("/org/freedesktop/Notifications"),
                                                           QStringLiteral("org.freedesktop.Notifications"), method);
    question.setArguments(arguments);
    const QDBusMessage answer = QDBusConnection::sessionBus().call(question, QDBus::Block, patienceMs);
    if (answer.type() != QDBusMessage::ReplyMessage) {
        throw WorldError{"The reminder could not be shown, because no notification service answers (" +
                         answer.errorMessage().toStdString() +
                         "). Log in to a desktop that shows notifications, or install dunst."};
    }
    return answer.arguments().value(0);
}

} // namespace

void showNotification(const QString &title, const QStringList &lines)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        throw WorldError{"The reminder could not be shown, because there is no message bus of a desktop session here. "
                         "Log in to a desktop that shows notifications."};
    }
    QString body = lines.join(QLatin1Char('\n'));
    // Some services read the text as markup and say so.
    if (answerTo(QStringLiteral("GetCapabilities"), {}).toStringList().contains(QStringLiteral("body-markup"))) {
        body = body.toHtmlEscaped();
    }
    constexpr uint replacesNone = 0;
    constexpr int asLongAsUsual = -1;
    (void)answerTo(QStringLiteral("Notify"), {QStringLiteral("Palpate"), replacesNone, QString{}, title, body,
                                              QStringList{}, QVariantMap{}, asLongAsUsual});
}

} // namespace palpate::desktop
