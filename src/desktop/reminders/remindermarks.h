// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include <QStringList>

#include "record/remindertimes.h"

class QLockFile;

namespace palpate::desktop {

/// What has been told already: a file with the last turn of each reminder, so that nobody is told twice of the same day
/// and time, whoever looks. Held by one process at a time, from the making to the end.
class ReminderMarks {
public:
    /// In the program's state folder, which is made when missing. Throws WorldError.
    explicit ReminderMarks(const QString &folder);
    ReminderMarks(const ReminderMarks &) = delete;
    ReminderMarks &operator=(const ReminderMarks &) = delete;
    ReminderMarks(ReminderMarks &&) = delete;
    ReminderMarks &operator=(ReminderMarks &&) = delete;
    ~ReminderMarks();

    [[nodiscard]] bool isTold(const ReminderTurn &turn) const;
    /// On disk when it returns. Throws WorldError; then nothing has changed.
    void tell(std::span<const ReminderTurn> turns);
    /// Takes the last tell() back.
    void takeBack();

private:
    void write(const QStringList &lines) const;

    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    QStringList m_lines;
    QStringList m_before;
};

} // namespace palpate::desktop
