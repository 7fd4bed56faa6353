// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/reminders/reminderfiles.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

#include "core/error.h"

namespace palpate::desktop {

namespace {

const QString firstLine =
    QStringLiteral("# Written by Palpate. It goes when the last reminder in its settings is switched off.\n");
/// Both systemd and desktop entries leave keys that begin with X- to others.
const QString journalKey = QStringLiteral("X-Palpate-Journal=");
const QString systemdFolder = QStringLiteral("/systemd/user/");
const QString timerName = QStringLiteral("palpate-remind.timer");

/// "Mon,Wed *-*-* 09:00:00"
QString calendarOf(const Reminder &reminder)
{
    constexpr std::array<const char *, 7> names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    QStringList days;
    for (std::size_t at = 0; at < names.size(); ++at) {
        if (reminder.days.has(static_cast<Weekday>(at))) {
            days << QString::fromLatin1(names[at]);
        }
    }
    constexpr int minutes = 60;
    const QString time = QStringLiteral("*-*-* %1:%2:00")
                             .arg(reminder.minuteOfDay / minutes, 2, 10, QLatin1Char('0'))
                             .arg(reminder.minuteOfDay % minutes, 2, 10, QLatin1Char('0'));
    return days.isEmpty() ? time : days.join(QLatin1Char(',')) + QLatin1Char(' ') + time;
}

/// systemd refuses some letters in the path of a program, and puts no variables in there; a shell takes any path.
QString systemdProgram(const QString &path)
{
    const bool isPlain = std::none_of(path.begin(), path.end(), [](QChar letter) {
        return letter.unicode() < ' ' || QStringLiteral("\"'\\*?[$").contains(letter);
    });
    return isPlain ? systemdWord(path)
                   : QStringLiteral(R"re(/bin/sh -c "exec \"$$0\" \"$$@\"" )re") + systemdWord(path);
}

QString textOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
}

} // namespace

ReminderPlaces ReminderPlaces::fromEnvironment()
{
    // Qt 6.4 has no word for the state folder.
    QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(state)) {
        state = QDir::homePath() + QStringLiteral("/.local/state");
    }
    return {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation), state + QStringLiteral("/palpate"),
            QCoreApplication::applicationFilePath()};
}

QString systemdWord(const QString &word)
{
    QString escaped;
    for (const QChar letter : word) {
        if (letter.unicode() < ' ') {
            escaped += QStringLiteral("\\x%1").arg(letter.unicode(), 2, 16, QLatin1Char('0'));
        } else if (letter == QLatin1Char('"') || letter == QLatin1Char('\\')) {
            escaped += QLatin1Char('\\') + letter;
        } else if (letter == QLatin1Char('%') || letter == QLatin1Char('$')) {
            escaped += QString{2, letter};
        } else {
            escaped += letter;
        }
    }
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

QString desktopEntryWord(const QString &word)
{
    // Escaped once for the command line, and then as every string of such a file.
    QString quoted;
    for (const QChar letter : word) {
        if (QStringLiteral("\"`$\\").contains(letter)) {
            quoted += QLatin1Char('\\');
        }
        quoted += letter;
        if (letter == QLatin1Char('%')) {
            quoted += letter;
        }
    }
    quoted.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    quoted.replace(QLatin1Char('\n'), QStringLiteral("\\n"));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

ReminderFiles::ReminderFiles(ReminderPlaces places, const std::filesystem::path &journal)
    : m_places{std::move(places)}, m_journal{QString::fromStdString(std::filesystem::absolute(journal).string())}
{}

QString ReminderFiles::service() const
{
    return m_places.config + systemdFolder + QStringLiteral("palpate-remind.service");
}

QString ReminderFiles::timer() const { return m_places.config + systemdFolder + timerName; }

QString ReminderFiles::loginEntry() const
{
    return m_places.config + QStringLiteral("/autostart/palpate-remind.desktop");
}

QString ReminderFiles::journalLine() const
{
    return journalKey + QString::fromLatin1(QUrl::toPercentEncoding(m_journal, "/")) + QLatin1Char('\n');
}

QString ReminderFiles::serviceText() const
{
    return firstLine + QStringLiteral("[Unit]\nDescription=Palpate shows what it is to remind of\n") + journalLine() +
           QStringLiteral("\n[Service]\nType=oneshot\nExecStart=%1 remind --journal %2\n")
               .arg(systemdProgram(m_places.program), systemdWord(m_journal));
}

QString ReminderFiles::timerText(std::span<const Reminder> reminders) const
{
    QStringList times;
    for (const Reminder &reminder : reminders) {
        if (reminder.enabled) {
            times << QStringLiteral("OnCalendar=%1\n").arg(calendarOf(reminder));
        }
    }
    times.removeDuplicates();
    // Persistent: a time that passed while nobody was logged in is looked at afterwards; the program drops what is old.
    return firstLine + QStringLiteral("[Unit]\nDescription=When Palpate reminds\n") + journalLine() +
           QStringLiteral("\n[Timer]\n") + times.join(QString{}) +
           QStringLiteral("Persistent=true\n\n[Install]\nWantedBy=timers.target\n");
}

QString ReminderFiles::loginEntryText() const
{
    QStringList words;
    for (const QString &word : QStringList{m_places.program} + waitingArguments()) {
        words << desktopEntryWord(word);
    }
    return firstLine +
           QStringLiteral("[Desktop Entry]\nType=Application\nName=Palpate reminders\nNoDisplay=true\nExec=%1\n")
               .arg(words.join(QLatin1Char(' '))) +
           journalLine();
}

QStringList ReminderFiles::waitingArguments() const
{
    return {QStringLiteral("remind"), QStringLiteral("--wait"), QStringLiteral("--journal"), m_journal};
}

bool ReminderFiles::hasTimer() const { return QFileInfo::exists(timer()); }

bool ReminderFiles::hasLoginEntry() const { return QFileInfo::exists(loginEntry()); }

bool ReminderFiles::isOfOtherJournal() const
{
    const std::array found{textOf(timer()), textOf(loginEntry())};
    return std::any_of(found.begin(), found.end(),
                       [this](const QString &text) { return !text.isEmpty() && !text.contains(journalLine()); });
}

bool ReminderFiles::isUpToDate(std::span<const Reminder> reminders) const
{
    if (hasTimer()) {
        return textOf(timer()) == timerText(reminders) && textOf(service()) == serviceText();
    }
    return textOf(loginEntry()) == loginEntryText();
}

void ReminderFiles::writeUnits(std::span<const Reminder> reminders) const
{
    writePrivateFile(service(), serviceText());
    writePrivateFile(timer(), timerText(reminders));
}

void ReminderFiles::writeLoginEntry() const { writePrivateFile(loginEntry(), loginEntryText()); }

void ReminderFiles::removeUnits() const
{
    // systemctl makes and removes the link; where it does not answer, the link would point nowhere.
    QFile::remove(m_places.config + systemdFolder + QStringLiteral("timers.target.wants/") + timerName);
    QFile::remove(timer());
    QFile::remove(service());
}

void ReminderFiles::removeLoginEntry() const { QFile::remove(loginEntry()); }

void writePrivateFile(const QString &path, const QString &text)
{
    QSaveFile file{path};
    const QByteArray bytes = text.toUtf8();
    if (!QDir{}.mkpath(QFileInfo{path}.path()) || !file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) || file.write(bytes) != bytes.size() ||
        !file.commit()) {
        throw WorldError{path.toStdString() + " could not be written (" + file.errorString().toStdString() +
                         "); make room or look at who may write there."};
    }
}

} // namespace palpate::desktop
