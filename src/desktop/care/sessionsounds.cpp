// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/sessionsounds.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <canberra.h>

#include "care/signalsounds.h"

namespace palpate::desktop {

namespace {

/// In decibels below the loudest.
const char *volumeOf(Loudness loudness)
{
    switch (loudness) {
    case Loudness::quiet:
        return "-18";
    case Loudness::loud:
        return "0";
    case Loudness::off:
    case Loudness::normal:
        break;
    }
    return "-8";
}

const QString speaker = QStringLiteral("spd-say");

} // namespace

void SessionSounds::Close::operator()(ca_context *context) const { ca_context_destroy(context); }

SessionSounds::SessionSounds()
{
    ca_context *context = nullptr;
    if (ca_context_create(&context) == CA_SUCCESS) {
        m_context.reset(context);
    }
}

QString SessionSounds::fileOf(Signal signal)
{
    if (!m_folder) {
        m_folder.emplace(); // readable by the person alone, gone with the program
    }
    QString name = m_folder->filePath(QStringLiteral("%1.wav").arg(static_cast<int>(signal)));
    if (!QFile::exists(name)) {
        const std::vector<std::uint8_t> wav = soundOf(signal);
        QFile file{name};
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(reinterpret_cast<const char *>(wav.data()), static_cast<qint64>(wav.size())) < 0) {
            return {};
        }
    }
    return name;
}

bool SessionSounds::play(Signal signal, Loudness loudness)
{
    if (loudness == Loudness::off || m_context == nullptr) {
        return false;
    }
    const QByteArray file = QFile::encodeName(fileOf(signal));
    return !file.isEmpty() &&
           ca_context_play(m_context.get(), 0, CA_PROP_MEDIA_FILENAME, file.constData(), CA_PROP_MEDIA_ROLE, "event",
                           CA_PROP_CANBERRA_VOLUME, volumeOf(loudness), nullptr) == CA_SUCCESS;
}

bool SessionSounds::canSpeak() { return !QStandardPaths::findExecutable(speaker).isEmpty(); }

void SessionSounds::say(const QString &words)
{
    const QString program = QStandardPaths::findExecutable(speaker);
    if (!program.isEmpty() && !words.isEmpty()) {
        QProcess::startDetached(program, {QStringLiteral("--cancel")});
        QProcess::startDetached(program, {words});
    }
}

} // namespace palpate::desktop
