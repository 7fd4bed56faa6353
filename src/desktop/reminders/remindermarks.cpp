// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/reminders/remindermarks.h"

#include <QDir>
#include <QFile>
#include <QLockFile>

#include "core/error.h"
#include "core/isotime.h"
#include "desktop/reminders/reminderfiles.h"

namespace palpate::desktop {

namespace {

constexpr int patienceMs = 5000;

/// Who, on which day, at which minute.
QString lineOf(const ReminderTurn &turn)
{
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromStdString(turn.reminder.id.text()), QString::fromStdString(isoText(turn.day)))
        .arg(turn.reminder.minuteOfDay);
}

} // namespace

ReminderMarks::ReminderMarks(const QString &folder)
    : m_file{folder + QStringLiteral("/reminded")},
      m_lock{std::make_unique<QLockFile>(folder + QStringLiteral("/reminded.lock"))}
{
    m_lock->setStaleLockTime(0); // never while its process lives
    if (!QDir{}.mkpath(folder) || !m_lock->tryLock(patienceMs)) {
        throw WorldError{folder.toStdString() + " cannot be written, so nothing can be kept of what has been told; "
                                                "make room or look at who may write there."};
    }
    QFile file{m_file};
    if (file.open(QIODevice::ReadOnly)) {
        m_lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
}

ReminderMarks::~ReminderMarks() = default;

bool ReminderMarks::isTold(const ReminderTurn &turn) const { return m_lines.contains(lineOf(turn)); }

void ReminderMarks::tell(std::span<const ReminderTurn> turns)
{
    QStringList lines = m_lines;
    for (const ReminderTurn &turn : turns) {
        const QString line = lineOf(turn);
        const QString who = line.section(QLatin1Char(' '), 0, 0);
        lines.removeIf([&who](const QString &one) { return one.startsWith(who); });
        lines << line;
    }
    write(lines);
    m_before = std::exchange(m_lines, lines);
}

void ReminderMarks::takeBack()
{
    write(m_before);
    m_lines = m_before;
}

void ReminderMarks::write(const QStringList &lines) const
{
    writePrivateFile(m_file, lines.isEmpty() ? QString{} : lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

} // namespace palpate::desktop
